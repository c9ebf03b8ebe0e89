"""Pages for everybody: what editors write, publish, look at again and take down."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from borgerfokus.apps.guidance import service as guidance
from borgerfokus.core.access import Verb
from borgerfokus.core.guidance.pages import KIND_NAMES, PUBLIC
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, TabItem
from borgerfokus.web.frame import asked, page, say, show, today
from borgerfokus.web.staff import editing

_MARK = staff_only(purpose=Purpose.ADMINISTRATION, verb=Verb.PAGE_EDIT)
_DESK = editing.Desk(True, "admin", "admin:pages", "admin:pages", "admin:page", "public:page")


@_MARK
@require_safe
def every(request: HttpRequest) -> HttpResponse:
    """Every page, those that must be looked at again on top; by kind."""
    wanted = request.GET.get("slags", "")
    rows = guidance.kept(by=asked(request).actor, public=True)
    day = today(request)
    chosen = [one for one in rows if not wanted or one.page.kind == wanted]
    mine = [one for one in rows if one.page.is_due(day) and one.page.owner_id == asked(request).actor.id]
    here = reverse("admin:pages")
    return show(
        request,
        "admin/pages.html",
        page=page(request, title=_("Sider"), place="admin", current="admin:pages", crumbs=[Crumb(_("Sider"))]),
        columns=editing.columns(),
        rows=editing.rows(chosen, _DESK, day=day),
        mine=editing.rows(mine, _DESK, day=day),
        kinds=(
            TabItem(_("Alle"), here, not wanted, str(len(rows))),
            *(TabItem(say(KIND_NAMES[kind]), f"{here}?slags={kind}", wanted == kind) for kind in PUBLIC),
        ),
        actions=(Action(_("Ny side"), reverse("admin:page-new"), "primary", icon="plus"),),
    )


@_MARK
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """A new page."""
    return editing.new(request, _DESK)


@_MARK
@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, key: str) -> HttpResponse:
    """One page, as it is kept."""
    return editing.one(request, _DESK, key)
