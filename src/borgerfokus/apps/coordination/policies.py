"""May this actor do this across departments? The relation to a case is casework's answer; the rest is here."""

from datetime import datetime

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.coordination.models import Meeting, Transition
from borgerfokus.core.access import Relation, Verb
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.people import queries as people


def may_edit_transition(*, transition: Transition, by: Actor, at: datetime) -> bool:
    """Those who work on the case that put the person on the board, and the adults' owner and unit."""
    if not by.is_employee or not by.can(Verb.CASE_EDIT):
        return False
    if transition.adult_owner_id == by.id or transition.adult_unit_id in by.units:
        return True
    case = casework.visible_to(by, at=at).filter(pk=transition.case_id).first()
    return case is not None and Verb.CASE_EDIT in casework.allowed(case=case, by=by, at=at)


def may_edit_meeting(*, meeting: Meeting, by: Actor, at: datetime) -> bool:
    """Those who work on the case that the meeting was called from."""
    case = casework.visible_to(by, at=at).filter(pk=meeting.case_id).first()
    return case is not None and Verb.CASE_EDIT in casework.allowed(case=case, by=by, at=at)


def own_cases(*, citizen_id: int, by: Actor, at: datetime) -> list[Case]:
    """The running cases about a citizen that the actor works on."""
    rows = casework.cases_about(person_ids=[citizen_id], by=by, at=at).filter(closed_at__isnull=True)
    return [case for case in rows if Verb.CASE_EDIT in casework.allowed(case=case, by=by, at=at)]


def require_young(*, person_id: int, turns_adult: datetime, by: Actor, at: datetime) -> None:
    """The young person, and those who may act for it. Raises Hidden for anybody else.

    Who had a right to act before the 18th birthday without a power had it as a parent: from that day a power is needed.
    """
    if person_id == by.id:
        return
    powers = (one for one in by.powers if one.person_id == person_id and one.relation is not Relation.BESIDE)
    power = next(powers, None)
    if power is None:
        raise Hidden(f"person {person_id}")
    if at < turns_adult or power.relation is not Relation.GUARDIAN:
        return
    rights = people.represented_by(person_id=by.id, at=at)
    began = [one.starts for one in rights if one.person_id == person_id and one.kind == Relation.GUARDIAN]
    if not any(day >= day_of(turns_adult) for day in began):
        raise Hidden(f"person {person_id}")
