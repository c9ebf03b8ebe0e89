"""The ways by which a citizen wants to hear that there is something new: chosen, confirmed by a code, stopped.

A way is the citizen's own: nobody else sees or changes it, not even somebody with a power.
"""

import hmac
import re
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import F, Q, QuerySet

from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.foundation import jobs
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.outbox import delivery
from borgerfokus.foundation.outbox.codes import code_of
from borgerfokus.foundation.outbox.models import ChannelName, Message, MessageState, NoticeWay, StoppedWhy, WayKind
from borgerfokus.foundation.people import cipher

CODE_LASTS: Final = timedelta(hours=1)
MOST_TRIES: Final = 5
MOST_CODES: Final = 5
MOST_A_DAY: Final = 10
"""How many ways somebody may choose in a day: a code goes to an address that may be somebody else's."""

CODE: Final = "way.code"
NEWS: Final = "way.news"
_OUR_COUNTRY: Final = "+45"
_PHONE: Final = re.compile(r"\+[0-9]{8,15}")


def offered() -> tuple[WayKind, ...]:
    """The ways that this installation has."""
    return tuple(kind for kind in WayKind if kind == WayKind.PAPER or ChannelName(kind) in delivery.DIGITAL)


def mine(*, by: Actor) -> list[NoticeWay]:
    """Every way that the citizen has ever chosen, newest first."""
    return list(NoticeWay.objects.filter(person_id=_self(by)).order_by("-chosen_at", "-pk"))


def address_of(way: NoticeWay) -> str:
    """The address in full, for the citizen itself and for the channel."""
    return cipher.unseal_words(way.address_sealed) if way.address_sealed else ""


def choose(*, channel: WayKind, address: str, by: Actor, at: datetime) -> NoticeWay | Refusal:
    """Choose a way instead of the one of its kind. One with an address is used when its code has been typed."""
    person_id = _self(by)
    if channel not in offered():
        raise Hidden(f"way {channel}")
    written = _written(channel, address)
    if isinstance(written, Refusal):
        return written
    rows = NoticeWay.objects.filter(person_id=person_id)
    if rows.filter(chosen_at__gt=at - timedelta(days=1)).count() >= MOST_A_DAY:
        return TOO_MANY
    with transaction.atomic():
        rows.filter(channel=channel, stopped_at__isnull=True).update(stopped_at=at, stopped_why=StoppedWhy.REPLACED)
        way = NoticeWay.objects.create(
            person_id=person_id,
            channel=channel,
            address_sealed=cipher.seal_words(written) if written else b"",
            chosen_at=at,
            confirmed_at=None if written else at,
        )
        audit.record(action="notice_way.choose", by=by, at=at, about=f"way:{way.pk}", channel=channel)
        if written:
            _send_code(way, by=by, at=at)
    return way


def send_code(*, way_id: int, by: Actor, at: datetime) -> Refusal | None:
    """Send another code; the one before no longer holds. Raises Hidden."""
    way = _waiting(way_id, by=by)
    if way.codes >= MOST_CODES:
        return TOO_MANY
    _send_code(way, by=by, at=at)
    return None


def confirm(*, way_id: int, code: str, by: Actor, at: datetime) -> Refusal | None:
    """The citizen has typed the code that came: the way is used from now on. Raises Hidden."""
    way = _waiting(way_id, by=by)
    if way.code_sent_at is None or way.code_sent_at + CODE_LASTS <= at or way.tries >= MOST_TRIES:
        return CODE_OVER
    if not hmac.compare_digest(code_of(way).encode(), "".join(code.split()).encode()):
        NoticeWay.objects.filter(pk=way.pk).update(tries=F("tries") + 1)
        return CODE_WRONG
    way.confirmed_at = at
    way.save(update_fields=["confirmed_at"])
    audit.record(action="notice_way.confirm", by=by, at=at, about=f"way:{way.pk}", channel=way.channel)
    return None


def stop(*, way_id: int, by: Actor, at: datetime) -> None:
    """Stop a way at once: what is queued for it is not sent. Raises Hidden."""
    stopped = NoticeWay.objects.filter(pk=way_id, person_id=_self(by), stopped_at__isnull=True).update(
        stopped_at=at, stopped_why=StoppedWhy.ASKED
    )
    if not stopped:
        raise Hidden(f"way {way_id}")
    audit.record(action="notice_way.stop", by=by, at=at, about=f"way:{way_id}")


