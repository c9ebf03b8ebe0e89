"""The next act of a case: everything that it follows from, read together, and given to `core.casework.next_act`."""

from datetime import datetime

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.decisions.queries.standing import Standing, standing_of
from borgerfokus.core.casework import deadline as law
from borgerfokus.core.casework.next_act import AppealStatus, DecisionStatus, NextAct, Situation, next_act
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.sufficiency import Sufficiency
from borgerfokus.core.dates import day_of
from borgerfokus.core.decisions.hearing import HearingState
from borgerfokus.core.texts import Text

_RESTS_ON_FACTS = frozenset({Phase.INFORMATION, Phase.DECISION})
_BEFORE_ANY_DECISION = frozenset({Phase.CONTACT, Phase.INTAKE, Phase.INFORMATION})
_NOTHING_YET = Standing(
    hearing=HearingState.NOT_NEEDED,
    hearing_due=None,
    decision=DecisionStatus.NONE,
    decision_id=None,
    approved=None,
    letter_received=True,
    appeal=AppealStatus.NONE,
    appeal_id=None,
    reassess_by=None,
)


def next_act_of(*, case: Case, at: datetime) -> NextAct | None:
    """The next act of a case that the caller may see; None exactly when it is closed."""
    return next_act(situation_of(case=case, at=at))


def situation_of(*, case: Case, at: datetime) -> Situation:
    """What the next act follows from. Reads only what the case's phase can have."""
    now = _NOTHING_YET if case.phase in _BEFORE_ANY_DECISION else standing_of(case=case, at=at)
    facts = Sufficiency(rows=())
    if case.phase in _RESTS_ON_FACTS:
        facts = assessment.of_case(case=case, at=at).result
    return Situation(
        state=casework.state_of(case),
        on=day_of(at),
        sufficiency=facts,
        has_caseworker=case.caseworker_id is not None,
        hearing=now.hearing,
        decision=now.decision,
        appeal=now.appeal,
        slipped=_slipped(case),
        follow_up_on=case.follow_up_on,
    )


def kind_of_next_act(case: Case, at: datetime) -> str:
    """What lists keep of it: the kind, or nothing for a closed case."""
    act = next_act_of(case=case, at=at)
    return act.kind if act else ""


def _slipped(case: Case) -> law.Deadline | None:
    """The first date that passed without the citizen being told."""
    missed = case.deadlines.filter(status=law.DeadlineStatus.MISSED, met_on__isnull=True, slip_told_at__isnull=True)
    row = missed.order_by("due").first()
    if row is None:
        return None
    spec = next((one for one in case.type_version.spec.deadlines if one.key == row.key), None)
    title = spec.title if spec else Text(da=row.key, en=row.key)
    reference = spec.reference if spec else row.key
    return law.Deadline(
        key=row.key,
        basis=law.Basis(row.basis),
        title=title,
        reference=Text(da=reference, en=reference),
        status=law.DeadlineStatus.MISSED,
        due=row.due,
        original_due=row.original_due,
    )
