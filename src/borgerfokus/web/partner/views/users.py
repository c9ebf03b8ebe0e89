"""The users of a partner, kept by the partner itself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from borgerfokus.core.access import ROLE_NAMES, Role, Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import partnering
from borgerfokus.foundation.organisation.models import Unit
from borgerfokus.foundation.organisation.partnering import NewUser, User
from borgerfokus.foundation.outbox import inviting, mail
from borgerfokus.web.design.fields import FieldView, Option
from borgerfokus.web.design.views import Action, Cell, Chip, Column, Row
from borgerfokus.web.frame import asked, page, say, show, today, told
from borgerfokus.web.numbers import posted
from borgerfokus.web.present import partners
from borgerfokus.web.present.words import short_date


@staff_only(purpose=Purpose.ADMINISTRATION, verb=Verb.PARTNER_USERS_EDIT, keeps_text=False, fresh_acts="invite")
@require_http_methods(["GET", "POST"])
def users(request: HttpRequest) -> HttpResponse:
    """Who acts for the partner; a post invites somebody, or ends a user at once."""
    by, day = asked(request).actor, today(request)
    units = partnering.units_of(by, on=day)
    refused: Refusal | None = None
    if request.method == "POST":
        refused = _act(request, units)
        if refused is None:
            return redirect("partner:users")
    typed = {name: str(text) for name, text in request.POST.items()} if refused else {}
    return show(
        request,
        "partner/users.html",
        page=page(request, title=_("Brugere hos partnere"), place="partner", current="partner:users"),
        status=422 if refused else 200,
        refusal=say(refused.text) if refused else "",
        units=tuple((_title(unit), _rows(request, unit)) for unit in units),
        columns=(Column(_("Navn")), Column(_("Login")), Column(_("Funktion")), Column(_("Luk ude"), hidden=True)),
        fields=_fields(units, typed),
    )


def _act(request: HttpRequest, units: list[Unit]) -> Refusal | None:
    by, at, day = asked(request).actor, asked(request).moment, today(request)
    act = request.POST.get("act", "")
    if act == "end":
        refused = partnering.end(engagement_id=posted(request, "user") or 0, by=by, on=day, at=at)
        if refused is None:
            told(request, None, _("Brugeren er lukket ude. Det gælder med det samme."))
        return refused
    if act != "invite":
        raise Hidden(act)
    chosen = request.POST.get("role", "")
    new = NewUser(
        name=request.POST.get("name", "")[:160],
        email=request.POST.get("email", "")[:200],
        login=request.POST.get("login", "")[:80],
        title=request.POST.get("title", "")[:120],
        role=Role(chosen) if chosen in set(partnering.ROLES) else Role.EMPLOYEE,
    )
    unit = posted(request, "unit") or 0 if len(units) > 1 else next((one.pk for one in units), 0)
    login_at = request.build_absolute_uri(reverse("login:choose"))
    made = inviting.invite(unit_id=unit, new=new, login_at=login_at, by=by, on=day, at=at)
    if isinstance(made, Refusal):
        return made
    if mail.has_e_mail():
        told(request, None, _("Brugeren kan logge ind fra nu af. Vi har sendt en e-mail om det."))
    else:
        told(request, None, _("Brugeren kan logge ind fra nu af. Send selv en besked om det."))
    return None


def _rows(request: HttpRequest, unit: Unit) -> tuple[Row, ...]:
    found = partnering.users(unit_id=unit.pk, by=asked(request).actor, on=today(request))
    return tuple(_row(one, is_self=one.employee_id == asked(request).actor.id) for one in found)


def _row(one: User, *, is_self: bool) -> Row:
    button = Action(
        _("Luk ude"),
        reverse("partner:users"),
        "link",
        "post",
        context=one.name,
        fields=(("act", "end"), ("user", str(one.id))),
        confirm=_("%(name)s kan ikke længere logge ind. Vil du fortsætte?") % {"name": one.name},
    )
    role = Chip(say(ROLE_NAMES[one.role]), "fjord" if one.role is Role.PARTNER_ADMINISTRATOR else "line")
    since = _("%(title)s, siden %(day)s") % {"title": one.title, "day": short_date(one.since)}
    return Row(
        cells=(Cell(one.name, sub=since), Cell(one.login, sub=one.email), role, _("Dig selv") if is_self else button)
    )


def _title(unit: Unit) -> str:
    return f"{unit.name}, {partners.kinds()[unit.partner_kind]}" if unit.partner_kind else unit.name


def _fields(units: list[Unit], typed: dict[str, str]) -> tuple[FieldView, ...]:
    def line(name: str, label: str, *, kind: str = "text", hint: str = "") -> FieldView:
        return FieldView("input", name, name, label, typed.get(name, ""), hint, required=True, input_type=kind)

    roles = tuple(
        Option(role.value, say(ROLE_NAMES[role]), checked=typed.get("role", Role.EMPLOYEE.value) == role.value)
        for role in partnering.ROLES
    )
    options = tuple(Option(str(one.pk), one.name, checked=typed.get("unit") == str(one.pk)) for one in units)
    which = (FieldView("select", "unit", "unit", _("Enhed"), options=options, required=True),) if len(units) > 1 else ()
    return (
        *which,
        line("name", _("Navn")),
        line("title", _("Titel")),
        line("email", _("E-mail"), kind="email"),
        line("login", _("Login"), hint=_("Det navn, som personens login (MitID Erhverv) kendes på")),
        FieldView("radio", "role", "role", _("Funktion"), options=roles, required=True),
    )
