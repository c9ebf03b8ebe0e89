"""Who may appeal a decision: a party, or somebody who validly acts for one. Knowing the case's number gives nothing.

For a citizen who is logged in, the relation to the case decides (`casework.require` with `Verb.APPEAL_FILE`). For an
appeal that a caseworker writes down, the person who appeals is held against the same rule here.
"""

from datetime import date, datetime

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, Party
from borgerfokus.core.access import Relation, Scope
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.core.decisions.appeal import Representation as Power
from borgerfokus.core.decisions.appeal import Standing, may_appeal
from borgerfokus.core.periods import EmptyPeriod, Period
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people.models import Representation, RepresentationKind

_OF_RELATION = {
    Relation.PARTY: Standing.PARTY,
    Relation.GUARDIAN: Standing.GUARDIAN,
    Relation.ATTORNEY: Standing.POWER_OF_ATTORNEY,
    Relation.REPRESENTATIVE: Standing.PARTY_REPRESENTATIVE,
}
_OF_KIND = {
    RepresentationKind.GUARDIAN: Standing.GUARDIAN,
    RepresentationKind.ATTORNEY: Standing.POWER_OF_ATTORNEY,
    RepresentationKind.REPRESENTATIVE: Standing.PARTY_REPRESENTATIVE,
}


def own_standing(*, case: Case, by: Actor, at: datetime) -> Standing:
    """What a citizen is to the case that it acts on itself."""
    found = casework.relations(case=case, by=by, at=at)
    return next((standing for relation, standing in _OF_RELATION.items() if relation in found), Standing.NONE)


def standing_of_person(*, case: Case, person_id: int, on: date) -> tuple[Standing, Refusal | None]:
    """What a person is to the case on a day, and why that person may not appeal; None when it may.

    The person and the citizen of the case are logged as seen.
    """
    people.cards([person_id, case.citizen_id], case_ids={person_id: case.pk, case.citizen_id: case.pk})
    roles = {row.role for row in _as_party(case, person_id, on)}
    if "party" in roles:
        return Standing.PARTY, None
    if "representative" in roles:
        return Standing.PARTY_REPRESENTATIVE, None
    standing, power = _best_power(case, person_id, on)
    return standing, may_appeal(standing=standing, representation=power, on=on)


def _as_party(case: Case, person_id: int, on: date) -> list[Party]:
    rows = Party.objects.filter(case=case, person_id=person_id)
    return [row for row in rows if day_of(row.starts) <= on and (row.ends is None or on < day_of(row.ends))]


def _best_power(case: Case, person_id: int, on: date) -> tuple[Standing, Power | None]:
    """The power that lets the person appeal, or else the newest one, so that the refusal says what is wrong with it."""
    rows = Representation.objects.filter(person_id=case.citizen_id, representative_id=person_id).order_by("-starts")
    powers = [(_OF_KIND[RepresentationKind(row.kind)], _power(row)) for row in rows if row.case_id in {None, case.pk}]
    for standing, power in powers:
        if power is not None and may_appeal(standing=standing, representation=power, on=on) is None:
            return standing, power
    return powers[0] if powers else (Standing.NONE, None)


def _power(row: Representation) -> Power | None:
    last = row.ends
    try:
        valid = Period(day_of(row.starts), day_of(last) if last else None)
    except EmptyPeriod:
        return None
    covers = row.kind != RepresentationKind.ATTORNEY or Scope.ACT.value in row.scopes
    return Power(valid=valid, covers_appeal=covers, revoked_on=day_of(row.withdrawn_at) if row.withdrawn_at else None)
