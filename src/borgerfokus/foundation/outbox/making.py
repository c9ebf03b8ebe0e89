"""The letters of a batch: each is made when it is first sent or printed, with the address of that day, and kept."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from borgerfokus.core.dates import day_of
from borgerfokus.core.decisions.letter import Addressee, Contact, Sender
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.outbox import merging
from borgerfokus.foundation.outbox.models import BatchEntry, LetterBatch, Message
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.text.documents import GeneralLetter
from borgerfokus.foundation.text.pdf import render_general

HOLDER = "message:"
"""The files of letters without a case belong to the message."""
_LANGUAGE = "da"
_CALL = Text(da="Ring på {phone}.", en="Call {phone}.")
_WRITE = Text(da="Skriv til os på din side.", en="Write to us on your page.")
_TITLE = Text(da="kontakt", en="contact")


@dataclass(frozen=True)
class Filled:
    """One letter of a batch with everything that stands in it."""

    batch: LetterBatch
    values: dict[str, str]
    addressee: Addressee
    reference: str
    at: datetime


def make(message: Message, *, by: Actor, at: datetime) -> int:
    """Make the letter of a message of a batch, keep it as the message's file, and return the file's id."""
    if message.batch is None:
        raise ValueError("a letter of no batch comes with its file")
    entry = BatchEntry.objects.filter(message_id=message.message_id).first()
    person = people.card(message.person_id, case_id=message.case_id)
    values = merging.values(message.batch.columns, entry.values if entry else [], name=person.name)
    filled = Filled(message.batch, values, addressee_of(person), str(message.message_id)[:8], at)
    stored = files.store_made(
        content=pdf(filled),
        name=f"{message.title}.pdf",
        by=by,
        at=at,
        case_id=message.case_id,
        holder=f"{HOLDER}{message.message_id}",
    )
    message.file_id = stored.id
    Message.objects.filter(message_id=message.message_id).update(file_id=stored.id)
    return stored.id


def again(message: Message) -> None:
    """Let the letter be made anew: it came back, and the address has changed since."""
    if message.batch_id is not None:
        message.file_id = None


def addressee_of(person: people.Card) -> Addressee:
    """The receiver where it lives now. No address stands in a letter to somebody under name and address protection."""
    where = None if person.protected else people.address_of(person_id=person.id)
    address = (where.street, f"{where.postcode} {where.city}") if where else ()
    return Addressee(name=person.name, greeting_name=person.given_name, address=address)


def pdf(filled: Filled) -> bytes:
    """The letter as it goes out. Raises `LetterRefused` when the text cannot stand in a letter."""
    batch = filled.batch
    ways = (_CALL.filled(phone=batch.phone).in_(_LANGUAGE),) if batch.phone else ()
    letter = GeneralLetter(
        sender=Sender(municipality=settings.MUNICIPALITY, unit=batch.sender),
        contact=Contact(name=batch.sender, title=_TITLE.in_(_LANGUAGE), ways=(*ways, _WRITE.in_(_LANGUAGE))),
        sent_on=day_of(filled.at),
        case_number=filled.reference,
        addressee=filled.addressee,
        heading=merging.filled(batch.heading, filled.values),
        body=merging.filled(batch.body, filled.values),
    )
    return render_general(letter=letter, language=_LANGUAGE)
