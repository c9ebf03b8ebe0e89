"""Dates, periods and lists in words."""

from __future__ import annotations

from datetime import date

import pytest

from borgerfokus.core.decisions.wording import joined, long_date, period_in_words
from borgerfokus.core.periods import Period


@pytest.mark.parametrize(("language", "words"), [("da", "21. november 2026"), ("en", "21 November 2026")])
def test_a_date_in_words(language: str, words: str) -> None:
    assert long_date(day=date(2026, 11, 21), language=language) == words


@pytest.mark.parametrize(
    ("end", "language", "words"),
    [
        (date(2027, 12, 1), "da", "fra den 1. december 2026 til den 30. november 2027"),
        (date(2027, 12, 1), "en", "from 1 December 2026 to 30 November 2027"),
        (None, "da", "fra den 1. december 2026"),
        (None, "en", "from 1 December 2026"),
    ],
)
def test_a_period_is_said_with_its_last_day(end: date | None, language: str, words: str) -> None:
    assert period_in_words(period=Period(date(2026, 12, 1), end), language=language) == words


@pytest.mark.parametrize(
    ("parts", "words"), [((), ""), (("a",), "a"), (("a", "b"), "a og b"), (("a", "b", "c"), "a, b og c")]
)
def test_a_list_in_words(parts: tuple[str, ...], words: str) -> None:
    assert joined(parts=parts, language="da") == words
