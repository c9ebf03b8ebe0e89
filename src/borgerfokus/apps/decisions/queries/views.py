"""Hearings and decisions as pages show them: frozen values, one kind for staff and one for the citizen."""

from dataclasses import dataclass
from datetime import date, datetime

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.decisions.models import AppealState, Decision, DecisionState, Hearing
from borgerfokus.apps.decisions.queries.appeals import AppealView, by_decision
from borgerfokus.apps.decisions.queries.letter import outcome_of, period_of
from borgerfokus.apps.decisions.queries.rows import case as find_case
from borgerfokus.apps.decisions.queries.rows import decision as find_decision
from borgerfokus.apps.decisions.queries.rows import visible_to
from borgerfokus.core.access import Verb
from borgerfokus.core.dates import day_of
from borgerfokus.core.decisions import hearing as law
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.decisions.reasons import Fact, HearingPoint, Reasons, plain
from borgerfokus.core.periods import Period
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.organisation import queries as organisation


@dataclass(frozen=True)
class HearingView:
    """One hearing: what was asked, by when, and what was answered; or the ground for leaving it out."""

    id: int
    stage: str
    facts: tuple[Fact, ...]
    text: str
    sent_at: datetime | None
    due: date | None
    received_on: date | None
    entry_id: int | None
    answered_at: datetime | None
    answer_entry_id: int | None
    points: tuple[HearingPoint, ...]
    exemption: law.Exemption | None
    exempted_why: str
    may_answer: bool
    more_time: "MoreTime | None" = None


@dataclass(frozen=True)
class MoreTime:
    """What the party has asked for, and what came of it. `given` None: not answered yet."""

    asked_at: datetime
    until: date
    why: str
    given: bool | None
    refused_why: str


@dataclass(frozen=True)
class DecisionView:
    """One decision as staff see it. The names are those of colleagues; `version` goes with the next save."""

    id: int
    number: int
    state: DecisionState
    outcome: Outcome
    applied_for: str
    granted: str
    refused: str
    period: Period | None
    follow_up_on: date | None
    provider: str
    reasons: Reasons
    fact_keys: tuple[str, ...]
    language: str
    drafted_by: str
    edited_by: str
    edited_at: datetime
    approver_id: int | None
    approver: str
    approved_at: datetime | None
    returned_reason: str
    issued_at: datetime | None
    letter: str
    file_id: int | None
    entry_id: int | None
    received_on: date | None
    appeal_until: date | None
    appeals: tuple[AppealView, ...]
    version: int


@dataclass(frozen=True)
class MadeDecision:
    """One decision as the citizen sees it. `may_appeal` counts a late appeal too: it is taken, and `late` says so."""

    id: int
    number: int
    outcome: Outcome
    in_force: bool
    applied_for: str
    granted: str
    refused: str
    period: Period | None
    provider: str
    reasons: Reasons
    issued_on: date
    file_id: int | None
    entry_id: int | None
    received_on: date | None
    appeal_until: date | None
    may_appeal: bool
    late: bool
    appeals: tuple[AppealView, ...]


def decisions_of(*, case_id: int, by: Actor, at: datetime) -> tuple[DecisionView, ...]:
    """The decisions of a case for staff, newest first. Raises Hidden; a citizen gets `made_decisions_of`."""
    find_case(case_id=case_id, by=by, at=at)
    rows = list(visible_to(by, at=at).filter(case_id=case_id).order_by("-number"))
    appeals = by_decision(case_id)
    numbers = {number for row in rows for number in (row.drafted_by_id, row.edited_by_id, row.approver_id) if number}
    names = {number: one.name for number, one in organisation.colleagues(numbers).items()} if numbers else {}
    return tuple(_decision(row, names, appeals.get(row.pk, ())) for row in rows)


def decision_of(*, decision_id: int, by: Actor, at: datetime) -> DecisionView:
    """One decision for staff. Raises Hidden."""
    row = find_decision(decision_id=decision_id, by=by, at=at)
    found = decisions_of(case_id=row.case_id, by=by, at=at)
    return next(view for view in found if view.id == decision_id)


def made_decisions_of(*, case_id: int, by: Actor, at: datetime) -> tuple[MadeDecision, ...]:
    """The decisions that have been made in a case, newest first, as the citizen or who acts for it sees them."""
    case = find_case(case_id=case_id, by=by, at=at)
    verbs = casework.allowed(case=case, by=by, at=at)
    appealable = Verb.APPEAL_FILE in verbs and case.type_version.spec.appeal.appealable
    rows = visible_to(by, at=at).filter(case_id=case_id, issued_at__isnull=False).order_by("-number")
    appeals = by_decision(case_id)
    return tuple(_made(row, appeals.get(row.pk, ()), appealable=appealable, on=day_of(at)) for row in rows)


