"""What is ahead: cases in and decisions out week by week, deadlines at risk, and how far the forecasts held."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.service import Proven
from borgerfokus.core import forecast
from borgerfokus.core.access import Verb
from borgerfokus.core.forecast import Curve, Record, Week
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.web.design.views import Action, Cell, Column, Kpi, Row
from borgerfokus.web.frame import asked, page, say, show, today
from borgerfokus.web.present.flow import number
from borgerfokus.web.present.sheets import csv_answer
from borgerfokus.web.present.words import short_date

WEEKS, _HISTORY, _SHOWN = 8, 26, 20
_LIKELY = 0.5


@dataclass(frozen=True)
class Risk:
    """A case that more likely than not waits beyond its date. `chance` from 0 to 1."""

    number: str
    kind: str
    due: date
    chance: float


@dataclass(frozen=True)
class Ahead:
    """What is ahead of the units that the reader leads. `untold`: cases of which nothing can be said."""

    open: int
    untold: int
    came: Sequence[Week]
    decided: Sequence[Week]
    risks: Sequence[Risk]


@staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.FIGURES_SEE)
@require_safe
def ahead(request: HttpRequest) -> HttpResponse:
    """Eight weeks of the units that the reader leads, and the record for everybody; ?format=csv the weeks."""
    folder = Path(settings.INSIGHT_ROOT) / insight.CASEWORK
    found = _ahead(request, folder) if asked(request).actor.led else None
    if found is not None and request.GET.get("format") == "csv":
        return _sheet(found, today(request))
    titles = {one.key: say(one.spec.title_staff) for one in casework.newest_in_force(on=today(request))}
    held = insight.proven(folder)
    return show(
        request,
        "management/forecast.html",
        page=page(request, title=_("Prognose"), place="management", current="management:forecast"),
        actions=(Action(_("Hent tal"), "?format=csv", icon="download"),) if found else (),
        note=_("Regnet på sager som de åbne · otte uger frem"),
        ahead=found,
        kpis=_kpis(found) if found else (),
        week_columns=(Column(_("Uge, der begynder")), *(Column(one, numeric=True) for one in _figures())),
        weeks=_weeks(found, today(request)) if found else (),
        risk_columns=(Column(_("Sag")), Column(_("Dato")), Column(_("Sandsynlighed"), numeric=True)),
        risks=tuple(_risk(one, titles) for one in found.risks[:_SHOWN]) if found else (),
        record_say=_record_say(held),
        record_columns=_record_columns(),
        record=_record_rows(held, titles),
    )


def _ahead(request: HttpRequest, folder: Path) -> Ahead:
    by, at, day = asked(request).actor, asked(request).moment, today(request)
    rows = casework.undecided(by=by, at=at, units=by.led)
    curves, risks = [], []
    for row in rows:
        found = insight.likeness(folder=folder, kind=row.kind, phase=row.phase, since=row.since, at=at)
        if found is None:
            continue
        curves.append(found.curve)
        if row.due is not None and row.due >= day and (chance := _late(found.curve, row.due, day)) > _LIKELY:
            risks.append(Risk(row.number, row.kind, row.due, chance))
    log = insight.open_log(folder)
    keys = frozenset(unit.key for unit in organisation.units(on=day) if unit.pk in by.led)
    came = insight.incoming(log, before=_monday(day), weeks=_HISTORY, units=keys) if log else [0] * _HISTORY
    return Ahead(
        open=len(rows),
        untold=len(rows) - len(curves),
        came=forecast.incoming_by_week(came, weeks=WEEKS),
        decided=forecast.decided_by_week(curves, weeks=WEEKS),
        risks=sorted(risks, key=lambda one: (-one.chance, one.due, one.number)),
    )


def _late(curve: Curve, due: date, day: date) -> float:
    return curve.still_waits((due - day).days + 1)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _kpis(found: Ahead) -> tuple[Kpi, ...]:
    decided = round(sum(week.expected for week in found.decided))
    return (
        Kpi(_("Venter på afgørelse"), str(found.open)),
        Kpi(_("Afgørelser ventet på otte uger"), str(decided)),
        Kpi(_("Nye sager om ugen"), number(found.came[0].expected)),
        Kpi(_("Frister i fare"), str(len(found.risks)), note=_("mere sandsynligt end ikke")),
        Kpi(_("Kan vi ikke sige noget om"), str(found.untold), note=_("for få sager som dem")),
    )


def _figures() -> tuple[str, ...]:
    return (_("Nye sager"), _("Ni af ti uger"), _("Afgørelser"), _("Ni af ti gange"))


def _told(found: Ahead, day: date) -> list[tuple[date, str, str, str, str]]:
    return [
        (day + timedelta(weeks=n), number(came.expected), _span(came), number(decided.expected), _span(decided))
        for n, (came, decided) in enumerate(zip(found.came, found.decided, strict=True))
    ]


def _weeks(found: Ahead, day: date) -> tuple[Row, ...]:
    return tuple(Row(cells=(short_date(starts), *rest)) for starts, *rest in _told(found, day))


def _span(week: Week) -> str:
    return f"{week.low}–{week.high}"


def _risk(risk: Risk, titles: dict[str, str]) -> Row:
    case = Cell(risk.number, sub=titles.get(risk.kind, risk.kind), href=reverse("staff:case", args=[risk.number]))
    return Row(cells=(case, short_date(risk.due), f"{round(100 * risk.chance)} %"))


def _record_say(held: Proven | None) -> str:
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


def _record_columns() -> tuple[Column, ...]:
    names = (_("Sager"), _("I ni af ti"), _("I halvdelen"), _("Dage ved siden af"), _("Fasens snit"), _("Alles snit"))
    return (Column(_("Sagstype")), *(Column(name, numeric=True) for name in names))


def _record_rows(held: Proven | None, titles: dict[str, str]) -> tuple[Row, ...]:
    if held is None or held.whole is None:
        return ()
    every = [(_("Alle"), held.whole), *((titles.get(kind, kind), one) for kind, one in held.kinds.items())]
    return tuple(Row(cells=(name, *_record_cells(one))) for name, one in every)


def _record_cells(one: Record) -> tuple[str, ...]:
    shares = (f"{round(100 * share)} %" for share in (one.nine_of_ten, one.half))
    return (str(one.cases), *shares, *(number(off) for off in (one.off, one.off_mean_of_phase, one.off_mean_of_all)))


def _sheet(found: Ahead, day: date) -> HttpResponse:
    rows = [(starts.isoformat(), *rest) for starts, *rest in _told(found, day)]
    return csv_answer(name=f"prognose-{day.isoformat()}", columns=[_("Uge, der begynder"), *_figures()], rows=rows)
