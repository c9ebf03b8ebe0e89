"""Everything that is held about a person, read as that person: table by table from what the models declare.

The rows are read in the person's own scope, so the database itself holds back what is withheld and what is others'.
Of a case only the person it is about gets the contents; whoever takes part in somebody else's gets the own part.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q, QuerySet

from borgerfokus.apps.casework.models import Case, Event
from borgerfokus.apps.rights.queries import copy_words as words
from borgerfokus.core.access import CITIZEN_VERBS
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor, ActorKind
from borgerfokus.foundation.access.declare import Declared, Retention, declaration, own_models
from borgerfokus.foundation.access.erasing import column_of
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.models import Employee, Unit
from borgerfokus.foundation.outbox import ways
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people.models import Person

Value = str | int | float | bool | list[Any] | dict[str, Any] | None
_PERSON_COLUMNS = ("person_id", "citizen_id", "representative_id", "filed_by_id")
_SELF = Text(da="Dig", en="You")
_SOMEBODY = Text(da="En anden person", en="Another person")
_EMPLOYEE = Text(da="En medarbejder", en="An employee")


@dataclass(frozen=True)
class CopiedTable:
    """One table of the copy: what article 15(1) asks to be told about it, and the person's rows."""

    label: str
    title: Text
    purpose: Text
    source: Text
    recipients: Text
    kept: Text
    fields: Mapping[str, str]
    rows: tuple[Mapping[str, Value], ...]


def actor_of(*, person_id: int, name: str) -> Actor:
    """The person as an actor for itself alone: nobody that it acts for is in its copy."""
    return Actor(
        kind=ActorKind.CITIZEN,
        id=person_id,
        name=name,
        verbs=CITIZEN_VERBS,
        persons=frozenset({person_id}),
        subjects=frozenset({f"person:{person_id}"}),
    )


def tables() -> list[type[models.Model]]:
    """Every table from which something is given out under article 15, in a fixed order."""
    return [model for model in own_models() if declaration(model).article15]


def copied(*, model: type[models.Model], person_id: int, on: date) -> CopiedTable:
    """One table of the copy. The person's own scope is open."""
    declared, label = declaration(model), model._meta.label
    told = words.TABLES.get(label)
    area = model._meta.app_label
    return CopiedTable(
        label=label,
        title=told.title if told else Text(da=model.__name__, en=model.__name__),
        purpose=told.purpose if told else Text(da=declared.purpose, en=declared.purpose),
        source=words.SOURCES.get(area, words.STAFF),
        recipients=words.RECIPIENTS_CASE if declared.retention is Retention.CASE else words.RECIPIENTS_PERSON,
        kept=words.KEPT[declared.retention.name],
        fields={name: str(declared.protections().get(name, "plain")) for name in declared.article15.split()},
        rows=tuple(_rows(model, declared, person_id, on)),
    )


def _rows(
    model: type[models.Model], declared: Declared, person_id: int, on: date
) -> Iterator[Mapping[str, Value]]:
    shown = _Shown(person_id=person_id, on=on)
    for row in _of(model, person_id).order_by("pk").iterator(chunk_size=1000):
        if model._meta.label == "drafts.Draft" and not _own_draft(row, person_id):
            continue
        yield {name: shown.value(row, name) for name in declared.article15.split()}


def _of(model: type[models.Model], person_id: int) -> "QuerySet[Any]":
    """The rows about the person. A row of a case belongs to whom the case is about, or names the person itself."""
    columns = {field.column: field for field in model._meta.concrete_fields}
    own = Case.objects.filter(citizen_id=person_id).values("pk")
    manager = model._default_manager
    if model is Case:
        return manager.filter(citizen_id=person_id)
    if model is Person:
        return manager.filter(pk=person_id)
    if special := _SPECIAL.get(model._meta.label):
        return manager.filter(special(person_id))
    named = [column for column in _PERSON_COLUMNS if column in columns]
    if (column := column_of(model)) and model._meta.label not in _BY_PERSON:
        return manager.filter(**{f"{column}__in": own})
    if named:
        about = Q()
        for column in named:
            about |= Q(**{column: person_id})
        return manager.filter(about)
    return manager.filter(_through(model, own))


