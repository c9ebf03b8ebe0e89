"""People find each kind of help by the words they would use, compounds included."""

from types import SimpleNamespace

import pytest

from borgerfokus.core.casework.casetype import Theme, load_shipped
from borgerfokus.web.present.kinds import THEMES
from borgerfokus.web.public.search import search

VERSIONS = [SimpleNamespace(key=one.key, title=one.title_staff.da, spec=one) for one in load_shipped()]
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
}


@pytest.mark.parametrize(("words", "key"), WORDS.items(), ids=WORDS)
def test_the_help_is_among_the_first_and_the_list_is_short(words: str, key: str) -> None:
    found = [one.key for one in search(words, VERSIONS)]  # type: ignore[arg-type]
    assert key in found[:4], found
    assert len(found) <= FEW


def test_words_that_everybody_uses_find_nothing() -> None:
    assert search("jeg kan ikke selv", VERSIONS) == []  # type: ignore[arg-type]


def test_every_kind_of_help_is_found_by_each_of_its_own_words() -> None:
    for one in VERSIONS:
        for words in one.spec.search_words:
            assert one.key in [found.key for found in search(words, VERSIONS)], (one.key, words)  # type: ignore[arg-type]


def test_every_kind_of_help_for_adults_has_a_theme_and_every_theme_its_title() -> None:
    assert set(THEMES) == set(Theme)
    adults = [one for one in VERSIONS if one.key.startswith(("sel-", "sul-", "aeldre-"))]
    without = {one.key for one in adults if one.spec.theme is None}
    assert without == set()
