"""What is offered to a channel: the letter itself, or a notice that carries nothing."""

from datetime import datetime

from django.conf import settings

from borgerfokus.core.calendars.writing import Guest, addressed
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.outbox import making, words
from borgerfokus.foundation.outbox.channels import Declined, Parcel, Trouble
from borgerfokus.foundation.outbox.codes import code_of
from borgerfokus.foundation.outbox.models import Message, NoticeWay
from borgerfokus.foundation.people import cipher


def of(message: Message, *, by: Actor, at: datetime) -> Parcel | Declined:
    """What is offered. Declined when the file is gone or damaged, or the way is stopped: trying again mends neither."""
    return _notice(message, message.way) if message.way else _letter(message, by=by, at=at)


def _letter(message: Message, *, by: Actor, at: datetime) -> Parcel | Declined:
    file_id = message.file_id or making.make(message, by=by, at=at)
    try:
        content = files.read_bytes(file_id=file_id)
    except (files.UnknownFile, files.DamagedFile):
        return Declined(Trouble.NO_FILE)
    return Parcel(message.message_id, message.person_id, message.title, content, message.attempts)


def _notice(message: Message, way: NoticeWay) -> Parcel | Declined:
    if way.stopped_at is not None:
        return Declined(Trouble.STOPPED)
    who = settings.MUNICIPALITY
    address = cipher.unseal_words(way.address_sealed)
    if message.about is None:
        subject = words.CODE_SUBJECT
        text = words.in_both(words.CODE, municipality=who, code=code_of(way))
    elif message.calendar:
        subject, text = words.SUBJECT, words.in_both(words.TIME, municipality=who)
    else:
        subject, text = words.SUBJECT, words.in_both(words.NEWS, municipality=who)
    return Parcel(
        message_id=message.message_id,
        person_id=message.person_id,
        title=f"{subject.da} / {subject.en}",
        content=text.encode(),
        attempt=message.attempts,
        address=address,
        calendar=addressed(message.calendar, guest=Guest(email=address)) if message.calendar else "",
    )
