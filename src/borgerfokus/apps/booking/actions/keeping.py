"""Keeping reasons in versions and rooms: for the administrator. Nothing that was booked under is overwritten."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from borgerfokus.apps.booking.actions.booking import CHANGED
from borgerfokus.apps.booking.models import AppointmentReason, Room
from borgerfokus.apps.booking.queries import reasons
from borgerfokus.core.access import Verb
from borgerfokus.core.booking import rules
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit


@dataclass(frozen=True, kw_only=True)
class ReasonContent:
    """Everything that a reason says of itself; the fields are those of `AppointmentReason`."""

    title: str
    title_en: str
    minutes: int
    places: tuple[str, ...]
    bookers: tuple[str, ...] = ()
    bring: str = ""
    bring_en: str = ""
    buffer: int = 0
    notice_hours: int = 0
    horizon_days: int = 60
    own_caseworker: bool = True
    sensitive: bool = False
    interpreter: bool = False
    group_size: int = 1
    in_use: bool = True

    def as_fields(self) -> dict[str, Any]:
        """Field of `AppointmentReason` → value."""
        found = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in found.items()}


def content_of(row: AppointmentReason) -> ReasonContent:
    """What a version says."""
    found: dict[str, Any] = {one.name: getattr(row, one.name) for one in fields(ReasonContent)}
    for name in ("places", "bookers"):
        found[name] = tuple(found[name])
    return ReasonContent(**found)


def add_reason(*, key: str, content: ReasonContent, by: Actor, at: datetime) -> AppointmentReason | Refusal:
    """A new reason. Needs APPOINTMENT_REASON_EDIT (else Hidden)."""
    _may(by)
    row = AppointmentReason(key=key, number=1, saved_at=at, saved_by=by.subject, **content.as_fields())
    if refused := _wrong(row):
        return refused
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        return KEY_TAKEN
    audit.record(action="appointment_reason.add", by=by, at=at, about=f"appointment_reason:{row.pk}")
    return row


def change_reason(*, key: str, number: int, content: ReasonContent, by: Actor, at: datetime) -> Refusal | None:
    """Write a new version, unless somebody else has since `number`. What is booked keeps the version it had."""
    _may(by)
    with transaction.atomic():
        row = AppointmentReason.objects.select_for_update().filter(key=key, replaced_at__isnull=True).first()
        if row is None:
            raise Hidden(f"reason {key}")
        new = AppointmentReason(key=key, number=number + 1, saved_at=at, saved_by=by.subject, **content.as_fields())
        if refused := _wrong(new):
            return refused
        if row.number != number:
            return CHANGED
        if content_of(row) == content:
            return None
        AppointmentReason.objects.filter(pk=row.pk).update(replaced_at=at)
        new.save()
        audit.record(action="appointment_reason.change", by=by, at=at, about=f"appointment_reason:{new.pk}")
    return None


def add_room(*, unit_id: int, name: str, address: str, seats: int, by: Actor, at: datetime) -> Refusal | None:
    """A new room of a unit, or one that was closed opened again."""
    _may(by)
    if not name.strip() or seats < 1:
        return ROOM
    values = {"address": address.strip(), "seats": seats, "closed_at": None}
    row, _new = Room.objects.update_or_create(unit_id=unit_id, name=name.strip(), defaults=values)
    audit.record(action="room.add", by=by, at=at, about=f"room:{row.pk}")
    return None


def close_room(*, room_id: int, by: Actor, at: datetime) -> None:
    """Nothing new is booked in a room; what is booked stays."""
    _may(by)
    row = reasons.room(room_id=room_id)
    Room.objects.filter(pk=row.pk).update(closed_at=at)
    audit.record(action="room.close", by=by, at=at, about=f"room:{row.pk}")


def _wrong(row: AppointmentReason) -> Refusal | None:
    if not row.title.strip() or not row.title_en.strip():
        return NO_TITLE
    return rules.wrong(row.value)


def _may(by: Actor) -> None:
    if not by.can(Verb.APPOINTMENT_REASON_EDIT):
        raise Hidden("appointment reasons")


def _no(code: str, da: str, en: str) -> Refusal:
    return Refusal(code=f"booking.{code}", text=Text(da=da, en=en), article="")


KEY_TAKEN = _no("key_taken", "Der er allerede et emne med det navn.", "There is a reason with that name already.")
NO_TITLE = _no("no_title", "Skriv emnet på dansk og engelsk.", "Write the reason in Danish and in English.")
ROOM = _no(
    "room", "Skriv lokalets navn, og hvor mange der er plads til.", "Write the room's name and how many it seats."
)
