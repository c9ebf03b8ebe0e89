"""The door of people: registering citizens, and giving and withdrawing the power to act for one."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection, transaction
from django.db.models import F

from borgerfokus.core.access import Scope, Verb
from borgerfokus.core.identity import Cpr
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import Look, current
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.people import cipher
from borgerfokus.foundation.people.models import Person, Representation, RepresentationKind


class NotAllowed(PermissionError):
    """The actor may not do this to this citizen; answered like something unknown."""


class ChangedMeanwhile(RuntimeError):
    """Somebody else saved the citizen's data first; what was typed is kept by the caller."""


@dataclass(frozen=True)
class NewPerson:
    """A citizen to be registered."""

    cpr: Cpr
    given_name: str
    family_name: str
    protected: bool = False
    interpreter: str = ""
    digital_post_exempt: bool = False
    phone: str = ""
    email: str = ""


def register(*, person: NewPerson, by: Actor, at: datetime) -> int:
    """Register a citizen that the municipality does not know yet, or find the one with this number. Returns the id."""
    if not by.can(Verb.PERSON_EDIT) and not by.everything:
        raise NotAllowed
    index = cipher.blind_index(person.cpr)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select bf_person_by_number(%s)", [index])
        known: int | None = cursor.fetchone()[0]
        if known is not None:
            current().include_persons([known])
            return known
        cursor.execute("select nextval(pg_get_serial_sequence('people_person', 'id'))")
        number: int = cursor.fetchone()[0]
        current().include_persons([number])
        Person.objects.create(
            id=number,
            cpr_sealed=cipher.seal(person.cpr),
            cpr_index=index,
            given_name=person.given_name,
            family_name=person.family_name,
            birth_date=person.cpr.birth_date,
            protected=person.protected,
            interpreter=person.interpreter,
            digital_post_exempt=person.digital_post_exempt,
            phone=person.phone,
            email=person.email,
        )
        current().saw(number, look=Look.EDIT)
        audit.record(action="person.register", by=by, at=at, about=f"person:{number}")
    return number


def change_contact(*, person_id: int, version: int, phone: str, email: str, by: Actor, at: datetime) -> None:
    """Change how a citizen is reached. Raises ChangedMeanwhile when `version` is no longer the newest."""
    if person_id not in by.persons and not by.can(Verb.PERSON_EDIT):
        raise NotAllowed
    changed = Person.objects.filter(id=person_id, version=version).update(
        phone=phone, email=email, version=F("version") + 1
    )
    if not changed:
        raise ChangedMeanwhile
    current().saw(person_id, look=Look.EDIT)
    audit.record(action="person.change_contact", by=by, at=at, about=f"person:{person_id}")


def give_power(
    *, person_id: int, to: Cpr, scopes: frozenset[Scope], ends: date, by: Actor, at: datetime
) -> Representation | None:
    """The citizen lets somebody act for it until `ends`. Returns None when nobody known has that number."""
    if person_id != by.id or not by.is_citizen or not by.can(Verb.POWER_GIVE):
        raise NotAllowed
    with connection.cursor() as cursor:
        cursor.execute("select bf_person_by_number(%s)", [cipher.blind_index(to)])
        other: int | None = cursor.fetchone()[0]
    if other is None or other == person_id or not scopes:
        return None
    power = Representation.objects.create(
        person_id=person_id,
        representative_id=other,
        kind=RepresentationKind.ATTORNEY,
        scopes=sorted(scopes),
        starts=at,
        ends=at.replace(year=ends.year, month=ends.month, day=ends.day, hour=23, minute=59, second=0, microsecond=0),
        given_how="selvbetjening",
        given_by=by.subject,
    )
    audit.record(action="power.give", by=by, at=at, about=f"representation:{power.pk}")
    return power


def withdraw_power(*, representation_id: int, by: Actor, at: datetime) -> bool:
    """End a power; the representative's next request is refused. Returns whether there was one to end."""
    if not by.is_citizen:
        raise NotAllowed
    ended = Representation.objects.filter(
        id=representation_id, person_id=by.id, kind=RepresentationKind.ATTORNEY, withdrawn_at__isnull=True
    ).update(withdrawn_at=at)
    if ended:
        audit.record(action="power.withdraw", by=by, at=at, about=f"representation:{representation_id}")
    return bool(ended)


def stop_post(*, representation_id: int, by: Actor, at: datetime) -> bool:
    """Take the letters out of a power; what else it covers goes on. Returns whether it covered them.

    A power of nothing but letters is ended.
    """
    if not by.is_citizen:
        raise NotAllowed
    row = Representation.objects.filter(
        id=representation_id, person_id=by.id, kind=RepresentationKind.ATTORNEY, withdrawn_at__isnull=True
    ).first()
    if row is None or Scope.RECEIVE_POST not in row.scopes:
        return False
    left = [scope for scope in row.scopes if scope != Scope.RECEIVE_POST]
    if not left:
        return withdraw_power(representation_id=representation_id, by=by, at=at)
    Representation.objects.filter(id=row.pk).update(scopes=left)
    audit.record(action="power.stop_post", by=by, at=at, about=f"representation:{row.pk}")
    return True
