"""A letter to somebody about no case: what it has begun, complained of, or asked. It goes the way letters go.

The receiver is told by the ways that it has chosen; exempt citizens get it on paper.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import uuid4

from django.conf import settings

from borgerfokus.core.dates import day_of
from borgerfokus.core.decisions.letter import Contact, Sender
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.outbox import making, service
from borgerfokus.foundation.outbox.models import Message
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.text.documents import GeneralLetter
from borgerfokus.foundation.text.pdf import render_general

KIND: Final = "notice.personal"
_LANGUAGE: Final = "da"
_WRITE: Final = Text(da="Skriv til os på din side.", en="Write to us on your page.")
_TITLE: Final = Text(da="kontakt", en="contact")


@dataclass(frozen=True)
class Personal:
    """What is written to whom. `reference` is unique: the same is written once. `sender` is a unit's name."""

    person_id: int
    heading: str
    body: str
    reference: str
    sender: str = ""


def write(*, letter: Personal, by: Actor, at: datetime) -> bool:
    """Write to somebody, once, in the caller's transaction. Nothing to who has died. Returns whether it was written."""
    if Message.objects.filter(reference=letter.reference).exists():
        return False
    person = people.card(letter.person_id)
    if person.died_on is not None:
        return False
    number = uuid4()
    sender = letter.sender or settings.MUNICIPALITY
    document = GeneralLetter(
        sender=Sender(municipality=settings.MUNICIPALITY, unit=sender),
        contact=Contact(name=sender, title=_TITLE.in_(_LANGUAGE), ways=(_WRITE.in_(_LANGUAGE),)),
        sent_on=day_of(at),
        case_number=str(number)[:8],
        addressee=making.addressee_of(person),
        heading=letter.heading,
        body=letter.body,
    )
    stored = files.store_made(
        content=render_general(letter=document, language=_LANGUAGE),
        name=f"{letter.heading}.pdf",
        by=by,
        at=at,
        holder=f"{making.HOLDER}{number}",
    )
    service.queue(
        letter=service.Letter(
            case_id=None,
            person_id=letter.person_id,
            kind=KIND,
            title=letter.heading,
            file_id=stored.id,
            reference=letter.reference,
            message_id=number,
        ),
        by=by,
        at=at,
    )
    return True
