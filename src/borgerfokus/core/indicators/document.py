"""The document of an indicator: a new one needs a document and no code.

    key = "decision_time"
    version = 1
    title.da = "Fra ansøgning til afgørelse"
    definition.da = "Median af dagene fra ansøgningen er modtaget, til afgørelsen er sendt."
    direction = "lower"
    statistic = "median"
    unit = "days"
    disclosure = "public"
    owner = "Staben for Sundhed"
    target = 56
    smallest = 5
    [formula]
    kind = "between"
    start = "request.received"
    end = "decision.issued"
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, Final

from borgerfokus.core.flow.marks import ANY, SIGN
from borgerfokus.core.indicators.formula import KINDS, Between, Formula, Marked, Statistic
from borgerfokus.core.texts import Text


class Direction(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


class Measure(StrEnum):
    """What the figure is in."""

    DAYS = "days"
    PERCENT = "percent"
    NUMBER = "number"
    KRONER = "kroner"


class Audience(StrEnum):
    """Who is told a figure: those who work with the cases, the committee and they, everybody."""

    INSIDE = "inside"
    COMMITTEE = "committee"
    PUBLIC = "public"


class Dimension(StrEnum):
    """By what a figure may be split beside months and units."""

    OFFER = "offer"


class Theme(StrEnum):
    """Under which heading the indicator stands."""

    DEADLINES = "deadlines"
    TIME = "time"
    QUALITY = "quality"
    COHERENCE = "coherence"
    CITIZEN = "citizen"
    WORK = "work"
    ECONOMY = "economy"


THEME_NAMES: Final[Mapping[Theme, Text]] = {
    Theme.DEADLINES: Text(da="Frister", en="Deadlines"),
    Theme.TIME: Text(da="Tid", en="Time"),
    Theme.QUALITY: Text(da="Kvalitet i sagen", en="Quality of casework"),
    Theme.COHERENCE: Text(da="Sammenhæng", en="Coherence"),
    Theme.CITIZEN: Text(da="Borgeren", en="The citizen"),
    Theme.WORK: Text(da="Arbejdet", en="The work"),
    Theme.ECONOMY: Text(da="Økonomi", en="Economy"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One indicator. `smallest`: fewer cases than this in a month make no figure of that month.

    `disclosure` is the widest audience that it is told; `front` whether it stands on the front of a dashboard.
    `answers`: what citizens answered, who were promised that it counts in figures of many alone, so that those who work
    with the cases too are told it of the released log, and of no case. `split`: what the marks that it counts are of.
    """

    key: str
    version: int
    theme: Theme
    title: Text
    definition: Text
    direction: Direction
    statistic: Statistic
    measure: Measure
    formula: Formula
    disclosure: Audience
    owner: str
    target: float | None = None
    smallest: int = 5
    front: bool = False
    answers: bool = False
    split: Dimension | None = None

    def is_told(self, audience: Audience) -> bool:
        """Whether the audience is told this indicator at all."""
        widening = list(Audience)
        return widening.index(audience) <= widening.index(self.disclosure)


class UnusableIndicator(ValueError):
    """The document cannot be used; the text names what is wrong with it."""


_KNOWN: Final = frozenset({field.name for field in fields(Indicator)})


def read(document: str) -> Indicator:
    """The indicator of a document. Raises UnusableIndicator."""
    try:
        told = tomllib.loads(document)
        unknown = sorted(set(told) - _KNOWN)
        if unknown:
            raise UnusableIndicator(f"unknown: {', '.join(unknown)}")
        indicator = Indicator(
            key=told["key"],
            version=told["version"],
            theme=Theme(told["theme"]),
            title=Text(**told["title"]),
            definition=Text(**told["definition"]),
            direction=Direction(told["direction"]),
            statistic=Statistic(told["statistic"]),
            measure=Measure(told["measure"]),
            formula=_formula(told["formula"]),
            disclosure=Audience(told["disclosure"]),
            owner=told["owner"],
            target=told.get("target"),
            smallest=told.get("smallest", 5),
            front=told.get("front", False),
            answers=told.get("answers", False),
            split=Dimension(told["split"]) if "split" in told else None,
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise UnusableIndicator(str(error)) from error
    _fits(indicator)
    return indicator


def _formula(told: dict[str, Any]) -> Formula:
    kind = KINDS[told.pop("kind")]
    formula: Formula = kind(**told)
    return formula


def _fits(indicator: Indicator) -> None:
    is_share = indicator.statistic is Statistic.SHARE
    if is_share != (indicator.measure is Measure.PERCENT):
        raise UnusableIndicator(f"{indicator.key}: a share is told in percent, and nothing else is")
    formula = indicator.formula
    if isinstance(formula, Between) and is_share != (formula.within is not None):
        raise UnusableIndicator(f"{indicator.key}: days become a share by `within`")
    is_of_any = isinstance(formula, Marked) and formula.every and formula.of.endswith(f"{SIGN}{ANY}")
    if is_of_any != (indicator.split is not None):
        raise UnusableIndicator(f"{indicator.key}: a split is of marks of anything, each time (`={ANY}`, `every`)")


@cache
def load_shipped() -> tuple[Indicator, ...]:
    """The indicators that come along, in the order of their themes and keys."""
    found = sorted((read(text) for text in _shipped()), key=lambda one: (list(Theme).index(one.theme), one.key))
    return tuple(found)


def _shipped() -> Iterator[str]:
    for entry in (files("borgerfokus.core.indicators") / "documents").iterdir():
        if entry.name.endswith(".toml"):
            yield entry.read_text("utf-8")
