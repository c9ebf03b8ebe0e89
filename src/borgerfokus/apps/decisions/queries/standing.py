"""Where hearing, decision, letter and appeal of a case stand: for the lifecycle, and for the next act."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, TypeAlias

from django.db.models import QuerySet

from borgerfokus.apps.assessment.models import Evidence
from borgerfokus.apps.casework.models import Case, Deadline
from borgerfokus.apps.decisions.models import (
    OPEN_STATES,
    Appeal,
    AppealState,
    BoardDecision,
    Decision,
    DecisionState,
    Hearing,
    HearingStage,
    LetterState,
)
from borgerfokus.core.casework.deadline import Basis, DeadlineRule, DeadlineStatus
from borgerfokus.core.casework.situation import AppealStatus, DecisionStatus
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.dates import day_of
from borgerfokus.core.decisions import hearing as law
from borgerfokus.core.decisions.outcomes import BoardOutcome, Outcome
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.compiled import ID, Together
from borgerfokus.foundation.parameters import service as parameters

_BEFORE_ANY_DECISION = frozenset({Phase.CONTACT, Phase.INTAKE})
APPEAL_FILED, APPEAL_ANSWERED = "appeal_filed", "appeal_answered"
"""What the case's moments call the two ends of a reassessment."""
REMITTED, REMITTED_DECIDED = "appeal_remitted", "remitted_decided"
"""The two ends of deciding a case anew that the appeal body has sent back."""
REASSESSMENT, DECIDE_AGAIN = "reassessment", "decide_again"
_REMITTED_TIME = "rsl.remitted_deadline"
_DECIDE_AGAIN = Text(da="Ny afgørelse efter hjemvisning", en="New decision after the case was sent back")
_REASSESSMENT = Text(da="Genvurdering af klagen", en="Reassessment of the appeal")
_ON_PAPER = {
    DecisionState.TO_APPROVE: DecisionStatus.AWAITS_APPROVAL,
    DecisionState.APPROVED: DecisionStatus.APPROVED,
}
_UNDER_WAY = {
    LetterState.RECEIVED: DecisionStatus.RECEIVED,
    LetterState.FAILED: DecisionStatus.FAILED,
}


Rows: TypeAlias = Mapping[str, list[Any]]


@dataclass(frozen=True)
class Standing:
    """What the next act follows from, beside the case itself.

    `decision_id` is the decision being written, else the one in force. `approved` is None where no second pair of
    eyes is asked for. `letter_received` is False only while the letter of a decision in force has not arrived.
    """

    hearing: law.HearingState
    hearing_due: date | None
    decision: DecisionStatus
    decision_id: int | None
    approved: bool | None
    letter_received: bool
    appeal: AppealStatus
    appeal_id: int | None
    reassess_by: date | None


@dataclass(frozen=True)
class _Heard:
    """The hearings of a case, newest first, and what the party does not know of."""

    hearings: Sequence[Hearing]
    unknown: Iterable[Evidence]


def read(case: Case) -> Rows:
    """Everything that the next act of a case follows from, beside the case itself and its facts. One query."""
    return _rows().read({ID: case.pk})


def standing_of(*, case: Case, at: datetime, rows: Rows | None = None) -> Standing:
    """Where everything after the information stands: one query, or none when the caller has `read` the rows."""
    rows = read(case) if rows is None else rows
    decisions, hearings = rows["decisions"], rows["hearings"]
    written = next((row for row in decisions if row.state in OPEN_STATES), None)
    made = next((row for row in decisions if row.state == DecisionState.ISSUED), None)
    appeal = next(iter(rows["appeals"]), None)
    board = next(iter(rows["boards"]), None)
    owes_hearing = written is not None or not case.outcome
    outcome = Outcome(written.outcome) if written else None
    hearing = law.HearingState.NOT_NEEDED
    if owes_hearing:
        hearing = _hearing(case, outcome, _Heard(hearings=hearings, unknown=rows["unknown"]), day_of(at))
    known = written or made
    return Standing(
        hearing=hearing,
        hearing_due=next((row.due for row in hearings if row.stage == HearingStage.SENT), None),
        decision=_decision(case, written, made),
        decision_id=known.pk if known else None,
        approved=approval_of(case, written) if written else None,
        letter_received=made is None or made.letter == LetterState.RECEIVED,
        appeal=_appeal(case, appeal) if appeal else _after_board(board, made),
        appeal_id=appeal.pk if appeal else None,
        reassess_by=appeal.reassess_by if appeal and appeal.state == AppealState.FILED else None,
    )


