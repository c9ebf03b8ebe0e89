"""May this actor write in a thread, close it, let a colleague answer, keep templates?"""

from datetime import datetime

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.core.access import Relation, Verb
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden


def may_write(*, case: Case, by: Actor, at: datetime) -> bool:
    """Whether the actor may write to the other side in this case. A partner has threads of its own."""
    standing = casework.stands(case=case, by=by, at=at)
    return Verb.MESSAGE_SEND in standing.verbs and standing.relations != {Relation.PARTNER}


def require_write(*, case: Case, by: Actor, at: datetime) -> None:
    """Raises Hidden unless the actor may write in this case."""
    if not may_write(case=case, by=by, at=at):
        raise Hidden(f"messages of {case.number}")


def leads(*, units: frozenset[int], by: Actor) -> bool:
    """Whether the actor leads one of the units."""
    return by.can(Verb.WORK_DISTRIBUTE) and bool(by.led & units)


def may_keep_template(*, unit_id: int | None, by: Actor) -> bool:
    """Who leads the unit keeps its templates; who writes the municipality's letters keeps those of all."""
    if by.can(Verb.LETTER_TEMPLATE_EDIT):
        return True
    return unit_id is not None and leads(units=frozenset({unit_id}), by=by)


def require_template(*, unit_id: int | None, by: Actor) -> None:
    """Raises Hidden unless the actor may keep templates of this unit, of the municipality for None."""
    if not may_keep_template(unit_id=unit_id, by=by):
        raise Hidden("template")
