"""Appointments: booked with those who are held for them, and told of afterwards."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import NAMESPACE_OID, uuid5

from borgerfokus.apps.booking import events
from borgerfokus.cli.demo.acts import notices
from borgerfokus.cli.demo.acts.pen import Hand, Pen
from borgerfokus.cli.demo.organisation import Worker
from borgerfokus.cli.demo.tables import Row
from borgerfokus.core.booking.words import Change, Interpreting, State
from borgerfokus.core.words import moment_words


@dataclass(frozen=True)
class Booked:
    """A time: about what (its key), when, where (at the office or by phone), with whom, and for which interpreter."""

    reason: str
    starts: datetime
    place: str
    staff: tuple[Worker, ...]
    language: str = ""


def book(pen: Pen, new: Booked, *, by: Hand, at: datetime) -> Row:
    """Book a time, hold those who are met and a room, and write to the citizen."""
    reason = next(row for row in pen.tables["booking.AppointmentReason"].rows if row["key"] == new.reason)
    ends = new.starts + timedelta(minutes=reason["minutes"])
    room = _room(pen) if new.place == "office" else None
    with pen.act("appointment.book", by=by, at=at):
        row = pen.tables["booking.Appointment"].add(
            case_id=pen.id,
            reason_id=reason["id"],
            starts=new.starts,
            ends=ends,
            place=new.place,
            room_id=room["id"] if room else None,
            interpreting=(Interpreting.MISSING if new.language else Interpreting.NONE).value,
            language=new.language,
            uid=uuid5(NAMESPACE_OID, f"{pen.case['number']}:{new.starts.isoformat()}"),
            booked_at=at,
            changed_at=at,
            booked_by=by.subject,
        )
        held = {"starts": new.starts, "ends": ends + timedelta(minutes=reason["buffer"]), "appointment_id": row["id"]}
        for one in sorted(new.staff, key=lambda one: one.id):
            pen.tables["booking.Hold"].add(employee_id=one.id, **held)
        if room:
            pen.tables["booking.Hold"].add(room_id=room["id"], **held)
        _note(pen, row, Change.BOOKED)
        pen.append(events.AppointmentBooked(appointment=row["id"], title=_title(reason), starts=_utc(row)))
    notices.appointment(
        pen,
        about=reason["title"],
        when=moment_words(new.starts).da,
        where=f"{room['name']}, {room['address']}" if room else "telefonen. Vi ringer til dig",
        whom=" og ".join(one.name for one in sorted(new.staff, key=lambda one: one.id)),
    )
    return row


def tell(pen: Pen, row: Row, *, came: bool, by: Hand, at: datetime) -> None:
    """Say that the citizen came, or did not."""
    reason = next(one for one in pen.tables["booking.AppointmentReason"].rows if one["id"] == row["reason_id"])
    with pen.act("appointment.tell", by=by, at=at):
        row.update(state=(State.HELD if came else State.MISSED).value, version=row["version"] + 1, changed_at=at)
        _note(pen, row, Change.HELD if came else Change.MISSED)
        pen.append(
            events.AppointmentHeld(appointment=row["id"], title=_title(reason), starts=_utc(row), came=came)
        )


def _note(pen: Pen, row: Row, change: Change) -> None:
    pen.tables["booking.AppointmentEntry"].add(
        appointment_id=row["id"],
        change=change.value,
        starts=row["starts"],
        at=pen.at,
        by=pen.by.subject,
        by_name=pen.by.name,
    )


def _room(pen: Pen) -> Row | None:
    rooms = [row for row in pen.tables["booking.Room"].rows if row["unit_id"] == pen.case["unit_id"]]
    return min(rooms, key=lambda row: (row["seats"], row["name"]), default=None)


def _title(reason: Row) -> str:
    return "" if reason["sensitive"] else str(reason["title"])


def _utc(row: Row) -> str:
    return str(row["starts"].isoformat())
