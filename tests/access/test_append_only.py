"""Bar T2: what is append-only is so for everybody: no way of changing or removing a row succeeds.

The tables are listed from the declarations. The web's role lacks the right; the owner is stopped by the trigger.
"""

# ruff: noqa: S608 (statements are made of the names of our own tables)

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from typing import Any

import psycopg
import pytest
from django.db import DatabaseError, connection, models, transaction
from django.db.models.deletion import ProtectedError

from borgerfokus.foundation.access.declare import declaration, own_models
from borgerfokus.foundation.access.scope import Purpose, acting_as
from tests import database
from tests.access.scene import SYSTEM, Scene

pytestmark = pytest.mark.django_db

APPEND_ONLY = [model for model in own_models() if declaration(model).is_append_only]
LEFT_EMPTY = (
    (
        "parameters_municipalvalue (key, from_day, value, reference_act, reference_section, reason, saved_at, "
        "saved_by) values ('x', '2026-01-01', '1', '', '', 'r', now(), 'system:test')"
    ),
    (
        "rights_erasure (case_id, case_number, unit_id, type_title, erased_at, because, first_by, first_name, "
        "second_by, second_name, counts, files, through, link) "
        "values (0, '2016-000001', 1, 't', now(), 'retention', 'employee:1', 'a', 'employee:2', 'b', '{}', 0, 1, '')"
    ),
    (
        "decisions_counciltreatment (year, treated_on, action_plan, text, saved_at, saved_by) "
        "values (2025, '2026-09-01', true, 't', now(), 'system:test')"
    ),
    (
        "supervision_kodeksversion (number, valid_from, statements, reason, saved_at, saved_by) "
        "values (1, '2026-01-01', '[]', 'r', now(), 'system:test')"
    ),
    (
        'supervision_kodeksfigure ("on", unit_id, statement, kept, applied) '
        "select '2026-11-01', min(id), 's', 1, 2 from organisation_unit"
    ),
    (
        "supervision_campaignresult (campaign_id, question, met, judged, share, low, high, alike, compared) "
        "select min(id), 'q', 1, 2, 0.5, 0.1, 0.9, 0, 0 from supervision_campaign"
    ),
    (
        "coordination_transitionreminder (transition_id, milestone, at) "
        "select min(id), 'need', now() from coordination_transition"
    ),
    (
        "insight_peer (code, name, key, synthetic, own, known_since, known_by) "
        "values ('9801', 'n', 'k', true, false, now(), 'system:test')"
    ),
    (
        "insight_peerrelease (peer_id, quarter, number, checksum, key, signature, content, reason, released_on, "
        "read_at, read_by, wanted, wanted_by, refused) "
        "select min(id), '2026Q3', 1, 'c', 'k', 's', '{}', '', '2026-10-02', now(), 'system:test', '', '', '' "
        "from insight_peer"
    ),
    (
        "insight_peerfigure (release_id, indicator, version, kind) "
        "select min(id), 'x', 1, '' from insight_peerrelease"
    ),
)
"""A row for each append-only table that the scene leaves empty: what is written there comes later than the scene."""
Attempt = Callable[[type[models.Model]], None]


@pytest.fixture(scope="module", autouse=True)
def _something_to_change(scene: Scene) -> None:
    """A table without a row would refuse nothing."""
    with psycopg.connect(database.address(connection.settings_dict["NAME"], owner=True)) as owner:
        for row in LEFT_EMPTY:
            owner.execute(f"insert into {row}")


def ids(model: type[models.Model]) -> str:
    return model._meta.label


def column_of(model: type[models.Model]) -> str:
    """A column that is not part of the key."""
    return next(field.column for field in model._meta.concrete_fields if not field.primary_key)


def run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def save_again(model: type[models.Model]) -> None:
    model._default_manager.all()[0].save(force_update=True)


def update_all(model: type[models.Model]) -> None:
    name = next(field.attname for field in model._meta.concrete_fields if not field.primary_key)
    model._default_manager.update(**{name: models.F(name)})


def bulk_update(model: type[models.Model]) -> None:
    name = next(field.name for field in model._meta.concrete_fields if not field.primary_key)
    model._default_manager.bulk_update(list(model._default_manager.all()[:3]), [name])


def update_conflicts(model: type[models.Model]) -> None:
    name = next(field.name for field in model._meta.concrete_fields if not field.primary_key)
    key = model._meta.pk.name if model._meta.pk else "id"
    rows = list(model._default_manager.all()[:1])
    model._default_manager.bulk_create(rows, update_conflicts=True, unique_fields=[key], update_fields=[name])


def delete_one(model: type[models.Model]) -> None:
    model._default_manager.all()[0].delete()


def delete_all(model: type[models.Model]) -> None:
    model._default_manager.all().delete()


def delete_quickly(model: type[models.Model]) -> None:
    model._default_manager.all()._raw_delete("default")


def raw_update(model: type[models.Model]) -> None:
    column = column_of(model)
    run(f'update "{model._meta.db_table}" set "{column}" = "{column}"')


def raw_delete(model: type[models.Model]) -> None:
    run(f'delete from "{model._meta.db_table}"')


def truncate(model: type[models.Model]) -> None:
    run(f'truncate "{model._meta.db_table}" cascade')


def on_conflict(model: type[models.Model]) -> None:
    table, column = model._meta.db_table, column_of(model)
    key = '"id", "at"' if table == "audit_lookup" else f'"{model._meta.pk.column if model._meta.pk else "id"}"'
    run(
        f'insert into "{table}" overriding system value select * from "{table}" limit 1 '
        f'on conflict ({key}) do update set "{column}" = excluded."{column}"'
    )


