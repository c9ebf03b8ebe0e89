"""What the municipality knows already, so that nobody is asked for it again."""

from django.utils.translation import gettext as _

from borgerfokus.foundation.people import queries as people
from borgerfokus.web.citizen.persons import Person
from borgerfokus.web.design.views import Term


def terms(person: Person) -> tuple[Term, ...]:
    """Name, address and how the person is reached. The look-up is logged."""
    card = people.card(person.id)
    where = people.address_of(person_id=person.id)
    address = f"{where.street}, {where.postcode} {where.city}" if where else _("Ikke registreret")
    return (
        Term(_("Navn"), card.name),
        Term(_("Adresse"), address),
        Term(_("Telefon"), card.phone or _("Ikke registreret")),
        Term(_("E-mail"), card.email or _("Ikke registreret")),
    )