def wants_paper(person_id: int) -> bool:
    """Whether somebody has chosen to get notices on paper. The person must be open in the scope."""
    return _running(person_id).filter(channel=WayKind.PAPER).exists()


def tell_of(letter: Message, *, calendar: str = "", by: Actor, at: datetime) -> None:
    """Tell the receiver of a letter that there is something new, by each way that the receiver has chosen.

    A notice that still waits tells of this letter too. `calendar` goes along by e-mail, each in a mail of its own.
    """
    waiting = Message.objects.filter(
        person_id=letter.person_id, kind=NEWS, state=MessageState.QUEUED, attempts=0
    ).values("way_id")
    told = Q(pk__in=waiting) & ~Q(channel=WayKind.EMAIL) if calendar else Q(pk__in=waiting)
    ways = _running(letter.person_id).exclude(Q(channel=WayKind.PAPER) | told)
    for way in ways.order_by("pk"):
        if ChannelName(way.channel) in delivery.DIGITAL:
            along = calendar if way.channel == WayKind.EMAIL else ""
            _queue(way, kind=NEWS, about=letter, calendar=along, by=by, at=at)


def _running(person_id: int) -> QuerySet[NoticeWay]:
    return NoticeWay.objects.filter(person_id=person_id, confirmed_at__isnull=False, stopped_at__isnull=True)


def _send_code(way: NoticeWay, *, by: Actor, at: datetime) -> None:
    way.codes += 1
    way.tries = 0
    way.code_sent_at = at
    way.save(update_fields=["codes", "tries", "code_sent_at"])
    _queue(way, kind=CODE, about=None, by=by, at=at)


def _queue(
    way: NoticeWay, *, kind: str, about: Message | None, calendar: str = "", by: Actor, at: datetime
) -> None:
    message = Message.objects.create(
        message_id=uuid4(),
        case_id=about.case_id if about else None,
        person_id=way.person_id,
        channel=way.channel,
        kind=kind,
        way=way,
        about=about.message_id if about else None,
        calendar=calendar,
        queued_at=at,
        queued_by=by.subject,
        next_try_at=at,
        reference=f"way:{way.pk}",
    )
    jobs.defer("outbox.deliver", message_id=message.message_id)


def _waiting(way_id: int, *, by: Actor) -> NoticeWay:
    rows = NoticeWay.objects.select_for_update().filter(
        pk=way_id, person_id=_self(by), confirmed_at__isnull=True, stopped_at__isnull=True
    )
    way = rows.first()
    if way is None:
        raise Hidden(f"way {way_id}")
    return way


def _self(by: Actor) -> int:
    if not by.is_citizen:
        raise Hidden("ways")
    return by.id


def _written(channel: WayKind, address: str) -> str | Refusal:
    """The address as it is kept, "" for paper."""
    if channel == WayKind.PAPER:
        return ""
    if channel == WayKind.EMAIL:
        try:
            validate_email(address.strip())
        except ValidationError:
            return NOT_AN_EMAIL
        return address.strip()
    digits = re.sub(r"[\s().-]", "", address)
    number = digits if digits.startswith("+") else f"{_OUR_COUNTRY}{digits}"
    if not _PHONE.fullmatch(number) or (number.startswith(_OUR_COUNTRY) and len(number) != len(_OUR_COUNTRY) + 8):
        return NOT_A_NUMBER
    return number


NOT_AN_EMAIL = Refusal(
    code="way.email",
    text=Text(da="Skriv e-mailen som navn@eksempel.dk.", en="Write the e-mail as name@example.com."),
    article="",
)
NOT_A_NUMBER = Refusal(
    code="way.phone",
    text=Text(
        da="Skriv et mobilnummer med otte tal, eller begynd med + og landets nummer.",
        en="Write a mobile number with eight digits, or begin with + and the number of the country.",
    ),
    article="",
)
CODE_WRONG = Refusal(
    code="way.code",
    text=Text(da="Koden passer ikke. Se efter, og skriv den igen.", en="The code does not fit. Look again and retype."),
    article="",
)
CODE_OVER = Refusal(
    code="way.code_over",
    text=Text(da="Koden gælder ikke mere. Få en ny.", en="The code no longer holds. Get a new one."),
    article="",
)
TOO_MANY = Refusal(
    code="way.too_many",
    text=Text(
        da="Du har prøvet mange gange. Vent til i morgen, eller ring til os.",
        en="You have tried many times. Wait until tomorrow, or call us.",
    ),
    article="",
)
