"""Figures and signals in words, in both languages."""

from collections.abc import Mapping
from typing import Final

from borgerfokus.core.indicators.document import Indicator, Measure
from borgerfokus.core.indicators.trend import Signal
from borgerfokus.core.texts import Text
from borgerfokus.core.words import MONTHS

_WHOLE_DAYS: Final = 10
"""From so many days on the tenths say nothing."""

SIGNAL_WORDS: Final[Mapping[Signal, Text]] = {
    Signal.ABOVE: Text(da="Over det sædvanlige", en="Above the usual"),
    Signal.BELOW: Text(da="Under det sædvanlige", en="Below the usual"),
    Signal.RUN_ABOVE: Text(da="Otte måneder i træk over midten", en="Eight months in a row above the middle"),
    Signal.RUN_BELOW: Text(da="Otte måneder i træk under midten", en="Eight months in a row below the middle"),
}


def written(value: float, indicator: Indicator) -> Text:
    """The value as it is written: days, percent, kroner or a number."""
    if indicator.measure is Measure.PERCENT:
        return _same(f"{round(100 * value)} %")
    if indicator.measure is Measure.DAYS:
        number = _decimal(value) if value < _WHOLE_DAYS else _same(str(round(value)))
        one = round(value) == 1
        return Text(da=f"{number.da} {'dag' if one else 'dage'}", en=f"{number.en} {'day' if one else 'days'}")
    if indicator.measure is Measure.KRONER:
        whole = f"{round(value):,}"
        return Text(da=f"{whole.replace(',', '.')} kr.", en=f"DKK {whole}")
    return _same(str(round(value))) if value == round(value) else _decimal(value)


def month_words(key: int) -> Text:
    """ "nov. 26" from 202611."""
    name, year = MONTHS[key % 100 - 1], f"{key // 100 % 100:02d}"
    return Text(da=f"{name.da[:3]}. {year}", en=f"{name.en[:3]}. {year}")


def _same(text: str) -> Text:
    return Text(da=text, en=text)


def _decimal(value: float) -> Text:
    text = f"{value:.1f}".removesuffix(".0")
    return Text(da=text.replace(".", ","), en=text)
