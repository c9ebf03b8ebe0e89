"""One search finds kinds of help, offers, associations and pages by people's own words."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.offers import SMALL, fill_catalogue
from tests.factories.world import World

from borgerfokus.apps.guidance import service as guidance
from borgerfokus.apps.guidance.actions import indexing
from borgerfokus.apps.guidance.models import SearchPlace, SearchWord
from borgerfokus.apps.guidance.service import EVERYBODYS, EntryKind
from borgerfokus.apps.offers import service as offers
from borgerfokus.core.access import Role
from borgerfokus.core.casework.casetype import load_shipped
from borgerfokus.core.guidance.words import Told
from borgerfokus.foundation.access.actor import ANONYMOUS, system
from borgerfokus.foundation.access.scope import Purpose, acting_as

FEW = 8
WORDS = {
    "hjælp til rengøring": "aeldre-helhedspleje",
    "jeg kan ikke komme i bad": "sel-83",
    "blive selvhjulpen igen": "sel-83a",
    "jeg er træt af at passe min mand": "sel-84",
    "aflastningsophold": "sel-84",
    "træning, jeg er faldet flere gange": "sel-86",
    "min datter kan hjælpe mig mod løn": "sel-95",
    "hjælpere hele døgnet": "sel-96",
    "ledsager til koncert": "sel-97",
    "jeg ser og hører dårligt": "sel-98",
    "min nabo lukker ikke op": "sel-99",
    "dyr medicin": "sel-100",
    "stoppe med hash": "sel-101",
    "psykolog": "sel-102",
    "arbejde på et værksted": "sel-103",
    "noget at stå op til": "sel-104",
    "mit voksne barn skal flytte på bosted": "sel-108",
    "min mand slår mig": "sel-109",
    "sover i min bil": "sel-110",
    "rollatoren": "sel-112",
    "elscooter": "sel-113",
    "handicapbil": "sel-114",
    "badeværelset er for lille til kørestolen": "sel-116",
    "kan ikke tage bussen": "sel-117",
    "orlov fra mit job til at passe min mor": "sel-118",
    "min far er døende": "sel-119",
    "sårpleje": "sul-138",
    "hjælp til medicin": "sul-138",
    "hofteoperation": "sul-140",
    "min mand drikker": "sul-141",
    "§ 104": "sel-104",
    "homeless": "sel-110",
    "hjælpemiddelbevillingen": "sel-112",
    "koerestol": "sel-112",
    "rolator": "sel-112",
}


@pytest.fixture
def filled(world: World, now: datetime) -> Iterator[World]:
    """The shipped kinds of help and a small catalogue, as everybody meets them."""
    fill_catalogue(at=now)
    world.index()
    with acting_as(ANONYMOUS, purpose=Purpose.PUBLIC, at=now):
        yield world


def _findable(key: str, told: Told) -> indexing.Findable:
    return indexing.Findable(
        kind=EntryKind.PAGE, key=key, public=True, title=told.said, title_en="", short="", short_en="", told=told
    )


def helps(words: str) -> list[str]:
    return guidance.keys(words=words, kinds=[EntryKind.HELP], public=True)


def test_the_help_is_among_the_first_and_the_list_is_short(filled: World) -> None:
    missed = {words: helps(words) for words, key in WORDS.items() if key not in helps(words)[:4]}
    assert missed == {}
    assert {words: len(helps(words)) for words in WORDS if len(helps(words)) > FEW} == {}


def test_every_kind_of_help_is_found_by_each_of_its_own_words(filled: World) -> None:
    missed = [
        (one.key, words) for one in load_shipped() for words in one.search_words if one.key not in helps(words)
    ]
    assert missed == []


@pytest.mark.parametrize("words", ["jeg kan ikke selv", "", "  ", "rumraket", "%", "'; select 1 --"])
def test_what_says_nothing_finds_nothing(filled: World, words: str) -> None:
    assert guidance.search(words=words, kinds=EVERYBODYS, public=True) == ()


def test_each_kind_is_found_and_what_is_for_staff_is_not(filled: World) -> None:
    found = {one.key: one.kind for one in guidance.search(words="kaffe", kinds=EVERYBODYS, public=True)}
    assert found["torsdagscafeen"] is EntryKind.ASSOCIATION
    assert guidance.keys(words="mestring", kinds=[EntryKind.OFFER], public=True)[0] == "mestring"
    assert guidance.keys(words="krisebolig", kinds=[EntryKind.OFFER], public=True) == []
    assert guidance.keys(words="krisebolig", kinds=[EntryKind.OFFER], public=False) == []


def test_a_slip_of_the_pen_is_guessed_at_only_where_nothing_else_fits(filled: World) -> None:
    guessed = guidance.search(words="kørstol", kinds=[EntryKind.HELP], public=True)
    assert "sel-112" in [one.key for one in guessed]
    assert all(one.near for one in guessed)
    assert not any(one.near for one in guidance.search(words="kørestol", kinds=[EntryKind.HELP], public=True))


def test_one_statement_finds_what_is_said_in_a_title(filled: World) -> None:
    with CaptureQueriesContext(connection) as sent:
        guidance.search(words="hjælp til rengøring", kinds=EVERYBODYS, public=True)
    assert len(sent) == 1


def test_running_text_is_gone_through_where_no_title_fits(world: World, now: datetime) -> None:
    """One more statement, and no more; beside a title that fits, what only tells of it is left out."""
    in_text = Told(said="Forår i byen", told="Kom og plant snerler og porrer.")
    in_title = Told(said="Snerler", told="En blomst.")
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=now):
        indexing.put([_findable("spring", in_text)])
        with CaptureQueriesContext(connection) as sent:
            assert guidance.keys(words="snerler", kinds=EVERYBODYS, public=True) == ["spring"]
        assert len(sent) == 2
        indexing.put([_findable("flower", in_title)])
        assert guidance.keys(words="snerler", kinds=EVERYBODYS, public=True) == ["flower"]


def test_an_offer_that_changes_or_ends_is_found_as_it_now_is(world: World, now: datetime) -> None:
    fill_catalogue(at=now)
    keeper = world.employee("Malene", role=Role.CONTROLLER)
    with acting_as(keeper, purpose=Purpose.ADMINISTRATION, at=now):
        renamed = replace(SMALL["mestring"], title="Modgruppen")
        offers.change(key="mestring", number=1, content=renamed, by=keeper, at=now)
        assert guidance.keys(words="modgruppen", kinds=[EntryKind.OFFER], public=True) == ["mestring"]
        offers.end(key="mestring", number=2, on=now.date(), by=keeper, at=now)
        assert guidance.keys(words="modgruppen", kinds=[EntryKind.OFFER], public=True) == []


def test_an_index_that_forgets_a_place_finds_less(filled: World) -> None:
    """The sabotage: without the places of a word, what it stood in is not found."""
    assert "sel-112" in helps("rollator")
    words = list(SearchWord.objects.filter(word__contains="rollator").values_list("pk", flat=True))
    SearchPlace.objects.filter(word__in=words).delete()
    assert "sel-112" not in helps("rollator")
