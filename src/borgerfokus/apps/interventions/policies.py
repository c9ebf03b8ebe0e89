"""As what somebody writes a comment, and whether somebody acts for the unit that an order was sent to."""

from datetime import datetime

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.interventions.models import Order
from borgerfokus.core.access import OWN_RELATIONS, Relation, Verb
from borgerfokus.core.interventions.words import CommentRole
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden

_REPRESENTING = OWN_RELATIONS - {Relation.PARTY, Relation.BESIDE}


def role_of(*, case: Case, by: Actor, at: datetime) -> CommentRole:
    """As what the actor speaks of a plan: a relative is named as such on the case, whatever right they act by."""
    if not by.is_citizen:
        return CommentRole.STAFF
    if case.citizen_id == by.id:
        return CommentRole.CITIZEN
    named = case.parties.filter(person_id=by.id, role="relative", ends__isnull=True)
    if named.exists() or not casework.relations(case=case, by=by, at=at) & _REPRESENTING:
        return CommentRole.RELATIVE
    return CommentRole.REPRESENTATIVE


def carries_out(*, order: Order, case: Case, by: Actor, at: datetime) -> None:
    """Raises Hidden unless the actor acts for the receiving unit, or enters for it what it has told the case's own."""
    if order.unit_id in by.workplaces:
        return
    if Verb.CASE_EDIT not in casework.allowed(case=case, by=by, at=at):
        raise Hidden(f"order {order.pk}")
