"""How quickly citizens get an answer: for each unit the median, how often the promise is kept, and what waits."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from borgerfokus.apps.messages import service as messages
from borgerfokus.apps.messages.service import UnitTimes
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, Chip, Column, Kpi, Row
from borgerfokus.web.frame import asked, page, page_language, show, today
from borgerfokus.web.present.sheets import asked_format, file_answer, files


@staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.TEAM_SEE)
@require_GET
def answering(request: HttpRequest) -> HttpResponse:
    """The units that the reader leads. `?format=` gives the same figures as a file."""
    by, at, day = asked(request).actor, asked(request).moment, today(request)
    names = dict(organisation.units(on=day).filter(pk__in=by.led).values_list("pk", "name"))
    found = _found(names, by, at)
    minimum = parameters.at("own.survey_minimum", on=day).number
    promised = parameters.at(messages.PROMISE, on=day).number
    rows = [_row(names[one.unit_id], one, minimum) for one in found]
    if kind := asked_format(request):
        return file_answer(
            kind,
            name=f"svartid-{day.isoformat()}",
            columns=[column.label for column in _columns()],
            rows=[[getattr(cell, "text", cell) for cell in row.cells] for row in rows],
        )
    title = _("Svar på beskeder")
    return show(
        request,
        "management/messages.html",
        page=page(
            request,
            title=title,
            place="management",
            current="management:messages",
            crumbs=(Crumb(_("Ledelse"), reverse("management:team")), Crumb(title)),
        ),
        note=_("de sidste %(n)s dage") % {"n": messages.WINDOW.days},
        actions=(
            *files(),
            Action(_("Beskeder i mine enheder"), f"{reverse('staff:messages')}?hvem=unit", icon="chat"),
        )
        if by.can(Verb.MESSAGE_SEND)
        else files(),
        kpis=_kpis(found),
        say=_say(found, names, minimum, promised),
        columns=_columns(),
        rows=tuple(rows),
        minimum=minimum,
    )


def _found(names: dict[int, str], by: Actor, at: datetime) -> list[UnitTimes]:
    """The units with something to tell, by name."""
    times = messages.answer_times(unit_ids=names, by=by, at=at)
    told = [one for one in times.values() if one.times.answers or one.waiting]
    return sorted(told, key=lambda one: names[one.unit_id])


def _kpis(found: list[UnitTimes]) -> tuple[Kpi, ...]:
    late = sum(one.late for one in found)
    where = f"{reverse('staff:messages')}?hvem=unit"
    return (
        Kpi(_("Venter på svar"), str(sum(one.waiting for one in found)), href=where),
        Kpi(
            _("Over det lovede"),
            str(late),
            chip=Chip(_("Over"), "over") if late else None,
            href=f"{where}&status=late",
        ),
        Kpi(_("Svar givet"), str(sum(one.times.answers for one in found))),
    )


def _say(found: list[UnitTimes], names: dict[int, str], minimum: int, promised: int) -> str:
    """The sentence first."""
    told = [one for one in found if one.times.answers >= minimum and one.times.share is not None]
    days = ngettext("%(n)s arbejdsdag", "%(n)s arbejdsdage", promised) % {"n": promised}
    if not told:
        return _("Borgeren er lovet svar inden %(days)s. Der er endnu for få svar til et tal.") % {"days": days}
    worst = min(told, key=lambda one: one.times.share or 0)
    return _("Borgeren er lovet svar inden %(days)s. Det sker sjældnest i %(unit)s: %(share)s procent.") % {
        "days": days,
        "unit": names[worst.unit_id],
        "share": round(100 * (worst.times.share or 0)),
    }


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Enhed")),
        Column(_("Svar"), numeric=True),
        Column(_("Arbejdsdage, midten"), numeric=True),
        Column(_("Inden for det lovede"), numeric=True),
        Column(_("Venter nu"), numeric=True),
        Column(_("Over det lovede nu"), numeric=True),
    )


def _row(name: str, one: UnitTimes, minimum: int) -> Row:
    """Figures of few answers tell of single citizens and colleagues, and are not shown."""
    few = one.times.answers < minimum
    median, share = one.times.median, one.times.share
    return Row(
        cells=(
            name,
            str(one.times.answers) if not few else _("for få") if one.times.answers else "0",
            _number(median) if median is not None and not few else "–",
            _("%(n)s procent") % {"n": round(100 * share)} if share is not None and not few else "–",
            str(one.waiting),
            str(one.late),
        )
    )


def _number(value: float) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    return text.replace(".", ",") if page_language() == "da" else text
