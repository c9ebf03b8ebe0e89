"""The need of the years to come in words, a chart and tables."""

from collections.abc import Callable
from datetime import date

from django.utils.translation import gettext as _

from borgerfokus.apps.insight.service import AGE_GROUPS, Demography
from borgerfokus.core.demography import Need, Outlook
from borgerfokus.web.design.views import Cell, Column, OutlookPoint, OutlookView, Row
from borgerfokus.web.present.charting import round_up

_LEFT, _RIGHT, _TOP, _BOTTOM, _HEIGHT = 12.0, 96.0, 26.0, 150.0, 184
_SHOWN = (0, 1, 2, 5, 10)
"""The years ahead that the table shows; the sheet has them all."""


def group_name(place: int) -> str:
    """ "18-29 år"."""
    low, high = AGE_GROUPS[place]
    if high is None:
        return _("%(low)s år og derover") % {"low": low}
    return _("%(low)s-%(high)s år") % {"low": low, "high": high}


def chart(found: Outlook) -> OutlookView:
    """Everybody with help, year by year."""
    top = round_up(max(one.high for one in found.whole))
    last = len(found.years) - 1

    def y(value: float) -> float:
        return _BOTTOM - (_BOTTOM - _TOP) * value / top

    points = tuple(
        OutlookPoint(
            _LEFT + (_RIGHT - _LEFT) * place / max(last, 1),
            y(one.expected),
            low=y(one.low),
            high=y(one.high),
            label=str(found.years[place]) if place % 2 == 0 else "",
            text=str(round(one.expected)) if place in {0, last} else "",
        )
        for place, one in enumerate(found.whole)
    )
    ticks = tuple((y(value), f"{value:g}") for value in (0, top / 2, top))
    return OutlookView(_("Borgere med hjælp"), _said(found), _HEIGHT, points, ticks)


def _said(found: Outlook) -> str:
    first, last = found.whole[0], found.whole[-1]
    grown = round(100 * (last.expected / first.expected - 1)) if first.expected else 0
    words = _("Befolkningen alene giver %(more)s %% flere borgere med hjælp i %(year)s end i %(now)s.")
    if grown < 0:
        words = _("Befolkningen alene giver %(more)s %% færre borgere med hjælp i %(year)s end i %(now)s.")
    said = words % {"more": abs(grown), "year": found.years[-1], "now": found.years[0]}
    return f"{said} {_most(found)}".strip()


def _most(found: Outlook) -> str:
    """The group that grows the most."""
    told = [(place, one[-1].expected - one[0].expected) for place, one in enumerate(found.groups) if one]
    place, more = max(told, key=lambda one: one[1], default=(0, 0.0))
    if round(more) <= 0:
        return ""
    return _("Mest vokser %(group)s: %(more)s flere.") % {"group": group_name(place), "more": round(more)}


def _years(found: Outlook) -> list[int]:
    return [place for place in _SHOWN if place < len(found.years)]


def columns(found: Outlook) -> tuple[Column, ...]:
    """The heads of the age groups."""
    return (Column(_("Alder")), *(Column(str(found.years[place]), numeric=True) for place in _years(found)))


def rows(found: Outlook) -> tuple[Row, ...]:
    """Each age group with its need and range, and how many people it has; everybody last."""
    groups = [
        Row(cells=(group_name(place), *(_cell(found, place, one, year) for year in _years(found))))
        for place, one in enumerate(found.groups)
    ]
    whole = Row(cells=(_("Alle, der kan vises"), *(_number(found.whole[year]) for year in _years(found))))
    return (*groups, whole)


def _cell(found: Outlook, place: int, one: tuple[Need, ...] | None, year: int) -> Cell:
    people = _("af %(people)s") % {"people": found.people[year][place]}
    if one is None:
        return Cell(_("for få til at vise"), sub=people)
    return Cell(str(round(one[year].expected)), sub=f"{one[year].low}–{one[year].high} {people}")


def _number(one: Need) -> Cell:
    return Cell(str(round(one.expected)), sub=f"{one.low}–{one.high}")


def sheet_columns() -> list[str]:
    """The heads of the sheet."""
    return [_("Alder"), _("År"), _("Befolkning"), _("Borgere med hjælp"), _("Mindst"), _("Højst")]


def sheet_rows(found: Outlook) -> list[tuple[object, ...]]:
    """Every age group and year."""
    return [
        (group_name(place), year, found.people[number][place], *_plain(one[number] if one else None))
        for place, one in enumerate(found.groups)
        for number, year in enumerate(found.years)
    ]


def _plain(one: Need | None) -> tuple[object, object, object]:
    return ("", "", "") if one is None else (round(one.expected), one.low, one.high)


def source(found: Demography, day: Callable[[date], str]) -> str:
    """Where the numbers come from, and of which day."""
    return _("Fremskrivningen er %(source)s for %(area)s, indlæst %(when)s. De, der har hjælp, er talt %(day)s.") % {
        "source": found.source,
        "area": found.area,
        "when": day(found.imported_on),
        "day": day(found.counted_on),
    }
