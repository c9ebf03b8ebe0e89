"""How casework goes, for everybody to read: released figures, rounded and frozen; and the end of figures by e-mail."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from borgerfokus.apps.insight import service as insight
from borgerfokus.core.indicators import Audience
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.login.guards import nameless, public
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.frame import page, say, show, today
from borgerfokus.web.present import figurefiles, parts, released
from borgerfokus.web.present.dashboards import unit_names
from borgerfokus.web.present.sheets import asked_format, files


@public()
@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """Every figure that everybody is told; ?format= the same as a file."""
    until, found = insight.disclosed(audience=Audience.PUBLIC)
    if kind := asked_format(request):
        return figurefiles.of_list(kind, found)
    hrefs = {one.indicator.key: reverse("public:figure", args=[one.indicator.key]) for one in found}
    return show(
        request,
        "public/figures.html",
        page=page(
            request,
            title=_("Sådan går det med sagerne"),
            place="public",
            crumbs=[Crumb(_("Find hjælp"), reverse("public:front")), Crumb(_("Nøgletal"))],
        ),
        note=released.note(until),
        nothing_yet="" if until else released.nothing_yet(today(request)),
        finding=released.finding(found),
        themes=released.themes(found, hrefs),
        files=files(),
    )


@public()
@require_safe
def one(request: HttpRequest, key: str) -> HttpResponse:
    """One figure: what it is, month for month, and its departments."""
    until, found = insight.disclosed(audience=Audience.PUBLIC)
    told_of = next((one for one in found if one.indicator.key == key), None)
    if told_of is None:
        raise Hidden(f"indicator {key}")
    names = unit_names(organisation.units(on=today(request)))
    split = parts.released(told_of, public=True)
    if kind := asked_format(request):
        return figurefiles.of_one(kind, told_of, names, split=split)
    title = say(told_of.indicator.title)
    notes = insight.public_notes(since=released.since(today(request)))
    return show(
        request,
        "public/figure.html",
        page=page(
            request,
            title=title,
            place="public",
            crumbs=[
                Crumb(_("Find hjælp"), reverse("public:front")),
                Crumb(_("Nøgletal"), reverse("public:figures")),
                Crumb(title),
            ],
        ),
        note=released.note(until),
        picture=released.picture(told_of, notes),
        columns=released.unit_columns(),
        rows=released.unit_rows(told_of, names),
        split=split,
        files=files(),
    )


@nameless()
@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, subscription_id: int, token: str) -> HttpResponse:
    """End figures by e-mail with one click, without a login. What only fetches the link ends nothing."""
    insight.check_link(subscription_id=subscription_id, token=token)
    if request.method == "POST":
        insight.ask_to_end(subscription_id=subscription_id, token=token)
    return show(
        request,
        "public/figures_stop.html",
        page=page(request, title=_("Stop tal på e-mail"), place="public"),
        is_done=request.method == "POST",
    )
