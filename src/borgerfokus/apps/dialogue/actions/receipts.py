"""The receipt to whoever notified: sent by the platform itself, and put on the duty's desk where it cannot be.

A postal address gets a letter, which the unit on duty prints itself, so that nobody else learns who notified. An
e-mail address gets an e-mail, where the installation can send one. With a phone alone somebody on duty calls.
"""

from datetime import datetime
from typing import Final
from uuid import UUID

from django.conf import settings

from borgerfokus.apps.dialogue.models import Concern, ConcernHappening, Notifier
from borgerfokus.apps.dialogue.queries import concerns as queries
from borgerfokus.core.concerns import RECEIPT_BODY, RECEIPT_SUBJECT, HappeningKind, ReceiptWay
from borgerfokus.core.dates import day_of
from borgerfokus.core.decisions.letter import Addressee, Contact, Sender
from borgerfokus.core.words import date_words
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.outbox import mail
from borgerfokus.foundation.outbox.models import Mail, MailState, MailWay
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.foundation.text.documents import GeneralLetter
from borgerfokus.foundation.text.pdf import render_general

KIND: Final = "concern.receipt"
NAME: Final = "receipts"
_PHONE: Final = "own.concern_duty_phone"
_AT_ONCE: Final = 200


def send_owed(*, at: datetime) -> int:
    """Queue every receipt that is owed and that can be sent from here. Returns how many were queued.

    One transaction each. What came in while very many did waits until somebody has assessed it.
    """
    by = system(NAME)
    with acting_as(by, purpose=Purpose.OPERATION, at=at):
        owed = list(queries.receipts_to_send(e_mail=mail.has_e_mail())[:_AT_ONCE])
    for concern_id in owed:
        with acting_as(by, purpose=Purpose.OPERATION, at=at):
            _queue(concern_id, by=by, at=at)
    return len(owed)


def heard(sent: Mail, at: datetime) -> None:
    """The e-mail is sent: the receipt is no longer owed. One that failed stays on the duty's desk."""
    if sent.state != MailState.SENT:
        return
    row = Notifier.objects.select_for_update().get(concern_id=sent.reference.partition(":")[2])
    if row.receipt_at is not None:
        return
    by = system(NAME)
    row.receipt_how, row.receipt_at, row.receipt_by = ReceiptWay.EMAIL, at, by.subject
    row.save()
    ConcernHappening.objects.create(
        concern_id=row.pk, kind=HappeningKind.RECEIPT, note=ReceiptWay.EMAIL, at=at, by=by.subject, by_name=""
    )


def text_of(concern: Concern, *, at: datetime) -> str:
    """What the notifier is told, in the language of the notification."""
    values = {
        "day": date_words(day_of(concern.received_at)).in_(concern.language),
        "reference": concern.reference,
        "phone": parameters.at(_PHONE, on=day_of(at)).text.in_(concern.language),
    }
    return RECEIPT_BODY.filled(**values).in_(concern.language)


def letter(*, reference: str, by: Actor, at: datetime) -> bytes:
    """The receipt that is to be printed, as PDF. Raises Hidden when none waits, or who asks is not on duty."""
    told = queries.find(reference=reference, by=by, at=at)
    row = Mail.objects.filter(reference=queries.receipt_of(told.row.pk), way=MailWay.PAPER).first()
    if row is None:
        raise Hidden(f"receipt of {reference}")
    unit = told.row.unit
    name = unit.name if unit else settings.MUNICIPALITY
    phone = parameters.at(_PHONE, on=day_of(at)).text.in_(row.language)
    document = GeneralLetter(
        sender=Sender(municipality=settings.MUNICIPALITY, unit=name),
        contact=Contact(name=name, title="", ways=(phone,)),
        sent_on=day_of(at),
        case_number=reference,
        addressee=Addressee(name=row.name, greeting_name=row.name, address=tuple(row.address.splitlines())),
        heading=row.subject,
        body=row.body,
    )
    return render_general(letter=document, language=row.language)


def _queue(concern_id: UUID, *, by: Actor, at: datetime) -> None:
    concern = Concern.objects.select_related("notifier").get(pk=concern_id)
    who, language = concern.notifier, concern.language
    on_paper = bool(who.address)
    mail.queue(
        new=mail.NewMail(
            kind=KIND,
            reference=queries.receipt_of(concern.pk),
            way=MailWay.PAPER if on_paper else MailWay.E_MAIL,
            name=who.name,
            address=who.address if on_paper else who.email,
            subject=RECEIPT_SUBJECT.in_(language),
            body=text_of(concern, at=at),
            language=language,
        ),
        by=by,
        at=at,
    )
