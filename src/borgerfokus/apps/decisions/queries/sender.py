"""What every letter of a case carries: who sends it, whom to call, whom it is to."""

from dataclasses import dataclass

from django.conf import settings

from borgerfokus.apps.casework.models import Case
from borgerfokus.core.decisions.letter import Addressee, Contact, Sender
from borgerfokus.core.texts import Text
from borgerfokus.foundation.people import queries as people

_CALL = Text(da="Ring på {phone}.", en="Call {phone}.")
_CALL_IN_HOURS = Text(da="Ring på {phone}, {hours}.", en="Call {phone}, {hours}.")
_WRITE = Text(da="Skriv til os på din side.", en="Write to us on your page.")
_TITLE = Text(da="kontakt i sagen", en="contact of the case")


@dataclass(frozen=True)
class Frame:
    """Sender, contact and addressee of one letter, the telephone number that it gives, and the reader's language."""

    sender: Sender
    contact: Contact
    addressee: Addressee
    phone: str
    interpreter: str = ""


def frame_of(*, case: Case, language: str) -> Frame:
    """The frame of a letter to the citizen of the case, who is logged as seen.

    No address stands in a letter to somebody under name and address protection.
    """
    citizen = people.card(case.citizen_id, case_id=case.pk)
    phone = (case.caseworker.phone if case.caseworker else "") or case.unit.phone
    return Frame(
        sender=Sender(municipality=settings.MUNICIPALITY, unit=_unit(case, language)),
        contact=_contact(case, phone, language),
        addressee=addressee_of(citizen),
        phone=phone,
        interpreter=citizen.interpreter,
    )


def addressee_of(who: people.Card) -> Addressee:
    """A receiver, without an address under name and address protection."""
    where = None if who.protected else people.address_of(person_id=who.id)
    address = (where.street, f"{where.postcode} {where.city}") if where else ()
    return Addressee(name=who.name, greeting_name=who.given_name, address=address)


def _unit(case: Case, language: str) -> str:
    return (case.unit.name_en if language == "en" else "") or case.unit.name


def _contact(case: Case, phone: str, language: str) -> Contact:
    ways = [_WRITE.in_(language)]
    if phone:
        call = _CALL_IN_HOURS if case.unit.hours else _CALL
        ways.insert(0, call.filled(phone=phone, hours=case.unit.hours).in_(language))
    worker = case.caseworker
    name, title = (worker.name, worker.title) if worker else (_unit(case, language), "")
    return Contact(name=name, title=title or _TITLE.in_(language), ways=tuple(ways))
