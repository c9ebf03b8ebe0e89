"""Appealing, and looking at a decision again."""

from datetime import date, datetime, timedelta

from borgerfokus.apps.decisions import events
from borgerfokus.cli.demo.acts import journaling, notices, posting, tasks, working
from borgerfokus.cli.demo.acts.deciding import Plan, begin_again, draft_in
from borgerfokus.cli.demo.acts.pen import Hand, Pen
from borgerfokus.cli.demo.acts.posting import Letter
from borgerfokus.cli.demo.acts.tasks import Task
from borgerfokus.cli.demo.tables import Row
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.dates import add_weeks, day_of
from borgerfokus.core.decisions import appeal as law
from borgerfokus.core.decisions.outcomes import AppealOutcome, BoardOutcome

_BACK = {
    Phase.CLOSED: (Step.REOPEN, Step.BEGIN_ASSESSMENT, Step.BEGIN_DECISION),
    Phase.DECISION: (Step.REASSESS, Step.BEGIN_DECISION),
    Phase.INTERVENTION: (Step.REASSESS, Step.BEGIN_DECISION),
    Phase.FOLLOW_UP: (Step.REASSESS, Step.BEGIN_DECISION),
    Phase.ASSESSMENT: (Step.BEGIN_DECISION,),
}


def appeal(pen: Pen, row: Row, *, text: str, by: Hand, at: datetime) -> Row:
    """The party appeals on the citizen's page."""
    days, spec = pen.desk.days, pen.kind.spec.appeal
    weeks = days.parameters.at(spec.reassessment or "rsl.reassessment_deadline", on=at.date()).number
    last = law.reassess_by(appealed_on=at.date(), weeks=weeks, calendar=days.calendar)
    with pen.act(Verb.APPEAL_FILE, by=by, at=at):
        entry = journaling.statement_in(pen, title="Klage over afgørelsen", body=text, channel="self_service")
        made = pen.tables["decisions.Appeal"].add(
            case_id=pen.id,
            decision_id=row["id"],
            state="filed",
            filed_by_id=pen.citizen.id,
            relation="party",
            registered_by=by.subject,
            channel="self_service",
            text=text,
            entry_id=entry["id"],
            filed_at=at,
            received_on=at.date(),
            in_time=not law.too_late(appealed_on=at.date(), last=row["appeal_until"]),
            reassess_by=last,
        )
        task = tasks.task_in(
            pen,
            tasks.owned(
                pen,
                Task(
                    kind="appeal",
                    title="Genvurder afgørelsen: der er klaget",
                    due=last,
                    reference=f"appeal:{made['id']}",
                ),
            ),
        )
        made.update(task_id=task["id"], task=task)
        pen.appeals.append(made)
        pen.case["moments"] = {key: one for key, one in pen.case["moments"].items() if key != "appeal_answered"}
        working.mark(pen, "appeal_filed")
        pen.append(
            events.AppealFiled(
                appeal=made["id"],
                decision=row["id"],
                relation="party",
                in_time=made["in_time"],
                reassess_by=last.isoformat(),
            )
        )
    notices.appealed(pen, reassess_by=last)
    return made


def reassess(
    pen: Pen, made: Row, *, outcome: AppealOutcome, reasons: str, plan: Plan, by: Hand, at: datetime
) -> Row | None:
    """Answer an appeal; what is not reversed in full goes on to the appeal body. Returns the new draft, if any."""
    with pen.act(Verb.APPEAL_REASSESS, by=by, at=at):
        made.update(outcome=outcome.value, reasons=reasons, answered_at=at, answered_by=by.subject)
        tasks.finish_in(pen, made["task"], result=outcome.value)
        working.mark(pen, "appeal_answered")
        pen.append(events.AppealReassessed(appeal=made["id"], outcome=outcome))
        if outcome.forwarded:
            _forward(pen, made, reasons)
        else:
            made["state"] = "reassessed"
        if outcome is AppealOutcome.UPHELD:
            return None
        for step in _BACK[Phase(pen.case["phase"])]:
            working.step_in(pen, step, reason=reasons)
        row = draft_in(pen, plan, hand=by.id)
        made["new_decision_id"] = row["id"]
    return row


