"""How cases flow: the map of a case type or a log, where days are lost, what is done again, who changed, the orders."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.service import Flow
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.design.views import Kpi
from borgerfokus.web.frame import show
from borgerfokus.web.management.flowreader import FlowReader
from borgerfokus.web.present import flow as words
from borgerfokus.web.present import flowtables as tables
from borgerfokus.web.present.flowtables import Told
from borgerfokus.web.present.sheets import asked_format, file_answer, files

FILTERS = ("log", "slags", "enhed", "udfald", "fra", "til", "detalje")


@staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.FIGURES_SEE)
@require_safe
def flow(request: HttpRequest) -> HttpResponse:
    """The flow of one case type or log; ?format= every way from step to step as a file, ?tabel= another table."""
    reader = FlowReader(request)
    found = read(reader)
    told = _tables(found, reader) if found else {}
    if told and (kind := asked_format(request)):
        name = request.GET.get("tabel", "")
        sheet = told.get(name, told["ways"])
        columns = [column.label for column in sheet.columns]
        return file_answer(kind, name=f"forloeb-{reader.kind}", columns=columns, rows=words.plain(sheet.rows))
    frame = reader.frame(title=_("Sagernes vej"), current="flow")
    return show(
        request,
        "management/flow.html",
        **(frame if found else frame | {"actions": ()}),
        fields=reader.fields(*FILTERS) if reader.log else (),
        active=reader.active(),
        finding=words.finding(found) if found else "",
        **(_parts(found) if found else {}),
        told=told,
        sheets={name: files(f"{reader.query(tabel=name)}&", kind="link") for name in told},
    )


def read(reader: FlowReader) -> Flow | None:
    """The flow as the reader may see it; None without a log or cases, or with too few."""
    if reader.log is None:
        return None
    return insight.told_flow(reader.log, reader.question, rule=reader.rule)


def kpis(found: Flow) -> tuple[Kpi, ...]:
    """The figures over the map."""
    return (
        Kpi(_("Sager"), str(found.cases)),
        Kpi(_("Halvdelen har varet højst"), words.days(found.median_days)),
        Kpi(_("Ni af ti har varet højst"), _("for få") if found.p90_days is None else words.days(found.p90_days)),
        Kpi(_("Skift af enhed pr. sag"), words.number(found.handovers)),
        Kpi(_("Skift af medarbejder pr. sag"), words.number(found.hands)),
    )


def _parts(found: Flow) -> dict[str, Any]:
    return {
        "kpis": kpis(found),
        "map": words.picture(found),
        "order_note": _("%(count)s forskellige veje i alt. De mest brugte står her.") % {"count": found.order_count},
    }


def _tables(found: Flow, reader: FlowReader) -> dict[str, Told]:
    """Every table of the page, by the name that the address knows it by."""
    return {
        "ways": Told(words.table_columns(), words.table(found)),
        "losses": tables.losses(found),
        "steps": tables.steps(found),
        "loops": tables.loops(found),
        "moved": tables.moved(found, reader.unit_name),
        "orders": tables.orders(found, lambda variant: f"?{reader.query(variant=str(variant))}"),
    }
