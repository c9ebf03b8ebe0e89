"""Who books, as `core.booking` asks: the citizen's side, a partner, or the municipality's own staff."""

from datetime import datetime

from borgerfokus.apps.booking.queries import appointments
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.core.access import Relation, Verb
from borgerfokus.core.booking.words import Booker
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden


def verb_of(by: Actor) -> Verb:
    """The verb under which somebody books: who gives ordered help carries no other on the case."""
    gives_help = by.is_employee and not by.can(Verb.APPOINTMENT_BOOK)
    return Verb.ORDER_CARRY_OUT if gives_help else Verb.APPOINTMENT_BOOK


def booker_of(*, case: Case, by: Actor, at: datetime) -> Booker | None:
    """Whose side the actor is on in a case; None is the municipality's own."""
    if by.is_citizen:
        return Booker.CITIZEN
    if verb_of(by) is Verb.ORDER_CARRY_OUT:
        return Booker.PARTNER
    partner_only = casework.relations(case=case, by=by, at=at) == {Relation.PARTNER}
    return Booker.PARTNER if by.is_employee and partner_only else None


def may_book(*, case: Case, by: Actor, at: datetime) -> bool:
    """Whether the actor may book in a case."""
    return verb_of(by) in casework.allowed(case=case, by=by, at=at)


def case_of(*, appointment_id: int, by: Actor, at: datetime) -> int:
    """The case of an appointment that the actor sees by that case, or has booked for the help that it gives.

    Raises Hidden: also to whoever is only expected.
    """
    if verb_of(by) is Verb.ORDER_CARRY_OUT:
        rows = appointments.of_partner(by=by, at=at)
    else:
        rows = appointments.visible_to(by, at=at).filter(case__in=casework.visible_to(by, at=at))
    found: int | None = rows.filter(pk=appointment_id).values_list("case_id", flat=True).first()
    if found is None:
        raise Hidden(f"appointment {appointment_id}")
    return found
