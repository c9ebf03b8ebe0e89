"""Hearing the party, writing, reading and making a decision, its letter, and the appeal."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from borgerfokus.apps.decisions import events
from borgerfokus.cli.demo.acts import journaling, notices, posting, working
from borgerfokus.cli.demo.acts.pen import Hand, Pen, system
from borgerfokus.cli.demo.acts.posting import Letter
from borgerfokus.cli.demo.acts.working import Task
from borgerfokus.cli.demo.tables import Row
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.dates import add_months, day_of
from borgerfokus.core.decisions import appeal as law
from borgerfokus.core.decisions import hearing as hearing_law
from borgerfokus.core.decisions.outcomes import AppealOutcome, Outcome
from borgerfokus.core.decisions.reasons import Fact, HearingPoint, propose, quoted
from borgerfokus.core.periods import Period
from borgerfokus.core.words import date_words, period_words

_HEARING_TITLE = "Vi vil gerne høre dig, før vi afgør din sag"
_OUTBOX = system("outbox")
_BACK = {
    Phase.CLOSED: (Step.REOPEN, Step.BEGIN_ASSESSMENT, Step.BEGIN_DECISION),
    Phase.DECISION: (Step.REASSESS, Step.BEGIN_DECISION),
    Phase.INTERVENTION: (Step.REASSESS, Step.BEGIN_DECISION),
    Phase.FOLLOW_UP: (Step.REASSESS, Step.BEGIN_DECISION),
    Phase.ASSESSMENT: (Step.BEGIN_DECISION,),
}


def hear(pen: Pen, *, facts: list[str], text: str, by: Hand, at: datetime) -> Row:
    """Send the hearing; the citizen gets a task with the date."""
    days = pen.desk.days
    wait = days.parameters.at("fvl.hearing_deadline", on=at.date()).number
    due = hearing_law.answer_by(received_on=at.date(), days=wait, calendar=days.calendar)
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
        task = working.task_in(
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
        working.finish_in(pen, row["task"], result="answered")
        pen.append(events.HearingAnswered(hearing=row["id"], entry=entry["id"]))


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
    starts, ends = _period(pen, plan)
    rules, considerations, facts, keys = _reasons(pen, plan)
    row = pen.tables["decisions.Decision"].add(
        case_id=pen.id,
        number=len(pen.decisions) + 1,
        state="draft",
        outcome=plan.outcome.value,
        applied_for=plan.applied_for,
        granted=plan.granted,
        refused=plan.refused,
        starts=starts,
        ends=ends,
        follow_up_on=_follow_up(pen, plan, starts),
        provider=plan.provider,
        rules=rules,
        considerations=considerations,
        facts=facts,
        fact_keys=keys,
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


def ask_approval(pen: Pen, row: Row, *, reader: int, by: Hand, at: datetime) -> None:
    """Ask somebody else to read the decision."""
    with pen.act("decision.ask_approval", by=by, at=at):
        row["approval"] = working.task_in(
            pen,
            Task(
                kind="approve",
                title="Læs og godkend afgørelsen",
                employee=reader,
                due=pen.desk.days.working(at.date(), after=3),
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
        working.finish_in(pen, row["approval"], result="approved")
        pen.append(events.DecisionApproved(decision=row["id"], approver=by.id))


def issue(pen: Pen, row: Row, *, by: Hand, at: datetime, content: bytes = b"") -> posting.Posted:
    """Make the decision and send its letter."""
    outcome = Outcome(row["outcome"])
    with pen.act(Verb.DECISION_ISSUE, by=by, at=at):
        working.step_in(pen, Step.DECIDE, outcome=outcome)
        heading, body = _letter_words(pen, row)
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
            version=row["version"] + 1,
        )
        pen.case["follow_up_on"] = row["follow_up_on"]
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
            until = law.last_day(
                received_on=day, guidance_given=spec.appealable, weeks=weeks, calendar=days.calendar
            )
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
        task = working.task_in(
            pen,
            Task(
                kind="letter_failed",
                title="Brevet kunne ikke leveres",
                detail="Send det på papir, eller giv det til borgeren. Fristen løber først, når borgeren har brevet.",
                due=at.date(),
                reference=f"decision:{row['id']}",
                **working.owner(pen),
            ),
        )
        row["letter_task_id"] = task["id"]
        pen.append(events.LetterFailed(about=f"decision:{row['id']}", trouble="undeliverable"))


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
        task = working.task_in(
            pen,
            Task(
                kind="appeal",
                title="Genvurder afgørelsen: der er klaget",
                due=last,
                reference=f"appeal:{made['id']}",
                **working.owner(pen),
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
        working.finish_in(pen, made["task"], result=outcome.value)
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
    entry, _ = posting.keep(pen, letter, to=body)
    made.update(state="forwarded", forwarded_at=pen.at, forwarded_to=body, file_entry_id=entry["id"])
    pen.append(events.AppealForwarded(appeal=made["id"], body=body, entry=entry["id"]))


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


def _period(pen: Pen, plan: Plan) -> tuple[date | None, date | None]:
    if plan.outcome is Outcome.REFUSED:
        return None, None
    starts = pen.desk.days.working(pen.at.date() + timedelta(days=7))
    return starts, add_months(starts, plan.months) if plan.months else None


def _follow_up(pen: Pen, plan: Plan, starts: date | None) -> date | None:
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


def _letter_words(pen: Pen, row: Row) -> tuple[str, str]:
    texts = pen.kind.spec.outcome(Outcome(row["outcome"])).letter
    organisation = pen.desk.organisation
    period = Period(row["starts"], row["ends"]) if row["starts"] else None
    values = {
        "citizen": pen.citizen.given,
        "requested": row["applied_for"],
        "granted": row["granted"],
        "refused": row["refused"],
        "period": period_words(period).da if period else "",
        "provider": row["provider"] or "Vi",
        "caseworker": pen.by.name,
        "phone": "",
        "unit": organisation.unit_names[pen.desk.unit_keys[pen.case["unit_id"]]],
        "case_number": pen.case["number"],
        "follow_up_date": date_words(row["follow_up_on"]).da if row["follow_up_on"] else "",
    }
    return texts.heading.da.format(**values)[:200], texts.opening.da.format(**values)