def _forward(pen: Pen, made: Row, reasons: str) -> None:
    spec = pen.kind.spec.appeal
    body = pen.desk.days.parameters.at(spec.body or "rsl.appeal_body", on=pen.at.date()).text.da
    letter = Letter("Sagens akter", f"Sagens akter til {body}", reasons, "decisions.case_file", f"appeal:{made['id']}")
    entry, file = posting.keep(pen, letter, to=body)
    if pen.held:
        last = max(pen.held, key=lambda one: one["withheld_review_on"])
        journaling.hold_in(
            pen,
            entry,
            ground=last["withheld_ground"],
            article=last["withheld_article"],
            review=max(last["withheld_review_on"], day_of(pen.at) + timedelta(days=1)),
            file=file,
        )
    made.update(state="forwarded", forwarded_at=pen.at, forwarded_to=body, file_entry_id=entry["id"])
    pen.append(events.AppealForwarded(appeal=made["id"], body=body, entry=entry["id"]))


def board(
    pen: Pen, made: Row, *, outcome: BoardOutcome, words: tuple[str, str], by: Hand, at: datetime
) -> Row | None:
    """Write down what the appeal body decided; `words` are its reasons and what was learnt.

    Returns the draft of the decision that it asks for, if any.
    """
    body, (reasons, learning) = made["forwarded_to"], words
    with pen.act("appeal.decided", by=by, at=at):
        title = f"Afgørelse fra {body}: {outcome.label.da.lower()}"
        entry = journaling.statement_in(pen, title=title, body=reasons, channel="letter")
        lesson = _lesson(pen) if learning else {}
        row = pen.tables["decisions.BoardDecision"].add(
            appeal_id=made["id"],
            case_id=pen.id,
            outcome=outcome.value,
            decided_on=day_of(at),
            reasons=reasons,
            learning=learning,
            **lesson,
            entry_id=entry["id"],
            registered_at=at,
            registered_by=by.subject,
        )
        row["decision_id"] = made["decision_id"]
        pen.boards.append(row)
        draft = _to_do(pen, made, outcome, words, lesson, hand=by.id) if outcome.reversed else None
        promised = _start_clock(pen) if outcome is BoardOutcome.REMITTED else None
        told = promised.isoformat() if promised else ""
        pen.append(
            events.AppealDecided(
                appeal=made["id"], body=body, outcome=outcome.value, entry=entry["id"], promised=told
            )
        )
    notices.board(pen, outcome, body=body, promised=promised)
    return draft


def _to_do(
    pen: Pen, made: Row, outcome: BoardOutcome, words: tuple[str, str], lesson: Row, *, hand: int
) -> Row | None:
    body, reference = made["forwarded_to"], f"appeal:{made['id']}"
    title = {
        BoardOutcome.CHANGED: f"Ret hjælpen efter afgørelsen fra {body}",
        BoardOutcome.REMITTED: f"Afgør sagen igen: {body} har hjemvist den",
    }[outcome]
    tasks.task_in(pen, tasks.owned(pen, Task("board", title, reference=reference)))
    if lesson:
        owner, due = lesson["learning_owner_id"], lesson["learning_due"]
        tasks.task_in(pen, Task("lesson", _LESSON, due=due, detail=words[1], reference=reference, employee=owner))
    old = next(row for row in reversed(pen.decisions) if row["state"] == "issued")
    for step in _BACK[Phase(pen.case["phase"])]:
        working.step_in(pen, step, reason=words[0])
    return begin_again(pen, old, hand=hand)


def _lesson(pen: Pen) -> Row:
    days = pen.desk.days.parameters.at("own.learning_deadline", on=pen.at.date()).number
    return {"learning_owner_id": pen.case["caseworker_id"], "learning_due": pen.at.date() + timedelta(days=days)}


def _start_clock(pen: Pen) -> date:
    pen.case["moments"] = {key: one for key, one in pen.case["moments"].items() if key != "remitted_decided"}
    working.mark(pen, "appeal_remitted")
    weeks = pen.desk.days.parameters.at("rsl.remitted_deadline", on=pen.at.date()).number
    return pen.desk.days.calendar.next_working_day(add_weeks(pen.at.date(), weeks))


_LESSON = "Følg op på det, den tabte sag har lært os"
