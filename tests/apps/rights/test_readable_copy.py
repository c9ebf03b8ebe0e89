"""The readable copy: what matters first, days in words, no code of a column, what there is nothing of in one list."""

import re
from collections.abc import Iterator
from datetime import date, datetime

import pytest
from django.db import models
from tests.factories.world import World

from borgerfokus.apps.casework.events import Fact
from borgerfokus.apps.rights.actions.copy_pdf import document
from borgerfokus.apps.rights.queries import copy_said, copying
from borgerfokus.apps.rights.queries.copy_words import TABLES
from borgerfokus.apps.rights.queries.copying import CopiedTable, Value
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.declare import declaration
from borgerfokus.foundation.access.scope import Purpose, acting_as

ON = date(2026, 11, 23)
CODE = re.compile(r"[a-z]+[a-z_.]*")


def fields() -> Iterator[tuple[type[models.Model], str, list[str]]]:
    """Every field that is given out and has a closed list of codes."""
    for model in copying.tables():
        for name in declaration(model).article15.split():
            field = model._meta.get_field(name)
            choices = getattr(field, "base_field", field).choices
            if choices:
                yield model, name, [value for value, _said in choices if value]


def table(label: str, *rows: dict[str, Value]) -> CopiedTable:
    told = Text(da=label, en=label)
    return CopiedTable(label, told, told, told, told, told, {}, rows)


def test_no_closed_list_is_told_in_codes() -> None:
    untold = []
    for model, name, values in fields():
        for value in values:
            (line,) = copy_said.lines(label=model._meta.label, row={name: value}, on=ON)
            said = line.partition(": ")[2]
            if said == value and CODE.fullmatch(said):
                untold.append((model._meta.label, name, value))
    assert untold == []


def test_every_table_has_a_title_in_the_citizens_words() -> None:
    assert [model._meta.label for model in copying.tables() if model._meta.label not in TABLES] == []


def test_every_event_has_a_name() -> None:
    kinds = {one.kind for one in _all(Fact) if "kind" in vars(one)}
    assert len(kinds) > 100
    assert {kind for kind in kinds if copy_said.event(kind) == kind} == set()


def _all(base: type[Fact]) -> Iterator[type[Fact]]:
    for one in base.__subclasses__():
        yield one
        yield from _all(one)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2026-11-28", "28. november 2026"),
        ("2026-11-28T18:33:44.477243+00:00", "28. november 2026, kl. 19.33"),
        (True, "Ja"),
        (["post", "2026-11-28"], "post; 28. november 2026"),
        ({"entry": 19784, "sha256": "a" * 64, "text": "Hej"}, "Tekst: Hej"),
    ],
)
def test_a_value_is_said_as_people_say_it(value: Value, said: str) -> None:
    assert copy_said.lines(label="x", row={"at": value}, on=ON) == (f"Tidspunkt: {said}",)


def test_what_matters_stands_first_and_what_there_is_nothing_of_in_one_list() -> None:
    looks = table("audit.Lookup", *({"look": "view", "purpose": "casework"} for _one in range(3)))
    long = table("decisions.Decision", {"reasons": "Vi har lagt vægt på, at " + "du " * 40, "outcome": "granted"})
    found = [looks, table("drafts.Draft"), long, table("people.Person", {"given_name": "Rosa"})]
    person = copying.actor_of(person_id=1, name="Rosa Winther")
    chapters = document(person=person, found=found, on=ON).chapters
    assert [one.heading for one in chapters] == [
        "Om kopien",
        "people.Person",
        "decisions.Decision",
        "audit.Lookup",
        "Det har vi ikke noget om",
    ]
    assert chapters[3].parts[1].body.count("- Handling: Så oplysninger · Formål: Sagsbehandling") == 3
    assert "drafts.Draft" in chapters[-1].parts[0].body


def test_a_request_is_told_by_its_questions(world: World, now: datetime) -> None:
    row: dict[str, Value] = {"type_key": "sel-85", "answers": {"areas": ["post"], "what_is_hard": "Post og aftaler"}}
    with acting_as(world.citizen(), purpose=Purpose.OWN_CASE, at=now):
        told = copy_said.answers(row=row, on=now.date())
        (title,) = copy_said.lines(label="dialogue.Request", row=row, on=now.date())
    assert title == "Slags: Støtte i hverdagen"
    assert any(line.endswith("Post og aftaler") and line != "what_is_hard Post og aftaler" for line in told)
    assert not any("what_is_hard" in line or "areas" in line for line in told)
