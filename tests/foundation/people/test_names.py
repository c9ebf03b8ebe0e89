"""A name is found from the front, by its last word, and inside, in that order; signs are only signs."""

from collections.abc import Callable

import pytest
from tests.factories.world import World, next_cpr

from borgerfokus.core.access import Role
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.people import queries
from borgerfokus.foundation.people import service as registering

_NAMES = (
    ("Anna", "Lund"),
    ("Lundgaard", "Birk"),
    ("Asta", "Holm Lundsgaard"),
    ("Lund", "Aagaard"),
    ("Karl", "Åslund"),
    ("Ea", "100% Lund_e"),
)


Names = Callable[[str], list[str]]


@pytest.fixture
def found(world: World) -> Names:
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=world.at):
        for given, family in _NAMES:
            new = registering.NewPerson(cpr=next_cpr(), given_name=given, family_name=family)
            registering.register(person=new, by=system("test"), at=world.at)
    karen = world.employee("Karen", role=Role.CASEWORKER)

    def names(text: str) -> list[str]:
        with acting_as(karen, purpose=Purpose.CASEWORK, at=world.at):
            return [card.name for card in queries.find(text=text, by=karen)]

    return names


def test_the_front_comes_first_then_the_last_word_then_what_is_inside(found: Names) -> None:
    assert found("lund") == [
        "Lund Aagaard",
        "Lundgaard Birk",
        "Anna Lund",
        "Ea 100% Lund_e",
        "Asta Holm Lundsgaard",
        "Karl Åslund",
    ]


def test_several_words_and_capitals_are_one_name(found: Names) -> None:
    assert found("  ASTA   holm ") == ["Asta Holm Lundsgaard"]
    assert found("åslund") == ["Karl Åslund"]


@pytest.mark.parametrize(
    ("typed", "expected"), [("0% lund_", ["Ea 100% Lund_e"]), ("l%d", []), ("_und", []), ("\\\\", [])]
)
def test_signs_of_a_pattern_are_only_signs(found: Names, typed: str, expected: list[str]) -> None:
    assert found(typed) == expected


def test_no_more_than_the_limit(found: Names, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "SEARCH_LIMIT", 3)
    assert len(found("lund")) == 3
