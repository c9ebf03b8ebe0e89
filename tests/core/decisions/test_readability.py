"""LIX, long words and sentences of a Danish letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borgerfokus.core.decisions.readability import measure, sentences, words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Du kan ringe kl. 9-11. Vi svarer.", 2),
        ("Efter stk. 1 og nr. 2 får du hjælp.", 1),
        ("Du får f.eks. hjælp til indkøb. Vi ringer.", 2),
        ("Det gælder bl.a. Ankestyrelsen og jf. Serviceloven.", 1),
        ("Du får hjælp den 1. december 2026. Vi ringer.", 2),
        ("Du får hjælp den 1. December 2026.", 1),
        ("Mødet er den 3. 4. 2026.", 1),
        ("Du får 1.234,50 kr. om ugen.", 1),
        ("Du får 1.234,50 kr. Pengene kommer i maj.", 2),
        ("Hjælp til rengøring, tøjvask m.v. Vi ringer til dig.", 2),
        ("Vi har truffet afgørelse efter § 85. Du kan klage.", 2),
        ("Har du spørgsmål? Ring til os! Vi svarer…", 3),
        ("Ring til K. Lindvad.", 1),
        ("Overskrift uden punktum\nDu får hjælp.", 2),
        ("Han sagde: »Jeg kan selv.« Vi er enige.", 2),
        ("", 0),
        (" – … \n\n", 0),
    ],
)
def test_abbreviations_and_ordinals_do_not_end_a_sentence(text: str, count: int) -> None:
    assert len(sentences(text=text)) == count


def test_lix_is_words_per_sentence_plus_the_percentage_of_long_words() -> None:
    found = measure(text="Du får hjælp. Afgørelsen er truffet i dag af os.", goal=40)
    assert (found.words, found.sentences, found.long_words) == (10, 2, ("Afgørelsen", "truffet"))
    assert found.lix == 10 / 2 + 100 * 2 / 10


def test_a_word_of_six_letters_is_not_long_and_one_of_seven_is() -> None:
    assert measure(text="seksen sekseni", goal=40).long_words == ("sekseni",)


def test_digits_do_not_make_a_word_long() -> None:
    assert measure(text="1.234.567,89 09990043", goal=40).long_words == ()


def test_the_longest_sentence_is_shown_whole() -> None:
    found = measure(text="Kort. Den her er nu noget længere, ikke? Kort.", goal=40)
    assert (found.longest_sentence, found.longest_sentence_words) == ("Den her er nu noget længere, ikke?", 7)


def test_the_longest_words_come_first_and_each_once() -> None:
    text = "Ankestyrelsen og retssikkerhedsloven og ankestyrelsen."
    assert measure(text=text, goal=40).long_words == ("retssikkerhedsloven", "Ankestyrelsen")


def test_the_goal_is_the_callers() -> None:
    text = "Kommunen bevilger socialpædagogisk støtte."
    found = measure(text=text, goal=40)
    assert found.lix > 40
    assert not found.within_goal
    assert measure(text=text, goal=200).within_goal


def test_nothing_to_read_is_within_the_goal() -> None:
    assert measure(text="", goal=40).within_goal


def test_the_letter_of_the_drawing_is_easy() -> None:
    letter = (
        "Du får støtte 4 timer om ugen\n"
        "Du får støtte i egen bolig fra den 1. december 2026 til den 30. november 2027. Du søgte om 6 timer. "
        "Vi har sagt nej til de 2 timer om aftenen.\n"
        "Er du uenig, så skriv eller ring til os senest 4 uger efter, at du har fået brevet. "
        "Vi ser på sagen igen inden for 4 uger. "
        "Ændrer vi ikke afgørelsen, sender vi klagen til Ankestyrelsen."
    )
    found = measure(text=letter, goal=40)
    assert found.lix < 30
    assert found.longest_sentence_words == 18


def test_words_lose_the_punctuation_around_them() -> None:
    assert words(text="»Du (selv), f.eks. kl. 14.30« – ja!") == ("Du", "selv", "f.eks", "kl", "14.30", "ja")


@given(st.text())
def test_any_text_can_be_measured(text: str) -> None:
    found = measure(text=text, goal=40)
    assert found.words == sum(len(words(text=sentence)) for sentence in sentences(text=text))
    assert found.sentences <= found.words or found.words == 0
