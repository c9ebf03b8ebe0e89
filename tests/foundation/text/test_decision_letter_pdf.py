"""The decision letter on paper: what stands in it, and when it may not be made."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.foundation.text.letters import DECISION, FONTS, LETTER
from tests.foundation.text.reading import page_texts, text_of

from borgerfokus.core.decisions.letter import Addressee
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.foundation.text.documents import LetterDocument, LetterRefused
from borgerfokus.foundation.text.fonts import FontsMissing
from borgerfokus.foundation.text.pdf import render_letter


def made(document: LetterDocument = LETTER, language: str = "da") -> str:
    return text_of(render_letter(letter=document, language=language, fonts=FONTS))


@pytest.mark.parametrize(
    "part",
    [
        "Fjordby Kommune",
        "Handicap og Psykiatri",
        "21. november 2026",
        "Sag 2026-003902",
        "Kære Lene",
        "Du får støtte 4 timer om ugen",
        "Du søgte om 6 timer.",
        "Delvist bevilget",
        "Fra 1. december 2026 til 30. november 2027",
        "Det har vi ikke bevilget, fordi Aktivitetshuset er åbent for dig",
        "Kommunen skal tilbyde hjælp",
        "samtalen med dig den 21. oktober 2026",
        "Du kan klage",
        "senest 4 uger efter, at du har fået brevet. Ankestyrelsen behandler klagen.",
        "Send klagen til Handicap og Psykiatri",
        "Vi følger op sammen med dig senest den 1. december 2027.",
        "Karen Lindvad, sagsbehandler",
        "09 99 00 43",
        "Afgørelsen er truffet efter serviceloven § 85. Klageadgang: retssikkerhedsloven §§ 60, 66 og 67.",
    ],
)
def test_the_letter_carries(part: str) -> None:
    assert part in made()


def test_the_outcome_comes_first_and_the_article_last() -> None:
    text = made()
    order = [
        "Du får støtte 4 timer om ugen",
        "Du søgte om 6 timer",
        "Det har vi lagt vægt på",
        "Oplysninger, vi har brugt",
        "Det siger reglerne",
        "Du kan klage",
        "Har du spørgsmål?",
        "Venlig hilsen",
        "serviceloven § 85",
    ]
    assert [text.index(part) for part in order] == sorted(text.index(part) for part in order)


def test_the_keys_of_the_facts_are_not_in_the_letter() -> None:
    assert "[" not in made()


def test_the_english_letter_has_english_words() -> None:
    text = made(language="en")
    for words in (
        "21 November 2026",
        "Dear Lene",
        "Partly granted",
        "You can appeal",
        "serviceloven section 85",
    ):
        assert words in text
    for words in ("Kære", "Venlig hilsen", "Du kan klage"):
        assert words not in text


@pytest.mark.parametrize("outcome", [Outcome.PARTLY, Outcome.REFUSED])
@pytest.mark.parametrize("missing", ["appeal", "reasons", "sent_on"])
def test_a_decision_against_the_party_is_not_made_without(outcome: Outcome, missing: str) -> None:
    nothing: dict[str, Any] = {missing: None}
    letter = replace(DECISION, **nothing)
    with pytest.raises(LetterRefused) as caught:
        made(LetterDocument(letter=letter, outcome=outcome))
    assert len(caught.value.faults) == 1


@pytest.mark.parametrize("preview", [True, False])
@pytest.mark.parametrize("heading", ["", " \n"])
def test_no_letter_without_a_heading(preview: bool, heading: str) -> None:
    with pytest.raises(LetterRefused, match="overskrift"):
        made(LetterDocument(replace(DECISION, heading=heading), Outcome.PARTLY, preview=preview))


def test_a_preview_shows_an_unfinished_letter_and_says_so() -> None:
    draft = replace(DECISION, reasons=None, appeal=None, period=None, follow_up="", sent_on=None, sections=())
    text = made(LetterDocument(draft, Outcome.PARTLY, preview=True))
    assert "Udkast. Brevet er ikke sendt." in text
    assert "Dato sættes ved afsendelse" in text
    assert "Du kan klage" not in text


def test_a_letter_that_is_sent_is_not_called_a_draft() -> None:
    assert "Udkast" not in made()


def test_a_protected_address_leaves_no_address_on_the_letter() -> None:
    protected = replace(DECISION, addressee=Addressee("Lene Overgaard", "Lene"))
    assert "Overgaards Vej" in made()
    assert "Overgaard" not in made(LetterDocument(protected, Outcome.PARTLY))


def test_the_same_letter_is_the_same_bytes_also_from_many_threads() -> None:
    with ThreadPoolExecutor(max_workers=4) as pool:
        letters = [pool.submit(render_letter, letter=LETTER, language="da", fonts=FONTS) for _ in range(12)]
    assert len({letter.result() for letter in letters}) == 1


def test_pages_are_numbered_and_later_pages_name_the_case() -> None:
    first, second = page_texts(render_letter(letter=LETTER, language="da", fonts=FONTS))
    assert "Side 1 af 2" in first
    assert "Side 2 af 2" in second
    assert "Sag 2026-003902" in second


def test_without_fonts_it_says_which_folder(tmp_path: Path) -> None:
    with pytest.raises(FontsMissing, match="IBMPlexSans-Regular"):
        render_letter(letter=LETTER, language="da", fonts=tmp_path)
