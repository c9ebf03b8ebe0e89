"""How dates, sections and lists are written in a letter, in Danish and English."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from borgerfokus.core.periods import Period

_MONTHS = {
    "da": (
        "januar", "februar", "marts", "april", "maj", "juni",
        "juli", "august", "september", "oktober", "november", "december",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip


def long_date(*, day: date, language: str) -> str:
    """The day in words: `21. november 2026`, or `21 November 2026` in English."""
    point = "" if language == "en" else "."
    return f"{day.day}{point} {_MONTHS[language][day.month - 1]} {day.year}"


def period_in_words(*, period: Period, language: str) -> str:
    """A half-open period as people say it, last day included; an open one says only its start."""
    start = long_date(day=period.start, language=language)
    if period.last_day is None:
        return f"from {start}" if language == "en" else f"fra den {start}"
    last = long_date(day=period.last_day, language=language)
    return f"from {start} to {last}" if language == "en" else f"fra den {start} til den {last}"


def joined(*, parts: Sequence[str], language: str) -> str:
    """`a, b og c` / `a, b and c`; empty when there is nothing to join."""
    if len(parts) < 2:
        return "".join(parts)
    last = "and" if language == "en" else "og"
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"
