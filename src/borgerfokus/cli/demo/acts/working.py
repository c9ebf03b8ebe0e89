"""Opening, taking, moving, pausing and handing over a case; tasks and consultations."""

from dataclasses import dataclass
from datetime import date, datetime

from borgerfokus.apps.casework import events
from borgerfokus.cli.demo.acts import growing, tasks
from borgerfokus.cli.demo.acts.pen import Desk, Hand, Pen
from borgerfokus.cli.demo.acts.tasks import Task
from borgerfokus.cli.demo.casetypes import Kind
from borgerfokus.cli.demo.citizens import Citizen
from borgerfokus.cli.demo.organisation import Worker
from borgerfokus.cli.demo.tables import Row
from borgerfokus.core.access import Verb
from borgerfokus.core.casework import lifecycle
from borgerfokus.core.casework.ball import Ball, Waiting
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.state import Conditions, Phase, State
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.texts import Text
from borgerfokus.core.words import date_words
from borgerfokus.foundation.access.models import Ground

_MOMENTS = {
    Step.BEGIN_ASSESSMENT: "informed",
    Step.DECIDE: "decision_issued",
    Step.START_INTERVENTION: "intervention_started",
    Step.BEGIN_FOLLOW_UP: "followed_up",
}


class Unlawful(ValueError):
    """A story takes a step that the lifecycle refuses."""


@dataclass(frozen=True)
class Start:
    """How a case begins."""

    kind: Kind
    citizen: Citizen
    unit_key: str
    source: str
    need: str
    received: datetime
    is_request: bool = True


def open_case(desk: Desk, start: Start, *, by: Hand, at: datetime) -> Pen:
    """A case at the unit that answers for its kind, with the citizen as its party."""
    table, spec = desk.tables["casework.Case"], start.kind.spec
    case = table.add(
        number=f"{start.received.year}-{table.last_id + 1:06d}",
        type_version_id=start.kind.version_id,
        type_key=spec.key,
        title=spec.title_citizen.da,
        citizen_id=start.citizen.id,
        unit_id=desk.organisation.unit_ids[start.unit_key],
        source=start.source,
        need=start.need,
        phase=(Phase.INTAKE if start.is_request else Phase.CONTACT).value,
        received_at=start.received,
        phase_since=at,
        ball_since=at,
        last_activity_at=at,
        moments={"request_received": start.received.isoformat(), "case_opened": at.isoformat()},
    )
    pen = Pen(desk=desk, kind=start.kind, citizen=start.citizen, case=case)
    with pen.act(Verb.CASE_OPEN, by=by, at=at):
        add_party(pen, start.citizen, "party")
        pen.append(
            events.CaseOpened(type_key=spec.key, type_number=spec.version, unit=start.unit_key, source=start.source)
        )
    growing.begin(pen, at=at)
    return pen


def add_party(pen: Pen, one: Citizen, role: str) -> None:
    """Somebody takes part from now on."""
    pen.tables["casework.Party"].add(case_id=pen.id, person_id=one.id, role=role, starts=pen.at)
    if role != "relative":
        give(pen, f"person:{one.id}", Ground(role))


def let_in(pen: Pen, one: Citizen, role: str, *, by: Hand, at: datetime) -> None:
    """The act of adding somebody to a case that runs."""
    with pen.act("party.add", by=by, at=at):
        add_party(pen, one, role)
        pen.append(events.PartyAdded(person=one.id, role=role))


def give(pen: Pen, subject: str, ground: Ground, *, ends: datetime | None = None, reason: str = "") -> Row:
    """Let somebody see the case."""
    row = pen.tables["access.Grant"].add(
        subject=subject,
        case_id=pen.id,
        ground=ground.value,
        starts=pen.at,
        ends=ends,
        given_by=pen.by.subject,
        reason=reason,
    )
    pen.grants.append(row)
    return row


def end_grants(pen: Pen, ground: Ground) -> None:
    """Whoever saw the case on this ground sees it no more."""
    for row in pen.grants:
        if row["ground"] == ground and (row["ends"] is None or row["ends"] > pen.at):
            row["ends"] = pen.at


def take(pen: Pen, *, by: Worker, at: datetime, given_by: Hand | None = None) -> None:
    """The employee becomes the case's caseworker, by taking it or by being given it."""
    hand = given_by or Hand(by.subject, by.name, by.id, by.unit_id)
    with pen.act(Verb.CASE_ASSIGN if given_by else Verb.CASE_TAKE, by=hand, at=at):
        pen.append(events.CaseTaken(employee=by.id, before=pen.case["caseworker_id"]))
        pen.case["caseworker_id"] = by.id


def step(pen: Pen, which: Step, *, by: Hand, at: datetime, reason: str = "", receiver: str = "") -> None:
    """Take a step as an act of its own. Raises Unlawful."""
    with pen.act(f"case.step.{which}", by=by, at=at):
        step_in(pen, which, reason=reason, receiver=receiver)


def step_in(pen: Pen, which: Step, *, reason: str = "", receiver: str = "", **known: object) -> None:
    """As `step`, on a case that is open already."""
    before = pen.state()
    after = lawful(pen, which, reason=reason, receiver=receiver, **known)
    _carry_out(pen, which, after)
    pen.append(
        events.PhaseChanged(step=which, before=before.phase, after=after.phase, reason=reason, receiver=receiver)
    )


