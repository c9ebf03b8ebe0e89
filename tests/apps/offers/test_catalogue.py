"""The catalogue is kept in versions: nothing that was shown is overwritten, and two who change do not cross."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

import pytest
from tests.factories.offers import CLUB, HOME, fill_catalogue
from tests.factories.world import World

from borgerfokus.apps.offers import service as offers
from borgerfokus.core.access import Role
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as

KEY = "hjemmevejledning"


@pytest.fixture
def keeper(world: World, now: datetime) -> Iterator[Actor]:
    fill_catalogue(at=now)
    malene = world.employee("Malene", role=Role.CONTROLLER)
    with acting_as(malene, purpose=Purpose.ADMINISTRATION, at=now):
        yield malene


def test_a_change_is_a_new_version_and_the_old_one_stays(keeper: Actor, now: datetime) -> None:
    dearer = replace(HOME, price_ore=50_000)
    assert offers.change(key=KEY, number=1, content=dearer, by=keeper, at=now) is None
    assert [(one.number, one.price_ore) for one in offers.versions(key=KEY)] == [(2, 50_000), (1, 48_500)]
    assert offers.find(key=KEY, on=now.date(), public=True).number == 2


def test_what_says_the_same_writes_no_version(keeper: Actor, now: datetime) -> None:
    assert offers.change(key=KEY, number=1, content=HOME, by=keeper, at=now) is None
    assert len(offers.versions(key=KEY)) == 1


def test_who_comes_second_is_told(keeper: Actor, now: datetime) -> None:
    offers.change(key=KEY, number=1, content=replace(HOME, price_ore=1), by=keeper, at=now)
    refusal = offers.change(key=KEY, number=1, content=replace(HOME, price_ore=2), by=keeper, at=now)
    assert refusal is not None
    assert refusal.code == "edit.conflict"
    assert offers.versions(key=KEY)[0].price_ore == 1


def test_an_offer_that_has_ended_is_found_by_those_who_keep_it_alone(keeper: Actor, now: datetime) -> None:
    assert offers.end(key=KEY, number=1, on=now.date(), by=keeper, at=now) is None
    assert KEY not in {one.key for one in offers.catalogue(on=now.date(), public=False)}
    assert KEY in {one.key for one in offers.kept()}
    with pytest.raises(Hidden):
        offers.find(key=KEY, on=now.date(), public=False)


def test_the_public_does_not_find_what_is_for_staff(keeper: Actor, now: datetime) -> None:
    assert "krisebolig" not in {one.key for one in offers.catalogue(on=now.date(), public=True)}
    assert "krisebolig" in {one.key for one in offers.catalogue(on=now.date(), public=False)}
    with pytest.raises(Hidden):
        offers.find(key="krisebolig", on=now.date(), public=True)


def test_the_database_itself_hides_it_from_citizens(world: World, now: datetime) -> None:
    """The second wall: a query that forgets to ask for what is public finds nothing more."""
    fill_catalogue(at=now)
    mads = world.citizen()
    with acting_as(mads, purpose=Purpose.OWN_CASE, at=now):
        assert "krisebolig" not in {one.key for one in offers.catalogue(on=now.date(), public=False)}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (replace(HOME, title=" "), "offer.incomplete"),
        (replace(HOME, level="somewhere"), "offer.no_step"),
        (replace(HOME, sections=()), "offer.no_way_in"),
        (replace(CLUB, price_ore=100), "offer.price"),
        (replace(HOME, price_ore=0), "offer.price"),
        (replace(HOME, age_from=30, age_to=18), "offer.ages"),
        (replace(HOME, ends=date(2025, 1, 1)), "offer.backwards"),
    ],
)
def test_what_is_wrong_is_refused_and_nothing_is_saved(
    keeper: Actor, now: datetime, content: offers.OfferContent, code: str
) -> None:
    refused = offers.add(key="new", content=content, by=keeper, at=now)
    assert isinstance(refused, Refusal)
    assert refused.code == code
    assert "new" not in {one.key for one in offers.kept()}


def test_a_key_is_given_once(keeper: Actor, now: datetime) -> None:
    refused = offers.add(key=KEY, content=HOME, by=keeper, at=now)
    assert isinstance(refused, Refusal)
    assert refused.code == "offer.key_taken"


def test_a_caseworker_does_not_keep_the_catalogue(world: World, now: datetime) -> None:
    karen = world.employee("Karen")
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        for act in (
            lambda: offers.add(key="x", content=HOME, by=karen, at=now),
            lambda: offers.change(key=KEY, number=1, content=HOME, by=karen, at=now),
        ):
            with pytest.raises(Hidden):
                act()
