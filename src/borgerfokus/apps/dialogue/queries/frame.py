"""What every notice carries: who sends it, whom to call, and to whom it goes."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from borgerfokus.apps.casework.models import Case
from borgerfokus.core.decisions.letter import Addressee, Contact, Section, Sender
from borgerfokus.core.languages import help_line
from borgerfokus.core.texts import Text
from borgerfokus.foundation.people import queries as people

_CALL = Text(da="Ring på {phone}.", en="Call {phone}.")
_CALL_IN_HOURS = Text(da="Ring på {phone}, {hours}.", en="Call {phone}, {hours}.")
_WRITE = Text(da="Skriv til os på din side.", en="Write to us on your page.")
_TITLE = Text(da="kontakt i sagen", en="contact of the case")


@dataclass(frozen=True)
class Receiver:
    """Somebody who gets a notice. `is_copy`: it is the citizen's letter, sent to somebody who gets the post too."""

    person_id: int
    addressee: Addressee
    is_copy: bool
    interpreter: str = ""


def receivers_of(*, case: Case, at: datetime) -> tuple[Receiver, ...]:
    """The citizen, then guardians and those whose power covers the post. Nobody when the citizen has died.

    Each is logged as seen. No address stands in a letter to somebody under name and address protection.
    """
    citizen = people.card(case.citizen_id, case_id=case.pk)
    if citizen.died_on is not None:
        return ()
    others = [known.other for known in people.post_receivers(person_id=citizen.id, case_id=case.pk, at=at)]
    found = {other.id: _receiver(other, is_copy=True) for other in others}
    return (_receiver(citizen, is_copy=False), *found.values())


def sender_of(*, case: Case, language: str) -> Sender:
    """The municipality and the unit that has the case."""
    return Sender(municipality=settings.MUNICIPALITY, unit=unit_of(case).in_(language))


def contact_of(*, case: Case, language: str) -> Contact:
    """The caseworker, or the unit while there is none, and how to reach them."""
    unit, worker = case.unit, case.caseworker
    phone = (worker.phone if worker else "") or unit.phone
    ways = [_WRITE.in_(language)]
    if phone:
        call = _CALL_IN_HOURS if unit.hours else _CALL
        ways.insert(0, call.filled(phone=phone, hours=unit.hours).in_(language))
    name, title = (worker.name, worker.title) if worker else (unit_of(case).in_(language), "")
    return Contact(name=name, title=title or _TITLE.in_(language), ways=tuple(ways))


def unit_of(case: Case) -> Text:
    """The name of the unit that has the case."""
    return Text(da=case.unit.name, en=case.unit.name_en or case.unit.name)


def _receiver(who: people.Card, *, is_copy: bool) -> Receiver:
    where = None if who.protected else people.address_of(person_id=who.id)
    address = (where.street, f"{where.postcode} {where.city}") if where else ()
    addressee = Addressee(name=who.name, greeting_name=who.given_name, address=address)
    return Receiver(person_id=who.id, addressee=addressee, is_copy=is_copy, interpreter=who.interpreter)


def language_help(interpreter: str) -> tuple[Section, ...]:
    """A section that tells in the reader's own language that an interpreter is there; none where none is needed."""
    line = help_line(interpreter)
    return (Section(_LANGUAGE, line),) if line else ()


_LANGUAGE = "Tolk · Interpreter"
