"""What is known already of the answers to a form: base data, and what the citizen answered to the same question."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from borgerfokus.apps.dialogue.queries.requests import visible_to
from borgerfokus.core.casework import intake
from borgerfokus.core.casework.casetype import CaseType, FormField, Prefill
from borgerfokus.core.casework.intake import Answer
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.people import queries as people

PREFILLED: Final = "_prefilled"
"""Beside the answers of a draft: which of them were known beforehand, and as what. Never sent."""
_LOOKED_AT: Final = 10
"""So many of the newest requests are looked at for an earlier answer."""


def known_answers(*, spec: CaseType, citizen_id: int, by: Actor, at: datetime) -> dict[str, Answer]:
    """The answers that are known, of the questions that want it; each would pass the check of the form.

    Only what the actor may see is used. The citizen's card is opened, and so logged, when base data is wanted.
    """
    wanted = {field.key: field for field in spec.fields if field.prefill is not None}
    if not wanted:
        return {}
    known: dict[str, object] = _base_data(wanted, citizen_id)
    known |= _earlier(wanted, citizen_id, by=by, at=at)
    looked = intake.check(form=spec.intake, given=known)
    return {key: answer for key, answer in looked.answers.items() if key in wanted}


def _base_data(wanted: Mapping[str, FormField], citizen_id: int) -> dict[str, object]:
    asked = {key: field.prefill for key, field in wanted.items() if field.prefill is not Prefill.EARLIER}
    if not asked:
        return {}
    card = people.card(citizen_id)
    where = people.address_of(person_id=citizen_id)
    values = {
        Prefill.NAME: card.name,
        Prefill.PHONE: card.phone,
        Prefill.EMAIL: card.email,
        Prefill.ADDRESS: f"{where.street}, {where.postcode} {where.city}" if where else "",
    }
    return {key: values[kind] for key, kind in asked.items() if kind is not None and values[kind]}


def _earlier(wanted: Mapping[str, FormField], citizen_id: int, *, by: Actor, at: datetime) -> dict[str, object]:
    keys = [key for key, field in wanted.items() if field.prefill is Prefill.EARLIER]
    if not keys:
        return {}
    rows = visible_to(by, at=at).filter(citizen_id=citizen_id).order_by("-submitted_at", "-id")
    found: dict[str, object] = {}
    for answers in rows.values_list("answers", flat=True)[:_LOOKED_AT]:
        for key in keys:
            if key in answers:
                found.setdefault(key, answers[key])
    return found
