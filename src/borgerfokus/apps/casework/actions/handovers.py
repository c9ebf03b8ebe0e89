"""Handing a case from unit to unit: offered, then accepted by a person or refused with a reason. Never ownerless."""

from dataclasses import dataclass
from datetime import date, datetime

from borgerfokus.apps.casework.actions import conditions
from borgerfokus.apps.casework.actions.changing import OpenCase, changing
from borgerfokus.apps.casework.actions.standing import state_of
from borgerfokus.apps.casework.events import CaseTaken, HandoverAnswered, HandoverOffered, HandoverTalked
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
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.models import Unit


@dataclass(frozen=True)
class Offer:
    """To whom, what the next one must know, and what the citizen has been promised."""

    to_unit: int
    must_know: str
    promised: str = ""
    to_employee: int | None = None


@dataclass(frozen=True)
class Talk:
    """The talk about a case that changes hands: when, with whom, what was said, and whether the citizen was asked.

    `why_not` is required when the citizen was not invited.
    """

    on: date
    with_whom: str
    summary: str
    citizen_invited: bool
    why_not: str = ""


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
        if offer.to_employee is not None and not _works_in(offer.to_employee, unit.pk, at):
            return _NOT_THERE
        row = Handover.objects.create(
            case=case,
            from_unit_id=case.unit_id,
            to_unit=unit,
            to_employee_id=offer.to_employee,
            must_know=offer.must_know,
            promised=offer.promised,
            offered_at=at,
            offered_by=by.subject,
        )
        access.give(subject=f"unit:{unit.pk}", case_id=case.pk, ground=Ground.HANDOVER, by=by, at=at)
        opened.append(HandoverOffered(handover=row.pk, from_unit=case.unit.key, to_unit=unit.key))
    return None


def talk(*, handover_id: int, talk: Talk, by: Actor, at: datetime) -> Refusal | None:
    """Tell of the talk, from either side: the unit that gives, or the one that is offered the case."""
    handover = _open_handover(handover_id)
    if not talk.with_whom.strip() or not talk.summary.strip() or talk.on > at.date():
        return _TALK_INCOMPLETE
    if not talk.citizen_invited and not talk.why_not.strip():
        return _WHY_NOT
    verb = Verb.HANDOVER_ANSWER if handover.to_unit_id in by.units else Verb.HANDOVER_OFFER
    with changing(case_id=handover.case_id, verb=verb, by=by, at=at, action="handover.talk") as opened:
        handover.talk_on, handover.talk_by = talk.on, by.subject
        handover.talk_with, handover.talk_summary = talk.with_whom.strip(), talk.summary.strip()
        handover.citizen_invited = talk.citizen_invited
        handover.citizen_why_not = "" if talk.citizen_invited else talk.why_not.strip()
        handover.save()
        opened.append(
            HandoverTalked(handover=handover.pk, on=talk.on.isoformat(), citizen_invited=talk.citizen_invited)
        )
    return None


def accept(*, handover_id: int, by: Actor, at: datetime, no_talk_why: str = "") -> Refusal | None:
    """The actor takes the case over for the new unit and becomes its caseworker.

    Refused before the two have talked, unless `no_talk_why` says why it had to go without.
    """
    handover = _open_handover(handover_id)
    if handover.talk_on is None and not no_talk_why.strip():
        return _NO_TALK
    access.include_cases([handover.case_id])
    with changing(case_id=handover.case_id, verb=Verb.HANDOVER_ANSWER, by=by, at=at) as opened:
        handover.no_talk_why = "" if handover.talk_on else no_talk_why.strip()
        _answer(opened, handover, "accepted")
        case = opened.case
        opened.append(CaseTaken(employee=by.id, before=case.caseworker_id))
        case.unit_id = handover.to_unit_id
        case.caseworker_id = by.id
    return None


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


def _works_in(employee_id: int, unit_id: int, at: datetime) -> bool:
    staff = organisation.staff_of(unit_ids=[unit_id], on=at.date(), carrying=Verb.HANDOVER_ANSWER)
    return employee_id in {one.id for one in staff}


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
_NOT_THERE = Refusal(
    code="not_in_that_unit",
    text=Text(
        da="Den, du har valgt, arbejder ikke i den enhed. Vælg en anden, eller lad enheden bestemme.",
        en="The person you have chosen does not work in that unit. Choose another, or let the unit decide.",
    ),
    article="forvaltningsloven § 7",
)
_TALK_INCOMPLETE = Refusal(
    code="talk_incomplete",
    text=Text(
        da="Skriv, hvem der talte sammen, og hvad I talte om. Dagen kan ikke ligge i fremtiden.",
        en="Write who talked, and about what. The day cannot lie in the future.",
    ),
    article="offentlighedsloven § 13",
)
_WHY_NOT = Refusal(
    code="citizen_not_invited",
    text=Text(
        da="Skriv, hvorfor borgeren ikke var inviteret til samtalen.",
        en="Write why the citizen was not invited to the talk.",
    ),
    article="retssikkerhedsloven § 4",
)
_NO_TALK = Refusal(
    code="no_talk",
    text=Text(
        da="Hold samtalen først, og skriv den ned under »Overlevering«. Haster det, så skriv der, hvorfor I "
        "ikke nåede den.",
        en="Hold the talk first, and write it down under “Handover”. If it is urgent, write there why there was no "
        "time for it.",
    ),
    article="kodeks for god sagsbehandling",
)
_NO_REASON = Refusal(
    code="no_reason",
    text=Text(
        da="Skriv, hvorfor I ikke tager sagen. Den, der tilbød den, skal kunne komme videre.",
        en="Write why you do not take the case. Whoever offered it must be able to go on.",
    ),
    article="offentlighedsloven § 13",
)
