"""A query whose SQL is written once answers as the queryset does, alone or together with others."""

from datetime import datetime, timedelta

import pytest
from django.db import models
from pytest_django import DjangoAssertNumQueries
from tests.factories.world import World

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, Event, Task
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.compiled import ID, Compiled, Together, ids
from borgerfokus.foundation.access.scope import Purpose, acting_as

pytestmark = pytest.mark.django_db


@pytest.fixture
def karen(world: World) -> Actor:
    """A caseworker of the case's unit."""
    return world.employee("Karen")


def plain(row: models.Model) -> dict[str, object]:
    """The values of a row; bytes as bytes."""
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return {name: bytes(value) if isinstance(value, memoryview) else value for name, value in values.items()}


def test_rows_read_together_are_the_rows(
    world: World, karen: Actor, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    case = world.case(citizen_id=world.person("Bo"), caseworker=karen)
    wanted = Together.of(
        cases=Case.objects.filter(pk=ID).select_related("unit", "caseworker", "type_version"),
        events=Event.objects.filter(case_id=ID).order_by("seq"),
        none=Task.objects.filter(case_id=ID),
        kinds=Event.objects.filter(case_id=ID).values("kind", "at").order_by("seq"),
    )
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        with django_assert_num_queries(1):
            found = wanted.read({ID: case.pk})
            (read,) = found["cases"]
            assert [read.unit.name, read.caseworker.name] == ["Voksenteamet", "Karen"]
        direct = Compiled.of(Case.objects.filter(pk=ID).select_related("unit")).objects({ID: case.pk})
        stored = Case.objects.get(pk=case.pk)
        events = list(Event.objects.filter(case_id=case.pk).order_by("seq"))
    assert plain(read) == plain(direct[0]) == plain(stored)
    assert read.type_version.spec is stored.type_version.spec
    assert [plain(row) for row in found["events"]] == [plain(row) for row in events]
    assert found["kinds"] == [{"kind": row.kind, "at": row.at} for row in events]
    assert found["none"] == []


def test_a_field_that_json_would_change_is_not_read_together() -> None:
    lasted = models.Value(timedelta(days=1), output_field=models.DurationField())
    with pytest.raises(TypeError, match="DurationField"):
        Together.of(rows=Case.objects.annotate(lasted=lasted).values("lasted"))


def test_stand_ins_are_not_ids_of_rows() -> None:
    assert max(ids(50)) < 0
    assert len(set(ids(50))) == 50


def test_what_is_withheld_is_not_glanced_at_without_the_verb(world: World, karen: Actor, now: datetime) -> None:
    case = world.case(citizen_id=world.person("Bo"), caseworker=karen)
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        note = journal.NewEntry(title="Hemmeligt", body="Kilden bad om ro.", channel="phone")
        entry = journal.write_note(case_id=case.pk, note=note, by=karen, at=now)
        assert isinstance(entry, int)
        why = journal.Withholding(ground="Kilden", article="FVL § 15 b", review_on=now.date().replace(year=2027))
        assert journal.withhold(entry_id=entry, why=why, by=karen, at=now) is None
        seen = casework.allowed(case=case, by=karen, at=now)
        told = journal.glance(case=case, verbs=seen, newest=5).lines[0]
        held = journal.glance(case=case, verbs=seen - {Verb.WITHHELD_SEE}, newest=5).lines[0]
    assert told.title == "Hemmeligt"
    assert (held.title, held.body, held.document) == ("", "", None)
    assert held.held is not None
