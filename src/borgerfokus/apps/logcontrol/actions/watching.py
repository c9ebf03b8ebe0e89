"""Keeping who is watched over because many know them, and which citizen each employee is."""

from collections.abc import Mapping
from datetime import datetime

from django.db import IntegrityError, transaction

from borgerfokus.apps.logcontrol.actions import refusals
from borgerfokus.apps.logcontrol.models import KnownPerson, StaffPerson
from borgerfokus.apps.logcontrol.queries.standing import require_officer
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.identity import Cpr
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.organisation.models import Employee
from borgerfokus.foundation.people import queries as people


def watch(*, cpr: Cpr, why: str, by: Actor, at: datetime) -> Refusal | None:
    """Watch over look-ups at a citizen whom many know."""
    require_officer(by)
    if not why.strip():
        return refusals.NO_WORDS
    if len(why.strip()) > refusals.LONGEST:
        return refusals.TOO_LONG
    person_id = people.id_of(cpr=cpr)
    if person_id is None:
        return refusals.UNKNOWN_PERSON
    try:
        with transaction.atomic():
            row = KnownPerson.objects.create(person_id=person_id, why=why.strip(), added_at=at, added_by=by.subject)
    except IntegrityError:
        return refusals.UNKNOWN_PERSON
    audit.record(action="log_control.watch", by=by, at=at, about=f"known:{row.pk}")
    return None


def unwatch(*, known_id: int, by: Actor, at: datetime) -> None:
    """Watch no longer. Raises Hidden."""
    require_officer(by)
    if not KnownPerson.objects.filter(pk=known_id, ended_at__isnull=True).update(ended_at=at):
        raise Hidden(f"known {known_id}")
    audit.record(action="log_control.unwatch", by=by, at=at, about=f"known:{known_id}")


@transaction.atomic
def keep_staff(*, numbers: Mapping[str, Cpr], by: Actor, at: datetime) -> tuple[int, tuple[str, ...]]:
    """Keep which citizen each employee is (login → personal number), in place of what was kept before.

    For a command that runs as the owner with the payroll's list. Returns how many, and the logins that were not
    recognised or whose number no citizen has.
    """
    staff = dict(Employee.objects.values_list("login", "pk"))
    found = {login: people.id_of(cpr=cpr) for login, cpr in numbers.items() if login in staff}
    kept = {staff[login]: person for login, person in found.items() if person is not None}
    StaffPerson.objects.all().delete()
    StaffPerson.objects.bulk_create(
        StaffPerson(employee_id=employee, person_id=person, saved_at=at) for employee, person in kept.items()
    )
    audit.record(action="log_control.keep_staff", by=by, at=at, kept=len(kept))
    return len(kept), tuple(sorted(login for login in numbers if found.get(login) is None))
