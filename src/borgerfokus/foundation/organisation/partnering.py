"""The users of a partner, kept by the partner's own administrator: invited, given a function, ended at once.

A partner's user sees nothing by being one: only orders that its unit was sent, for as long as their access lasts.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from borgerfokus.core.access import Role, Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.organisation.models import Employee, Engagement, Unit, UnitKind
from borgerfokus.foundation.organisation.queries import running

ROLES = (Role.EMPLOYEE, Role.PARTNER_ADMINISTRATOR)
"""The functions that a partner gives: giving the help, and that with keeping the users."""


@dataclass(frozen=True)
class NewUser:
    """Who is invited. `login` is the identity that the login provider tells (the subject)."""

    name: str
    email: str
    login: str
    title: str
    role: Role


@dataclass(frozen=True)
class User:
    """A user of a partner: the engagement's id, and who it is."""

    id: int
    employee_id: int
    name: str
    title: str
    email: str
    login: str
    role: Role
    since: date


def units_of(by: Actor, *, on: date) -> list[Unit]:
    """The partner units whose users the actor keeps: its own, or all for who keeps the organisation. Raises Hidden."""
    rows = Unit.objects.filter(running(on=on), kind=UnitKind.PARTNER).order_by("name")
    if by.can(Verb.ORGANISATION_EDIT):
        return list(rows)
    if not by.can(Verb.PARTNER_USERS_EDIT):
        raise Hidden("users of a partner")
    own = Engagement.objects.filter(running(on=on), employee_id=by.id, role=Role.PARTNER_ADMINISTRATOR)
    return list(rows.filter(pk__in=own.values("unit_id")))


def users(*, unit_id: int, by: Actor, on: date) -> list[User]:
    """The users of a partner's unit, by name. Raises Hidden."""
    _unit(unit_id, by, on)
    rows = Engagement.objects.filter(running(on=on), unit_id=unit_id, employee__active=True, role__in=ROLES)
    return [
        User(
            id=row.pk,
            employee_id=row.employee_id,
            name=row.employee.name,
            title=row.employee.title,
            email=row.employee.email,
            login=row.employee.login,
            role=Role(row.role),
            since=row.starts,
        )
        for row in rows.select_related("employee").order_by("employee__name", "pk")
    ]


def invite(*, unit_id: int, new: NewUser, by: Actor, on: date, at: datetime) -> int | Refusal:
    """Let somebody act for the partner from today. Returns the engagement's id. Raises Hidden.

    Refused for a login that somebody of the municipality or of another partner has.
    """
    unit = _unit(unit_id, by, on)
    if refused := _wrong(new):
        return refused
    with transaction.atomic():
        known = Employee.objects.select_for_update().filter(login=new.login.strip()).first()
        if known is not None and known.engagements.exclude(unit_id=unit_id).exists():
            return LOGIN_TAKEN
        if known is not None and known.active and known.engagements.filter(running(on=on)).exists():
            return THERE
        row = known or Employee(login=new.login.strip())
        row.name, row.title, row.email = new.name.strip(), new.title.strip(), new.email.strip()
        row.initials = "".join(word[0] for word in row.name.split())[:8].upper()
        row.active = True
        row.save()
        engagement = Engagement.objects.create(employee=row, unit=unit, role=new.role, starts=on)
        about = f"employee:{row.pk}"
        audit.record(action="partner_user.invite", by=by, at=at, about=about, unit=unit_id, role=new.role)
    return engagement.pk


def end(*, engagement_id: int, by: Actor, on: date, at: datetime) -> Refusal | None:
    """End a user at once: it is refused at the next request. Nobody ends itself. Raises Hidden."""
    with transaction.atomic():
        rows = Engagement.objects.select_for_update(of=("self",)).filter(running(on=on), role__in=ROLES)
        row = rows.filter(pk=engagement_id).select_related("employee").first()
        if row is None:
            raise Hidden(f"engagement {engagement_id}")
        _unit(row.unit_id, by, on)
        if row.employee_id == by.id:
            return NOT_YOURSELF
        if row.starts < on:
            row.ends = on
            row.save(update_fields=["ends"])
        else:
            Employee.objects.filter(pk=row.employee_id).update(active=False)
        audit.record(action="partner_user.end", by=by, at=at, about=f"employee:{row.employee_id}", unit=row.unit_id)
    return None


def _unit(unit_id: int, by: Actor, on: date) -> Unit:
    found = next((unit for unit in units_of(by, on=on) if unit.pk == unit_id), None)
    if found is None:
        raise Hidden(f"unit {unit_id}")
    return found


def _wrong(new: NewUser) -> Refusal | None:
    if not new.name.strip() or not new.login.strip() or not new.title.strip() or new.role not in ROLES:
        return INCOMPLETE
    try:
        validate_email(new.email.strip())
    except ValidationError:
        return NOT_AN_EMAIL
    return None


INCOMPLETE = Refusal(
    code="partner_user.incomplete",
    text=Text(da="Skriv navn, titel og login, og vælg en funktion.", en="Write name, title and login, and a function."),
    article="",
)
NOT_AN_EMAIL = Refusal(
    code="partner_user.email",
    text=Text(da="Skriv e-mailen som navn@eksempel.dk.", en="Write the e-mail as name@example.com."),
    article="",
)
LOGIN_TAKEN = Refusal(
    code="partner_user.login_taken",
    text=Text(
        da="Det login hører til en anden. Se efter, om det er skrevet rigtigt.",
        en="That login belongs to somebody else. Check that it is written right.",
    ),
    article="",
)
THERE = Refusal(
    code="partner_user.there",
    text=Text(da="Personen er allerede bruger hos jer.", en="The person is a user of yours already."),
    article="",
)
NOT_YOURSELF = Refusal(
    code="partner_user.not_yourself",
    text=Text(
        da="Du kan ikke lukke dig selv ude. Bed en anden administrator eller kommunen om det.",
        en="You cannot end yourself. Ask another administrator or the municipality.",
    ),
    article="",
)