def hearings_of(*, case_id: int, by: Actor, at: datetime) -> tuple[HearingView, ...]:
    """The hearings of a case, newest first, for everybody who sees the case."""
    case = find_case(case_id=case_id, by=by, at=at)
    verbs = casework.allowed(case=case, by=by, at=at)
    open_to_answer = not case.outcome and bool(verbs & {Verb.HEARING_ANSWER, Verb.HEARING_SEND})
    return tuple(
        _hearing(row, may_answer=open_to_answer and row.stage == "sent")
        for row in Hearing.objects.filter(case_id=case_id).order_by("-pk")
    )


def to_approve(*, by: Actor, at: datetime) -> tuple[int, ...]:
    """The decisions that wait for this colleague's approval, oldest first."""
    rows = visible_to(by, at=at).filter(state=DecisionState.TO_APPROVE, approver_id=by.id)
    return tuple(rows.order_by("edited_at").values_list("pk", flat=True))


def _decision(row: Decision, names: dict[int, str], appeals: tuple[AppealView, ...]) -> DecisionView:
    return DecisionView(
        id=row.pk,
        number=row.number,
        state=DecisionState(row.state),
        outcome=outcome_of(row),
        applied_for=row.applied_for,
        granted=row.granted,
        refused=row.refused,
        period=period_of(row),
        follow_up_on=row.follow_up_on,
        provider=row.provider,
        reasons=Reasons(rules=row.rules, considerations=row.considerations, facts=row.facts),
        fact_keys=tuple(row.fact_keys),
        language=row.language,
        drafted_by=names.get(row.drafted_by_id, ""),
        edited_by=names.get(row.edited_by_id, ""),
        edited_at=row.edited_at,
        approver_id=row.approver_id,
        approver=names.get(row.approver_id or 0, ""),
        approved_at=row.approved_at,
        returned_reason=row.returned_reason,
        issued_at=row.issued_at,
        letter=row.letter,
        file_id=row.file_id,
        entry_id=row.entry_id,
        received_on=row.received_on,
        appeal_until=row.appeal_until,
        appeals=appeals,
        version=row.version,
    )


def _made(row: Decision, appeals: tuple[AppealView, ...], *, appealable: bool, on: date) -> MadeDecision:
    in_force = row.state == DecisionState.ISSUED
    answered_or_open = any(appeal.state is not AppealState.WITHDRAWN for appeal in appeals)
    return MadeDecision(
        id=row.pk,
        number=row.number,
        outcome=outcome_of(row),
        in_force=in_force,
        applied_for=row.applied_for,
        granted=row.granted,
        refused=row.refused,
        period=period_of(row),
        provider=row.provider,
        reasons=Reasons(
            rules=plain(text=row.rules), considerations=plain(text=row.considerations), facts=plain(text=row.facts)
        ),
        issued_on=day_of(row.issued_at) if row.issued_at else on,
        file_id=row.file_id,
        entry_id=row.entry_id,
        received_on=row.received_on,
        appeal_until=row.appeal_until,
        may_appeal=appealable and in_force and not answered_or_open,
        late=row.appeal_until is not None and on > row.appeal_until,
        appeals=appeals,
    )


def _hearing(row: Hearing, *, may_answer: bool) -> HearingView:
    return HearingView(
        id=row.pk,
        stage=row.stage,
        facts=tuple(
            Fact(
                key=fact["key"],
                title=fact["title"],
                value=fact["value"],
                source=fact["source"],
                as_of=date.fromisoformat(fact["as_of"]),
            )
            for fact in row.facts
        ),
        text=row.text,
        sent_at=row.sent_at,
        due=row.due,
        received_on=row.received_on,
        entry_id=row.entry_id,
        answered_at=row.answered_at,
        answer_entry_id=row.answer_entry_id,
        points=tuple(HearingPoint(key=point["key"], text=point["text"]) for point in row.points),
        exemption=law.Exemption(row.exemption) if row.exemption else None,
        exempted_why=row.exempted_why,
        may_answer=may_answer,
        more_time=_more_time(row),
    )


def _more_time(row: Hearing) -> MoreTime | None:
    if row.more_time_asked_at is None or row.more_time_until is None:
        return None
    return MoreTime(
        asked_at=row.more_time_asked_at,
        until=row.more_time_until,
        why=row.more_time_why,
        given=row.more_time_given,
        refused_why=row.more_time_refused_why,
    )
