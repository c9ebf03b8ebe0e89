"""Indicators in words: the figure now, against target and own history, and as a control chart."""

from collections.abc import Iterable, Mapping, Sequence
from string import ascii_uppercase

from django.utils.translation import gettext as _

from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.service import Disclosed, FigureNote, Measured
from borgerfokus.core.indicators import (
    SIGNAL_WORDS,
    THEME_NAMES,
    Audience,
    Direction,
    Figure,
    Indicator,
    Limits,
    Measure,
    Signal,
    Statistic,
    Theme,
    limits_of,
    month_words,
    signals,
    written,
)
from borgerfokus.web.design.views import Chip, Column, ControlView, Kpi, Level, Point, Row, SparkLine, TimeMark
from borgerfokus.web.frame import on_day, say

_TEXT = 15.0
"""The height of a text in a chart, pixels."""
_LEFT, _RIGHT, _TOP, _BOTTOM, _HEIGHT = 13.0, 73.0, 16.0, 200.0, 240
_SPARK, _MOST_NOTES = 36, 6


def shown(value: float, indicator: Indicator) -> str:
    """The value as it is written: days, percent or a number."""
    return say(written(value, indicator))


def of_case(value: float, indicator: Indicator) -> str:
    """What one case says to an indicator: yes or no to a share."""
    if indicator.statistic is Statistic.SHARE:
        return _("Ja") if value else _("Nej")
    return shown(value, indicator)


def direction(indicator: Indicator) -> str:
    """Which way is good."""
    return {
        Direction.HIGHER: _("Højere er bedre"),
        Direction.LOWER: _("Lavere er bedre"),
        Direction.NEITHER: _("Hverken højt eller lavt er bedst i sig selv"),
    }[indicator.direction]


def audience(indicator: Indicator) -> str:
    """The widest audience that is told the figure."""
    return {
        Audience.INSIDE: _("Dem, der arbejder med sagerne"),
        Audience.COMMITTEE: _("Også udvalget, afrundet"),
        Audience.PUBLIC: _("Alle, afrundet"),
    }[indicator.disclosure]


def month(key: int) -> str:
    """ "nov. 26" from 202611."""
    return say(month_words(key))


def against_target(measured: Measured | Disclosed) -> Chip | None:
    """Whether the target is met; None without a target or a figure."""
    indicator, now = measured.indicator, measured.now
    if indicator.target is None or now is None or indicator.direction is Direction.NEITHER:
        return None
    met = now.value >= indicator.target if indicator.direction is Direction.HIGHER else now.value <= indicator.target
    words = _("mål %(target)s") % {"target": shown(indicator.target, indicator)}
    return Chip(words, "ok" if met else "warn")


def limits(measured: Measured | Disclosed) -> Limits | None:
    """The natural limits of the months."""
    highest = 1.0 if measured.indicator.measure is Measure.PERCENT else None
    return limits_of([one.value for one in measured.months], highest=highest)


def last_signal(measured: Measured | Disclosed) -> str:
    """Why the newest month is more than noise, "" when it is not."""
    found = limits(measured)
    if found is None:
        return ""
    signal = signals([one.value for one in measured.months], found)[-1]
    return _signal(signal) if signal else ""


def _signal(signal: Signal) -> str:
    return say(SIGNAL_WORDS[signal])


def finding(measured: Measured | Disclosed) -> str:
    """What the chart says, in a sentence or two."""
    if measured.now is None:
        return _("For få sager til et tal i perioden.")
    said = _("%(now)s de seneste tre måneder") % {"now": shown(measured.now.value, measured.indicator)}
    if measured.before is not None:
        said += _(", mod %(before)s de tre før") % {"before": shown(measured.before.value, measured.indicator)}
    signal = last_signal(measured)
    if not signal:
        return f"{said}. {_('Udsvingene er almindelige.')}"
    return f"{said}. {_('Den seneste måned: %(signal)s.') % {'signal': signal.lower()}}"


def chart(measured: Measured | Disclosed, notes: Sequence[FigureNote] = ()) -> ControlView | None:
    """The months with their limits, and the notes of their time; None when there are no months."""
    if not measured.months:
        return None
    indicator, found = measured.indicator, limits(measured)
    scale = _Scale(measured.months, found, indicator.target)
    marks = signals([one.value for one in measured.months], found) if found else [None] * len(measured.months)
    points = tuple(
        Point(scale.x(place), scale.y(one.value), month(one.key) if scale.labelled(place) else "", bad=mark is not None)
        for place, (one, mark) in enumerate(zip(measured.months, marks, strict=True))
    )
    return ControlView(
        label=f"{say(indicator.title)}. {finding(measured)}",
        height=_HEIGHT,
        points=points,
        levels=_levels(indicator, found, scale),
        columns=(
            Column(_("Måned")),
            Column(_("Tal"), numeric=True),
            Column(_("Sager"), numeric=True),
            Column(_("Mere end almindelige udsving?")),
        ),
        rows=tuple(
            Row(cells=(month(one.key), shown(one.value, indicator), str(one.cases), _signal(mark) if mark else "–"))
            for one, mark in zip(measured.months, marks, strict=True)
        ),
        marks=_noted(notes, {one.key: scale.x(place) for place, one in enumerate(measured.months)}),
    )


def _noted(notes: Sequence[FigureNote], xs: Mapping[int, float]) -> tuple[TimeMark, ...]:
    """The newest notes of the months that a chart shows, in the order of time."""
    found = [(note.on, insight.month_key(note.on), note.text) for note in notes]
    shown = sorted([one for one in found if one[1] in xs], reverse=True)[:_MOST_NOTES]
    return tuple(
        TimeMark(xs[month], ascii_uppercase[place], f"{on_day(on)}: {text}")
        for place, (on, month, text) in enumerate(reversed(shown))
    )


