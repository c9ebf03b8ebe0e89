"""Taking a notification in: from anybody on the website, or from staff who were told of it.

The notification, its clock and who notified are saved in one transaction before anything else happens. No job stands
between the notifier and the duty screen: what is saved is shown there, whether a worker runs or not.
"""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import connection, transaction

from borgerfokus.apps.dialogue.models import Concern, ConcernHappening, Notifier
from borgerfokus.apps.dialogue.queries.duty import SCREENING
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.concerns import Channel, Function, HappeningKind, assess_by
from borgerfokus.core.concerns.rules import PROFESSIONAL_IS_NAMED
from borgerfokus.core.dates import calendar_for, day_of, last_day
from borgerfokus.core.texts import Text
from borgerfokus.foundation import jobs
from borgerfokus.foundation.access.actor import ANONYMOUS, Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.inserting import insert
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.parameters import service as parameters

ASSESSMENT: Final = "barnets_lov.acute_assessment"
RECEIPT: Final = "barnets_lov.notifier_receipt"
ARRIVED: Final = "dialogue.concern_arrived"
FLOOD: Final = "own.concern_flood"
FLOOD_TIME: Final = timedelta(minutes=10)

_LETTERS: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_NUMBER: Final = re.compile(r"(?<!\d)(\d{6})[ -]?(\d{4})(?!\d)")


@dataclass(frozen=True)
class Who:
    """Who notifies. With `anonymous` nothing else is kept than what the notifier is to the child."""

    function: Function
    anonymous: bool = False
    name: str = ""
    organisation: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""


@dataclass(frozen=True)
class Child:
    """The child, as far as the notifier knows."""

    name: str = ""
    age: str = ""
    address: str = ""
    school: str = ""


@dataclass(frozen=True)
class NewConcern:
    """What is told. The same `sent_key` is one notification. `received_at` is when the municipality heard of it."""

    child: Child
    who: Who
    seen: str
    sent_key: UUID
    received_at: datetime
    siblings: str = ""
    parents_know: str = ""
    told_acute: bool = False
    told_violence: bool = False
    channel: Channel = Channel.WEB
    language: str = "da"
    file_ids: Sequence[int] = ()


@dataclass(frozen=True)
class Received:
    """What the notifier is answered. `again`: the same had been handed in before. `receipt_due`: by when a receipt."""

    reference: str
    assess_by: datetime
    receipt_due: date | None
    again: bool


def receive(*, new: NewConcern, at: datetime) -> Received | Refusal:
    """Take in what somebody hands in on the website. Nobody is logged as having done it, logged in or not."""
    return _take_in(new, by=ANONYMOUS, at=at)


def record(*, new: NewConcern, by: Actor, at: datetime) -> Received | Refusal:
    """Write down what staff were told on the phone, in a letter or at the desk. Raises Hidden without the right."""
    if not by.is_employee or not by.can(Verb.CASE_OPEN):
        raise Hidden("concern")
    return _take_in(new, by=by, at=at)


def _take_in(new: NewConcern, *, by: Actor, at: datetime) -> Received | Refusal:
    """Save first, and tell the worker last: a worker that is told of it can only ever find what is there."""
    refusal = _fault(new)
    if refusal is not None:
        return refusal
    with transaction.atomic():
        known = _known(new.sent_key)
        if known is not None:
            return Received(known, _clock(new, at), _receipt_due(new, at), again=True)
        concern = _concern(new, at=at)
        _save(concern, new, by=by, at=at)
        _tell_the_worker(concern)
    return Received(concern.reference, concern.assess_by, _receipt_due(new, at), again=False)


def _save(concern: Concern, new: NewConcern, *, by: Actor, at: datetime) -> None:
    insert([concern])
    insert([_notifier(concern, new, at=at), _received(concern, by=by, at=at)])
    if new.file_ids:
        with connection.cursor() as cursor:
            cursor.execute("select bf_files_to_concern(%s::bigint[], %s)", [list(new.file_ids), concern.id])
    audit.record(action="concern.receive", by=by, at=at, about=f"concern:{concern.id}", channel=concern.channel)


def _tell_the_worker(concern: Concern) -> None:
    jobs.defer(ARRIVED, concern_id=concern.id)


