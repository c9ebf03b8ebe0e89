"""Reminders are chosen, changed, and ended: on the own page, or by the link in an e-mail."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from hmac import compare_digest
from typing import Final

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from borgerfokus.apps.reminders.models import Rhythm, StaffReminder
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.core.reminders import first_day
from borgerfokus.core.texts import Text
from borgerfokus.foundation import jobs
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.organisation.models import Employee

NO_ADDRESS: Final = Refusal(
    code="reminder_address",
    text=Text(
        da="Du har ingen e-mailadresse i organisationen. Bed HR om at skrive den ind.",
        en="You have no e-mail address in the organisation. Ask HR to enter it.",
    ),
    article="",
)
NOTHING: Final = Refusal(
    code="reminder_nothing",
    text=Text(da="Vælg mindst én ting, du vil mindes om.", en="Choose at least one thing to be reminded of."),
    article="",
)


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What to be reminded of, how often, and in which language."""

    deadlines: bool
    appointments: bool
    messages: bool
    rhythm: Rhythm
    language: str


def choose(*, choice: Choice, by: Actor, at: datetime) -> Refusal | None:
    """Remind the actor by e-mail, from the next day or week on; a choice made before is replaced. Raises Hidden."""
    if not by.is_employee:
        raise Hidden("reminders")
    if not (choice.deadlines or choice.appointments or choice.messages):
        return NOTHING
    with transaction.atomic():
        employee = Employee.objects.select_for_update(of=("self",), no_key=True).get(pk=by.id)
        if not employee.email:
            return NO_ADDRESS
        row = StaffReminder.objects.filter(employee=employee, ended_at__isnull=True).first()
        if row is None:
            row = StaffReminder(employee=employee, begun_at=at)
        if row.rhythm != choice.rhythm:
            row.sent_for = first_day(weekly=choice.rhythm == Rhythm.WEEKLY, day=day_of(at))
        for name, value in vars(choice).items():
            setattr(row, name, value)
        row.save()
        audit.record(action="reminder.choose", by=by, at=at, about=f"reminder:{row.pk}", rhythm=choice.rhythm)
    return None


def end(*, by: Actor, at: datetime) -> None:
    """End one's own; done twice they stay ended."""
    rows = StaffReminder.objects.filter(employee_id=by.id, ended_at__isnull=True)
    for number in list(rows.values_list("pk", flat=True)):
        _end(rows, number, by=by, at=at)


def ask_to_end(*, reminder_id: int, token: str) -> None:
    """End those that a link in an e-mail is of: the platform does it, for who follows a link sees no rows.

    Raises Hidden for a link that is none.
    """
    check_link(reminder_id=reminder_id, token=token)
    jobs.defer("reminders.end", reminder_id=reminder_id)


def end_by_link(*, reminder_id: int, by: Actor, at: datetime) -> None:
    """End what somebody has asked to have ended by a link; once more does nothing. For the system alone."""
    _end(StaffReminder.objects.filter(ended_at__isnull=True), reminder_id, by=by, at=at)


def check_link(*, reminder_id: int, token: str) -> None:
    """Raises Hidden for a link that is none of ours."""
    if not compare_digest(token_of(reminder_id).encode(), token.encode()):
        raise Hidden("reminder")


def token_of(reminder_id: int) -> str:
    """The secret part of a link that ends reminders."""
    return blake2b(f"reminders/{reminder_id}".encode(), key=settings.KEYS.index, digest_size=16).hexdigest()


def _end(running: QuerySet[StaffReminder], reminder_id: int, *, by: Actor, at: datetime) -> None:
    if running.filter(pk=reminder_id).update(ended_at=at):
        audit.record(action="reminder.end", by=by, at=at, about=f"reminder:{reminder_id}")
