"""Receipts, requests, notices and hearings on paper."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.foundation.text.letters import FONTS, HEARING
from tests.foundation.text.reading import text_of

from borgerfokus.core.decisions.letter import Addressee, Contact, Section, Sender
from borgerfokus.foundation.text.documents import GeneralLetter, LetterRefused
from borgerfokus.foundation.text.pdf import render_general

RECEIPT = replace(
    HEARING,
    heading="Vi har modtaget din ansøgning",
    body="Du får svar senest den 21. januar 2027.",
    sections=(Section("Det sker der nu", "Karen Lindvad ringer til dig."),),
    facts=(),
    answer_by=None,
    how_to_answer="",
    law="Fristen er fastsat efter retssikkerhedsloven § 3, stk. 2.",
)


def made(letter: GeneralLetter, language: str = "da") -> str:
    return text_of(render_general(letter=letter, language=language, fonts=FONTS))


@pytest.mark.parametrize(
    "part",
    [
        "Svar senest 23. november 2026",
        "Madlavning (O5)",
        "Du laver selv varm mad hver dag.",
        "Statusnotat fra Bostøtten, 3. november 2026",
        "Hører vi ikke fra dig, afgør vi sagen.",
        "forvaltningsloven § 19",
    ],
)
def test_a_hearing_lists_the_facts_and_the_last_day_to_answer(part: str) -> None:
    assert part in made(HEARING)


def test_a_receipt_has_no_table_and_no_answer_date() -> None:
    text = made(RECEIPT)
    assert "Karen Lindvad ringer til dig." in text
    assert "Svar senest" not in text
    assert "Oplysning" not in text


def test_the_english_labels() -> None:
    text = made(HEARING, language="en")
    assert "Answer by 23 November 2026" in text
    assert "What the file says" in text


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"heading": " "}, "overskrift"),
        ({"heading": "x" * 201}, "kortere"),
        ({"sections": (Section("x" * 201, "y"),)}, "kortere"),
        ({"body": ""}, "handler om"),
        ({"sender": Sender("", "Handicap og Psykiatri")}, "kommune og enhed"),
        ({"addressee": Addressee("", "")}, "hvem brevet er til"),
        ({"contact": Contact("Karen Lindvad", "", ())}, "ringe eller skrive"),
        ({"answer_by": None}, "senest skal svare"),
    ],
)
def test_a_letter_without_a_needed_part_is_refused(changes: dict[str, Any], says: str) -> None:
    with pytest.raises(LetterRefused, match=says) as caught:
        made(replace(HEARING, **changes))
    assert len(caught.value.faults) == 1
