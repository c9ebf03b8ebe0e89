"""Bar G2: the whole copy holds 100 % of the person's own canaries and none of anybody else's; its time is printed."""

import io
import json
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from borgerfokus.apps.rights import service as rights
from borgerfokus.apps.rights.actions import copying
from borgerfokus.apps.rights.models import DataExport
from borgerfokus.apps.rights.queries import copying as read
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.declare import declaration
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as
from tests.access.canaries import Canary
from tests.access.scene import SYSTEM, Scene
from tests.foundation.text.reading import text_of

RECIPIENTS = {"person:guardian", "person:attorney_post"}
"""Who gets the citizen's letters too: article 15(1)(c) has them named, and the citizen's own journal does."""


@contextmanager
def as_(scene: Scene, actor: Actor) -> Iterator[None]:
    with acting_as(actor, purpose=Purpose.OWN_CASE, at=scene.at):
        yield


def ordered(scene: Scene, key: str) -> dict[str, bytes]:
    """Order the copy, make it, and fetch it. Returns the files of the zip."""
    actor = scene.actors[key]
    with as_(scene, actor):
        export_id = rights.order_copy(by=actor, at=scene.at)
        assert isinstance(export_id, int), export_id
    began = time.perf_counter()
    copying.make(export_id=export_id, at=scene.at)
    print(f"the whole copy took {time.perf_counter() - began:.1f} s")
    with as_(scene, actor):
        content = rights.fetch_copy(export_id=export_id, by=actor, at=scene.at)
    with zipfile.ZipFile(io.BytesIO(content)) as pack:
        return {name: pack.read(name) for name in pack.namelist()}


def expected(scene: Scene, key: str, case: str) -> set[Canary]:
    """A citizen's canaries: those of its own case that it may read, of its own data and look-ups, and what it typed."""
    mine = set()
    for canary in scene.canaries.known.values():
        in_case = canary.owner == f"case:{case}" and canary.kind == "text"
        of_one = {f"person:{key}", f"own:{key}", f"lookup:{case}", f"complaint:{case}"}
        if in_case or canary.owner in of_one:
            mine.add(canary)
    return mine


@pytest.fixture(scope="module")
def copy(scene: Scene) -> dict[str, bytes]:
    """The copy of the citizen of the plain case."""
    return ordered(scene, "citizen")


def test_every_own_canary_is_in_it_and_no_other(scene: Scene, copy: dict[str, bytes]) -> None:
    inside = copy["data.json"].decode() + " ".join(copy)
    found = scene.canaries.found_in(inside)
    own = expected(scene, "citizen", "plain")
    assert {canary.what for canary in own - found} == set()
    foreign = {c for c in found if c not in own and c.owner not in {"person:citizen", "case:plain"}}
    assert {c for c in foreign if not (c.kind == "name" and c.owner in RECIPIENTS)} == set()
    held = {canary.what for canary in found - own if canary.kind in {"withheld", "withheld_fact", "staff"}}
    assert held <= {"correction.reason"}, "why a note was corrected is given out, as the model declares"


def test_the_readable_copy_says_the_same(scene: Scene, copy: dict[str, bytes]) -> None:
    by_text = {canary.what for canary in scene.canaries.found_in(text_of(copy["data.pdf"]))}
    by_json = {canary.what for canary in scene.canaries.found_in(copy["data.json"].decode())}
    assert by_text == by_json


def test_each_table_says_why_from_where_to_whom_and_how_long(copy: dict[str, bytes]) -> None:
    document = json.loads(copy["data.json"])
    assert {one["table"] for one in document["tables"]} == {model._meta.label for model in read.tables()}
    for one in document["tables"]:
        assert all(one[key] for key in ("title", "purpose", "source", "recipients", "kept", "fields")), one["table"]


def test_what_is_given_out_is_what_the_models_declare(copy: dict[str, bytes]) -> None:
    document = json.loads(copy["data.json"])
    for model, one in zip(read.tables(), document["tables"], strict=True):
        assert set(one["fields"]) == set(declaration(model).article15.split())
        assert all(set(row) == set(one["fields"]) for row in one["rows"])


def test_the_look_ups_are_there_without_the_names_of_employees(scene: Scene, copy: dict[str, bytes]) -> None:
    document = json.loads(copy["data.json"])
    looks = next(one for one in document["tables"] if one["table"] == "audit.Lookup")
    assert looks["rows"]
    assert all(set(row) == {"at", "unit_id", "look", "purpose"} for row in looks["rows"])
    assert "Karen" not in json.dumps(looks)


def test_nobody_else_fetches_it_not_even_who_acts_for_the_citizen(scene: Scene, copy: dict[str, bytes]) -> None:
    del copy
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        export_id = DataExport.objects.get(person_id=scene.persons["citizen"], state="ready").pk
    for key in ("attorney_act", "guardian", "stranger", "caseworker", "dpo", "leader"):
        actor = scene.actors[key]
        with as_(scene, actor), pytest.raises(Hidden):
            rights.fetch_copy(export_id=export_id, by=actor, at=scene.at)


def test_one_is_made_at_a_time(scene: Scene) -> None:
    actor = scene.actors["stranger"]
    with as_(scene, actor):
        assert isinstance(rights.order_copy(by=actor, at=scene.at), int)
        assert isinstance(rights.order_copy(by=actor, at=scene.at), Refusal)


def test_the_search_finds_what_is_not_held_back(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage: read as the platform instead of as the person, and everybody's canaries are there."""
    monkeypatch.setattr(read, "_of", lambda model, _person: model._default_manager.all())
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        tables = [
            read.copied(model=model, person_id=scene.persons["sealed_citizen"], on=scene.at.date())
            for model in read.tables()
        ]
    text = json.dumps([list(table.rows) for table in tables], ensure_ascii=False)
    assert {canary.owner for canary in scene.canaries.found_in(text)} > {"case:plain", "case:foreign"}
