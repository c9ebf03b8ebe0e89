"""Texts carry both languages and never fall back unseen."""

from __future__ import annotations

import pytest

from borgerfokus.core.texts import IncompleteText, Text, UnknownLanguage

DEADLINE = Text(da="Frist: {day}", en="Deadline: {day}")


@pytest.mark.parametrize("language", ["da", "da-DK", "da_dk", "DA"])
def test_danish_by_any_spelling_of_the_code(language: str) -> None:
    assert DEADLINE.in_(language) == "Frist: {day}"


@pytest.mark.parametrize("language", ["en", "en-GB"])
def test_english(language: str) -> None:
    assert DEADLINE.in_(language) == "Deadline: {day}"


@pytest.mark.parametrize("language", ["", "de", "danish", "*"])
def test_another_language_is_a_named_error(language: str) -> None:
    with pytest.raises(UnknownLanguage):
        DEADLINE.in_(language)


@pytest.mark.parametrize(("da", "en"), [("", "x"), ("x", ""), ("x", "  "), ("", "")])
def test_a_missing_language_is_refused(da: str, en: str) -> None:
    with pytest.raises(IncompleteText):
        Text(da=da, en=en)


def test_a_text_value_is_filled_in_per_language() -> None:
    day = Text(da="i dag", en="today")
    assert DEADLINE.filled(day=day) == Text(da="Frist: i dag", en="Deadline: today")


def test_a_toml_table_with_another_key_is_refused() -> None:
    with pytest.raises(IncompleteText):
        Text.from_mapping({"da": "ja", "en": "yes", "de": "ja"})
