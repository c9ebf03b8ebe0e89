"""Writing, reading and making a decision, and its letter."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from borgerfokus.apps.decisions import events
from borgerfokus.cli.demo.acts import letters, posting, settling, tasks, working
from borgerfokus.cli.demo.acts.pen import Hand, Pen, system
from borgerfokus.cli.demo.acts.posting import Letter
from borgerfokus.cli.demo.acts.tasks import Task
from borgerfokus.cli.demo.tables import Row
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.dates import add_months, day_of
from borgerfokus.core.decisions import appeal as law
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.decisions.reasons import Fact, HearingPoint, propose, quoted

_OUTBOX = system("outbox")


@dataclass(frozen=True)
class Plan:
    """What is to be decided. `why` completes the sentence that says why not everything was granted."""

    outcome: Outcome
    applied_for: str
    granted: str = ""
    refused: str = ""
    provider: str = ""
    months: int | None = None
    why: str = ""


def draft(pen: Pen, plan: Plan, *, by: Hand, at: datetime) -> Row:
    """Write the decision, with its reasons built from the facts."""
    with pen.act(Verb.DECISION_DRAFT, by=by, at=at):
        return draft_in(pen, plan, hand=by.id)


def draft_in(pen: Pen, plan: Plan, *, hand: int) -> Row:
    """As `draft`, on a case that is open already."""
    row = pen.tables["decisions.Decision"].add(
        case_id=pen.id,
        number=len(pen.decisions) + 1,
        state="draft",
        **said(pen, plan),
        drafted_at=pen.at,
        drafted_by_id=hand,
        edited_at=pen.at,
        edited_by_id=hand,
        version=2,
    )
    row["approval"] = row["again"] = None
    pen.decisions.append(row)
    pen.append(events.DecisionBegun(decision=row["id"], number=row["number"]))
    return row


def said(pen: Pen, plan: Plan) -> Row:
    """What a draft says when it is written out: outcome, period and reasons."""
    starts, ends = _period(pen, plan)
    rules, considerations, facts, keys = _reasons(pen, plan)
    return {
        "outcome": plan.outcome.value,
        "applied_for": plan.applied_for,
        "granted": plan.granted,
        "refused": plan.refused,
        "provider": plan.provider,
        "starts": starts,
        "ends": ends,
        "follow_up_on": _follow_up(pen, starts),
        "rules": rules,
        "considerations": considerations,
        "facts": facts,
        "fact_keys": keys,
    }


def begin_again(pen: Pen, old: Row, *, hand: int) -> Row:
    """A draft that begins where an earlier decision stands; its reasons are still to be finished."""
    row = draft_in(pen, Plan(outcome=Outcome(old["outcome"]), applied_for=old["applied_for"]), hand=hand)
    copied = ("granted", "refused", "provider", "starts", "ends", "follow_up_on")
    row.update({name: old[name] for name in copied})
    row["considerations"] = "\n".join(line.rstrip() for line in row["considerations"].splitlines())
    return row


def ask_approval(pen: Pen, row: Row, *, reader: int, by: Hand, at: datetime) -> None:
    """Ask somebody else to read the decision."""
    due = settling.next_due(pen, at=pen.at)
    with pen.act("decision.ask_approval", by=by, at=at):
        row["approval"] = tasks.task_in(
            pen,
            Task(
                kind="approve",
                title="Læs og godkend afgørelsen",
                employee=reader,
                due=due,
                reference=f"decision:{row['id']}",
            ),
        )
        row.update(
            state="to_approve", approver_id=reader, approval_task_id=row["approval"]["id"], version=row["version"] + 1
        )
        pen.append(events.ApprovalAsked(decision=row["id"]))


def approve(pen: Pen, row: Row, *, by: Hand, at: datetime) -> None:
    """Somebody else has read it and approves."""
    with pen.act(Verb.DECISION_APPROVE, by=by, at=at):
        row.update(state="approved", approver_id=by.id, approved_at=at, version=row["version"] + 1)
        tasks.finish_in(pen, row["approval"], result="approved")
        pen.append(events.DecisionApproved(decision=row["id"], approver=by.id))


def issue(pen: Pen, row: Row, *, by: Hand, at: datetime, typeset: bool = False) -> posting.Posted:
    """Make the decision and send its letter; with `typeset` the real one, else a plain page."""
    outcome = Outcome(row["outcome"])
    with pen.act(Verb.DECISION_ISSUE, by=by, at=at):
        working.step_in(pen, Step.DECIDE, outcome=outcome)
        heading, body = letters.heading_and_opening(pen, row)
        content = letters.typeset(pen, row, sent_on=at.date()) if typeset else b""
        posted = posting.post(
            pen, Letter("Afgørelse", heading, body, "decisions.decision", f"decision:{row['id']}", content=content)
        )
        for one in pen.decisions:
            if one["state"] == "issued":
                one["state"] = "replaced"
        row.update(
            state="issued",
            letter="under_way",
            issued_at=at,
            issued_by_id=by.id,
            file_id=posted.file["id"],
            entry_id=posted.entry["id"],
            message_id=posted.message["message_id"],
            rests_on=[
                {"key": key, "evidence": pen.evidence[key]["id"], "theme": pen.evidence[key]["theme_id"]}
                for key in sorted(row["fact_keys"])
                if key in pen.evidence
            ],
            version=row["version"] + 1,
        )
        pen.case["follow_up_on"] = row["follow_up_on"]
        if "appeal_remitted" in pen.case["moments"]:
            working.mark(pen, "remitted_decided")
        pen.append(
            events.DecisionIssued(
                decision=row["id"], number=row["number"], outcome=row["outcome"], entry=posted.entry["id"]
            )
        )
    return posted


def deliver(pen: Pen, row: Row, message: Row) -> bool:
    """The letter arrives, and the clock of the appeal runs. Returns whether it has arrived by now."""
    at = posting.arrives(pen, message)
    if at is None:
        return False
    day, spec = day_of(at), pen.kind.spec.appeal
    with pen.act("letter.received", by=_OUTBOX, at=at):
        days = pen.desk.days
        until = None
        if spec.deadline is not None:
            weeks = days.parameters.at(spec.deadline, on=day_of(row["issued_at"])).number
            until = law.last_day(received_on=day, guidance_given=spec.appealable, weeks=weeks, calendar=days.calendar)
        row.update(letter="received", received_on=day, appeal_until=until, version=row["version"] + 1)
        pen.append(
            events.LetterReceived(
                decision=row["id"],
                received_on=day.isoformat(),
                appeal_until=until.isoformat() if until else "",
            )
        )
    return True


def fail(pen: Pen, row: Row, message: Row) -> None:
    """The letter cannot be delivered; somebody gets a task."""
    at = posting.fails(pen, message)
    with pen.act("letter.failed", by=_OUTBOX, at=at):
        row.update(letter="failed", version=row["version"] + 1)
        task = tasks.task_in(
            pen,
            tasks.owned(
                pen,
                Task(
                    kind="letter_failed",
                    title="Brevet kunne ikke leveres",
                    detail="Send det på papir, eller giv det til borgeren. "
                    "Fristen løber først, når borgeren har brevet.",
                    due=at.date(),
                    reference=f"decision:{row['id']}",
                ),
            ),
        )
        row["letter_task_id"] = task["id"]
        pen.append(events.LetterFailed(about=f"decision:{row['id']}", trouble="undeliverable"))


def _period(pen: Pen, plan: Plan) -> tuple[date | None, date | None]:
    if plan.outcome is Outcome.REFUSED:
        return None, None
    starts = pen.desk.days.working(pen.at.date() + timedelta(days=7))
    return starts, add_months(starts, plan.months) if plan.months else None


def _follow_up(pen: Pen, starts: date | None) -> date | None:
    if starts is None:
        return None
    spec = pen.kind.spec.follow_up
    months = spec.months
    if months is None:
        parameter = spec.parameter or "sel.follow_up_interval"
        months = pen.desk.days.parameters.at(parameter, on=pen.at.date()).number
    return add_months(starts, months)


def _reasons(pen: Pen, plan: Plan) -> tuple[str, str, str, list[str]]:
    """The three parts; the unfinished sentences of the proposal are finished with `why`."""
    spec = pen.kind.spec
    facts = [
        Fact(one.key, one.title.da, row["value"], row["source"], row["as_of"])
        for one in spec.facts_for(plan.outcome)
        if (row := pen.evidence.get(one.key)) is not None
    ]
    points = [HearingPoint(point["key"], point["text"]) for row in pen.hearings for point in row["points"]]
    made = propose(rules_text=spec.rules_text.da, facts=facts, outcome=plan.outcome, hearing_points=points)
    lines = [f"{line} {plan.why}" if line.endswith("fordi") else line for line in made.considerations.splitlines()]
    considerations = "\n".join(lines)
    keys = list(dict.fromkeys(key for part in (made.rules, considerations, made.facts) for key in quoted(text=part)))
    return made.rules, considerations, made.facts, keys