def spark(measured: Measured | Disclosed) -> ControlView | None:
    """The months as a small line; None with fewer than two."""
    if len(measured.months) < 2:
        return None
    found = limits(measured)
    scale = _Scale(measured.months, found, None, left=1, right=99, top=5, bottom=_SPARK - 5)
    marks = signals([one.value for one in measured.months], found) if found else [None] * len(measured.months)
    points = tuple(
        Point(scale.x(place), scale.y(one.value), bad=mark is not None)
        for place, (one, mark) in enumerate(zip(measured.months, marks, strict=True))
    )
    levels = (Level(scale.y(found.middle), "middle"),) if found else ()
    first, last = measured.months[0], measured.months[-1]
    label = _("Fra %(first)s i %(start)s til %(last)s i %(end)s") % {
        "first": shown(first.value, measured.indicator),
        "start": month(first.key),
        "last": shown(last.value, measured.indicator),
        "end": month(last.key),
    }
    return ControlView(label=label, height=_SPARK, points=points, levels=levels)


class _Scale:
    """Where values and months stand in a drawing."""

    def __init__(
        self,
        months: Sequence[Figure],
        found: Limits | None,
        target: float | None,
        *,
        left: float = _LEFT,
        right: float = _RIGHT,
        top: float = _TOP,
        bottom: float = _BOTTOM,
    ) -> None:
        values = [one.value for one in months]
        values += [found.lower, found.upper] if found else []
        values += [target] if target is not None else []
        self.low, self.high = min(values), max(values)
        self.left, self.right, self.top, self.bottom = left, right, top, bottom
        self._numbers = [one.key // 100 * 12 + one.key % 100 for one in months]
        self._span = max(1, self._numbers[-1] - self._numbers[0])

    def x(self, place: int) -> float:
        """Per cent of the width. A month without a figure leaves its room empty."""
        return self.left + (self.right - self.left) * (self._numbers[place] - self._numbers[0]) / self._span

    def y(self, value: float) -> float:
        """Pixels from the top."""
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        return self.bottom - (self.bottom - self.top) * share

    def labelled(self, place: int) -> bool:
        """Whether a month has its name under the axis: a few, evenly, and with room between them."""
        apart = max(1, (self._span + 1) // 4)
        steps = [(number - self._numbers[0]) // apart for number in self._numbers]
        return place == 0 or steps[place] > steps[place - 1]


def _levels(indicator: Indicator, found: Limits | None, scale: _Scale) -> tuple[Level, ...]:
    levels = [Level(scale.y(scale.low), "grid", shown(scale.low, indicator))]
    levels.append(Level(scale.y(scale.high), "grid", shown(scale.high, indicator)))
    if found is not None:
        middle = _("Midt %(value)s") % {"value": shown(found.middle, indicator)}
        levels.append(Level(scale.y(found.middle), "middle", middle))
        levels += [Level(scale.y(edge), "limit") for edge in (found.lower, found.upper)]
    if indicator.target is not None:
        words = _("Mål %(value)s") % {"value": shown(indicator.target, indicator)}
        middle_y = scale.y(found.middle) if found is not None else None
        levels.append(Level(scale.y(indicator.target), "target", words, text_down(scale.y(indicator.target), middle_y)))
    return tuple(levels)


def text_down(mine: float, other: float | None) -> float:
    """How far down a text is moved, so that it does not lie on the one of another line."""
    if other is None or abs(mine - other) >= _TEXT:
        return 0.0
    return other - mine + (_TEXT if mine >= other else -_TEXT)


def line(measured: Measured | Disclosed, href: str) -> SparkLine:
    """One indicator in a list."""
    indicator, now, before = measured.indicator, measured.now, measured.before
    return SparkLine(
        title=say(indicator.title),
        href=href,
        now=shown(now.value, indicator) if now else _("for få sager"),
        before=shown(before.value, indicator) if before else "–",
        target=against_target(measured),
        signal=last_signal(measured),
        spark=spark(measured),
    )


def by_theme(lines: Iterable[tuple[Indicator, SparkLine]]) -> list[tuple[str, list[SparkLine]]]:
    """The lines under the headings of their themes; a theme with none is left out."""
    found: dict[Theme, list[SparkLine]] = {}
    for indicator, one in lines:
        found.setdefault(indicator.theme, []).append(one)
    return [(say(THEME_NAMES[theme]), found[theme]) for theme in Theme if theme in found]


def kpi(measured: Measured | Disclosed, href: str) -> Kpi:
    """The figure now with its target and the one before; opens the indicator."""
    indicator, now, before = measured.indicator, measured.now, measured.before
    return Kpi(
        label=say(indicator.title),
        value=shown(now.value, indicator) if now else "–",
        note=_("før %(before)s") % {"before": shown(before.value, indicator)} if before else "",
        chip=against_target(measured) or (None if now else Chip(_("for få sager"))),
        href=href,
    )


def units(measured: Measured, names: Mapping[str, str], own: frozenset[str] = frozenset()) -> tuple[Row, ...]:
    """The units beside each other, the one with most cases first; `own` are marked."""
    ordered = sorted(measured.units.items(), key=lambda pair: -pair[1].cases)
    return tuple(
        Row(
            cells=(names.get(key, key), shown(one.value, measured.indicator), str(one.cases), apart(one, measured)),
            here=key in own,
        )
        for key, one in ordered
    )


def apart(one: Figure, measured: Measured) -> str:
    """How far a unit lies from all that are shown."""
    if measured.now is None:
        return "–"
    apart = one.value - measured.now.value
    sign = "+" if apart > 0 else "−" if apart < 0 else "±"
    return f"{sign}{shown(abs(apart), measured.indicator)}"
