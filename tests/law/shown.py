"""A parameter's value as a lawyer reads it in Danish."""

from __future__ import annotations

from borgerfokus.core.rules import Unit, Value
from borgerfokus.core.words import NotALength, length_words


def shown(value: Value) -> str:
    """The value in Danish words: "4 uger", "ja", "3,5 %", "Helhedspleje", or a list."""
    match value.unit:
        case Unit.BOOLEAN:
            return "ja" if value.flag else "nej"
        case Unit.PERCENT:
            return f"{value.percent} %".replace(".", ",")
        case Unit.TEXT | Unit.CHOICE:
            return value.text.da
        case Unit.CHOICES:
            return ", ".join(text.da for text in value.texts)
        case Unit.MONTH_DAYS:
            return ", ".join(f"{day[3:]}-{day[:2]}" for day in value.codes)
        case Unit.CODE:
            return f"`{value.code}`"
        case Unit.ORE:
            return value.money.in_danish()
        case _:
            return _length_or_count(value)


def _length_or_count(value: Value) -> str:
    try:
        return length_words(value.number, value.unit).da
    except NotALength:
        return str(value.number)
