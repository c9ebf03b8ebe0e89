"""The next act of a case: everything that it follows from, read together, and given to `core.casework.next_act`."""

from collections.abc import Callable, Sequence
from datetime import datetime

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, Deadline
from borgerfokus.apps.decisions.queries import standing
from borgerfokus.apps.decisions.queries.standing import Standing
from borgerfokus.core.casework import deadline as law
from borgerfokus.core.casework.help_situation import NOTHING_GRANTED, HelpSituation
from borgerfokus.core.casework.next_act import AppealStatus, DecisionStatus, NextAct, Situation, next_act
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.sufficiency import Sufficiency
from borgerfokus.core.dates import day_of
from borgerfokus.core.decisions.hearing import HearingState
from borgerfokus.core.texts import Text

HelpSource = Callable[[Case, datetime], HelpSituation]
_help: list[HelpSource] = []
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


def register_help(source: HelpSource) -> None:
    """Let the app above that knows plan and order say where they stand, for a case that is decided."""
    _help[:] = [source]


def next_act_of(*, case: Case, at: datetime) -> NextAct | None:
    """The next act of a case that the caller may see; None exactly when it is closed."""
    return next_act(situation_of(case=case, at=at))


def situation_of(*, case: Case, at: datetime, facts: Sufficiency | None = None) -> Situation:
    """What the next act follows from. `facts` are read where the phase rests on them, if not given."""
    rows = standing.read(case)
    early = case.phase in _BEFORE_ANY_DECISION
    now = _NOTHING_YET if early else standing.standing_of(case=case, at=at, rows=rows)
    if case.phase not in _RESTS_ON_FACTS:
        facts = Sufficiency(rows=())
    elif facts is None:
        facts = assessment.of_case(case=case, at=at).result
    return Situation(
        state=casework.state_of(case),
        on=day_of(at),
        sufficiency=facts,
        has_caseworker=case.caseworker_id is not None,
        hearing=now.hearing,
        decision=now.decision,
        appeal=now.appeal,
        slipped=_slipped(case, rows["missed"]),
        follow_up_on=case.follow_up_on,
        help=_help[0](case, at) if _help and case.outcome else NOTHING_GRANTED,
    )


def kind_of_next_act(case: Case, at: datetime) -> str:
    """What lists keep of it: the kind, or nothing for a closed case."""
    act = next_act_of(case=case, at=at)
    return act.kind if act else ""


def _slipped(case: Case, missed: Sequence[Deadline]) -> law.Deadline | None:
    """The first date that passed without the citizen being told."""
    row = next(iter(missed), None)
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
