"""What citizens keep for themselves and ask for beside the case: notes, numbers, help beside them, complaints."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from borgerfokus.apps.dialogue.events import OwnShared
from borgerfokus.cli.demo.acts.pen import Desk, Hand, Pen
from borgerfokus.cli.demo.citizens import Citizen
from borgerfokus.cli.demo.tables import Row
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.people import cipher

_COMPLAINT, _CODE, _HOUR = "own.complaint_answer", "own.one_time_code", "own.one_time_help"


@dataclass(frozen=True)
class Numbers:
    """Something counted: what, in what, and the values by day."""

    title: str
    unit: str
    values: Sequence[tuple[date, str, str]]


def series(pen: Pen, numbers: Numbers, *, goal: int | None, by: Hand, at: datetime) -> Row:
    """The citizen begins to count something, and writes the numbers day by day."""
    row = pen.tables["dialogue.OwnSeries"].add(
        subject=by.subject, case_id=pen.id, goal_id=goal, title=numbers.title, unit=numbers.unit, made_at=at
    )
    _record(pen.desk, "own.series", by=by, at=at, case_id=pen.id, about=f"series:{row['id']}")
    for day, value, note in numbers.values:
        pen.tables["dialogue.OwnMeasure"].add(series_id=row["id"], on=day, value=Decimal(value), note=note)
        _record(pen.desk, "own.measure", by=by, at=at, case_id=pen.id, about=f"series:{row['id']}")
    return row


def note(pen: Pen, text: str, *, by: Hand, at: datetime) -> Row:
    """The citizen writes a note for itself."""
    row = pen.tables["dialogue.OwnNote"].add(
        subject=by.subject, case_id=pen.id, goal_id=None, text=text, written_at=at
    )
    _record(pen.desk, "own.note", by=by, at=at, case_id=pen.id, about=f"note:{row['id']}")
    return row


def share(pen: Pen, kind: str, row: Row, *, by: Hand, at: datetime) -> None:
    """The citizen lets those who work on the case read it."""
    with pen.act("own.share", by=by, at=at):
        row["shared_at"] = at
        pen.append(OwnShared(what=kind, own=row["id"], shared=True))


def complain(pen: Pen, kind: str, text: str, *, by: Hand, at: datetime) -> Row:
    """The citizen complains of waiting time or conduct."""
    days = pen.desk.days.parameters.at(_COMPLAINT, on=day_of(at)).number
    row = pen.tables["dialogue.Complaint"].add(
        kind=kind,
        person_id=pen.citizen.id,
        case_id=pen.id,
        unit_id=pen.case["unit_id"],
        text=text,
        made_at=at,
        due=day_of(at) + timedelta(days=days),
    )
    _record(pen.desk, "complaint.make", by=by, at=at, about=f"complaint:{row['id']}", kind=kind)
    return row


def answer(desk: Desk, row: Row, text: str, *, by: Hand, at: datetime) -> None:
    """The leader answers."""
    row["answer"], row["answered_at"], row["answered_by"] = text, at, by.subject
    _record(desk, "complaint.answer", by=by, at=at, about=f"complaint:{row['id']}", kind=row["kind"])


def code(desk: Desk, person: Citizen, text: str, *, by: Hand, at: datetime) -> Row:
    """The citizen makes a code for somebody who sits beside it."""
    minutes = desk.days.parameters.at(_CODE, on=day_of(at)).number
    row = desk.tables["people.OneTimeHelp"].add(
        person_id=person.id,
        code_sealed=cipher.seal_text(text),
        code_index=cipher.blind_text(text),
        made_at=at,
        code_until=at + timedelta(minutes=minutes),
    )
    _record(desk, "beside.code", by=by, at=at, about=f"one_time_help:{row['id']}")
    return row


def sit(desk: Desk, row: Row, *, by: Hand, helper: Citizen, at: datetime, minutes: int) -> None:
    """Somebody sits down beside the citizen, who ends it after so many minutes."""
    longest = desk.days.parameters.at(_HOUR, on=day_of(at)).number
    row["helper_id"], row["started_at"], row["ends_at"] = helper.id, at, at + timedelta(minutes=longest)
    _record(desk, "beside.begin", by=by, at=at, about=f"one_time_help:{row['id']}")
    over = at + timedelta(minutes=minutes)
    row["ended_at"], row["ended_by"] = over, by.subject
    _record(desk, "beside.end", by=by, at=over, about=f"one_time_help:{row['id']}")


def _record(
    desk: Desk, action: str, *, by: Hand, at: datetime, about: str, case_id: int | None = None, **detail: str
) -> None:
    desk.tables["audit.Entry"].add(
        at=at, action=action, subject=by.subject, unit_id=by.unit_id, case_id=case_id, object=about, detail=detail
    )
