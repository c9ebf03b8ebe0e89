"""Work against waiting, phase by phase: the value stream."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from borgerfokus.apps.insight import service as insight
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.frame import show
from borgerfokus.web.management.flowreader import FlowReader
from borgerfokus.web.present import flow as words
from borgerfokus.web.present import flowstream
from borgerfokus.web.present.sheets import asked_format, file_answer


@staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.FIGURES_SEE)
@require_safe
def stream(request: HttpRequest) -> HttpResponse:
    """The value stream of one case type or log; ?format= the same as a file."""
    reader = FlowReader(request)
    stations = insight.told_stream(reader.log, reader.question, rule=reader.rule) if reader.log else []
    told = flowstream.table(stations)
    if kind := asked_format(request):
        columns = [column.label for column in told.columns]
        return file_answer(kind, name=f"vaerdistroem-{reader.kind}", columns=columns, rows=words.plain(told.rows))
    frame = reader.frame(title=_("Værdistrøm"), current="flow-stream")
    return show(
        request,
        "management/flow_stream.html",
        **(frame if stations else frame | {"actions": ()}),
        fields=reader.fields("log", "slags", "enhed", "udfald", "fra", "til") if reader.log else (),
        active=reader.active(),
        view=flowstream.view(stations) if stations else None,
    )
