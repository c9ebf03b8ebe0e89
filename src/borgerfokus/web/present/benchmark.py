"""Comparisons in words and pictures: places with their intervals, funnels, and whether a difference is chance."""

from collections.abc import Mapping, Sequence
from math import log10
from typing import Final

from django.utils.translation import gettext as _

from borgerfokus.apps.insight.service import PER_CITIZENS
from borgerfokus.core.benchmark.funnel import INNER, OUTER, Funnel, Standing
from borgerfokus.core.benchmark.ranks import Place
from borgerfokus.core.indicators import Direction, Indicator, Measure, Statistic
from borgerfokus.web.design.views import Cell, Chip, Column, FunnelPoint, FunnelView, LadderView, Row
from borgerfokus.web.present import indicators
from borgerfokus.web.present.flow import number
from borgerfokus.web.present.words import whole_number

_LEFT, _RIGHT, _TOP, _BOTTOM, _HEIGHT = 13.0, 96.0, 18.0, 270.0, 290
_STEPS: Final = 24
_ROOM: Final = 0.08
_SURE: Final = 1.959964


def shown(value: float, indicator: Indicator) -> str:
    """A value as it is written; a count is for each so many citizens, and a small difference is kept visible."""
    if indicator.measure is Measure.PERCENT:
        return f"{number(100 * value)} %" if 0 < 100 * value < 1 else f"{round(100 * value)} %"
    if indicator.statistic is Statistic.COUNT:
        return _("%(n)s pr. %(citizens)s borgere") % {"n": number(value), "citizens": whole_number(PER_CITIZENS)}
    return indicators.shown(value, indicator)


def between(place: Place, indicator: Indicator) -> str:
    """The interval of 95 per cent of a figure by itself."""
    reach = _SURE * place.estimate.error
    low, high = max(0.0, place.estimate.value - reach), place.estimate.value + reach
    if indicator.measure is Measure.PERCENT:
        high = min(1.0, high)
    return _("%(low)s til %(high)s") % {"low": shown(low, indicator), "high": shown(high, indicator)}


def place(one: Place) -> str:
    """ "3–61", or "7" where there is no doubt."""
    return str(one.first) if one.first == one.last else f"{one.first}–{one.last}"


def standing(one: Place, found: Funnel | None, indicator: Indicator) -> Chip:
    """Whether a figure differs from the common one by more than chance, and if that is good."""
    if found is None:
        return Chip(_("for få at sammenligne med"), "line")
    where = found.standing(one.estimate)
    if where is Standing.COMMON:
        return Chip(_("som de andre"), "plain")
    above = where in {Standing.ABOVE, Standing.EDGE_ABOVE}
    if where in {Standing.EDGE_ABOVE, Standing.EDGE_BELOW}:
        return Chip(_("i den høje ende") if above else _("i den lave ende"), "line")
    if indicator.direction is Direction.NEITHER:
        return Chip(_("højere end de andre") if above else _("lavere end de andre"), "fjord")
    good = above == (indicator.direction is Direction.HIGHER)
    words = _("højere end de andre") if above else _("lavere end de andre")
    return Chip(words, "ok" if good else "warn")


def finding(mine: Place | None, number_compared: int, found: Funnel | None, indicator: Indicator) -> str:
    """Where we stand, in a sentence or two."""
    if mine is None:
        return _("Vi har ikke udgivet et tal, der kan sammenlignes.")
    values = {
        "value": shown(mine.estimate.value, indicator),
        "between": between(mine, indicator),
        "first": mine.first,
        "last": mine.last,
        "of": number_compared,
    }
    said = [_("Vores tal er %(value)s (%(between)s).") % values]
    if mine.first == mine.last:
        said.append(_("Vi er nummer %(first)s af %(of)s.") % values)
    elif (mine.first, mine.last) == (1, number_compared):
        said.append(_("Tallene kan ikke sige, hvilken plads vi har: usikkerheden er større end forskellene."))
    else:
        said.append(_("Vores plads er mellem %(first)s og %(last)s af %(of)s. Mere kan tallene ikke sige.") % values)
    if found is not None and found.beyond:
        said.append(_("De andre er mere forskellige end tilfældigt, så grænserne i tragten er gjort bredere."))
    return " ".join(said)


def funnel_view(
    found: Funnel, placed: Sequence[Place], *, names: Mapping[str, str], own: Sequence[str], indicator: Indicator
) -> FunnelView:
    """The funnel of these figures; `own` are the codes drawn as ours."""
    scale = _Scale(found, placed)
    return FunnelView(
        label=_aloud(found, placed, names, indicator),
        height=_HEIGHT,
        points=tuple(
            _point(
                one,
                found,
                scale,
                shown(one.estimate.value, indicator),
                mine=one.estimate.key in own,
                name=names.get(one.estimate.key, one.estimate.key),
            )
            for one in _ours_last(placed, own)
        ),
        curves=scale.curves(),
        levels=(
            (scale.y(scale.low), shown(max(0.0, scale.low), indicator), "grid"),
            (scale.y(found.middle), shown(found.middle, indicator), "ref"),
            (scale.y(scale.high), shown(scale.high, indicator), "grid"),
        ),
        across=tuple((scale.x(cases), whole_number(round(cases))) for cases in scale.across()),
        below=_("borgere") if indicator.statistic is Statistic.COUNT else _("sager bag tallet"),
        note=_("Linjen er det fælles tal"),
    )


