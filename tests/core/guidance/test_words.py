"""Danish words as a search meets them: however they are typed, bent or put together."""

import pytest

from borgerfokus.core.guidance.synonyms import parse, synonyms
from borgerfokus.core.guidance.words import EXACT, PART, SAID, SECTION, SYNONYM, TOLD, Told, asked, fold, stem, weights


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("rengøringen", "rengøring"),
        ("hjælpemiddelbevillingen", "hjælpemiddelbevilling"),
        ("tilbuddet", "tilbud"),
        ("tilbud", "tilbud"),
        ("hotellerne", "hotel"),
        ("bad", "bad"),
        ("es", "es"),
        ("100", "100"),
    ],
)
def test_endings_are_cut(word: str, cut: str) -> None:
    assert stem(word) == cut


@pytest.mark.parametrize("typed", ["kørestol", "KØRESTOL", "koerestol", "körestol"])
def test_the_danish_letters_are_met_however_they_are_typed(typed: str) -> None:
    assert fold(typed) == "kørestol"


def test_a_word_weighs_most_where_people_say_it() -> None:
    found = weights(Told(said="Rollator til udlån", told="Lån en rollator.", section="serviceloven 112"))
    assert found["rollator"] == SAID + TOLD
    assert found["112"] == SECTION
    assert "til" not in found


def test_a_question_becomes_forms_with_how_well_they_stand_for_it() -> None:
    found = {one.text: one for one in asked("hjælp til sygeplejersken", {"sygeplejersk": ("sygeplej",)})}
    assert found["sygeplejersk"].strength == EXACT
    assert found["sygeplejersk"].inside == "any"
    assert found["sygeplej"].strength in {SYNONYM, PART}
    assert "hjælp" not in found


def test_short_words_and_numbers_are_not_looked_for_inside_others() -> None:
    found = {one.text: one.inside for one in asked("104 bad ro", {})}
    assert found == {"104": "", "bad": "ends", "ro": ""}


def test_a_question_of_words_that_everybody_uses_has_no_form() -> None:
    assert asked("jeg kan ikke selv", synonyms()) == ()


def test_a_synonym_works_both_ways() -> None:
    known = synonyms()
    assert stem("narkotika") in known[stem("hash")]
    assert stem("hash") in known[stem("narkotika")]
    assert stem("telefon") in known[stem("tlf")]


@pytest.mark.parametrize("group", ['["alene"]', '["to ord", "andre"]'])
def test_a_damaged_list_of_synonyms_is_refused(group: str) -> None:
    with pytest.raises(ValueError, match="at least two words"):
        parse(f"groups = [{group}]")
