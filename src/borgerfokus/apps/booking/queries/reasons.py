"""Reads of reasons and rooms."""

from collections.abc import Iterable

from borgerfokus.apps.booking.models import AppointmentReason, Room
from borgerfokus.core.booking.words import Booker
from borgerfokus.foundation.access.hidden import Hidden


def in_use() -> list[AppointmentReason]:
    """Every reason one can book for now, by title. One query."""
    return list(AppointmentReason.objects.filter(replaced_at__isnull=True, in_use=True).order_by("title", "key"))


def bookable(*, booker: Booker | None) -> list[AppointmentReason]:
    """What somebody may book a time of one's own for: staff everything, others what is opened to them."""
    return [one for one in in_use() if booker is None or booker.value in one.bookers]


def kept() -> list[AppointmentReason]:
    """Every reason as it now is, also those no longer in use, by title. For those who keep them."""
    return list(AppointmentReason.objects.filter(replaced_at__isnull=True).order_by("title", "key"))


def reason(*, key: str) -> AppointmentReason:
    """The reason that is in use under a key. Raises Hidden."""
    found = AppointmentReason.objects.filter(key=key, replaced_at__isnull=True, in_use=True).first()
    if found is None:
        raise Hidden(f"reason {key}")
    return found


def versions(*, key: str) -> list[AppointmentReason]:
    """Every version of a reason, newest first. Raises Hidden when there is none."""
    found = list(AppointmentReason.objects.filter(key=key).order_by("-number"))
    if not found:
        raise Hidden(f"reason {key}")
    return found


def rooms(*, unit_ids: Iterable[int] | None = None) -> list[Room]:
    """The rooms that can be booked, of some units or of all, by unit and name. One query."""
    rows = Room.objects.filter(closed_at__isnull=True).select_related("unit").order_by("unit__name", "name")
    return list(rows if unit_ids is None else rows.filter(unit_id__in=list(unit_ids)))


def room(*, room_id: int) -> Room:
    """A room that is in use. Raises Hidden."""
    found = Room.objects.filter(pk=room_id, closed_at__isnull=True).first()
    if found is None:
        raise Hidden(f"room {room_id}")
    return found
