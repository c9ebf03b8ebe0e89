"""The page of effect as views: which cells the address asks for, what they say first, and the chart of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.service import EffectFigure
from borgerfokus.apps.offers import service as offers
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.web.design.views import ForestLine, ForestView
from borgerfokus.web.management.split import Cell, Split, cell_of
from borgerfokus.web.present import effect as words
from borgerfokus.web.present import offers as offer_words
from borgerfokus.web.present.effect import Told

_WORDS = {
    "tilbud": ("offer", gettext_lazy("Tilbud")),
    "metode": ("method", gettext_lazy("Metode")),
    "enhed": ("unit", gettext_lazy("Enhed")),
    "niveau": ("level", gettext_lazy("Niveau ved start")),
    "behov": ("theme", gettext_lazy("Behov")),
}
"""What the address calls a dimension, and what people do."""
_EDGE, _LEFT, _RIGHT = 2.0, -1.0, 2.0


@dataclass(frozen=True)
class Line:
    """One row: a group, and what may be told of it."""

    name: str
    told: Told | None


class Chosen(Split[EffectFigure]):
    """What the address asks for."""

    dimensions = _WORDS

    @cached_property
    def total(self) -> Told | None:
        """Everybody that the filter leaves."""
        return words.told(self._whole())

    @cached_property
    def lines(self) -> list[Line]:
        """The groups, the most progress first; those of too few last, by name."""
        found = [Line(name, words.told(figure)) for name, figure in self._groups()]
        return sorted(found, key=lambda one: (one.told is None, -one.told.change.mean if one.told else 0, one.name))

    @property
    def shown(self) -> list[tuple[str, Told]]:
        """The groups that may be told of."""
        return [(one.name, one.told) for one in self.lines if one.told is not None]

    @property
    def held(self) -> list[str]:
        """The names of those that may not."""
        return [one.name for one in self.lines if one.told is None]

    def _read(self, until: date) -> Mapping[Cell, EffectFigure]:
        return {cell_of(one, insight.DIMENSIONS): one for one in insight.effect(until=until)}

    def _may_narrow(self, figure: EffectFigure) -> bool:
        return words.told(figure) is not None

    def _namers(self) -> Mapping[str, Callable[[str], str]]:
        titles = {one.key: offer_words.title(one) for one in offers.kept()}
        units = {one.key: one.name for one in organisation.units(on=self.today)}
        return {
            "tilbud": lambda key: titles.get(key, key),
            "enhed": lambda key: units.get(key, key),
            "metode": str,
            "niveau": words.level_name,
            "behov": words.theme_name,
        }


def finding(chosen: Chosen) -> tuple[str, ...]:
    """What the figures say, before they are shown: the whole first, then the groups."""
    total = chosen.total
    if total is None:
        return (_("Der er for få borgere til at vise noget her."),)
    values = {
        "people": words.people(total.citizens),
        "steps": words.steps(total.change.mean),
        "between": words.between(total.change.interval, sign=True),
        "percent": total.percent,
    }
    first = _("%(people)s er i gennemsnit rykket %(steps)s (%(between)s). Nåede målet: %(percent)s.") % values
    return first, *_of_itself(total), *_of_groups(chosen)


def _of_itself(total: Told) -> Iterable[str]:
    if total.expected and total.expected > 0:
        yield _("%(n)s trin ventes at komme af sig selv, for hjælpen gives, når det er værst.") % {
            "n": words.number(total.expected)
        }


def _of_groups(chosen: Chosen) -> Iterable[str]:
    shown = [one for _name, one in chosen.shown]
    if not shown:
        return
    sure = sum(one.beats_itself for one in shown)
    rest = len(shown) - sure
    some = ngettext(
        "%(n)s gruppe er sikkert rykket mere, end det ventes af sig selv.",
        "%(n)s grupper er sikkert rykket mere, end det ventes af sig selv.",
        sure,
    ) % {"n": sure}
    yield some if sure else _("Ingen grupper er sikkert rykket mere, end det ventes af sig selv.")
    if rest and sure:
        yield ngettext(
            "For %(n)s kan tallet være tilfældigt eller komme af sig selv.",
            "For %(n)s kan tallet være tilfældigt eller komme af sig selv.",
            rest,
        ) % {"n": rest}


def chart(chosen: Chosen) -> ForestView | None:
    """The groups under each other on one scale; None when none may be told of."""
    shown = chosen.shown
    if not shown:
        return None
    scale = _Scale(shown)
    return ForestView(
        label=" ".join([_("Fremgang i trin med 95 procents interval."), *(_aloud(*one) for one in shown)]),
        ticks=scale.ticks,
        lines=tuple(_line(name, one, scale) for name, one in shown),
        strong=_("sikkert mere end det, der ventes af sig selv"),
        weak=_("kan være tilfældigt eller komme af sig selv"),
        mark=_("ventes af sig selv"),
        note=_("Trin på skalaen 0 til 4; til højre er fremgang"),
    )


class _Scale:
    """Whole steps from the lowest end of an interval to the highest, in per cent of the width."""

    def __init__(self, shown: Sequence[tuple[str, Told]]) -> None:
        ends = [end for _name, one in shown for end in (one.change.interval.low, one.change.interval.high)]
        ends += [one.expected for _name, one in shown if one.expected is not None]
        self.low, self.high = (
            min(_LEFT, *(float(round(end - 0.5)) for end in ends)),
            max(_RIGHT, *(float(round(end + 0.5)) for end in ends)),
        )

    def place(self, value: float) -> float:
        """Where a value lies."""
        return _EDGE + (100 - 2 * _EDGE) * (value - self.low) / (self.high - self.low)

    @property
    def ticks(self) -> tuple[tuple[float, str, bool], ...]:
        """A tick for each whole step."""
        whole = range(int(self.low), int(self.high) + 1)
        return tuple((self.place(one), words.number(one, sign=True, digits=0), one == 0) for one in whole)


def _line(name: str, one: Told, scale: _Scale) -> ForestLine:
    return ForestLine(
        name=name,
        note=words.people(one.citizens),
        low=scale.place(one.change.interval.low),
        at=scale.place(one.change.mean),
        high=scale.place(one.change.interval.high),
        sure=one.beats_itself,
        mark=scale.place(one.expected) if one.expected is not None else None,
    )


def _aloud(name: str, one: Told) -> str:
    values = {
        "name": name,
        "mean": words.number(one.change.mean, sign=True),
        "between": words.between(one.change.interval),
    }
    return _("%(name)s: %(mean)s, %(between)s.") % values
