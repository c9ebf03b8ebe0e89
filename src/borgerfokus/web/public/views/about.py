"""Who may see what, the published values, accessibility and privacy."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.core.access import RELATION_NAMES, ROLE_DESCRIPTIONS, ROLE_NAMES, Relation
from borgerfokus.core.rules import DecidedBy, Value
from borgerfokus.core.words import date_digits
from borgerfokus.foundation.login.guards import public
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.web.design.page import Crumb, Page
from borgerfokus.web.design.views import Cell, Column, Row
from borgerfokus.web.frame import asked, page, say, show, today
from borgerfokus.web.present.values import shown

_SEES = (
    Relation.CASEWORKER,
    Relation.SAME_UNIT,
    Relation.LEADER,
    Relation.CONSULTED,
    Relation.HANDED_TO,
    Relation.PARTNER,
    Relation.PARTY,
    Relation.GUARDIAN,
    Relation.CUSTODY,
    Relation.ATTORNEY,
    Relation.REPRESENTATIVE,
    Relation.BESIDE,
    Relation.BREAK_GLASS,
    Relation.REVIEWER,
)


@public()
def who(request: HttpRequest) -> HttpResponse:
    """Who may see a case, from the very tables that decide it."""
    return show(
        request,
        "public/who.html",
        page=page(
            request,
            title=_("Hvem må se hvad"),
            place="public",
            current="public:who",
            crumbs=[Crumb(_("Find hjælp"), reverse("public:front")), Crumb(_("Hvem må se hvad"))],
        ),
        relations=[say(RELATION_NAMES[relation]) for relation in _SEES],
        columns=(Column(_("Rolle")), Column(_("Hvad rollen gør"))),
        roles=tuple(
            Row(cells=(Cell(say(ROLE_NAMES[role])), Cell(say(ROLE_DESCRIPTIONS[role])))) for role in ROLE_NAMES
        ),
        minutes=parameters.at("gdpr.break_glass", on=today(request)).number,
    )


@public()
def values(request: HttpRequest) -> HttpResponse:
    """The values that the municipality has decided itself, each with its day and its source."""
    day = today(request)
    own = [value for value in parameters.parameters().all_at(day) if value.decided_by is DecidedBy.MUNICIPALITY]
    return show(
        request,
        "public/values.html",
        page=page(
            request,
            title=_("Det har kommunen besluttet"),
            place="public",
            crumbs=[Crumb(_("Find hjælp"), reverse("public:front")), Crumb(_("Kommunens værdier"))],
        ),
        columns=(Column(_("Hvad")), Column(_("Værdi")), Column(_("Gælder fra")), Column(_("Hjemmel"))),
        rows=tuple(_row(value) for value in own),
    )


@public()
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return show(
        request,
        "public/accessibility.html",
        page=_plain(request, _("Tilgængelighedserklæring")),
        may_write=not asked(request).actor.is_employee,
    )


@public()
def privacy(request: HttpRequest) -> HttpResponse:
    """How personal data is handled."""
    return show(request, "public/privacy.html", page=_plain(request, _("Privatliv og data")))


def _plain(request: HttpRequest, title: str) -> Page:
    return page(
        request, title=title, place="public", crumbs=[Crumb(_("Find hjælp"), reverse("public:front")), Crumb(title)]
    )


def _row(value: Value) -> Row:
    return Row(
        cells=(
            Cell(say(value.title)),
            Cell(shown(value)),
            Cell(say(date_digits(value.valid_from))),
            Cell(say(value.reference.text)),
        )
    )
