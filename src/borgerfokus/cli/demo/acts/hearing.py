"""Hearing the party: asked, with a date, and answered."""

from datetime import date, datetime

from borgerfokus.apps.decisions import events
from borgerfokus.cli.demo.acts import journaling, posting, tasks
from borgerfokus.cli.demo.acts.pen import Hand, Pen
from borgerfokus.cli.demo.acts.posting import Letter
from borgerfokus.cli.demo.acts.tasks import Task
from borgerfokus.cli.demo.tables import Row
from borgerfokus.core.access import Verb
from borgerfokus.core.dates import Channel, day_of, receipt_day
from borgerfokus.core.decisions import hearing as hearing_law
from borgerfokus.core.words import date_words

_HEARING_TITLE = "Vi vil gerne høre dig, før vi afgør din sag"


def hear(pen: Pen, *, facts: list[str], text: str, by: Hand, at: datetime) -> Row:
    """Send the hearing; the citizen gets a task with the date."""
    days = pen.desk.days
    wait = days.parameters.at("fvl.hearing_deadline", on=at.date()).number
    channel = Channel.PAPER if pen.citizen.row["digital_post_exempt"] else Channel.DIGITAL_POST
    arrives = receipt_day(sent=at.date(), channel=channel, calendar=days.calendar, parameters=days.parameters)
    due = hearing_law.answer_by(received_on=arrives, days=wait, calendar=days.calendar)
    with pen.act(Verb.HEARING_SEND, by=by, at=at):
        row = pen.tables["decisions.Hearing"].add(
            case_id=pen.id,
            stage="sent",
            facts=[_asked(pen, fact) for fact in facts],
            text=text,
            sent_at=at,
            sent_by=by.subject,
            due=due,
        )
        pen.hearings.append(row)
        reference = f"hearing:{row['id']}"
        posted = posting.post(pen, Letter("Partshøring", _HEARING_TITLE, text, "decisions.hearing", reference))
        task = tasks.task_in(
            pen,
            Task(
                kind="hearing",
                title="Læs og svar på det, vi har skrevet om din sag",
                detail=f"Fortæl os, hvis noget er forkert eller mangler. Svar senest den {date_words(due).da}.",
                due=due,
                reference=reference,
            ),
        )
        row.update(message_id=posted.message["message_id"], entry_id=posted.entry["id"], task_id=task["id"], task=task)
        pen.append(events.HearingSent(hearing=row["id"], facts=facts, due=due.isoformat()))
    arrived = posting.arrives(pen, posted.message)
    if arrived:
        _hearing_arrived(row, task, day_of(arrived), wait, pen)
    return row


def answer_hearing(pen: Pen, row: Row, *, text: str, by: Hand, at: datetime) -> None:
    """The party answers."""
    with pen.act(Verb.HEARING_ANSWER, by=by, at=at):
        entry = journaling.statement_in(pen, title="Svar på partshøring", body=text, channel="self_service")
        first = 1 + sum(len(one["points"]) for one in pen.hearings)
        points = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
        row.update(
            stage="answered",
            answered_at=at,
            answered_by=by.subject,
            answer_entry_id=entry["id"],
            points=[{"key": f"H{first + place}", "text": line[:200]} for place, line in enumerate(points)],
        )
        tasks.finish_in(pen, row["task"], result="answered")
        pen.append(events.HearingAnswered(hearing=row["id"], entry=entry["id"]))


def _asked(pen: Pen, fact: str) -> dict[str, object]:
    row = pen.evidence[fact]
    return {
        "key": fact,
        "evidence": row["id"],
        "title": pen.kind.spec.fact(fact).title.da,
        "value": row["value"],
        "source": row["source"],
        "as_of": row["as_of"].isoformat(),
    }


def _hearing_arrived(row: Row, task: Row, day: date, wait: int, pen: Pen) -> None:
    calendar = pen.desk.days.calendar
    late = day - day_of(row["sent_at"])
    full = hearing_law.answer_by(received_on=day, days=wait, calendar=calendar)
    row["received_on"] = day
    row["due"] = max(row["due"], min(full, calendar.next_working_day(row["due"] + late)))
    task["due"] = row["due"]
