"""Groups: a time for several citizens, a seat in it, and calling it off for all; and waiting for a time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from borgerfokus.apps.booking import policies
from borgerfokus.apps.booking.actions.booking import NO_ROOM, PLACE, WHY, call_off, event_title, note, video_room
from borgerfokus.apps.booking.actions.holding import Taken, hold, release
from borgerfokus.apps.booking.actions.seats import SEATED, seated
from borgerfokus.apps.booking.events import AppointmentBooked
from borgerfokus.apps.booking.models import Appointment, GroupTime, WaitingPlace
from borgerfokus.apps.booking.queries import appointments, free, reasons
from borgerfokus.apps.booking.queries.free import Asked
from borgerfokus.apps.casework import service as casework
from borgerfokus.core.access import Verb
from borgerfokus.core.booking import rules
from borgerfokus.core.booking.slots import Span
from borgerfokus.core.booking.words import Change, Place
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.foundation import jobs
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit

_BOOK = Verb.APPOINTMENT_BOOK
_CANCEL = "appointment.cancel"


@dataclass(frozen=True, kw_only=True)
class NewGroup:
    """A time for several. `unit_id`: whose rooms are used."""

    reason: str
    starts: datetime
    place: Place
    employees: frozenset[int]
    unit_id: int


def open_group(*, new: NewGroup, by: Actor, at: datetime) -> int | Refusal:
    """Make a time to which several citizens can come. Returns its id. Raises Hidden for who books no appointments."""
    if not by.is_employee or not by.can(_BOOK):
        raise Hidden("groups")
    reason = reasons.reason(key=new.reason)
    if not reason.value.is_group:
        return NOT_GROUP
    if new.place.value not in reason.places:
        return PLACE
    if not new.employees:
        return rules.NOBODY
    if new.starts <= at:
        return rules.TAKEN
    asked = Asked(reason=reason, employees=new.employees, place=new.place, unit_id=new.unit_id, for_staff=True)
    span = Span(new.starts, new.starts + timedelta(minutes=reason.minutes))
    room = free.free_room(asked=asked, span=span)
    if room is None and free.needs_room(asked=asked):
        return NO_ROOM
    try:
        with transaction.atomic():
            row = GroupTime.objects.create(
                reason=reason,
                starts=span.starts,
                ends=span.ends,
                place=new.place.value,
                room_id=room,
                video=video_room(place=new.place, at=at),
                seats=reason.group_size,
                made_at=at,
                made_by_id=by.id,
            )
            hold(span=span.with_buffer(reason.buffer), employees=new.employees, room=room, group=row)
    except Taken:
        return rules.TAKEN
    audit.record(action="group.open", by=by, at=at, about=f"group:{row.pk}")
    jobs.defer("booking.offer_seats", group_id=row.pk)
    return row.pk


def join(*, group_id: int, case_id: int, by: Actor, at: datetime) -> int | Refusal:
    """Give the citizen of a case a seat in a group. Returns the appointment's id, or why not."""
    group = appointments.group(group_id=group_id)
    with casework.changing(case_id=case_id, verb=_BOOK, by=by, at=at, action="group.join") as opened:
        booker = policies.booker_of(case=opened.case, by=by, at=at)
        if booker is not None and booker.value not in group.reason.bookers:
            return rules.NOT_YOURS
        if group.cancelled_at is not None or group.starts <= at:
            return rules.BEGUN
        if Appointment.objects.filter(group=group, case_id=case_id, state__in=SEATED).exists():
            return ALREADY
        row = seated(opened, group)
        if row is None:
            return rules.FULL
        WaitingPlace.objects.filter(
            case_id=case_id, reason_key=group.reason.key, ended_at__isnull=True
        ).update(ended_at=at)
        note(row, Change.BOOKED, by=by, at=at)
        opened.append(
            AppointmentBooked(appointment=row.pk, title=event_title(group.reason), starts=row.starts.isoformat())
        )
    return row.pk


def cancel_group(*, group_id: int, why: str, by: Actor, at: datetime) -> Refusal | None:
    """Call a group off: everybody in it is told. By one of those who hold it, or who made it; else Hidden."""
    group = appointments.group(group_id=group_id)
    holders = {one.employee_id for one in group.holds.all()}
    if not by.is_employee or by.id not in {group.made_by_id, *holders}:
        raise Hidden(f"group {group_id}")
    if not why.strip():
        return WHY
    if group.cancelled_at is not None or group.starts <= at:
        return rules.BEGUN
    with transaction.atomic():
        rows = _told_by(group, by=by, at=at)
        if {row.seat for row in rows} != appointments.seats_taken(group_ids=[group.pk])[group.pk]:
            return OTHERS
        GroupTime.objects.filter(pk=group.pk).update(cancelled_at=at)
        release(group=group)
        for row in rows:
            with casework.changing(case_id=row.case_id, verb=_BOOK, by=by, at=at, action=_CANCEL) as opened:
                call_off(opened, row, why=why)
        audit.record(action="group.cancel", by=by, at=at, about=f"group:{group.pk}")
    return None


def wait(*, case_id: int, reason: str, note: str, by: Actor, at: datetime) -> Refusal | None:
    """Put the citizen of a case on the list of those who wait for a time. Being there already changes nothing."""
    found = reasons.reason(key=reason)
    with casework.changing(case_id=case_id, verb=_BOOK, by=by, at=at, action="appointment.wait") as opened:
        booker = policies.booker_of(case=opened.case, by=by, at=at)
        if booker is not None and booker.value not in found.bookers:
            return rules.NOT_YOURS
        WaitingPlace.objects.get_or_create(
            case=opened.case,
            reason_key=found.key,
            ended_at=None,
            defaults={"note": note.strip()[:300], "since": at, "by": by.subject},
        )
        audit.record(action="appointment.wait", by=by, at=at, case_id=case_id)
    return None


def stop_waiting(*, waiting_id: int, by: Actor, at: datetime) -> None:
    """Take a citizen off the list. Raises Hidden unless the actor books in the case."""
    row = WaitingPlace.objects.filter(pk=waiting_id, case__in=casework.visible_to(by, at=at)).first()
    if row is None:
        raise Hidden(f"waiting {waiting_id}")
    with casework.changing(case_id=row.case_id, verb=_BOOK, by=by, at=at, action="appointment.stop_waiting"):
        WaitingPlace.objects.filter(pk=row.pk, ended_at__isnull=True).update(ended_at=at)
        audit.record(action="appointment.stop_waiting", by=by, at=at, case_id=row.case_id)


def _told_by(group: GroupTime, *, by: Actor, at: datetime) -> list[Appointment]:
    """Those in the group whom the actor can tell that it is off."""
    seated_ones = (row for row in appointments.in_group(group_id=group.pk, by=by, at=at) if row.state in SEATED)
    return [row for row in seated_ones if policies.may_book(case=row.case, by=by, at=at)]


ALREADY = Refusal(
    code="booking.already",
    text=Text(da="Der er allerede en plads på holdet.", en="There is a place in the group already."),
    article="",
)
OTHERS = Refusal(
    code="booking.others",
    text=Text(
        da="Der er borgere på holdet, som du ikke kan se. Bed deres sagsbehandler om at aflyse deres plads først.",
        en="There are citizens in the group whom you cannot see. Ask their caseworker to cancel their place first.",
    ),
    article="forvaltningsloven § 28",
)
NOT_GROUP = Refusal(
    code="booking.not_group",
    text=Text(da="Vælg et emne, der holdes for flere.", en="Choose a reason that is for several."),
    article="",
)