def lawful(pen: Pen, which: Step, **known: object) -> State:
    """The state after a step. Raises Unlawful."""
    given = Conditions(has_caseworker=pen.case["caseworker_id"] is not None, **known)  # type: ignore[arg-type]
    after = lifecycle.apply(state=pen.state(), step=which, conditions=given)
    if isinstance(after, Refusal):
        raise Unlawful(f"{pen.case['number']}: {which}: {after.text.en}")
    return after


def _carry_out(pen: Pen, which: Step, after: State) -> None:
    case, at = pen.case, pen.at
    if after.phase != case["phase"]:
        case["phase_since"] = at
    case["phase"] = after.phase.value
    case["outcome"] = after.decided.value if after.decided else ""
    case["closed_reason"] = after.closed_reason.value if after.closed_reason else ""
    case["closed_at"] = at if after.phase is Phase.CLOSED else None
    if which is Step.DECIDE:
        case["decided_at"] = at
    if which in {Step.REASSESS, Step.REOPEN}:
        case["decided_at"] = None
        case["moments"] = {k: v for k, v in case["moments"].items() if k not in {"decision_issued", "case_closed"}}
    if which in _MOMENTS:
        mark(pen, _MOMENTS[which])
    if after.phase is Phase.CLOSED:
        mark(pen, "case_closed")
        _end_pause(pen)


def mark(pen: Pen, what: str, *, at: datetime | None = None) -> None:
    """Something that a deadline counts from or is met by has happened."""
    pen.case["moments"] = {**pen.case["moments"], what: (at or pen.at).isoformat()}


def suspend_in(pen: Pen, *, whom: Ball, name: str, reason: str, answer_by: date | None) -> None:
    """The case waits for somebody outside."""
    waiting = Waiting(
        whom=whom, name=Text(da=name, en=name), why=Text(da=reason, en=reason), since=pen.at.date(), due=answer_by
    )
    lawful(pen, Step.SUSPEND, reason=reason, waiting=waiting)
    _end_pause(pen)
    pen.case["waiting_for"], pen.case["waiting_on"] = whom.value, name
    pen.suspensions.append(
        pen.tables["casework.Suspension"].add(
            case_id=pen.id,
            waiting_for=whom.value,
            waiting_on=name,
            reason=reason,
            answer_by=answer_by,
            starts=pen.at,
        )
    )
    pen.append(
        events.CaseSuspended(
            waiting_for=whom,
            waiting_on=name,
            reason=reason,
            answer_by=answer_by.isoformat() if answer_by else "",
        )
    )


def resume_in(pen: Pen, *, because: str) -> None:
    """The clock runs again."""
    lawful(pen, Step.RESUME, reason=because)
    _end_pause(pen)
    pen.append(events.CaseResumed(because=because))


def _end_pause(pen: Pen) -> None:
    for row in pen.suspensions:
        if row["ends"] is None:
            row["ends"] = pen.at
    pen.case["waiting_for"] = pen.case["waiting_on"] = ""


def extend(pen: Pen, *, deadline: str, before: date, new_due: date, reason: str, by: Hand, at: datetime) -> None:
    """A deadline gets a new date, with the reason that the citizen is told."""
    with pen.act(Verb.CASE_EXTEND, by=by, at=at):
        lawful(pen, Step.EXTEND, reason=reason, new_date=new_due)
        pen.extensions.append(
            pen.tables["casework.Extension"].add(
                case_id=pen.id,
                deadline_key=deadline,
                new_due=new_due,
                reason=reason,
                decided_at=at,
                decided_by=by.subject,
            )
        )
        pen.append(
            events.DeadlineExtended(
                deadline=deadline, before=before.isoformat(), after=new_due.isoformat(), reason=reason
            )
        )


def slip(pen: Pen, *, deadline: str, title: str, due: date, by: Hand, at: datetime) -> date:
    """A date was not kept: a new one is promised, and somebody is to see whether it holds. Returns the new date."""
    days = pen.desk.days
    later = days.calendar.add_working_days(at.date(), days.parameters.at("rsl.new_date", on=at.date()).number)
    with pen.act("deadline.slip", by=by, at=at):
        pen.extensions.append(
            pen.tables["casework.Extension"].add(
                case_id=pen.id,
                deadline_key=deadline,
                new_due=later,
                reason="Fristen blev ikke holdt. Borgeren har fået besked om den nye dato.",
                decided_at=at,
                decided_by=by.subject,
            )
        )
        pen.told[deadline] = at
        words = f"{title}: fristen var den {date_words(due).da} og blev ikke holdt. Borgeren har fået brev om, at den "
        more = f"nye dato er den {date_words(later).da}. Holder den ikke, så forlæng fristen og skriv hvorfor. Så får "
        tasks.task_in(
            pen,
            tasks.owned(
                pen,
                Task(
                    kind="deadline_slipped",
                    title="Send besked om ny dato, hvis den nye ikke holder",
                    detail=f"{words}{more}borgeren besked igen.",
                    due=at.date(),
                    reference=f"deadline:{deadline}:{due}",
                ),
            ),
        )
        pen.append(events.DeadlineSlipped(deadline=deadline, due=due.isoformat(), new_due=later.isoformat()))
    return later
