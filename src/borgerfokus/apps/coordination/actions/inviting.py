"""Telling the guests of a meeting: invited, moved, called off. Never what it is about, or whom.

A relative gets a letter the way that post goes to that person. Somebody from outside gets an e-mail with the meeting
for the calendar, where an address was typed and the installation sends e-mail. `told_at` is when; without it somebody
must call, and the meeting's page says so.
"""

from datetime import datetime
from typing import Final

from django.conf import settings

from borgerfokus.apps.casework.service import OpenCase
from borgerfokus.apps.coordination.models import Invitee, Meeting
from borgerfokus.apps.coordination.queries.calendar import invitation_of
from borgerfokus.core.calendars import writing as calendars
from borgerfokus.core.coordination.guests import BODIES, CALENDAR_TITLE, SUBJECTS, Told
from borgerfokus.core.dates import day_of
from borgerfokus.core.decisions.letter import Addressee, Contact, Sender
from borgerfokus.core.words import moment_words
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.outbox import mail
from borgerfokus.foundation.outbox import service as outbox
from borgerfokus.foundation.outbox.models import Mail, MailState, MailWay
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.text.documents import GeneralLetter
from borgerfokus.foundation.text.pdf import render_general

KIND: Final = "meeting.guest"
LETTER: Final = "notice.meeting_guest"
_LANGUAGE: Final = "da"


def tell(opened: OpenCase, meeting: Meeting, *, what: Told) -> None:
    """Tell everybody from outside who is invited, in the transaction of the act."""
    for guest in Invitee.objects.filter(meeting=meeting, employee__isnull=True, unit__isnull=True).order_by("pk"):
        if guest.person_id == meeting.citizen_id:
            continue
        told = _write(opened, meeting, guest, what) if guest.person_id else _mail(opened, meeting, guest, what)
        if told:
            Invitee.objects.filter(pk=guest.pk).update(told_at=opened.at)


def heard(sent: Mail, at: datetime) -> None:
    """An e-mail did not arrive: the guest has not been told."""
    del at
    if sent.state == MailState.FAILED:
        Invitee.objects.filter(pk=int(sent.reference.split(":")[2])).update(told_at=None)


def _mail(opened: OpenCase, meeting: Meeting, guest: Invitee, what: Told) -> bool:
    if not guest.email or not mail.has_e_mail():
        return False
    mail.queue(
        new=mail.NewMail(
            kind=KIND,
            reference=_reference(meeting, guest),
            case_id=meeting.case_id,
            way=MailWay.E_MAIL,
            name=guest.name,
            address=guest.email,
            subject=SUBJECTS[what].in_(_LANGUAGE),
            body=_body(meeting, what),
            language=_LANGUAGE,
            attachment=invitation_of(
                meeting=meeting,
                title=CALENDAR_TITLE.in_(_LANGUAGE),
                guest=calendars.Guest(name=guest.name, email=guest.email),
            ),
        ),
        by=opened.by,
        at=opened.at,
    )
    return True


def _write(opened: OpenCase, meeting: Meeting, guest: Invitee, what: Told) -> bool:
    """A letter to a relative or somebody who acts for the citizen; nothing to who has died."""
    person_id = guest.person_id or 0
    card = people.card(person_id, case_id=meeting.case_id)
    if card.died_on is not None:
        return False
    heading = SUBJECTS[what].in_(_LANGUAGE)
    stored = files.store_made(
        content=render_general(letter=_letter(opened, meeting, card, what), language=_LANGUAGE),
        name=f"{heading}.pdf",
        by=opened.by,
        at=opened.at,
        case_id=meeting.case_id,
    )
    outbox.queue(
        letter=outbox.Letter(
            case_id=meeting.case_id,
            person_id=person_id,
            kind=LETTER,
            title=heading,
            file_id=stored.id,
            reference=_reference(meeting, guest),
        ),
        by=opened.by,
        at=opened.at,
    )
    return True


def _letter(opened: OpenCase, meeting: Meeting, who: people.Card, what: Told) -> GeneralLetter:
    """Without the number of the case: the number is the citizen's."""
    where = None if who.protected else people.address_of(person_id=who.id)
    unit, caller = opened.case.unit.name, meeting.called_by
    return GeneralLetter(
        sender=Sender(municipality=settings.MUNICIPALITY, unit=unit),
        contact=Contact(name=caller.name, title=caller.title, ways=(caller.phone or opened.case.unit.phone or unit,)),
        sent_on=day_of(opened.at),
        case_number=f"{meeting.pk}-{meeting.sequence}",
        addressee=Addressee(
            name=who.name,
            greeting_name=who.given_name,
            address=(where.street, f"{where.postcode} {where.city}") if where else (),
        ),
        heading=SUBJECTS[what].in_(_LANGUAGE),
        body=_body(meeting, what),
    )


def _body(meeting: Meeting, what: Told) -> str:
    phone = meeting.called_by.phone
    values = {
        "municipality": settings.MUNICIPALITY,
        "when": moment_words(meeting.starts).in_(_LANGUAGE),
        "where": " · ".join(part for part in (meeting.place, meeting.video) if part),
        "who": meeting.called_by.name,
        "phone": f" ({phone})" if phone else "",
    }
    return BODIES[what].filled(**values).in_(_LANGUAGE)


def _reference(meeting: Meeting, guest: Invitee) -> str:
    """One notice for each guest and each state of the meeting."""
    return f"guest:{meeting.pk}:{guest.pk}:{meeting.sequence}"
