"""May this actor hand in a request for this citizen, and in which capacity?"""

from borgerfokus.apps.dialogue.queries.duty import is_on_duty
from borgerfokus.core.access import Scope, Verb
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden

SELF = "self"
STAFF = "staff"
SYSTEM = "system"


def relation_to(*, citizen_id: int, by: Actor) -> str | None:
    """In which capacity the actor may ask for something for the citizen, or None when it may not.

    self, guardian, custody, attorney, beside, staff or system. A power of attorney must cover acting.
    """
    if by.is_citizen:
        return _as_citizen(citizen_id, by) if by.can(Verb.REQUEST_SUBMIT) else None
    if by.is_employee:
        return STAFF if by.can(Verb.CASE_OPEN) else None
    return SYSTEM if by.everything else None


def require_for(*, citizen_id: int, by: Actor) -> str:
    """As `relation_to`. Raises Hidden when the actor may not."""
    found = relation_to(citizen_id=citizen_id, by=by)
    if found is None:
        raise Hidden(f"request for {citizen_id}")
    return found


def _as_citizen(citizen_id: int, by: Actor) -> str | None:
    if citizen_id == by.id:
        return SELF
    return next((power.relation for power in by.powers_for(citizen_id, Scope.ACT)), None)


def require_on_duty(by: Actor) -> None:
    """Raises Hidden unless the actor handles notifications of concern."""
    if not is_on_duty(by):
        raise Hidden("duty")
