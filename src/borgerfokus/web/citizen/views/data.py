"""My data: what is registered, my number when I ask for it, and how I am reached."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people import service as registering
from borgerfokus.foundation.people.queries import Card, Known
from borgerfokus.web.citizen import shell
from borgerfokus.web.design.fields import FieldView, FormErrors
from borgerfokus.web.design.views import Alert, Term
from borgerfokus.web.frame import asked, on_day, show, today, told
from borgerfokus.web.numbers import whole

_CURRENT = "citizen:data"
_PHONE = re.compile(r"\+?[0-9][0-9 ]{6,18}[0-9]")


@citizen_only()
@require_http_methods(["GET", "POST"])
def data(request: HttpRequest) -> HttpResponse:
    """What is registered about me; a post changes how I am reached."""
    card = people.card(asked(request).actor.id)
    if request.method == "GET":
        return _page(request, card, phone=card.phone, email=card.email)
    phone, email = request.POST.get("phone", "").strip(), request.POST.get("email", "").strip()
    errors = _errors(phone, email)
    if errors:
        return _page(request, card, phone=phone, email=email, errors=errors, status=422)
    ask, version = asked(request), request.POST.get("version", "")
    try:
        registering.change_contact(
            person_id=card.id,
            version=whole(version) or 0,
            phone=phone,
            email=email,
            by=ask.actor,
            at=ask.moment,
        )
    except registering.ChangedMeanwhile:
        return _page(request, card, phone=phone, email=email, status=409, alert=_changed(card))
    told(request, None, _("Dine oplysninger er gemt."))
    return redirect(_CURRENT)


@citizen_only(keeps_text=False)
@require_POST
def reveal(request: HttpRequest) -> HttpResponse:
    """My own personal number in full, because I asked. It is shown once and stands in no address."""
    ask = asked(request)
    if not ask.actor.can(Verb.OWN_DATA_SEE):
        raise Hidden("own number")
    card = people.card(ask.actor.id)
    audit.record(action="person.own_number", by=ask.actor, at=ask.moment, about=f"person:{card.id}")
    return _page(request, card, phone=card.phone, email=card.email, number=people.cpr_of(person_id=card.id).with_hyphen)


def _page(
    request: HttpRequest,
    card: Card,
    *,
    phone: str,
    email: str,
    errors: dict[str, str] | None = None,
    alert: Alert | None = None,
    number: str = "",
    status: int = 200,
) -> HttpResponse:
    wrong = errors or {}
    return show(
        request,
        "citizen/data.html",
        page=shell.page(
            request, title=_("Mine oplysninger"), crumbs=shell.crumbs(_("Mine oplysninger")), current=_CURRENT
        ),
        status=status,
        terms=_registered(card, number),
        number_shown=bool(number),
        relations=tuple(_relation(one) for one in people.relations_of(person_id=card.id, on=today(request))),
        phone=_field("phone", _("Telefon"), phone, "tel", wrong),
        email=_field("email", _("E-mail"), email, "email", wrong),
        errors=FormErrors(entries=tuple((words, name) for name, words in wrong.items())),
        alert_view=alert,
        version=card.version,
    )


def _registered(card: Card, number: str) -> tuple[Term, ...]:
    where = people.address_of(person_id=card.id)
    yes, no = _("Ja"), _("Nej")
    return (
        Term(_("Navn"), card.name),
        Term(_("Personnummer"), number or card.masked_cpr),
        Term(_("Født"), on_day(card.birth_date)),
        Term(_("Adresse"), f"{where.street}, {where.postcode} {where.city}" if where else _("Ikke registreret")),
        Term(_("Navne- og adressebeskyttelse"), yes if card.protected else no),
        Term(_("Tolk"), card.interpreter or _("Ikke brug for tolk")),
        Term(_("Breve"), _("På papir") if card.digital_post_exempt else _("I Digital Post")),
    )


def _relation(known: Known) -> Term:
    kind = {
        "parent": _("Forælder"),
        "child": _("Barn"),
        "spouse": _("Ægtefælle"),
        "sibling": _("Søskende"),
        "relative": _("Pårørende"),
    }[known.kind]
    return Term(kind, known.other.name)


def _field(name: str, label: str, value: str, kind: str, wrong: dict[str, str]) -> FieldView:
    return FieldView(
        control="input",
        name=name,
        id=name,
        label=label,
        value=value,
        errors=(wrong[name],) if name in wrong else (),
        input_type=kind,
        attrs=(("autocomplete", kind),),
    )


def _errors(phone: str, email: str) -> dict[str, str]:
    found = {}
    if phone and not _PHONE.fullmatch(phone):
        found["phone"] = _("Skriv telefonnummeret med tal, for eksempel 09 99 00 10.")
    if email:
        try:
            validate_email(email)
        except ValidationError:
            found["email"] = _("Skriv e-mailen som navn@eksempel.dk.")
    return found


def _changed(card: Card) -> Alert:
    text = _("Det, du skrev, står her endnu. Gem igen for at bruge det. Gemt imens: %(phone)s, %(email)s.")
    shown = {"phone": card.phone or "–", "email": card.email or "–"}
    return Alert("warning", text % shown, heading=_("Oplysningerne er rettet et andet sted imens"))