def _through(model: type[models.Model], own: "QuerySet[Any]") -> Q:
    for field in model._meta.concrete_fields:
        other = field.related_model if field.is_relation else None
        if other is not None and (column := column_of(other)):
            return Q(**{f"{field.name}__{column}__in": own})
    raise LookupError(f"{model._meta.label} gives something out, and nothing in it says about whom.")


def _own_draft(row: Any, person_id: int) -> bool:
    """What the person has typed for itself: a form about somebody whom it acts for names that one last in its key."""
    parts = str(row.key).replace(".", "/").split("/")
    return not (parts[0] == "request" and parts[-1].isdigit() and int(parts[-1]) != person_id)


_WHEN_ANSWERED = frozenset({("rights.AccessRequest", "reasons"), ("rights.AccessRequest", "more_access_why")})
"""What is a draft of the municipality's until the answer is sent."""
_BY_PERSON = frozenset({"casework.Party", "dialogue.Complaint", "people.Representation", "audit.Lookup"})
"""Tables that may name a case and are about a person all the same: the part in somebody else's case is the own."""
_SPECIAL: Mapping[str, Callable[[int], Q]] = {
    "audit.Lookup": lambda person: Q(person_id=person),
    "drafts.Draft": lambda person: Q(subject=f"citizen:{person}"),
    "login.Device": lambda person: Q(subject=f"citizen:{person}"),
    "booking.CalendarFeed": lambda person: Q(subject=f"citizen:{person}"),
    "dialogue.OwnSeries": lambda person: Q(subject=f"citizen:{person}"),
    "dialogue.OwnMeasure": lambda person: Q(series__subject=f"citizen:{person}"),
    "dialogue.OwnNote": lambda person: Q(subject=f"citizen:{person}"),
    "access.Grant": lambda person: Q(subject=f"person:{person}"),
    "outbox.Message": lambda person: Q(
        person_id=person, case_id__in=Case.objects.filter(citizen_id=person).values("pk")
    )
    | Q(person_id=person, case_id__isnull=True),
    "files.StoredFile": lambda person: Q(case_id__in=Case.objects.filter(citizen_id=person).values("pk"))
    | Q(case_id__isnull=True, owner_subject=f"citizen:{person}"),
    "coordination.Invitee": lambda person: Q(meeting__citizen_id=person) | Q(person_id=person),
    "casework.EventPayload": lambda person: Q(
        event__in=Event.objects.filter(case__citizen_id=person).values("pk")
    ),
}


@dataclass(frozen=True)
class _Shown:
    """Values as they are given out: the person is "you", anybody else is not named, an employee as a rule neither."""

    person_id: int
    on: date

    def value(self, row: Any, name: str) -> Value:
        """The value of a field, as JSON has it."""
        field = row._meta.get_field(name)
        if (row._meta.label, name) in _WHEN_ANSWERED and row.answered_at is None:
            return ""
        if name == "cpr_sealed":
            return people.cpr_of(person_id=self.person_id).with_hyphen
        if name == "address_sealed":
            return ways.address_of(row)
        if name == "unit_id":
            return self._unit(row.unit_id)
        if field.is_relation:
            return self._related(row, field)
        return _plain(getattr(row, field.attname))

    def _related(self, row: Any, field: Any) -> Value:
        number = getattr(row, field.attname)
        if number is None:
            return None
        if field.related_model is Person:
            return (_SELF if number == self.person_id else _SOMEBODY).da
        if field.related_model is Employee:
            return _EMPLOYEE.da
        if field.related_model is Unit:
            return self._unit(number)
        related = getattr(row, field.name)
        return str(getattr(related, "title", "")) or str(number)

    def _unit(self, number: int | None) -> Value:
        names = {unit.pk: unit.name for unit in organisation.units(on=self.on).filter(pk=number or 0)}
        return names.get(number or 0, "")


def _plain(value: Any) -> Value:
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Decimal | UUID):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return ""
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return str(value)
