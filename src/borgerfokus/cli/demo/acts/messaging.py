"""Messages between the citizen and whoever answers, delegation, and templates."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID, uuid5

from borgerfokus.apps.messages import events
from borgerfokus.cli.demo.acts import journaling, notices
from borgerfokus.cli.demo.acts.pen import Hand, Pen
from borgerfokus.cli.demo.days import Days
from borgerfokus.cli.demo.organisation import Worker
from borgerfokus.cli.demo.tables import Row, Tables
from borgerfokus.core.dates import COPENHAGEN, day_of
from borgerfokus.core.messages.promise import Answered, answered

_PROMISE, _DUE = "own.message_answer", "message_due"
_KEYS = UUID("6a4c7b1e-0d55-4c3e-9d0e-5a6f6f0c2b11")


@dataclass(frozen=True)
class Template:
    """A template: for a unit, or for all."""

    title: str
    body: str
    unit: int | None = None


def start(pen: Pen, *, subject: str, text: str, by: Hand, at: datetime, about: int | None = None) -> Row:
    """Start a thread."""
    side = _side(by)
    with pen.act("message.start", by=by, at=at):
        thread = pen.tables["case_messages.Thread"].add(
            case_id=pen.id,
            subject=subject,
            about_id=about,
            started_at=at,
            started_by=by.subject,
            started_side=side,
            last_at=at,
            last_side=side,
        )
        first = _say(pen, thread, text)
    _tell(pen, thread, first)
    return thread


def write(pen: Pen, thread: Row, *, text: str, by: Hand, at: datetime) -> None:
    """Write in a thread."""
    with pen.act("message.write", by=by, at=at):
        row = _say(pen, thread, text)
    _tell(pen, thread, row)


def read(pen: Pen, thread: Row, *, by: Hand, at: datetime) -> None:
    """Somebody has opened the thread."""
    found = next((row for row in _readings(pen, thread) if row["subject"] == by.subject), None)
    if found is None:
        found = pen.tables["case_messages.Reading"].add(
            thread_id=thread["id"], case_id=pen.id, subject=by.subject, side=_side(by), number=0, at=at
        )
    found.update(number=thread["count"], at=at)


def delegate(tables: Tables, *, away: Worker, to: Worker, starts: date, ends: date, at: datetime) -> None:
    """A colleague answers for a period."""
    row = tables["case_messages.Delegation"].add(
        employee_id=away.id, to_id=to.id, starts=starts, ends=ends, given_at=at, given_by=away.subject
    )
    _record(tables, "message.delegate", f"delegation:{row['id']}", away, at)


def keep_templates(tables: Tables, *, templates: tuple[Template, ...], days: Days, by: Worker) -> None:
    """Templates, each in its first version."""
    at = days.now.replace(hour=9, minute=0, second=0, microsecond=0)
    for one in templates:
        key = uuid5(_KEYS, one.title).hex[:12]
        tables["case_messages.AnswerTemplate"].add(
            key=key,
            number=1,
            unit_id=one.unit,
            title=one.title,
            body=one.body,
            saved_at=min(at, days.now),
            saved_by=by.subject,
            saved_by_name=by.name,
        )
        _record(tables, "message.template", f"template:{key}:1", by, min(at, days.now))


def _say(pen: Pen, thread: Row, text: str) -> Row:
    entry = journaling.message_in(pen, title=thread["subject"], body=text)
    side, gone = _side(pen.by), _answered(pen, thread)
    row = pen.tables["case_messages.CaseMessage"].add(
        thread_id=thread["id"],
        case_id=pen.id,
        number=thread["count"] + 1,
        entry_id=entry["id"],
        side=side,
        at=pen.at,
        by=pen.by.subject,
        unit_id=pen.case["unit_id"],
        answers_since=thread["waits_since"] if gone else None,
        answers_due=thread["due"] if gone else None,
        working_days=gone.working_days if gone else None,
        kept=gone.kept if gone else None,
    )
    _turn(pen, thread, side)
    read(pen, thread, by=pen.by, at=pen.at)
    pen.append(_event(thread, row, gone))
    return row


def _turn(pen: Pen, thread: Row, side: str) -> None:
    if side == "staff":
        thread.update(waits_since=None, due=None)
    elif thread["waits_since"] is None:
        day = day_of(pen.at)
        number = pen.desk.days.parameters.at(_PROMISE, on=day).number
        thread.update(waits_since=pen.at, due=pen.desk.days.calendar.add_working_days(day, number))
    thread.update(last_at=pen.at, last_side=side, count=thread["count"] + 1)
    waits = [row["due"] for row in pen.tables["case_messages.Thread"].rows if row["case_id"] == pen.id and row["due"]]
    moments = {key: moment for key, moment in pen.case["moments"].items() if key != _DUE}
    if waits:
        moments[_DUE] = datetime.combine(min(waits), time(12), tzinfo=COPENHAGEN).isoformat()
    pen.case["moments"] = moments


def _answered(pen: Pen, thread: Row) -> Answered | None:
    if _side(pen.by) != "staff" or thread["waits_since"] is None:
        return None
    asked, on = day_of(thread["waits_since"]), day_of(pen.at)
    return answered(asked=asked, due=thread["due"], on=on, calendar=pen.desk.days.calendar)


def _event(
    thread: Row, row: Row, gone: Answered | None
) -> events.MessageAsked | events.MessageAnswered | events.MessageWritten:
    about = {"thread": thread["id"], "message": row["id"], "entry": row["entry_id"]}
    if row["side"] == "citizen":
        return events.MessageAsked(**about, due=thread["due"].isoformat())
    if gone is None:
        return events.MessageWritten(**about)
    return events.MessageAnswered(**about, working_days=gone.working_days, kept=gone.kept)


def _tell(pen: Pen, thread: Row, row: Row) -> None:
    """The citizen is told that there is a message, once until it is read."""
    if row["side"] != "staff":
        return
    seen = max((one["number"] for one in _readings(pen, thread) if one["side"] == "citizen"), default=0)
    waits = [
        one
        for one in pen.tables["case_messages.CaseMessage"].rows
        if one["thread_id"] == thread["id"] and one["side"] == "staff" and one["number"] > seen and one is not row
    ]
    if not waits:
        notices.message(pen)


def _readings(pen: Pen, thread: Row) -> list[Row]:
    return [row for row in pen.tables["case_messages.Reading"].rows if row["thread_id"] == thread["id"]]


def _side(by: Hand) -> str:
    return "citizen" if by.subject.startswith("citizen:") else "staff"


def _record(tables: Tables, action: str, about: str, by: Worker, at: datetime) -> None:
    tables["audit.Entry"].add(at=at, action=action, subject=by.subject, unit_id=by.unit_id, object=about)
