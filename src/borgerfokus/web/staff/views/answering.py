"""When I am away, and the templates of answers."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from borgerfokus.apps.messages import service as messages
from borgerfokus.core.access import Verb
from borgerfokus.core.messages.template import Word, filled
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.web import frame
from borgerfokus.web.design.page import Crumb, Page
from borgerfokus.web.design.views import Action, Cell, Chip, Column, Item, Row
from borgerfokus.web.frame import Place, on_moment
from borgerfokus.web.present.journal import paragraphs
from borgerfokus.web.present.words import short_date
from borgerfokus.web.staff import fields, joint, keys
from borgerfokus.web.staff.acts import answering as acts
from borgerfokus.web.staff.acts.answering import AwayPlace, TemplatePlace
from borgerfokus.web.staff.joint import DeedForm, Forms

_MARK = staff_only(purpose=Purpose.CASEWORK, verb=Verb.MESSAGE_SEND)
_KEEPS = staff_only(purpose=Purpose.ADMINISTRATION, verb=Verb.ORGANISATION_SEE)
NEW = "ny"
_CONFLICT = 409


@_MARK
def away(request: HttpRequest) -> HttpResponse:
    """GET: who answers for whom. POST: let a colleague answer, or end it."""
    place = acts.away_place(request)
    return joint.post(place, acts.AWAY, _away) if request.method == "POST" else _away(place, {})


def _away(place: AwayPlace, given: Mapping[str, DeedForm], *, status: int = 200) -> HttpResponse:
    rows = messages.delegations_of(by=place.by, on=place.today)
    may_end = {number for number, _name in place.own}
    title = _("Når jeg er væk")
    return frame.show(
        place.request,
        "staff/away.html",
        page=_page(place.request, title),
        status=status,
        rows=tuple(_delegation(one, may_end=one.employee_id in may_end) for one in rows),
        form=Forms(place, acts.AWAY, given).get(
            "away", employee=place.by.id, starts=place.today, ends=place.today
        ),
        here=place.request.path,
        hints=keys.everywhere(),
    )


def _delegation(one: messages.Delegation, *, may_end: bool) -> Item:
    last = fields.day_before(one.ends)
    here = reverse("staff:delegation")
    words = {"first": short_date(one.starts), "last": short_date(last)}
    end = (("act", "end-away"), ("delegation", str(one.pk)))
    return Item(
        title=_("%(who)s svarer for %(away)s") % {"who": one.to.name, "away": one.employee.name},
        text=_("Fra %(first)s til og med %(last)s") % words,
        icon="groups",
        actions=(Action(_("Afslut nu"), here, "tertiary", "post", context=one.employee.name, fields=end),)
        if may_end
        else (),
    )


@_KEEPS
@require_safe
def templates(request: HttpRequest) -> HttpResponse:
    """The templates of the reader's units and of the municipality."""
    place = Place(request)
    rows = messages.templates_seen(by=place.by)
    may = bool(acts.keeps(place, names=_units(place)))
    return frame.show(
        request,
        "staff/answer_templates.html",
        page=_page(request, _("Skabeloner til svar")),
        columns=(Column(_("Navn")), Column(_("Gælder for")), Column(_("Udgave")), Column(_("Status"))),
        rows=tuple(_row(one) for one in rows),
        actions=(Action(_("Ny skabelon"), reverse("staff:answer-template", args=[NEW]), "primary", icon="plus"),)
        if may
        else (),
        hints=keys.everywhere(),
    )


@_KEEPS
def template(request: HttpRequest, key: str) -> HttpResponse:
    """GET: a template with preview and versions, or a new one. POST: save it, or take it out of use."""
    place = Place(request)
    versions = [] if key == NEW else messages.template_versions(key=key, by=place.by)
    row = versions[0] if versions else None
    known = acts.keeps(place, names=_units(place))
    mine = row is None or messages.may_keep_template(unit_id=row.unit_id, by=place.by)
    opened = TemplatePlace(request, row, known if mine else ())

    def page(_place: object, given: Mapping[str, DeedForm], *, status: int = 200) -> HttpResponse:
        return _template(opened, versions, given, status=status)

    if not opened.keeps and (row is None or request.method == "POST"):
        raise Hidden("template")
    return joint.post(opened, acts.TEMPLATE, page) if request.method == "POST" else page(opened, {})


def _template(
    place: TemplatePlace,
    versions: list[messages.AnswerTemplate],
    given: Mapping[str, DeedForm],
    *,
    status: int,
) -> HttpResponse:
    row = place.row
    title = row.title if row else _("Ny skabelon")
    forms = Forms(place, acts.TEMPLATE, given)
    first: dict[str, object] = {"number": 0}
    if row:
        first = {"number": row.number, "title": row.title, "body": row.body, "unit": _unit_key(row)}
    if status == _CONFLICT and row is not None:
        typed = given["template"].data
        given["template"].data = {**{name: typed.get(name) for name in typed}, "number": row.number}
    return frame.show(
        place.request,
        "staff/answer_template.html",
        page=_page(place.request, title),
        status=status,
        note=_("Hele kommunen") if row and row.unit is None else row.unit.name if row and row.unit else "",
        form=forms.get("template", **first) if place.keeps else None,
        preview=paragraphs(filled(text=row.body, values=_sample(place, row))) if row else (),
        retire=_retire(place) if row and place.keeps else None,
        versions=tuple(_version(one) for one in versions),
        here=place.request.path,
        hints=keys.everywhere(),
    )


def _retire(place: TemplatePlace) -> Action:
    out = place.row is not None and place.row.retired
    label = _("Tag i brug igen") if out else _("Tag ud af brug")
    return Action(label, place.request.path, "tertiary", "post", fields=(("act", "retire"),))


def _sample(place: TemplatePlace, row: messages.AnswerTemplate) -> dict[Word, str]:
    """What a preview is filled in with: the reader's own name, and an invented citizen."""
    unit = row.unit.name if row.unit else _("Din enhed")
    phone = (row.unit.phone if row.unit else "") or "09 99 00 10"
    return {
        Word.NAME: "Anna",
        Word.CASEWORKER: place.by.name,
        Word.UNIT: unit,
        Word.PHONE: phone,
        Word.CASE: "2026-000123",
    }


def _row(one: messages.AnswerTemplate) -> Row:
    state = Chip(_("Ude af brug"), "line") if one.retired else Chip(_("I brug"), "ok")
    return Row(
        cells=(
            Cell(one.title, href=reverse("staff:answer-template", args=[one.key])),
            one.unit.name if one.unit else _("Hele kommunen"),
            Cell(str(one.number), sub=short_date(one.saved_at.date())),
            state,
        )
    )


def _version(one: messages.AnswerTemplate) -> tuple[str, tuple[str, ...]]:
    words = {"number": one.number, "when": on_moment(one.saved_at), "who": one.saved_by_name}
    return _("Udgave %(number)s, %(when)s, %(who)s") % words, paragraphs(one.body)


def _unit_key(row: messages.AnswerTemplate) -> str:
    return str(row.unit_id) if row.unit_id else acts.EVERYBODY


def _units(place: Place) -> dict[int, str]:
    return dict(organisation.units(on=place.today).filter(pk__in=place.by.units).values_list("pk", "name"))


def _page(request: HttpRequest, title: str) -> Page:
    crumbs = (Crumb(_("Beskeder"), reverse("staff:messages")), Crumb(title))
    return frame.page(request, title=title, place="staff", current="staff:messages", crumbs=crumbs)
