"""How cases flow: the map of a case type, where days are lost, what is done again, the most common orders."""

from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.service import Flow, Log, Question
from borgerfokus.core.access import Verb
from borgerfokus.core.flow.milestones import MILESTONES
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.models import Unit
from borgerfokus.web.design.fields import field_view
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, Column, Kpi, Row
from borgerfokus.web.frame import asked, on_moment, page, say, show, today
from borgerfokus.web.present import flow as words
from borgerfokus.web.present.sheets import csv_answer

_DETAILS = {"lidt": 0.4, "noget": 0.15, "alt": 0.0}


class FlowForm(forms.Form):
    """The filters, all in the address."""

    slags = forms.ChoiceField()
    enhed = forms.ChoiceField(required=False)
    fra = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    til = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    detalje = forms.ChoiceField(required=False)


@dataclass(frozen=True)
class _Asked:
    """What the address asks for, and the form that shows it."""

    question: Question
    form: FlowForm


@staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.FIGURES_SEE)
@require_safe
def flow(request: HttpRequest) -> HttpResponse:
    """The flow of one case type. Leaders see their own units exactly; others the whole, small counts held back."""
    log = insight.open_for(Path(settings.INSIGHT_ROOT), leads=bool(asked(request).actor.led))
    wanted = _asked(request, log) if log is not None else None
    found = insight.flow(log, wanted.question) if log is not None and wanted is not None else None
    if found is not None and not asked(request).actor.led:
        found = insight.held_back(found, rule=insight.disclosure_rule(on=today(request)))
    if found is not None and wanted is not None and request.GET.get("format") == "csv":
        return _sheet(found, wanted.question.kind)
    title = _("Sagernes vej")
    return show(
        request,
        "management/flow.html",
        page=page(
            request,
            title=title,
            place="management",
            current="management:flow",
            crumbs=(Crumb(_("Ledelse"), _team(request)), Crumb(title)),
        ),
        note=_("Opdateret %(when)s") % {"when": on_moment(_moment(log))} if log is not None else "",
        actions=(Action(_("Hent tal"), f"?{_query(request)}format=csv", icon="download"),) if found else (),
        fields=[field_view(wanted.form[name]) for name in wanted.form.fields] if wanted else (),
        here=request.path,
        is_built=log is not None,
        rounded=not asked(request).actor.led,
        **(_parts(found) if found is not None else {"finding": ""}),
    )


def _asked(request: HttpRequest, log: Log) -> _Asked:
    form = FlowForm(request.GET or None, auto_id="f-%s", label_suffix="")
    units = list(organisation.units(on=today(request)))
    own = asked(request).actor.led
    if own:
        units = [unit for unit in units if unit.pk in own]
    titles = {one.key: say(one.spec.title_staff) for one in casework.newest_in_force(on=today(request))}
    seen = frozenset(one.key for one in units) if own else frozenset()
    kinds = [(key, titles.get(key, key)) for key, _cases in insight.kinds(log, units=seen)]
    _fill(form, kinds, units)
    given = form.cleaned_data if form.is_bound and form.is_valid() else {}
    kind = given.get("slags") or (kinds[0][0] if kinds else "")
    detail = given.get("detalje") or "noget"
    unit = given.get("enhed", "")
    form.initial = {"slags": kind, "detalje": detail, "enhed": unit}
    question = Question(
        kind=kind,
        starts=_midnight(given.get("fra")),
        ends=_midnight(given.get("til")),
        units=frozenset({unit}) if unit else seen,
        activities=frozenset(MILESTONES),
        share=_DETAILS[detail],
    )
    return _Asked(question if own else insight.fixed(question), form)


def _fill(form: FlowForm, kinds: list[tuple[str, str]], units: list[Unit]) -> None:
    labels = {
        "slags": _("Sagstype"),
        "enhed": _("Enhed"),
        "fra": _("Begyndt fra"),
        "til": _("Begyndt før"),
        "detalje": _("Hvor meget vises?"),
    }
    choices = {
        "slags": kinds,
        "enhed": [("", _("Alle, jeg må se")), *((unit.key, unit.name) for unit in units)],
        "detalje": [("lidt", _("Hovedvejen")), ("noget", _("Det almindelige")), ("alt", _("Alt"))],
    }
    for name, label in labels.items():
        form.fields[name].label = label
    for name, offered in choices.items():
        form.fields[name].choices = offered  # type: ignore[attr-defined]


def _midnight(day: datetime | None) -> datetime | None:
    return datetime.combine(day, time(), tzinfo=get_default_timezone()) if day else None


def _moment(log: Log) -> datetime:
    return datetime.fromtimestamp(log.state.refreshed_us / 1_000_000, tz=get_default_timezone())


def _query(request: HttpRequest) -> str:
    given = request.GET.copy()
    given.pop("format", None)
    return f"{given.urlencode()}&" if given else ""


def _team(request: HttpRequest) -> str:
    return reverse("management:team") if asked(request).actor.can(Verb.TEAM_SEE) else ""


def _parts(found: Flow) -> dict[str, object]:
    """Everything on the page that the flow says."""
    return {
        "finding": words.finding(found),
        "kpis": (
            Kpi(_("Sager"), str(found.cases)),
            Kpi(_("Halvdelen er færdige inden"), words.days(found.median_days)),
            Kpi(_("Ni af ti er færdige inden"), words.days(found.p90_days)),
            Kpi(_("Skift af enhed pr. sag"), words.number(found.handovers)),
            Kpi(_("Skift af medarbejder pr. sag"), words.number(found.hands)),
        ),
        "map": words.picture(found),
        "loss_columns": _loss_columns(),
        "losses": words.losses(found),
        "again_columns": (Column(_("Skridt")), Column(_("Gange igen"), numeric=True), Column(_("Sager"), numeric=True)),
        "again": words.again(found),
        "order_columns": (
            Column(_("Vej")),
            Column(_("Sager"), numeric=True),
            Column(_("Andel"), numeric=True),
            Column(_("Median, dage"), numeric=True),
        ),
        "orders": words.orders(found),
        "order_note": _("%(count)s forskellige veje i alt. De mest brugte står her.") % {"count": found.order_count},
    }


def _loss_columns() -> tuple[Column, ...]:
    return (
        Column(_("Fra")),
        Column(_("Til")),
        Column(_("Gange"), numeric=True),
        Column(_("Median, dage"), numeric=True),
        Column(_("Dage i alt"), numeric=True),
    )


def _sheet(found: Flow, kind: str) -> HttpResponse:
    rows: list[Row] = list(words.table(found))
    columns = [column.label for column in words.table_columns()]
    return csv_answer(name=f"forloeb-{kind}", columns=columns, rows=([str(cell) for cell in row.cells] for row in rows))