def switch_the_trigger_off(model: type[models.Model]) -> None:
    run(f'alter table "{model._meta.db_table}" disable trigger all')


def drop_the_table(model: type[models.Model]) -> None:
    run(f'drop table "{model._meta.db_table}" cascade')


ATTEMPTS: tuple[Attempt, ...] = (
    save_again,
    update_all,
    bulk_update,
    update_conflicts,
    delete_one,
    delete_all,
    delete_quickly,
    raw_update,
    raw_delete,
    truncate,
    on_conflict,
    switch_the_trigger_off,
    drop_the_table,
)
REFUSALS = (DatabaseError, ProtectedError)


def test_the_logs_are_among_them() -> None:
    names = {model.__name__ for model in APPEND_ONLY}
    assert {"Event", "EventPayload", "Lookup", "Entry", "EntryText", "DocumentVersion", "Receipt", "Notice"} <= names


@pytest.mark.parametrize("attempt", ATTEMPTS, ids=lambda one: one.__name__)
@pytest.mark.parametrize("model", APPEND_ONLY, ids=ids)
def test_the_webs_role_changes_nothing(
    scene: Scene, now: datetime, model: type[models.Model], attempt: Attempt
) -> None:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=now):
        before = list(model._default_manager.order_by("pk").values())
        assert before
        with pytest.raises(REFUSALS), transaction.atomic():
            attempt(model)
        assert list(model._default_manager.order_by("pk").values()) == before


@pytest.mark.parametrize("model", APPEND_ONLY, ids=ids)
def test_removing_what_a_row_hangs_on_does_not_remove_it(
    scene: Scene, now: datetime, model: type[models.Model]
) -> None:
    """By cascade: the row's case, entry, event, message or file is deleted as the web's role."""
    parents = [field.related_model for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey)]
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=now):
        before = model._default_manager.count()
        for parent in parents:
            with suppress(*REFUSALS), transaction.atomic():
                parent._default_manager.all().delete()  # type: ignore[union-attr]
                run("set constraints all immediate")
            with suppress(*REFUSALS), transaction.atomic():
                run(f'delete from "{parent._meta.db_table}"')  # type: ignore[union-attr]
                run("set constraints all immediate")
        assert model._default_manager.count() == before


def partitions() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("select inhrelid::regclass::text from pg_inherits where inhparent = 'audit_lookup'::regclass")
        return [row[0] for row in cursor.fetchall()]


WORDS = ("select * from {0}", "update {0} set look = look", "delete from {0}", "truncate {0}")


@pytest.mark.parametrize("words", WORDS)
def test_a_partition_of_the_look_up_log_cannot_be_reached_by_itself(scene: Scene, now: datetime, words: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select bf_make_lookup_month(%s)", [now.date().replace(year=2031)])
    assert len(partitions()) >= 2
    for partition in partitions():
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=now):
            with pytest.raises(DatabaseError), transaction.atomic():
                run(words.format(partition))
            with pytest.raises(DatabaseError), transaction.atomic():
                run(f"insert into {partition} select * from audit_lookup limit 1")


@pytest.fixture
def owner_of(scene: Scene) -> Iterator["psycopg.Connection[tuple[Any, ...]]"]:
    """The owner's connection to the module's database; nothing it does is kept."""
    address = database.address(connection.settings_dict["NAME"], owner=True)
    with psycopg.connect(address) as owner:
        owner.execute("set lock_timeout = '5s'")
        yield owner
        owner.rollback()


def refused(owner: "psycopg.Connection[tuple[Any, ...]]", statement: str) -> bool:
    try:
        with owner.transaction():
            owner.execute(statement)
    except psycopg.errors.InsufficientPrivilege as error:
        return "append-only" in str(error)
    return False


@pytest.mark.parametrize("model", APPEND_ONLY, ids=ids)
def test_the_owner_is_stopped_by_the_trigger(
    scene: Scene, owner_of: "psycopg.Connection[tuple[Any, ...]]", model: type[models.Model]
) -> None:
    table, column = model._meta.db_table, column_of(model)
    assert owner_of.execute(f'select count(*) from "{table}"').fetchone() != (0,)
    assert refused(owner_of, f'update "{table}" set "{column}" = "{column}"')
    assert refused(owner_of, f'delete from "{table}"')
    assert refused(owner_of, f'truncate "{table}" cascade')


def test_the_owner_is_stopped_on_partitions_too(scene: Scene, owner_of: "psycopg.Connection[tuple[Any, ...]]") -> None:
    owner_of.execute("select bf_make_lookup_month('2031-03-01')")
    found = owner_of.execute(
        "select inhrelid::regclass::text from pg_inherits where inhparent = 'audit_lookup'::regclass"
    ).fetchall()
    assert len(found) >= 2
    for (partition,) in found:
        assert refused(owner_of, f"truncate {partition}"), partition
    assert refused(owner_of, "delete from audit_lookup_other")
    assert refused(owner_of, "update audit_lookup_other set look = 'x'")


def test_a_trigger_that_is_gone_is_found(scene: Scene, owner_of: "psycopg.Connection[tuple[Any, ...]]") -> None:
    """The sabotage: without its trigger the check above goes red."""
    owner_of.execute('drop trigger bf_append_only on "journal_entrytext"')
    assert not refused(owner_of, 'delete from "journal_entrytext"')
