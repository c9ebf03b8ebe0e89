"""What lies ahead of teams in words, tables and charts, and how far the forecasts held."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from borgerfokus.apps.insight.service import Ahead, Proven, Risk
from borgerfokus.core.effect import wilson
from borgerfokus.core.forecast import Drift, Record, Way, Week
from borgerfokus.web.design.views import Cell, Column, Kpi, OutlookPoint, OutlookView, Row
from borgerfokus.web.present.charting import round_up
from borgerfokus.web.present.flow import number
from borgerfokus.web.present.words import short_date

_LEFT, _RIGHT, _TOP, _BOTTOM, _HEIGHT = 12.0, 96.0, 26.0, 150.0, 184
_BEFORE = 8
"""So many weeks that have been are drawn before those to come."""
_LOWEST, _HIGHEST = 0.88, 0.92


def kpis(found: Ahead) -> tuple[Kpi, ...]:
    """What is ahead in five numbers."""
    return (
        Kpi(_("Venter på afgørelse"), str(found.open)),
        Kpi(_("Nye sager på otte uger"), _whole(found.came)),
        Kpi(_("Timer på otte uger"), _whole(found.hours), note=_("til sagerne frem til afgørelsen")),
        Kpi(_("Frister i fare"), str(len(found.risks)), note=_("mere sandsynligt end ikke")),
        Kpi(_("Kan vi ikke sige noget om"), str(found.untold), note=_("for få sager som dem")),
    )


def _whole(weeks: Sequence[Week]) -> str:
    return str(round(sum(week.expected for week in weeks)))


def charts(found: Ahead) -> tuple[OutlookView, ...]:
    """The hours, what comes in with the weeks before, and the dates that may be missed."""
    return (
        _chart(_("Timer"), _busiest(found), found, found.hours),
        _chart(_("Nye sager"), _coming(found), found, found.came, before=found.came_before[-_BEFORE:]),
        _chart(_("Frister, der ventes overskredet"), _missed(found), found, found.missed),
    )


def _busiest(found: Ahead) -> str:
    place = max(range(len(found.hours)), key=lambda one: found.hours[one].expected)
    week = found.hours[place]
    return _("Flest timer ventes i uge %(week)s: %(hours)s, ni gange af ti mellem %(low)s og %(high)s.") % {
        "week": _week(found.starts, place),
        "hours": round(week.expected),
        "low": week.low,
        "high": week.high,
    }


def _coming(found: Ahead) -> str:
    lately = sum(found.came_before[-_BEFORE:]) / _BEFORE
    return _("%(ahead)s om ugen ventes; de seneste otte uger kom der %(lately)s.") % {
        "ahead": number(sum(week.expected for week in found.came) / len(found.came)),
        "lately": number(lately),
    }


def _missed(found: Ahead) -> str:
    whole = sum(week.expected for week in found.missed)
    return _("Går det som i sager som disse, går %(count)s datoer over på otte uger.") % {"count": number(whole)}


def _chart(title: str, said: str, found: Ahead, weeks: Sequence[Week], *, before: Sequence[int] = ()) -> OutlookView:
    top = round_up(max([1, *before, *(week.high for week in weeks)]))
    number_of = len(before) + len(weeks)

    def x(place: int) -> float:
        return _LEFT + (_RIGHT - _LEFT) * place / max(number_of - 1, 1)

    def y(value: float) -> float:
        return _BOTTOM - (_BOTTOM - _TOP) * min(value, top) / top

    been = tuple(
        OutlookPoint(x(place), y(count), label=_label(found, place - len(before), number_of))
        for place, count in enumerate(before)
    )
    ahead = tuple(
        OutlookPoint(
            x(len(before) + place),
            y(week.expected),
            low=y(week.low),
            high=y(week.high),
            label=_label(found, place, number_of),
            text=str(round(week.expected)) if place in {0, len(weeks) - 1} else "",
        )
        for place, week in enumerate(weeks)
    )
    ticks = tuple((y(value), f"{value:g}") for value in (0, top / 2, top))
    return OutlookView(title=title, finding=said, height=_HEIGHT, points=been + ahead, ticks=ticks)


def _label(found: Ahead, place: int, number_of: int) -> str:
    """The week's number, under every week or every other."""
    return _week(found.starts, place) if place % (1 + (number_of > len(found.came))) == 0 else ""


def _week(starts: date, place: int) -> str:
    return str((starts + timedelta(weeks=place)).isocalendar().week)


_Figure = tuple[str, Callable[[Ahead], Sequence[Week]]]


def _figures() -> tuple[_Figure, ...]:
    return (
        (_("Nye sager"), lambda found: found.came),
        (_("Timer"), lambda found: found.hours),
        (_("Afgørelser"), lambda found: found.decided),
        (_("Frister over"), lambda found: found.missed),
    )


def week_columns() -> tuple[Column, ...]:
    """The heads of the weeks."""
    return (Column(_("Uge, der begynder")), *(Column(name, numeric=True) for name, _weeks in _figures()))


def weeks(found: Ahead) -> tuple[Row, ...]:
    """Each week with what is expected, and the range under it."""
    return tuple(
        Row(
            cells=(
                _starts(found.starts, place),
                *(_cell(each(found)[place]) for _name, each in _figures()),
            )
        )
        for place in range(len(found.came))
    )


def _starts(starts: date, place: int) -> Cell:
    return Cell(short_date(starts + timedelta(weeks=place)), sub=_("uge %(n)s") % {"n": _week(starts, place)})


def _cell(week: Week) -> Cell:
    return Cell(number(week.expected), sub=f"{week.low}–{week.high}")


