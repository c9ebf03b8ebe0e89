"""Who works on the case: take it, give it to a colleague, give many at once."""

from collections.abc import Iterable
from datetime import datetime

from borgerfokus.apps.casework.actions.changing import changing
from borgerfokus.apps.casework.events import CaseTaken
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.organisation import queries as organisation


def take(*, case_id: int, by: Actor, at: datetime) -> None:
    """The actor becomes the case's caseworker."""
    with changing(case_id=case_id, verb=Verb.CASE_TAKE, by=by, at=at) as opened:
        if opened.case.caseworker_id != by.id:
            opened.append(CaseTaken(employee=by.id, before=opened.case.caseworker_id))
            opened.case.caseworker_id = by.id


def assign(*, case_id: int, to: int, by: Actor, at: datetime) -> Refusal | None:
    """A leader gives the case to an employee of the case's own unit. Refuses anybody else."""
    with changing(case_id=case_id, verb=Verb.CASE_ASSIGN, by=by, at=at) as opened:
        case = opened.case
        staff = organisation.staff_of(unit_ids=[case.unit_id], on=at.date())
        if to not in {colleague.id for colleague in staff}:
            return _NOT_IN_UNIT
        if case.caseworker_id != to:
            opened.append(CaseTaken(employee=to, before=case.caseworker_id))
            case.caseworker_id = to
    return None


def assign_many(*, case_ids: Iterable[int], to: int, by: Actor, at: datetime) -> dict[int, Refusal]:
    """Give several cases to one employee. Returns the refusals by case; the others are given."""
    refused = {}
    for case_id in sorted(set(case_ids)):
        refusal = assign(case_id=case_id, to=to, by=by, at=at)
        if refusal is not None:
            refused[case_id] = refusal
    return refused


_NOT_IN_UNIT = Refusal(
    code="not_in_unit",
    text=Text(
        da="Sagen kan kun gives til en i sagens egen enhed. Overlever den, hvis en anden enhed skal have den.",
        en="The case can only be given to somebody in the case's unit. Hand it over if another unit is to have it.",
    ),
    article="forvaltningsloven § 7",
)
