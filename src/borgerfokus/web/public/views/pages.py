"""The pages that editors write for everybody, and what help costs and how long it takes."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.guidance import service as guidance
from borgerfokus.core.guidance.pages import KIND_NAMES, PUBLIC, PageKind
from borgerfokus.foundation.login.guards import public
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, Cell, Column, Row
from borgerfokus.web.frame import page, say, show, today
from borgerfokus.web.present import kinds, pages
from borgerfokus.web.public import present


@public()
@require_safe
def every(request: HttpRequest) -> HttpResponse:
    """Every page, by what it is about."""
    rows = guidance.published(kinds=PUBLIC)
    groups = [(kind, [row for row in rows if row.page.kind == kind]) for kind in PUBLIC]
    title = _("Sider med råd og regler")
    return show(
        request,
        "public/pages.html",
        page=page(request, title=title, place="public", current="public:front", crumbs=[_home(), Crumb(title)]),
        groups=[(kind.value, say(KIND_NAMES[kind]), pages.cards(found)) for kind, found in groups if found],
    )


@public()
@require_safe
def one(request: HttpRequest, key: str) -> HttpResponse:
    """One page."""
    row = guidance.find(key=key, public=True)
    shown = pages.view(row)
    crumbs = [_home(), Crumb(_("Sider"), reverse("public:pages")), Crumb(shown.title)]
    return show(
        request,
        "public/page.html",
        page=page(
            request, title=shown.title, place="public", current="public:front", crumbs=crumbs, description=shown.short
        ),
        shown=shown,
        ways=_ways(request, row),
    )


@public()
@require_safe
def costs(request: HttpRequest) -> HttpResponse:
    """What each kind of help costs, and how long it takes."""
    day, in_force = today(request), parameters.parameters()
    title = _("Pris og tid")
    return show(
        request,
        "public/costs.html",
        page=page(request, title=title, place="public", current="public:front", crumbs=[_home(), Crumb(title)]),
        columns=(Column(_("Hjælp")), Column(_("Hvad koster det?")), Column(_("Hvor lang tid tager det?"))),
        tables=[
            (key, theme, tuple(_row(one, present.promised(one.spec, parameters=in_force, on=day)) for one in found))
            for key, theme, found in kinds.by_theme(casework.newest_in_force(on=day))
        ],
        more=pages.cards(guidance.published(kinds=[PageKind.COST])),
    )


def _row(version: casework.CaseTypeVersion, promised: str) -> Row:
    title = Cell(say(version.spec.title_citizen), href=reverse("public:help", args=[version.key]))
    return Row(cells=(title, say(version.spec.cost), promised or _("Så hurtigt som muligt")))


def _ways(request: HttpRequest, row: guidance.PageVersion) -> tuple[Action, ...]:
    """The kinds of help that a page is tied to."""
    versions = {version.key: version for version in casework.newest_in_force(on=today(request))}
    return tuple(
        Action(say(versions[key].spec.title_citizen), reverse("public:help", args=[key]), "link")
        for key in row.page.case_types
        if key in versions
    )


def _home() -> Crumb:
    return Crumb(_("Find hjælp"), reverse("public:front"))