@lru_cache(maxsize=1)
def _rows() -> Together:
    open_states = [AppealState.FILED, AppealState.FORWARDED]
    open_ones = Appeal.objects.filter(case_id=ID, state__in=open_states, board__isnull=True)
    missed = Deadline.objects.filter(case_id=ID, met_on__isnull=True, slip_told_at__isnull=True)
    missed = missed.filter(status=DeadlineStatus.MISSED)
    return Together.of(
        decisions=Decision.objects.filter(case_id=ID).exclude(state=DecisionState.REPLACED),
        appeals=open_ones.filter(decision__state=DecisionState.ISSUED).order_by("-pk")[:1],
        boards=BoardDecision.objects.filter(case_id=ID).select_related("appeal").order_by("-pk")[:1],
        hearings=Hearing.objects.filter(case_id=ID).order_by("-pk"),
        unknown=_unknown(ID),
        missed=missed.order_by("due")[:1],
    )


def conditions(case: Case, at: datetime) -> Mapping[str, Any]:
    """Fields of `core.casework.state.Conditions`, as the lifecycle asks for them before a step."""
    if case.phase in _BEFORE_ANY_DECISION:
        return {}
    now = standing_of(case=case, at=at)
    return {
        "hearing": now.hearing,
        "approved": now.approved,
        "letter_received": now.letter_received,
        "appeal_open": now.appeal is AppealStatus.REGISTERED,
    }


def deadlines(case: Case) -> Sequence[DeadlineRule]:
    """The date by which an appeal is reassessed (retssikkerhedsloven § 66), for a case that has been appealed; and the
    one by which a case that was sent back is decided again (the municipality's own, § 3)."""
    return (*_reassessing(case), *_deciding_again(case))


def _deciding_again(case: Case) -> Sequence[DeadlineRule]:
    sent_back = case.moments.get(REMITTED)
    if sent_back is None:
        return ()
    value = parameters.at(_REMITTED_TIME, on=day_of(datetime.fromisoformat(sent_back)))
    rule = DeadlineRule(
        key=DECIDE_AGAIN,
        basis=Basis.OWN,
        title=_DECIDE_AGAIN,
        starts_at=REMITTED,
        ends_with=REMITTED_DECIDED,
        amount=value.number,
        unit=value.unit,
        reference=value.reference.text,
        stops_when_suspended=True,
    )
    return (rule,)


def _reassessing(case: Case) -> Sequence[DeadlineRule]:
    key = case.type_version.spec.appeal.reassessment
    filed = case.moments.get(APPEAL_FILED)
    if key is None or filed is None:
        return ()
    value = parameters.at(key, on=day_of(datetime.fromisoformat(filed)))
    rule = DeadlineRule(
        key=REASSESSMENT,
        basis=Basis.STATUTORY,
        title=_REASSESSMENT,
        starts_at=APPEAL_FILED,
        ends_with=APPEAL_ANSWERED,
        amount=value.number,
        unit=value.unit,
        reference=value.reference.text,
        stops_when_suspended=False,
    )
    return (rule,)


def hearing_state(*, case: Case, outcome: Outcome | None, on: date) -> law.HearingState:
    """Where the hearing of the party stands, for a decision with this outcome (None: not known yet)."""
    return _hearing(case, outcome, _Heard(hearings=hearings_of(case), unknown=_unknown(case.pk)), on)


