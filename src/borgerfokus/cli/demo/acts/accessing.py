"""Asking to see the file and answering it; correction, erasure and their answers; a hold, and a proposal."""

from datetime import date, datetime, time
from uuid import NAMESPACE_OID, uuid5

from borgerfokus.apps.rights import events
from borgerfokus.cli.demo.acts import posting, tasks
from borgerfokus.cli.demo.acts.pen import Hand, Pen
from borgerfokus.cli.demo.acts.posting import Letter
from borgerfokus.cli.demo.acts.tasks import Task
from borgerfokus.cli.demo.tables import Row
from borgerfokus.core.dates import COPENHAGEN, add_months, day_of
from borgerfokus.core.rights import Outcome, due_on

_DUE = "access_due"


def ask(pen: Pen, *, wanted: str, by: Hand, at: datetime) -> Row:
    """The citizen asks to see everything in the case."""
    days, on = pen.desk.days, day_of(at)
    number = days.parameters.at("fvl.access_deadline", on=on).number
    due = due_on(received=on, working_days=number, calendar=days.calendar)
    decision = next((row for row in pen.decisions if row["state"] == "issued" and _runs(row, on)), None)
    with pen.act("access.ask", by=by, at=at):
        row = pen.tables["rights.AccessRequest"].add(
            case_id=pen.id,
            batch=uuid5(NAMESPACE_OID, f"access {pen.case['number']} {at}"),
            asked_by="fvl",
            person_id=pen.citizen.id,
            relation="party",
            channel="self_service",
            wanted=wanted,
            received_on=on,
            registered_at=at,
            registered_by=by.subject,
            first_due=due,
            due=due,
            halted_id=decision["id"] if decision else None,
            halted_until=decision["appeal_until"] if decision else None,
        )
        if decision is not None:
            decision.update(appeal_until=None, version=decision["version"] + 1)
        title = "Besvar en anmodning om aktindsigt"
        task = tasks.task_in(
            pen, tasks.owned(pen, Task(kind="access", title=title, due=due, reference=f"access:{row['id']}"))
        )
        row.update(task_id=task["id"], _task=task)
        noon = datetime.combine(due, time(12), tzinfo=COPENHAGEN)
        pen.case["moments"] = {**pen.case["moments"], _DUE: noon.isoformat()}
        pen.append(
            events.AccessAsked(request=row["id"], asked_by="fvl", channel="self_service", due=due.isoformat())
        )
    return row


def answer(pen: Pen, row: Row, *, by: Hand, at: datetime) -> None:
    """Everything is given out."""
    with pen.act("access.answer", by=by, at=at):
        body = f"{Outcome.GRANTED.label.da}."
        letter = Letter("Aktindsigt", "Aktindsigt", body, "rights.access", f"access:{row['id']}")
        posted = posting.post(pen, letter)
        posting.arrives(pen, posted.message)
        row.update(
            state="answered",
            outcome=Outcome.GRANTED.value,
            answered_at=at,
            answered_by=by.subject,
            file_id=posted.file["id"],
            entry_id=posted.entry["id"],
            prepared_at=at,
            prepared_by_id=by.id,
            version=2,
        )
        tasks.finish_in(pen, row["_task"], result="answered")
        pen.case["moments"] = {key: one for key, one in pen.case["moments"].items() if key != _DUE}
        pen.append(
            events.AccessAnswered(
                request=row["id"], outcome=Outcome.GRANTED, entry=posted.entry["id"], appeal_until=""
            )
        )


def ask_about_data(pen: Pen, *, kind: str, words: tuple[str, str], entry: Row | None, by: Hand, at: datetime) -> Row:
    """The citizen points at what is wrong, or asks for erasure. `words`: what it says now, and what is right."""
    days, (says, should) = pen.desk.days, words
    due = add_months(day_of(at), days.parameters.at("gdpr.answer", on=day_of(at)).number)
    titles = {
        "correction": "Borgeren siger, at noget er forkert",
        "erasure": "Borgeren beder om at få sagen slettet",
    }
    with pen.act("data.request", by=by, at=at):
        row = pen.tables["rights.DataRequest"].add(
            case_id=pen.id,
            person_id=pen.citizen.id,
            kind=kind,
            target_kind="entry" if entry else "other",
            target=str(entry["id"]) if entry else "",
            says=says,
            should=should,
            asked_at=at,
            asked_by=by.subject,
            due=due,
        )
        wanted = Task(kind="data_request", title=titles[kind], due=due, reference=f"data:{row['id']}")
        task = tasks.task_in(pen, tasks.owned(pen, wanted))
        row.update(task_id=task["id"], _task=task)
        pen.append(events.DataRequested(request=row["id"], request_kind=kind, due=due.isoformat()))
    return row


def promise_erasure(pen: Pen, row: Row, *, told: str, by: Hand, at: datetime) -> None:
    """The answer is that the case is proposed for erasure."""
    with pen.act("data.answer", by=by, at=at):
        row.update(outcome="proposed", answer=told, answered_at=at, answered_by=by.subject, version=2)
        tasks.finish_in(pen, row["_task"], result="proposed")
        lead = "To medarbejdere skal godkende det, før vi sletter."
        body = f"{lead}\n{told}\nDu skrev til os: {row['should']}"
        title = "Vi er på vej til at slette sagen"
        posted = posting.post(pen, Letter(title, title, body, "rights.data", f"data:{row['id']}"))
        posting.arrives(pen, posted.message)
        pen.append(events.DataAnswered(request=row["id"], request_kind="erasure", outcome="proposed"))


def propose(pen: Pen, *, asked: Row | None, blocks: tuple[str, ...], at: datetime) -> Row:
    """The nightly job proposes the case."""
    closed: datetime = pen.case["closed_at"]
    spec = pen.kind.spec.retention
    return pen.tables["rights.ErasureProposal"].add(
        case_id=pen.id,
        case_number=pen.case["number"],
        unit_id=pen.case["unit_id"],
        type_title=pen.kind.spec.title_staff.da,
        closed_on=day_of(closed),
        kept_until=add_months(day_of(closed), 12 * spec.years),
        asked_by_citizen=asked["id"] if asked else None,
        blocks=list(blocks),
        archive_first=spec.archive_first,
        proposed_at=at,
        looked_at=at,
    )


def hold(pen: Pen, *, ground: str, until: date | None, by: Hand, at: datetime) -> Row:
    """Nothing of the case is erased until a day."""
    row = pen.tables["rights.LegalHold"].add(
        case_id=pen.id,
        case_number=pen.case["number"],
        unit_id=pen.case["unit_id"],
        ground=ground,
        set_at=at,
        set_by=by.subject,
        set_name=by.name,
        until=until,
    )
    pen.tables["audit.Entry"].add(
        at=at, action="hold.set", subject=by.subject, unit_id=by.unit_id, object=f"hold:{row['id']}", detail={}
    )
    return row


def _runs(row: Row, on: date) -> bool:
    return row["appeal_until"] is not None and row["appeal_until"] >= on
