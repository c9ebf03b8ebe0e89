"""The kodeks for good casework, as the municipality has promised it in the open."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.supervision import service as supervision
from borgerfokus.core.kodeks import CHECKS, PERSPECTIVES, Perspective, Statement
from borgerfokus.foundation.login.guards import public
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.frame import on_day, page, say, show, today

_ORDER = tuple(Perspective)


@public()
def kodeks(request: HttpRequest) -> HttpResponse:
    """The statements in force, from whose side each is seen, and what it is seen by."""
    version = supervision.kodeks_on(on=today(request))
    statements = version.content if version else ()
    return show(
        request,
        "public/kodeks.html",
        page=page(
            request,
            title=_("Sådan vil vi arbejde med din sag"),
            place="public",
            crumbs=[Crumb(_("Find hjælp"), reverse("public:front")), Crumb(_("Kodeks"))],
        ),
        since=on_day(version.valid_from) if version else "",
        reason=version.reason if version else "",
        statements=tuple(_statement(one) for one in sorted(statements, key=lambda one: _ORDER.index(one.perspective))),
    )


def _statement(one: Statement) -> tuple[str, str, list[str]]:
    return say(PERSPECTIVES[one.perspective]), say(one.text), [say(CHECKS[key].title) for key in one.checks]
