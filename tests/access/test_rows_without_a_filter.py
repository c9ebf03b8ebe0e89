"""Bar A4: with every filter forgotten, the database shows nothing of a person to who has no relation to anything."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.db import connection, models, transaction

from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.declare import declaration, own_models
from borgerfokus.foundation.access.scope import Purpose, acting_as
from tests.access.people_of_no_relation import nobody_related
from tests.access.scene import SYSTEM, Scene

pytestmark = pytest.mark.django_db

PERSONAL = [model for model in own_models() if declaration(model).is_personal]
CLOSED = [model for model in PERSONAL if declaration(model).rows.using is not None]
OPEN = {"Employee", "Engagement", "Account"}
"""What public employees are called and do is open; each declares why."""
COLLEAGUES = {"PageComment", "AskedQuestion"}
"""What colleagues say to one another: everybody at work has a relation to it, and nobody else."""

RECEIVED: dict[str, tuple[Verb, dict[str, str]]] = {
    "Complaint": (Verb.CONFIGURATION_CHECK, {"kind": "accessibility"}),
}
"""Whoever runs the platform is who word of what is hard to use is sent to: of those rows alone no stranger."""


def ids(model: type[models.Model]) -> str:
    return model._meta.label


def strangers(scene: Scene, model: type[models.Model]) -> dict[str, Actor]:
    """Who has no relation to a row of the model."""
    found = nobody_related(scene)
    if model.__name__ not in COLLEAGUES:
        return found
    return {who: actor for who, actor in found.items() if not actor.can(Verb.KNOWLEDGE_SEE)}


def of_strangers(model: type[models.Model], actor: Actor) -> models.QuerySet[models.Model]:
    """The rows that the actor has no relation to, whatever filter is forgotten."""
    rows = model._default_manager.all()
    verb, received = RECEIVED.get(model.__name__, (None, {}))
    return rows.exclude(**received) if verb is not None and actor.can(verb) else rows


def shown(model: type[models.Model]) -> int:
    return model._default_manager.all().count()


@pytest.mark.parametrize("model", PERSONAL, ids=ids)
def test_the_scene_has_rows_to_hide(scene: Scene, now: datetime, model: type[models.Model]) -> None:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=now):
        if model.__name__ != "Account":
            assert shown(model) > 0


def test_what_is_open_says_why() -> None:
    unlocked = [model for model in PERSONAL if model not in CLOSED]
    assert {model.__name__ for model in unlocked} == OPEN
    assert all(declaration(model).rows.because for model in unlocked)


@pytest.mark.parametrize("model", CLOSED, ids=ids)
def test_without_a_filter_nothing_is_shown(scene: Scene, now: datetime, model: type[models.Model]) -> None:
    for who, actor in strangers(scene, model).items():
        with acting_as(actor, purpose=Purpose.PUBLIC, at=now):
            assert of_strangers(model, actor).count() == 0, f"{who} is shown {model._meta.label}"


@pytest.mark.parametrize("model", CLOSED, ids=ids)
def test_without_a_scope_nothing_is_shown(scene: Scene, model: type[models.Model]) -> None:
    assert shown(model) == 0


@pytest.mark.parametrize("model", CLOSED, ids=ids)
def test_without_a_filter_nothing_can_be_changed(scene: Scene, now: datetime, model: type[models.Model]) -> None:
    """The same holds for writing: no row of another's is touched by a statement without a condition."""
    table, column = model._meta.db_table, model._meta.pk.column if model._meta.pk else "id"
    for who, actor in strangers(scene, model).items():
        with transaction.atomic(), acting_as(actor, purpose=Purpose.PUBLIC, at=now):
            with connection.cursor() as cursor:
                cursor.execute("select has_table_privilege(current_user, %s, 'UPDATE')", [table])
                if cursor.fetchone() == (True,):
                    cursor.execute(f'update "{table}" set "{column}" = "{column}"')  # noqa: S608 (names of our own models)
                    own = shown(model) - of_strangers(model, actor).count()
                    assert cursor.rowcount == own, f"{who} changes {table}"
            transaction.set_rollback(True)


def test_a_policy_that_is_dropped_is_found(
    scene: Scene, now: datetime, as_owner: Callable[..., list[tuple[Any, ...]]]
) -> None:
    """The sabotage: with the policy of notes opened, the check above goes red."""
    from borgerfokus.apps.journal.models import EntryText

    as_owner('create policy sabotage on "journal_entrytext" to public using (true)')
    try:
        stranger = nobody_related(scene)["other citizen"]
        with acting_as(stranger, purpose=Purpose.PUBLIC, at=now):
            assert shown(EntryText) > 0
    finally:
        connection.close()
        as_owner('drop policy sabotage on "journal_entrytext"')
