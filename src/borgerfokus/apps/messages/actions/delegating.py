"""A colleague answers for a period: given by oneself or by who leads the unit; it ends by itself, or earlier."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from borgerfokus.apps.messages import policies
from borgerfokus.apps.messages.actions import refusals
from borgerfokus.apps.messages.models import Delegation
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.models import Employee

_LONGEST = timedelta(days=366)


@dataclass(frozen=True)
class NewDelegation:
    """Whose messages a colleague answers, `[starts, ends)`."""

    employee: int
    to: int
    starts: date
    ends: date


def give(*, new: NewDelegation, by: Actor, at: datetime) -> int | Refusal:
    """Let a colleague of the same unit answer. Returns its id, or why not. Raises Hidden."""
    today = day_of(at)
    works = organisation.places_of(employee_ids=[new.employee, new.to], on=today, carrying=Verb.MESSAGE_SEND)
    _require(new.employee, works.get(new.employee, frozenset()), by)
    if new.employee == new.to or not works.get(new.employee, frozenset()) & works.get(new.to, frozenset()):
        return refusals.NOT_A_COLLEAGUE
    if new.ends <= max(new.starts, today) or new.ends - new.starts > _LONGEST:
        return refusals.BAD_PERIOD
    with transaction.atomic():
        Employee.objects.select_for_update(of=("self",), no_key=True).get(pk=new.employee)
        running = Delegation.objects.filter(ended_at__isnull=True, starts__lt=new.ends, ends__gt=new.starts)
        if running.filter(employee_id=new.employee).exists():
            return refusals.OVERLAPS
        if running.filter(employee_id=new.to).exists():
            return refusals.AWAY_TOO
        row = Delegation.objects.create(
            employee_id=new.employee,
            to_id=new.to,
            starts=new.starts,
            ends=new.ends,
            given_at=at,
            given_by=by.subject,
        )
        audit.record(action="message.delegate", by=by, at=at, about=f"delegation:{row.pk}")
    return row.pk


def end(*, delegation_id: int, by: Actor, at: datetime) -> None:
    """End it now; done twice it stays ended. Raises Hidden."""
    row = Delegation.objects.filter(pk=delegation_id).first()
    if row is None:
        raise Hidden(f"delegation {delegation_id}")
    works = organisation.places_of(employee_ids=[row.employee_id], on=day_of(at), carrying=Verb.MESSAGE_SEND)
    _require(row.employee_id, works.get(row.employee_id, frozenset()), by)
    ended = Delegation.objects.filter(pk=row.pk, ended_at__isnull=True).update(ended_at=at, ended_by=by.subject)
    if ended:
        audit.record(action="message.delegate_end", by=by, at=at, about=f"delegation:{row.pk}")


def _require(employee: int, units: frozenset[int], by: Actor) -> None:
    if not by.is_employee or not (by.id == employee or policies.leads(units=units, by=by)):
        raise Hidden(f"delegation of {employee}")
