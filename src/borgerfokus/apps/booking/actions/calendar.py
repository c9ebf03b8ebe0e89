"""One's own calendar: opening hours, absences, and the secret address under which others read it."""

import secrets
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from itertools import pairwise

from django.db import transaction

from borgerfokus.apps.booking.models import Absence, CalendarFeed, OpeningHours
from borgerfokus.core.access import Verb
from borgerfokus.core.booking.slots import Hours
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit


def set_hours(*, hours: Iterable[Hours], by: Actor, at: datetime) -> Refusal | None:
    """When the actor itself can be met, in place of what was said before. What is booked stays."""
    _must_be_staff(by)
    wanted = sorted(set(hours), key=lambda one: (one.weekday, one.begins))
    if any(one.ends <= one.begins for one in wanted) or _overlap(wanted):
        return HOURS
    with transaction.atomic():
        OpeningHours.objects.filter(employee_id=by.id).delete()
        OpeningHours.objects.bulk_create(
            OpeningHours(employee_id=by.id, weekday=one.weekday, begins=one.begins, ends=one.ends) for one in wanted
        )
        audit.record(action="calendar.hours", by=by, at=at)
    return None


def add_absence(*, starts: datetime, ends: datetime, by: Actor, at: datetime) -> Refusal | None:
    """The actor itself cannot be met for a while. Why is not asked."""
    _must_be_staff(by)
    if ends <= starts or ends <= at:
        return AWAY
    Absence.objects.create(employee_id=by.id, starts=starts, ends=ends)
    audit.record(action="calendar.away", by=by, at=at)
    return None


def drop_absence(*, absence_id: int, by: Actor, at: datetime) -> None:
    """Back after all. Raises Hidden for another's."""
    gone, _each = Absence.objects.filter(pk=absence_id, employee_id=by.id).delete() if by.is_employee else (0, {})
    if not gone:
        raise Hidden(f"absence {absence_id}")
    audit.record(action="calendar.back", by=by, at=at)


def make_feed(*, by: Actor, at: datetime) -> str:
    """A fresh secret word for the address of the actor's own feed; one made before ends. Shown once, kept as a hash."""
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        CalendarFeed.objects.filter(subject=by.subject, revoked_at__isnull=True).update(revoked_at=at)
        CalendarFeed.objects.create(subject=by.subject, token_hash=hashed(token), made_at=at)
        audit.record(action="calendar.feed", by=by, at=at)
    return token


def revoke_feed(*, by: Actor, at: datetime) -> None:
    """The address no longer works. Nothing happens when there was none."""
    if CalendarFeed.objects.filter(subject=by.subject, revoked_at__isnull=True).update(revoked_at=at):
        audit.record(action="calendar.feed_end", by=by, at=at)


def hashed(token: str) -> str:
    """What is kept of a secret word. It is long and random, so a plain hash gives nothing to guess."""
    return sha256(token.encode()).hexdigest()


def _overlap(hours: list[Hours]) -> bool:
    """Whether two spans of one weekday run into each other: joined they would be fewer."""
    return any(one.weekday == other.weekday and other.begins < one.ends for one, other in pairwise(hours))


def _must_be_staff(by: Actor) -> None:
    if not by.is_employee or not by.can(Verb.APPOINTMENT_BOOK):
        raise Hidden("calendar")


HOURS = Refusal(
    code="booking.hours",
    text=Text(
        da="Hver åbningstid skal slutte, efter at den er begyndt, og to på samme dag må ikke overlappe.",
        en="Each opening ends after it has begun, and two on the same day do not overlap.",
    ),
    article="",
)
AWAY = Refusal(
    code="booking.away",
    text=Text(
        da="Fraværet skal slutte, efter at det er begyndt, og ligge fremme.",
        en="The absence ends after it has begun, and lies ahead.",
    ),
    article="",
)