def hearings_of(case: Case) -> list[Hearing]:
    """The hearings of a case, newest first."""
    return list(Hearing.objects.filter(case=case).order_by("-pk"))


def owed_facts(*, case: Case, outcome: Outcome | None, hearings: Iterable[Hearing]) -> list[Evidence]:
    """The facts that the party must be heard about and has not been asked about yet."""
    return _owed(outcome, _Heard(hearings=list(hearings), unknown=_unknown(case.pk)))


def _unknown(case_id: int) -> QuerySet[Evidence]:
    """What speaks against the party, and the party does not know of."""
    rows = Evidence.objects.filter(
        case_id=case_id, ended_at__isnull=True, contradicts__isnull=True, against_party=True, party_knows=False
    )
    return rows.order_by("fact")


def _owed(outcome: Outcome | None, heard: _Heard) -> list[Evidence]:
    by_key = {row.fact: row for row in heard.unknown}
    owed = law.to_hear(
        outcome=outcome or Outcome.PARTLY,
        facts=[law.HearingFact(key=key, to_detriment=True, of_importance=True, known_to_party=False) for key in by_key],
    )
    asked = {fact["evidence"] for row in heard.hearings if row.stage != HearingStage.FAILED for fact in row.facts}
    return [by_key[key] for key in owed if by_key[key].pk not in asked]


def approval_of(case: Case, decision: Decision) -> bool | None:
    """Whether somebody else has approved; None where the case type asks for nobody and nobody was asked."""
    if decision.state == DecisionState.APPROVED:
        return True
    asked = decision.state in {DecisionState.TO_APPROVE, DecisionState.RETURNED}
    spec = case.type_version.spec.outcome(Outcome(decision.outcome))
    return False if asked or spec.requires_second_reader else None


def _hearing(case: Case, outcome: Outcome | None, heard: _Heard, on: date) -> law.HearingState:
    owed = tuple(row.fact for row in _owed(outcome, heard))
    if owed:
        return law.state(owed=owed, hearing=None, required=False, on=on)
    newest = next((row for row in heard.hearings if row.stage != HearingStage.FAILED), None)
    required = outcome is not None and case.type_version.spec.outcome(outcome).requires_hearing
    return law.state(owed=(), hearing=_done(newest, on) if newest else None, required=required, on=on)


def _done(row: Hearing, on: date) -> law.Hearing:
    """The hearing as the law sees it: until its letter has arrived, the time to answer does not run out."""
    if row.stage == HearingStage.EXEMPTED or row.due is None or row.sent_at is None:
        return law.Hearing(exemption=law.Exemption(row.exemption), why=row.exempted_why)
    return law.Hearing(
        sent_on=day_of(row.sent_at),
        answer_by=row.due if row.received_on else max(row.due, on),
        answered_on=day_of(row.answered_at) if row.answered_at else None,
    )


def _decision(case: Case, written: Decision | None, made: Decision | None) -> DecisionStatus:
    if written is not None:
        return _ON_PAPER.get(DecisionState(written.state), DecisionStatus.DRAFT)
    if made is not None and case.outcome:
        return _UNDER_WAY.get(LetterState(made.letter), DecisionStatus.SENT)
    return DecisionStatus.NONE


def _after_board(board: BoardDecision | None, made: Decision | None) -> AppealStatus:
    """What the appeal body's answer still asks for: until a decision later than the one it was about is made."""
    if board is None or (made is not None and made.pk != board.appeal.decision_id):
        return AppealStatus.NONE
    return _AFTER_BOARD.get(BoardOutcome(board.outcome), AppealStatus.NONE)


_AFTER_BOARD = {BoardOutcome.CHANGED: AppealStatus.CHANGED, BoardOutcome.REMITTED: AppealStatus.REMITTED}


def _appeal(case: Case, appeal: Appeal) -> AppealStatus:
    if appeal.state == AppealState.FILED:
        return AppealStatus.REGISTERED
    return AppealStatus.FORWARDED if case.outcome else AppealStatus.NONE
