"""The reference page names every field, word and placeholder that a document may use."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from enum import StrEnum
from pathlib import Path

import pytest

from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.casetype import PLACEHOLDERS, model, vocabulary
from borgerfokus.core.casework.lifecycle import Phase
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.rules import Status

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "case-type-document.md"
NAMED = set(re.findall(r"`([^`]+)`", PAGE.read_text(encoding="utf-8")))

SHAPES = [
    shape for shape in vars(model).values() if is_dataclass(shape) and shape.__module__ == model.__name__
]
WORDS = [
    words
    for words in vars(vocabulary).values()
    if isinstance(words, type) and issubclass(words, StrEnum) and words is not StrEnum
]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_field_is_described(shape: type):
    top = {"phases", "deadlines", "intake", "information", "outcomes"}
    tables = {"responsible", "appeal", "follow_up", "retention", "cooperation", "letter"}
    inline = {"field", "equals"}
    names = {field.name for field in fields(shape)} - top - tables - inline
    assert names - NAMED == set()


@pytest.mark.parametrize("words", [*WORDS, Phase, Ball, Outcome, Status], ids=lambda words: words.__name__)
def test_every_word_is_described(words: type[StrEnum]):
    assert {word.value for word in words} - NAMED == set()


def test_exactly_the_known_placeholders_are_described():
    assert {name.strip("{}") for name in NAMED if re.fullmatch(r"{\w+}", name)} == set(PLACEHOLDERS)