def _fault(new: NewConcern) -> Refusal | None:
    if not new.seen.strip():
        return NOTHING_SEEN
    if new.who.function.is_professional and (new.who.anonymous or not new.who.name.strip()):
        return PROFESSIONAL_IS_NAMED
    return None


def _concern(new: NewConcern, *, at: datetime) -> Concern:
    unit = organisation.responsible_unit(case_type_key=SCREENING, on=day_of(at))
    return Concern(
        reference=_reference(),
        sent_key=new.sent_key,
        unit=unit,
        channel=new.channel,
        language=new.language,
        received_at=_received_at(new, at),
        registered_at=at,
        assess_by=_clock(new, at),
        child_name=_plain(new.child.name, 160),
        child_age=_plain(new.child.age, 80),
        child_address=_plain(new.child.address, 240),
        child_school=_plain(new.child.school, 160),
        seen=_plain(new.seen, 20_000),
        siblings=_plain(new.siblings, 2_000),
        parents_know=new.parents_know,
        told_acute=new.told_acute,
        told_violence=new.told_violence,
        held_back=new.channel is Channel.WEB and _is_flood(at),
        file_ids=list(new.file_ids),
    )


def _notifier(concern: Concern, new: NewConcern, *, at: datetime) -> Notifier:
    who = new.who
    if who.anonymous:
        return Notifier(concern=concern, anonymous=True, function=who.function)
    return Notifier(
        concern=concern,
        anonymous=False,
        function=who.function,
        name=who.name.strip()[:160],
        organisation=who.organisation.strip()[:160],
        phone=who.phone.strip()[:30],
        email=who.email.strip()[:160],
        address=who.address.strip()[:240],
        receipt_due=_receipt_due(new, at),
    )


def _received(concern: Concern, *, by: Actor, at: datetime) -> ConcernHappening:
    return ConcernHappening(concern=concern, kind=HappeningKind.RECEIVED, at=at, by=by.subject, by_name=by.name)


def _received_at(new: NewConcern, at: datetime) -> datetime:
    """When the clock begins: never later than now, and now where somebody hands it in directly."""
    return at if new.channel is Channel.WEB else min(new.received_at, at)


def _clock(new: NewConcern, at: datetime) -> datetime:
    received = _received_at(new, at)
    return assess_by(received_at=received, hours=parameters.at(ASSESSMENT, on=day_of(received)).number)


def _receipt_due(new: NewConcern, at: datetime) -> date | None:
    """By when the notifier must have a receipt: nobody can send one to somebody who gave no way to be reached."""
    who = new.who
    if who.anonymous or not (who.phone.strip() or who.email.strip() or who.address.strip()):
        return None
    day = day_of(_received_at(new, at))
    value = parameters.at(RECEIPT, on=day)
    calendar = calendar_for((day.year, day.year + 1), parameters.parameters())
    return last_day(received=day, amount=value.number, unit=value.unit, calendar=calendar)


def _is_flood(at: datetime) -> bool:
    """Whether very many came in just now. Such a one is kept and timed like any other, in a list of its own."""
    with connection.cursor() as cursor:
        cursor.execute("select bf_concerns_since(%s)", [at - FLOOD_TIME])
        lately: int = cursor.fetchone()[0]
    return lately >= parameters.at(FLOOD, on=day_of(at)).number


def _known(sent_key: UUID) -> str | None:
    """The reference under which the same form was handed in; two at once wait for each other here."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"concern/{sent_key}"])
        cursor.execute("select bf_concern_known(%s)", [sent_key])
        found: str | None = cursor.fetchone()[0]
    return found


def _plain(text: str, longest: int) -> str:
    """The text without the last four digits of a personal number: the child is found by a logged look-up instead."""
    return _NUMBER.sub(r"\1-••••", text.strip())[:longest]


def _reference() -> str:
    made = "".join(secrets.choice(_LETTERS) for _ in range(8))
    return f"UN-{made[:4]}-{made[4:]}"


NOTHING_SEEN = Refusal(
    code="nothing_seen",
    text=Text(
        da="Skriv, hvad der bekymrer dig. Det behøver ikke at være langt.",
        en="Write what worries you. It need not be long.",
    ),
    article="barnets lov § 135",
)
