"""Indicators in words: the figure now, against target and own history, and as a control chart."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from borgerfokus.apps.insight.service import Measured
from borgerfokus.core.indicators import Direction, Figure, Indicator, Limits, Measure, Signal, limits_of, signals
from borgerfokus.core.words import MONTHS
from borgerfokus.web.design.views import Chip, Column, ControlView, Level, Point, Row
from borgerfokus.web.frame import page_language, say
from borgerfokus.web.present.flow import number

_LEFT, _RIGHT, _TOP, _BOTTOM, _HEIGHT = 13.0, 73.0, 16.0, 200.0, 240
_SPARK = 36
_WHOLE_DAYS = 10
"""From so many days on the tenths say nothing."""


def shown(value: float, indicator: Indicator) -> str:
    """The value as it is written: days, percent or a number."""
    if indicator.measure is Measure.PERCENT:
        return f"{round(100 * value)} %"
    if indicator.measure is Measure.DAYS:
        written = number(value) if value < _WHOLE_DAYS else str(round(value))
        return ngettext("%(days)s dag", "%(days)s dage", round(value)) % {"days": written}
    return str(round(value)) if value == round(value) else number(value)


def month(key: int) -> str:
    """ "nov. 26" from 202611."""
    return f"{say(MONTHS[key % 100 - 1])[:3]}. {key // 100 % 100:02d}"


def against_target(measured: Measured) -> Chip | None:
    """Whether the target is met; None without a target or a figure."""
    indicator, now = measured.indicator, measured.now
    if indicator.target is None or now is None or indicator.direction is Direction.NEITHER:
        return None
    met = now.value >= indicator.target if indicator.direction is Direction.HIGHER else now.value <= indicator.target
    words = _("mål %(target)s") % {"target": shown(indicator.target, indicator)}
    return Chip(words, "ok" if met else "warn")


def limits(measured: Measured) -> Limits | None:
    """The natural limits of the months."""
    highest = 1.0 if measured.indicator.measure is Measure.PERCENT else None
    return limits_of([one.value for one in measured.months], highest=highest)


def last_signal(measured: Measured) -> str:
    """Why the newest month is more than noise, "" when it is not."""
    found = limits(measured)
    if found is None:
        return ""
    signal = signals([one.value for one in measured.months], found)[-1]
    return _signal(signal) if signal else ""


def _signal(signal: Signal) -> str:
    return {
        Signal.ABOVE: _("Over det sædvanlige"),
        Signal.BELOW: _("Under det sædvanlige"),
        Signal.RUN_ABOVE: _("Otte måneder i træk over midten"),
        Signal.RUN_BELOW: _("Otte måneder i træk under midten"),
    }[signal]


def finding(measured: Measured) -> str:
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


def chart(measured: Measured) -> ControlView | None:
    """The months with their limits; None when there are none."""
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
    )


def spark(measured: Measured) -> ControlView | None:
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
        self.last = max(1, len(months) - 1)

    def x(self, place: int) -> float:
        """Per cent of the width."""
        return self.left + (self.right - self.left) * place / self.last

    def y(self, value: float) -> float:
        """Pixels from the top."""
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        return self.bottom - (self.bottom - self.top) * share

    def labelled(self, place: int) -> bool:
        """Whether a month has its name under the axis: a few, evenly."""
        return place % max(1, (self.last + 1) // 4) == 0


def _levels(indicator: Indicator, found: Limits | None, scale: _Scale) -> tuple[Level, ...]:
    levels = [Level(scale.y(scale.low), "grid", shown(scale.low, indicator))]
    levels.append(Level(scale.y(scale.high), "grid", shown(scale.high, indicator)))
    if found is not None:
        middle = _("Midt %(value)s") % {"value": shown(found.middle, indicator)}
        levels.append(Level(scale.y(found.middle), "middle", middle))
        levels += [Level(scale.y(edge), "limit") for edge in (found.lower, found.upper)]
    if indicator.target is not None:
        words = _("Mål %(value)s") % {"value": shown(indicator.target, indicator)}
        levels.append(Level(scale.y(indicator.target), "target", words))
    return tuple(levels)


def units(measured: Measured, names: Mapping[str, str]) -> tuple[Row, ...]:
    """The units beside each other, the one with most cases first."""
    ordered = sorted(measured.units.items(), key=lambda pair: -pair[1].cases)
    return tuple(
        Row(cells=(names.get(key, key), shown(one.value, measured.indicator), str(one.cases))) for key, one in ordered
    )


def plain(value: float) -> str:
    """A figure as a sheet has it."""
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if page_language() == "da" else text
