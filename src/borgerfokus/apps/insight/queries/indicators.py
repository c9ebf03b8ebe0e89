"""The figures of the indicators over the municipality's own log.

What citizens answered (`Indicator.answers`) makes no figure and names no case but in the released log.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from operator import itemgetter
from typing import Any

from borgerfokus.apps.insight.queries.logs import Log
from borgerfokus.apps.insight.queries.summing import are_prepared, summed
from borgerfokus.core import disclosure, indicators
from borgerfokus.core.disclosure import Rule
from borgerfokus.core.flow.marks import SIGN
from borgerfokus.core.indicators import UNIT_ROOM, Ask, By, Coded, Figure, Indicator, Window
from borgerfokus.foundation.people.lots import lot_of

Series = dict[tuple[str, str], list[Figure]]
"""(indicator, unit) → its months, the oldest first."""

_NOW, _BEFORE, _MONTHS, _UNITS = range(4)
"""What a figure is asked for as."""


@dataclass(frozen=True)
class Scope:
    """Which cases are counted: those that count in `[starts, ends)`, of these units and kinds (keys; None: all)."""

    starts: datetime
    ends: datetime
    units: frozenset[str] | None = None
    kinds: frozenset[str] | None = None


@dataclass
class Measured:
    """One indicator: its figure now and for the same span before, its months, its units and its parts (by key)."""

    indicator: Indicator
    now: Figure | None = None
    before: Figure | None = None
    months: list[Figure] = field(default_factory=list)
    units: dict[str, Figure] = field(default_factory=dict)
    parts: dict[str, Figure] = field(default_factory=dict)


@dataclass(frozen=True)
class Counted:
    """A case that counts in a figure: its number in the event table, when it counts (microseconds), and its value."""

    case_no: int
    us: int
    value: float


def is_told(indicator: Indicator, *, of: Log) -> bool:
    """Whether a log may make figures of the indicator."""
    return of.state.is_released or not indicator.answers


def dashboard(
    log: Log, *, now: Scope, before: Scope, months: Scope, beside: Scope | None = None, only: Iterable[Indicator] = ()
) -> list[Measured]:
    """The indicators (`only`: these) in the order of the catalogue; `beside` asks for the units side by side too."""
    catalogue, wanted = indicators.load_shipped(), frozenset(only)
    found = {place: Measured(one) for place, one in enumerate(catalogue) if not wanted or one in wanted}
    places = frozenset(found) if wanted else None
    asks = [
        Ask(_NOW, window(log, now, places)),
        Ask(_BEFORE, window(log, before, places)),
        Ask(_MONTHS, window(log, months, places), By.MONTH),
    ]
    if beside is not None:
        asks.append(Ask(_UNITS, window(log, beside, places), By.UNIT))
    for of, place, figure in _figures(log, asks):
        if of == _NOW:
            found[place].now = figure
        elif of == _BEFORE:
            found[place].before = figure
        elif of == _MONTHS:
            found[place].months.append(figure)
        elif figure.key >= 0:
            found[place].units[log.words.word("unit", figure.key)] = figure
    return list(found.values())


def series(log: Log, *, months: Scope, only: Iterable[Indicator]) -> Series:
    """The months of these indicators everywhere (unit "") and in each unit."""
    catalogue, wanted = indicators.load_shipped(), frozenset(only)
    places = frozenset(place for place, one in enumerate(catalogue) if one in wanted)
    asked = window(log, months, places)
    found: Series = {}
    for of, place, figure in _figures(log, [Ask(_MONTHS, asked, By.MONTH), Ask(_UNITS, asked, By.UNIT_AND_MONTH)]):
        unit, month = divmod(figure.key, UNIT_ROOM)
        if of == _MONTHS:
            found.setdefault((catalogue[place].key, ""), []).append(figure)
        elif unit >= 0:
            key = (catalogue[place].key, log.words.word("unit", unit))
            found.setdefault(key, []).append(replace(figure, key=month))
    return found


def counted(log: Log, indicator: Indicator, *, scope: Scope, most: int, highest_first: bool) -> list[Counted]:
    """The cases that a figure is made of, those of the highest (or lowest) value first, at most so many.

    A case that counts more than once stands there once, with the newest of its values. None of an indicator that is
    of answers.
    """
    if indicator.answers:
        return []
    place = indicators.load_shipped().index(indicator)
    rows = indicators.within(log.values, window(log, scope, frozenset({place})))
    once = rows.group_by("case_no").aggregate(value=rows.value.argmax(rows.us), us=rows.us.max())
    order = once.value.desc() if highest_first else once.value.asc()
    asked = once.order_by(order, once.us.desc(), "case_no").limit(most).select("case_no", "us", "value")
    return [Counted(**row) for row in log.rows(asked)]


@dataclass(frozen=True)
class Valued:
    """What a case says to an indicator, with its month and the code of its unit; `part` "" without a split."""

    case_no: int
    month: int
    unit: int
    value: float
    part: str = ""


def valued(log: Log, indicator: Indicator, *, scope: Scope) -> list[Valued]:
    """Every case that counts. For releases, which look at whose cases they are."""
    if indicator.split is not None:
        return _parted(log, indicator, scope)
    place = indicators.load_shipped().index(indicator)
    rows = indicators.within(log.values, window(log, scope, frozenset({place})))
    asked = rows.order_by("case_no", "us").select("case_no", "month", "unit", "value")
    return [Valued(**row) for row in log.rows(asked)]


def _parted(log: Log, indicator: Indicator, scope: Scope) -> list[Valued]:
    rows = indicators.within(indicators.parted(indicator, coded(log)), window(log, scope))
    asked = rows.mutate(month=indicators.month_of(rows.us)).order_by("case_no", "us", "part")
    return [
        Valued(**{**row, "part": _part(log, row["part"])})
        for row in log.rows(asked.select("case_no", "month", "unit", "value", "part"))
    ]


def parts(log: Log, indicator: Indicator, *, scope: Scope) -> dict[str, Figure]:
    """The figure of each part of an indicator that is split, by the key of the part."""
    asked = indicators.by_part(indicator, coded(log), window(log, scope), owners=log.people)
    found = ((_part(log, row["key"]), indicators.figure(row, indicator)) for row in log.rows(asked))
    return {part: figure for part, figure in found if figure is not None}


def _part(log: Log, code: int) -> str:
    """What the mark with a code is of."""
    return log.words.word("mark", code).partition(SIGN)[2]


@disclosure.door
def door(measured: Measured, *, rule: Rule) -> Measured:
    """The indicator as it may be told to those who see no cases.

    Shares of answers are shaken by a secret lot of their own, the same whenever the same is asked, since there are few
    answers and none of them is anybody's to know.
    """
    one = measured.indicator

    def told(figure: Figure | None) -> Figure | None:
        if figure is None:
            return None
        lot = lot_of(f"answers/{one.key}/{figure.key}/{figure.value}/{figure.cases}") if one.answers else None
        return indicators.rounded(figure, one, rule=rule, lot=lot)

    units = {key: shown for key, figure in measured.units.items() if (shown := told(figure)) is not None}
    parts = {key: shown for key, figure in measured.parts.items() if (shown := told(figure)) is not None}
    months = [shown for figure in measured.months if (shown := told(figure)) is not None]
    return Measured(one, told(measured.now), told(measured.before), months, units, parts)


def coded(log: Log) -> Coded:
    """The log as the formulas read it."""
    activities, actors, marks, details = (
        {word: code for code, word in enumerate(log.words.lists[name])}
        for name in ("activity", "actor", "mark", "detail")
    )
    return Coded(log.events, log.cases, activities, actors, log.marks, marks, log.details, details)


def rows(log: Log, asks: Sequence[Ask]) -> list[dict[str, Any]]:
    """What is answered, by `of`, indicator and key."""
    is_summed = log.people is None and are_prepared(log, asks)
    found = summed(log, asks) if is_summed else log.rows(indicators.asked(log.values, asks))
    return sorted(found, key=itemgetter("of", "indicator", "key"))


def _figures(log: Log, asks: Sequence[Ask]) -> Iterator[tuple[int, int, Figure]]:
    """What the figure is asked for as, the place of its indicator, and the figure, where enough cases count."""
    catalogue = indicators.load_shipped()
    for row in rows(log, asks):
        if row["indicator"] < len(catalogue) and is_told(catalogue[row["indicator"]], of=log):
            figure = indicators.figure(row, catalogue[row["indicator"]])
            if figure is not None:
                yield row["of"], row["indicator"], figure


def window(log: Log, scope: Scope, places: frozenset[int] | None = None) -> Window:
    """A scope in the codes of a log; `places` are those of the indicators that are asked for, None for all."""
    return Window(
        starts_us=int(scope.starts.timestamp() * 1_000_000),
        ends_us=int(scope.ends.timestamp() * 1_000_000),
        units=_codes(log, "unit", scope.units),
        kinds=_codes(log, "kind", scope.kinds),
        indicators=places,
    )


def _codes(log: Log, name: str, words: frozenset[str] | None) -> frozenset[int] | None:
    if words is None:
        return None
    return frozenset(code for code, word in enumerate(log.words.lists[name]) if word in words)