def _ours_last(placed: Sequence[Place], own: Sequence[str]) -> list[Place]:
    return sorted(placed, key=lambda one: one.estimate.key in own)


class _Scale:
    """Where a figure of so many cases stands: cases by their logarithm, values straight."""

    def __init__(self, found: Funnel, placed: Sequence[Place]) -> None:
        cases = [one.estimate.cases for one in placed]
        self.found, self.fewest, self.most = found, min(cases), max(*cases, min(cases) + 1)
        ends = [one.estimate.value for one in placed]
        inner = found.limits(self.fewest, reach=INNER)
        low, high = min(*ends, inner[0]), max(*ends, inner[1])
        room = _ROOM * (high - low) or 1.0
        self.low, self.high = max(0.0, low - room), high + room

    def x(self, cases: float) -> float:
        """Per cent of the width."""
        share = log10(cases / self.fewest) / log10(self.most / self.fewest)
        return _LEFT + (_RIGHT - _LEFT) * share

    def y(self, value: float) -> float:
        """Pixels from the top, never outside the drawing."""
        share = (value - self.low) / (self.high - self.low)
        return min(_BOTTOM, max(_TOP, _BOTTOM - (_BOTTOM - _TOP) * share))

    def across(self) -> list[float]:
        """A few numbers of cases, evenly on the axis."""
        steps = 3 if self.most > 4 * self.fewest else 1
        return [self.fewest * (self.most / self.fewest) ** (step / steps) for step in range(steps + 1)]

    def curves(self) -> tuple[tuple[str, tuple[tuple[float, float], ...]], ...]:
        """The limits from the fewest cases to the most."""
        found = []
        for kind, reach in (("inner", INNER), ("outer", OUTER)):
            for side in (0, 1):
                line = []
                for step in range(_STEPS + 1):
                    cases = self.fewest * (self.most / self.fewest) ** (step / _STEPS)
                    line.append((self.x(cases), self.y(self.found.limits(cases, reach=reach)[side])))
                found.append((kind, tuple(line)))
        return tuple(found)


def _point(one: Place, found: Funnel, scale: _Scale, told: str, *, mine: bool, name: str) -> FunnelPoint:
    where = found.standing(one.estimate)
    outside = where in {Standing.ABOVE, Standing.BELOW}
    kind = "common" if where is Standing.COMMON else "out" if outside else "edge"
    return FunnelPoint(
        x=scale.x(one.estimate.cases),
        y=scale.y(one.estimate.value),
        kind="own" if mine else kind,
        name=f"{name}: {told}",
        label=name if mine else "",
    )


def _aloud(found: Funnel, placed: Sequence[Place], names: Mapping[str, str], indicator: Indicator) -> str:
    outside = [one for one in placed if found.standing(one.estimate) in {Standing.ABOVE, Standing.BELOW}]
    listed = ", ".join(names.get(one.estimate.key, one.estimate.key) for one in outside)
    values = {"n": len(placed), "middle": shown(found.middle, indicator), "names": listed}
    said = _("Tragtdiagram med %(n)s tal om det fælles tal %(middle)s.") % values
    if not outside:
        return f"{said} {_('Ingen ligger længere væk, end tilfældet kan forklare.')}"
    return f"{said} {_('Længere væk, end tilfældet kan forklare: %(names)s.') % values}"


def ladder(placed: Sequence[Place], *, names: Mapping[str, str], own: str, label: str) -> LadderView | None:
    """Everybody's place with its interval; None for fewer than two."""
    if len(placed) < 2:
        return None
    last = len(placed)

    def at(rank: float) -> float:
        return 3 + 94 * (rank - 1) / (last - 1)

    ticks = sorted({1, last, *(round(1 + (last - 1) * step / 4) for step in (1, 2, 3))})
    return LadderView(
        label=label,
        lines=tuple(
            (
                at(one.first),
                at(one.rank),
                at(one.last),
                one.estimate.key == own,
                f"{names.get(one.estimate.key, one.estimate.key)}: {place(one)}",
            )
            for one in placed
        ),
        ticks=tuple((at(rank), str(rank)) for rank in ticks),
    )


def columns(what: str) -> tuple[Column, ...]:
    """The columns of a table of places; `what` is who is placed."""
    return (
        Column(what),
        Column(_("Tal"), numeric=True),
        Column(_("Plads, fra og til"), numeric=True),
        Column(_("Sager"), numeric=True),
        Column(_("Mere end tilfældigt?")),
    )


def row(
    one: Place, *, name: str, note: str, found: Funnel | None, indicator: Indicator, here: bool = False
) -> Row:
    """A line of a table of places, headed by who it is."""
    return Row(
        cells=(
            Cell(name, sub=note),
            Cell(shown(one.estimate.value, indicator), sub=between(one, indicator)),
            place(one),
            whole_number(one.estimate.cases),
            standing(one, found, indicator),
        ),
        here=here,
    )
