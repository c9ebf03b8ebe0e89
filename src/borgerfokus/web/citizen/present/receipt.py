"""What happens after a request is sent: the date promised, who has it, and the steps to come."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from borgerfokus.apps.casework.service import Case
from borgerfokus.core.casework.casetype import CaseType, PhaseSpec
from borgerfokus.core.casework.casetype.vocabulary import Moment
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.rules import Unit
from borgerfokus.core.words import length_words, moment_words
from borgerfokus.web.design.views import Kind
from borgerfokus.web.frame import on_day, say
from borgerfokus.web.present import picture

_STEPS = (Phase.INTAKE, Phase.INFORMATION, Phase.ASSESSMENT, Phase.DECISION)


@dataclass(frozen=True)
class Receipt:
    """A request that has been received."""

    number: str
    received: str
    answer_by: str
    kind: Kind | None
    team: str
    steps: tuple[tuple[str, str], ...]


def of_case(case: Case, *, at: datetime) -> Receipt:
    """The receipt of a case."""
    drawn = picture.draw([case], at=at)[case.pk]
    due = drawn.picture.next_date
    spec = case.type_version.spec
    return Receipt(
        number=case.number,
        received=say(moment_words(case.received_at)),
        answer_by=on_day(due.day) if due else "",
        kind=picture.kind(due.kind) if due else None,
        team=case.unit.name,
        steps=tuple(_step(spec.phase(key)) for key in _STEPS),
    )


def promise(spec: CaseType) -> str:
    """How long it takes at the most, as the case type says; "" when it promises nothing."""
    for deadline in spec.deadlines:
        if deadline.ends_with is not Moment.DECISION_ISSUED:
            continue
        if deadline.amount is not None and deadline.unit is not None:
            length = say(length_words(deadline.amount, Unit(deadline.unit.value)))
            return _("Du får svar inden for %(length)s.") % {"length": length}
    return ""


def _step(phase: PhaseSpec) -> tuple[str, str]:
    return say(phase.title_citizen), say(phase.citizen_text)