def sheet_columns() -> list[str]:
    """The heads of the sheet."""
    names = [name for name, _weeks in _figures()]
    ends = [(name, _("%(name)s, fra") % {"name": name}, _("%(name)s, til") % {"name": name}) for name in names]
    return [_("Enhed"), _("Uge, der begynder"), *(column for three in ends for column in three)]


def sheet_rows(unit: str, found: Ahead) -> list[tuple[object, ...]]:
    """The weeks of a unit for a sheet."""
    return [
        (
            unit,
            (found.starts + timedelta(weeks=place)).isoformat(),
            *(part for _name, each in _figures() for part in _plain(each(found)[place])),
        )
        for place in range(len(found.came))
    ]


def _plain(week: Week) -> tuple[str, int, int]:
    return number(week.expected), week.low, week.high


def team_columns() -> tuple[Column, ...]:
    """The heads of the teams."""
    names = (_("Venter"), _("Nye om ugen"), _("Timer om ugen"), _("Travleste uge"), _("Frister over"))
    return (Column(_("Enhed")), *(Column(name, numeric=True) for name in names))


def team(name: str, href: str, found: Ahead) -> Row:
    """A team on one line."""
    place = max(range(len(found.hours)), key=lambda one: found.hours[one].expected)
    return Row(
        cells=(
            Cell(name, href=href),
            str(found.open),
            number(sum(week.expected for week in found.came) / len(found.came)),
            number(sum(week.expected for week in found.hours) / len(found.hours)),
            _("uge %(n)s") % {"n": _week(found.starts, place)},
            number(sum(week.expected for week in found.missed)),
        )
    )


def risk_columns() -> tuple[Column, ...]:
    """The heads of the cases at risk."""
    return (Column(_("Sag")), Column(_("Dato")), Column(_("Sandsynlighed"), numeric=True))


def risk(one: Risk, titles: Mapping[str, str]) -> Row:
    """A case at risk."""
    case = Cell(one.number, sub=titles.get(one.kind, one.kind), href=reverse("staff:case", args=[one.number]))
    return Row(cells=(case, short_date(one.due), f"{round(100 * one.chance)} %"))


def how(found: Ahead) -> str:
    """Where the hours come from, and of which cases they are not known."""
    said = _(
        "Timerne er kommunens eget skøn pr. sagstype og står i sagstypens dokument. De er spredt jævnt over den tid, "
        "sager af slagsen plejer at vente på afgørelsen."
    )
    if not found.unpriced:
        return said
    more = ngettext(
        "%(n)s åben sag er ikke regnet med: dens sagstype har ingen timer.",
        "%(n)s åbne sager er ikke regnet med: deres sagstype har ingen timer.",
        found.unpriced,
    )
    return f"{said} {more % {'n': found.unpriced}}"


def record_say(held: Proven | None) -> str:
    """How it went, in words."""
    if held is None or held.whole is None:
        return _("Det regnes ud i nat, når der er sager nok.")
    whole = held.whole
    return _(
        "Vi har prøvet skønnet på %(cases)s senere sager. %(nine)s %% faldt i det, der skulle rumme ni af ti. "
        "Midten ramte i gennemsnit %(off)s dage ved siden af; gennemsnittet i fasen %(phase)s."
    ) % {
        "cases": whole.cases,
        "nine": round(100 * whole.nine_of_ten),
        "off": number(whole.off),
        "phase": number(whole.off_mean_of_phase),
    }


def drift_say(drift: Drift | None) -> str:
    """Whether cases have begun to go otherwise."""
    if drift is None:
        return _("Der er for få nye sager til at se, om sagerne er begyndt at gå anderledes.")
    share = {"share": round(100 * drift.longer), "cases": drift.cases, "nine": round(100 * drift.nine_of_ten)}
    said = {
        Way.NONE: _("Sagerne går, som de plejer."),
        Way.SLOWER: _("Sagerne er begyndt at tage længere tid."),
        Way.FASTER: _("Sagerne er begyndt at gå hurtigere."),
    }[drift.way]
    told = _(
        "Af de seneste %(cases)s tog %(share)s %% længere tid end midten, og %(nine)s %% faldt i det, der skulle rumme "
        "ni af ti."
    )
    return f"{said} {told % share}"


def record_columns() -> tuple[Column, ...]:
    """The heads of the record."""
    names = (_("Sager"), _("I ni af ti"), _("I halvdelen"), _("Dage ved siden af"), _("Fasens snit"), _("Alles snit"))
    return (Column(_("Sagstype")), *(Column(name, numeric=True) for name in names))


def record(held: Proven | None, titles: Mapping[str, str]) -> tuple[Row, ...]:
    """How it went, for everything and by case type."""
    if held is None or held.whole is None:
        return ()
    every = [(_("Alle"), held.whole), *((titles.get(kind, kind), one) for kind, one in held.kinds.items())]
    return tuple(Row(cells=(name, *_record_cells(one))) for name, one in every)


def _record_cells(one: Record) -> tuple[str | Cell, ...]:
    """Beside the share what chance makes of it, and whether that reaches the goal."""
    span = wilson(round(one.nine_of_ten * one.cases), one.cases)
    low, high = round(100 * span.low), round(100 * span.high)
    meets = span.high >= _LOWEST and span.low <= _HIGHEST
    words = _("%(low)s–%(high)s, holder") if meets else _("%(low)s–%(high)s, holder ikke")
    nine = Cell(f"{round(100 * one.nine_of_ten)} %", sub=words % {"low": low, "high": high})
    offs = (number(off) for off in (one.off, one.off_mean_of_phase, one.off_mean_of_all))
    return (str(one.cases), nine, f"{round(100 * one.half)} %", *offs)
