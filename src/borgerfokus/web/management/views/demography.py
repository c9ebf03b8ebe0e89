"""What the population alone does to the need: ten years by age group, from an imported projection."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from borgerfokus.apps.insight import service as insight
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.frame import on_day, page, show
from borgerfokus.web.present import demography as words
from borgerfokus.web.present.sheets import asked_format, file_answer, files


@staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.FIGURES_SEE)
@require_safe
def demography(request: HttpRequest) -> HttpResponse:
    """The chart of everybody and the table of age groups; ?format= the table as a file."""
    found = insight.need(root=Path(settings.INSIGHT_ROOT))
    outlook = found.outlook if found else None
    if outlook is not None and (kind := asked_format(request)):
        return file_answer(kind, name="befolkning", columns=words.sheet_columns(), rows=words.sheet_rows(outlook))
    title = _("Befolkning")
    return show(
        request,
        "management/demography.html",
        page=page(
            request,
            title=title,
            place="management",
            current="management:forecast",
            crumbs=(Crumb(_("Prognose"), reverse("management:forecast")), Crumb(title)),
        ),
        note=_("Behovet de næste ti år"),
        actions=files() if outlook else (),
        found=found,
        outlook=outlook,
        chart=words.chart(outlook) if outlook else None,
        columns=words.columns(outlook) if outlook else (),
        rows=words.rows(outlook) if outlook else (),
        source=words.source(found, on_day) if found else "",
    )
