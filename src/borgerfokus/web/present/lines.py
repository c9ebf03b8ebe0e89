"""One line of time over all cases of a citizen, for staff and for the citizen: spans, marks, and the same in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.coordination.service import Elsewhere, Help, Meeting
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.words import PHASE_TITLES
from borgerfokus.core.coordination.lifeline import Scale, Span, scale
from borgerfokus.core.dates import day_of
from borgerfokus.core.offers.words import PriceUnit
from borgerfokus.core.words import month_and_year
from borgerfokus.web.design.views import Ball, Cell, CellValue, Column, LineMark, LineRow, LineSpan, LineView
from borgerfokus.web.frame import say
from borgerfokus.web.present import offers, picture
from borgerfokus.web.present.words import short_date

_YEARS_AT_MOST = 550


@dataclass(frozen=True)
class Told:
    """What goes on the line. `href` and `title` word a case for the reader; `shared` is nothing for a citizen."""

    cases: Sequence[Case]
    helps: Mapping[int, Help]
    meetings: Sequence[Meeting]
    hrefs: Mapping[int, str]
    titles: Mapping[int, str]
    elsewhere: Sequence[Elsewhere] = ()
    reader: int = 0
    staff: bool = True


def view(told: Told, *, today: date, caption: str) -> LineView:
    """The line with everything that the reader may know of."""
    drawn = _scale(told, today)
    return LineView(
        caption=caption,
        first=_("Sag"),
        ticks=tuple((drawn.place(day), _tick(day, drawn)) for day in drawn.ticks()),
        today=drawn.place(today),
        columns=_columns(told),
        shares=bool(told.elsewhere),
        rows=(
            *(_case(case, told, drawn) for case in told.cases),
            *(_elsewhere(one, drawn) for one in told.elsewhere),
            *(_meetings(told, drawn, today) if told.meetings else ()),
        ),
    )


def price(help_: Help) -> str:
    """ "312,50 kr. i timen", or nothing when it is not known."""
    offer = help_.offer
    if offer is None or offer.price_unit == PriceUnit.FREE:
        return ""
    return offers.price(offer)


def period(starts: date | None, ends: date | None) -> str:
    """ "1-12-2026 – 30-11-2027", or from when on."""
    if starts is None:
        return ""
    return f"{_day(starts)} – {_day(ends)}" if ends else _("fra %(day)s") % {"day": _day(starts)}


def _scale(told: Told, today: date) -> Scale:
    spans = [_span(case) for case in told.cases]
    spans += [Span(one.starts, one.ends) for one in told.helps.values() if one.starts]
    spans += [Span(one.starts, one.ends) for one in told.elsewhere if one.starts]
    spans += [Span(day_of(one.received_at)) for one in told.elsewhere if one.received_at]
    marks = [case.next_due for case in told.cases if case.next_due and case.closed_at is None]
    marks += [day_of(one.starts) for one in told.meetings]
    return scale(spans=spans, marks=marks, today=today)


def _span(case: Case) -> Span:
    return Span(day_of(case.received_at), day_of(case.closed_at) if case.closed_at else None)


def _tick(day: date, drawn: Scale) -> str:
    """ "jan. 27" on a short line, "2027" on a long one."""
    if (drawn.last - drawn.first).days > _YEARS_AT_MOST:
        return str(day.year)
    return f"{say(month_and_year(day))[:3]}. {day.year % 100:02d}"


def _day(day: date) -> str:
    """A short date that no line break cuts in two."""
    return short_date(day).replace("-", "\N{NON-BREAKING HYPHEN}")


def _columns(told: Told) -> tuple[Column, ...]:
    return (
        Column(_("Fase")),
        Column(_("Enhed")),
        Column(_("Hvem har bolden?") if told.staff else _("Bolden")),
        Column(_("Næste dato")),
        Column(_("Bevilget hjælp")),
    )


def _case(case: Case, told: Told, drawn: Scale) -> LineRow:
    help_ = told.helps.get(case.pk)
    title = told.titles[case.pk]
    spans = [_drawn("closed" if case.closed_at else "open", _span(case), drawn)]
    if help_ and help_.starts:
        spans.append(_drawn("help", Span(help_.starts, help_.ends), drawn))
    due = case.next_due if case.closed_at is None else None
    phase = say(PHASE_TITLES[Phase(case.phase)])
    cells: tuple[CellValue, ...] = (
        phase,
        Cell(case.unit.name, sub=case.caseworker.name if case.caseworker else ""),
        _ball(case, told),
        _day(due) if due else "–",
        _granted(help_) if help_ else "–",
    )
    return LineRow(
        title=title,
        sub=case.number,
        href=told.hrefs.get(case.pk, ""),
        label=_("%(title)s: modtaget %(day)s, %(phase)s")
        % {"title": title, "day": short_date(day_of(case.received_at)), "phase": phase.lower()},
        spans=tuple(spans),
        marks=(LineMark("date", drawn.place(due)),) if due else (),
        cells=cells,
    )


def _ball(case: Case, told: Told) -> Ball:
    if told.staff:
        return picture.row_ball(case, reader=told.reader)
    return _other_ball(case.ball, case.unit.name) if case.ball != "you" else Ball("you", _("Dig"))


def _other_ball(key: str, unit: str) -> Ball:
    match key:
        case "you":
            return Ball("you", _("Borger"))
        case "us":
            return Ball("us", unit)
        case "none":
            return Ball("none", _("Ingen"))
        case _:
            return Ball("other", _("Andre"))


def _granted(help_: Help) -> Cell:
    more = [part for part in (period(help_.starts, help_.ends), price(help_)) if part]
    return Cell(help_.text, sub=" · ".join(more))


def _elsewhere(one: Elsewhere, drawn: Scale) -> LineRow:
    title = say(one.type_version.spec.title_staff) if one.type_version else _("Der er en sag her")
    spans = []
    if one.received_at:
        ends = day_of(one.closed_at) if one.closed_at else None
        spans.append(_drawn("shared", Span(day_of(one.received_at), ends), drawn))
    if one.starts:
        spans.append(_drawn("help", Span(one.starts, one.ends), drawn))
    unknown = _("ikke delt")
    return LineRow(
        title=title,
        sub=_("delt med dig"),
        href="",
        label=_("%(title)s i %(unit)s, delt med dig") % {"title": title, "unit": one.unit.name},
        spans=tuple(spans),
        marks=(LineMark("date", drawn.place(one.next_due)),) if one.next_due else (),
        cells=(
            say(PHASE_TITLES[one.phase]) if one.phase else unknown,
            one.unit.name,
            _other_ball(one.ball, one.unit.name) if one.ball else unknown,
            _day(one.next_due) if one.next_due else ("–" if one.phase else unknown),
            Cell(one.granted, sub=period(one.starts, one.ends)) if one.granted else ("–" if one.starts else unknown),
        ),
    )


def _meetings(told: Told, drawn: Scale, today: date) -> tuple[LineRow, ...]:
    days = [day_of(one.starts) for one in told.meetings]
    coming = [day for day in days if day >= today]
    listed = ", ".join(short_date(day) for day in sorted(days))
    return (
        LineRow(
            title=_("Fælles møder"),
            sub="",
            href="",
            label=_("Fælles møder: %(days)s") % {"days": listed},
            spans=(),
            marks=tuple(LineMark("meeting", drawn.place(day)) for day in days),
            cells=("–", "–", "–", _day(min(coming)) if coming else "–", "–"),
        ),
    )


def _drawn(kind: str, span: Span, drawn: Scale) -> LineSpan:
    at, wide = drawn.width(span)
    return LineSpan(kind, at, max(wide, 0.6))  # type: ignore[arg-type]  # the callers name one of the kinds
