"""What a municipality and a citizen have with each other in a case, as programs may read it: messages, appointments."""

from datetime import datetime
from typing import Any

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.exchange.queries.content import given, opened
from borgerfokus.apps.messages import service as messages
from borgerfokus.foundation.access.actor import Actor

_THREAD = ("id", "started_at", "started_side", "waits_since", "due", "last_at", "last_side", "count", "closed_at")
_APPOINTMENT = ("id", "uid", "sequence", "starts", "ends", "state", "booked_at", "changed_at")
_WHERE = ("place", "language", "interpreting", "why_not")


def threads(*, number: str, by: Actor, at: datetime) -> list[dict[str, Any]]:
    """The threads of a case with their messages. Raises Hidden."""
    case = opened(number=number, by=by, at=at)
    return given(
        resource="thread", rows=[_thread(one) for one in messages.conversations(case_id=case.pk)], by=by
    )


def appointments(*, number: str, by: Actor, at: datetime) -> list[dict[str, Any]]:
    """The appointments in a case, newest first. Raises Hidden."""
    case = opened(number=number, by=by, at=at)
    found = booking.of_case(case_id=case.pk, by=by, at=at)
    return given(resource="appointment", rows=[_appointment(one) for one in found], by=by)


def _thread(found: messages.Opened) -> dict[str, Any]:
    told = {name: getattr(found.thread, name) for name in _THREAD}
    return {**told, "subject": found.thread.subject, "messages": [_message(one) for one in found.messages]}


def _message(said: messages.Said) -> dict[str, Any]:
    return {
        "number": said.number,
        "side": said.side.value,
        "at": said.at,
        "text": said.text,
        "documents": list(said.documents),
        "working_days": said.working_days,
        "kept": said.kept,
    }


def _appointment(row: booking.Appointment) -> dict[str, Any]:
    return {
        **{name: getattr(row, name) for name in (*_APPOINTMENT, *_WHERE)},
        "uid": str(row.uid),
        "employees": [one.employee.login for one in booking.staff_of(row) if one.employee],
        "title": row.reason.title,
        "sensitive": row.reason.sensitive,
        "room": row.room.words if row.room else None,
        "video": row.video_link,
        "group": row.group_id,
    }
