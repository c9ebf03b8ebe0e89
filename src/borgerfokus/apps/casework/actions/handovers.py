"""Handing a case from unit to unit: offered, then accepted by a person or refused with a reason. Never ownerless."""

from dataclasses import dataclass
from datetime import datetime

from borgerfokus.apps.casework.actions import conditions
from borgerfokus.apps.casework.actions.changing import OpenCase, changing
from borgerfokus.apps.casework.actions.standing import state_of
from borgerfokus.apps.casework.events import CaseTaken, HandoverAnswered, HandoverOffered
from borgerfokus.apps.casework.models import Handover
from borgerfokus.core.access import Verb
from borgerfokus.core.casework import lifecycle
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access import service as access
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.models import Ground
from borgerfokus.foundation.organisation.models import Unit


@dataclass(frozen=True)
class Offer:
    """To whom, what the next one must know, and what the citizen has been promised."""

    to_unit: int
    must_know: str
    promised: str = ""


def offer(*, case_id: int, offer: Offer, by: Actor, at: datetime) -> Refusal | None:
    """Offer the case to another unit, which may see it from now on. It stays here until it is accepted."""
    with changing(case_id=case_id, verb=Verb.HANDOVER_OFFER, by=by, at=at) as opened:
        case = opened.case
        unit = Unit.objects.filter(pk=offer.to_unit).first()
        name = unit.name if unit else ""
        given = conditions.of(case=case, at=at, receiver=name, reason=offer.must_know)
        after = lifecycle.apply(state=state_of(case), step=Step.HAND_OVER, conditions=given)
        if isinstance(after, Refusal):
            return after
        if unit is None or unit.pk == case.unit_id:
            return _SAME_UNIT
        if case.handovers.filter(answer="").exists():
            return _ALREADY_OFFERED
        row = Handover.objects.create(
            case=case,
            from_unit_id=case.unit_id,
            to_unit=unit,
            must_know=offer.must_know,
            promised=offer.promised,
            offered_at=at,
            offered_by=by.subject,
        )
        access.give(subject=f"unit:{unit.pk}", case_id=case.pk, ground=Ground.HANDOVER, by=by, at=at)
        opened.append(HandoverOffered(handover=row.pk, from_unit=case.unit.key, to_unit=unit.key))
    return None


def accept(*, handover_id: int, by: Actor, at: datetime) -> None:
    """The actor takes the case over for the new unit and becomes its caseworker."""
    handover = _open_handover(handover_id)
    access.include_cases([handover.case_id])
    with changing(case_id=handover.case_id, verb=Verb.HANDOVER_ANSWER, by=by, at=at) as opened:
        _answer(opened, handover, "accepted")
        case = opened.case
        opened.append(CaseTaken(employee=by.id, before=case.caseworker_id))
        case.unit_id = handover.to_unit_id
        case.caseworker_id = by.id


def refuse(*, handover_id: int, reason: str, by: Actor, at: datetime) -> Refusal | None:
    """The new unit says no, with a reason. The case stays with the unit that offered it."""
    if not reason.strip():
        return _NO_REASON
    handover = _open_handover(handover_id)
    access.include_cases([handover.case_id])
    with changing(
        case_id=handover.case_id, verb=Verb.HANDOVER_ANSWER, by=by, at=at, action="handover.refuse"
    ) as opened:
        handover.refusal_reason = reason
        _answer(opened, handover, "refused")
    return None


def recall(*, handover_id: int, by: Actor, at: datetime) -> None:
    """The giving unit takes its offer back."""
    handover = _open_handover(handover_id)
    with changing(
        case_id=handover.case_id, verb=Verb.HANDOVER_OFFER, by=by, at=at, action="handover.recall"
    ) as opened:
        _answer(opened, handover, "recalled")


def _open_handover(handover_id: int) -> Handover:
    row = Handover.objects.select_related("from_unit", "to_unit").filter(pk=handover_id, answer="").first()
    if row is None:
        raise Hidden(f"handover {handover_id}")
    return row


def _answer(opened: OpenCase, handover: Handover, answer: str) -> None:
    handover.answer = answer
    handover.answered_at = opened.at
    handover.answered_by = opened.by.subject
    handover.save()
    access.end(case_id=handover.case_id, ground=Ground.HANDOVER, at=opened.at)
    opened.append(
        HandoverAnswered(
            handover=handover.pk,
            answer=answer,
            from_unit=handover.from_unit.key,
            to_unit=handover.to_unit.key,
        )
    )


_SAME_UNIT = Refusal(
    code="same_unit",
    text=Text(
        da="Vælg en anden enhed end den, sagen ligger i nu.",
        en="Choose another unit than the one the case lies in now.",
    ),
    article="forvaltningsloven § 7",
)
_ALREADY_OFFERED = Refusal(
    code="already_offered",
    text=Text(
        da="Sagen er allerede tilbudt en anden enhed. Træk det tilbud tilbage først.",
        en="The case has already been offered to another unit. Take that offer back first.",
    ),
    article="forvaltningsloven § 7",
)
_NO_REASON = Refusal(
    code="no_reason",
    text=Text(
        da="Skriv, hvorfor I ikke tager sagen. Den, der tilbød den, skal kunne komme videre.",
        en="Write why you do not take the case. Whoever offered it must be able to go on.",
    ),
    article="offentlighedsloven § 13",
)
