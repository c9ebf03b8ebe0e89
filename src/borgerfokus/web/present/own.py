"""A series of own numbers as a chart with its table, for the citizen and for staff it is shared with."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.dialogue.service import SeriesView
from borgerfokus.web.design.views import Action, Cell, CellValue, Column, ControlView, Level, Point, Row
from borgerfokus.web.frame import on_day, on_moment
from borgerfokus.web.present.amounts import number
from borgerfokus.web.present.journal import paragraphs
from borgerfokus.web.present.words import short_date

_HEIGHT, _TOP, _BOTTOM = 180, 20, 140
_FIRST, _WIDE = 14.0, 58.0


@dataclass(frozen=True)
class SharedSeries:
    """A series that the citizen has shared."""

    title: str
    lead: str
    chart: ControlView | None


@dataclass(frozen=True)
class SharedNote:
    """A note that the citizen has shared."""

    when: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Shared:
    """What the citizen has shared of its own in a case."""

    series: tuple[SharedSeries, ...]
    notes: tuple[SharedNote, ...]


def shared(*, case_id: int) -> Shared | None:
    """What is shared in a case that the caller may see; None when nothing is."""
    found = dialogue.shared_own(case_id=case_id)
    if not found.series and not found.notes:
        return None
    return Shared(
        series=tuple(SharedSeries(one.title, said(one), chart(one)) for one in found.series),
        notes=tuple(SharedNote(on_moment(one.written_at), paragraphs(one.text)) for one in found.notes),
    )


def chart(series: SeriesView, *, drops: Sequence[Action] = ()) -> ControlView | None:
    """The numbers from left to right by their days; None before there are two. `drops`: a button for each row."""
    rows = series.measures
    if len(rows) < 2:
        return None
    low, high = min(one.value for one in rows), max(one.value for one in rows)
    span = high - low or Decimal(1)
    days = (rows[-1].on - rows[0].on).days or 1
    labelled = {0, len(rows) - 1}
    return ControlView(
        label=said(series),
        height=_HEIGHT,
        points=tuple(
            Point(
                x=_FIRST + _WIDE * (one.on - rows[0].on).days / days,
                y=_BOTTOM - float((one.value - low) / span) * (_BOTTOM - _TOP),
                label=short_date(one.on) if place in labelled else "",
            )
            for place, one in enumerate(rows)
        ),
        levels=(Level(_BOTTOM, "grid", number(low)), Level(_TOP, "grid", number(high))),
        columns=columns(series, with_drops=bool(drops)),
        rows=table(series, drops=drops),
    )


def said(series: SeriesView) -> str:
    """The series in one sentence: from what on which day to what on which day."""
    rows = series.measures
    if not rows:
        return _("Der er ikke skrevet et tal endnu.")
    last = {"last": _amount(series, rows[-1].value), "to": on_day(rows[-1].on)}
    if len(rows) == 1:
        return _("%(last)s den %(to)s.") % last
    first = {"first": _amount(series, rows[0].value), "from": on_day(rows[0].on)}
    return _("Fra %(first)s den %(from)s til %(last)s den %(to)s.") % (first | last)


def columns(series: SeriesView, *, with_drops: bool) -> tuple[Column, ...]:
    """The heads of `table`."""
    found = [Column(_("Dag")), Column(series.unit or _("Tal"), numeric=True), Column(_("Bemærkning"))]
    return (*found, Column(_("Slet"), hidden=True)) if with_drops else tuple(found)


def table(series: SeriesView, *, drops: Sequence[Action] = ()) -> tuple[Row, ...]:
    """The same as rows, the newest first."""
    found = []
    for place, one in enumerate(series.measures):
        cells: list[CellValue] = [short_date(one.on), number(one.value), Cell(one.note or "–")]
        found.append(Row((*cells, drops[place]) if drops else tuple(cells)))
    return tuple(reversed(found))


def _amount(series: SeriesView, value: Decimal) -> str:
    return f"{number(value)} {series.unit}".strip()
