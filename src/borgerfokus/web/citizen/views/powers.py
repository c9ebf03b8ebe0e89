"""Who may act for me: give a power, end it in a click, and whom I may act for."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from borgerfokus.apps.casework import service as casework
from borgerfokus.core.access import Scope, Verb
from borgerfokus.core.dates import add_months
from borgerfokus.core.identity import Cpr, InvalidIdentifier
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.foundation.people import beside
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people import service as registering
from borgerfokus.foundation.people.service import NotAllowed
from borgerfokus.web.citizen import once, shell
from borgerfokus.web.citizen.present import beside as beside_words
from borgerfokus.web.citizen.present import powers as words
from borgerfokus.web.design.fields import FieldView, FormErrors, Option
from borgerfokus.web.design.views import Item
from borgerfokus.web.frame import asked, on_day, show, today, told
from borgerfokus.web.present.people import until

_CURRENT = "citizen:powers"
_LONGEST_YEARS = 5


class _Unknown(LookupError):
    """Nobody has this number and this name."""


@dataclass(frozen=True)
class Typed:
    """The form as it was filled in."""

    name: str = ""
    number: str = ""
    scopes: frozenset[str] = frozenset()
    ends: str = ""


@citizen_only(keeps_text=False, fresh="POST")
@require_http_methods(["GET", "POST"])
def powers(request: HttpRequest) -> HttpResponse:
    """Who may act for me. A post gives somebody a power; name and number must belong together."""
    if request.method == "GET":
        in_a_year = add_months(today(request), 12)
        return _page(request, Typed(ends=in_a_year.isoformat(), scopes=frozenset({Scope.READ.value})), {})
    typed = Typed(
        name=request.POST.get("name", "").strip(),
        number=request.POST.get("number", "").strip(),
        scopes=frozenset(request.POST.getlist("scopes")),
        ends=request.POST.get("ends", ""),
    )
    errors = _errors(request, typed)
    if not errors:
        try:
            _give(request, typed)
        except _Unknown:
            errors["number"] = _("Vi kan ikke finde en med det navn og nummer. Se efter, om begge dele er rigtige.")
    if errors:
        return _page(request, typed, errors)
    return redirect(_CURRENT)


@citizen_only(keeps_text=False)
@require_POST
def withdraw(request: HttpRequest, power_id: int) -> HttpResponse:
    """End a power that I gave. It holds from the representative's next request."""
    ask = asked(request)
    if not registering.withdraw_power(representation_id=power_id, by=ask.actor, at=ask.moment):
        raise Hidden(f"power {power_id}")
    told(request, None, _("Fuldmagten er stoppet. Det gælder fra nu af."))
    return redirect(_CURRENT)


@citizen_only(keeps_text=False)
@require_POST
def stop_post(request: HttpRequest, power_id: int) -> HttpResponse:
    """Somebody no longer gets my letters; what else the power covers goes on."""
    ask = asked(request)
    if not registering.stop_post(representation_id=power_id, by=ask.actor, at=ask.moment):
        raise Hidden(f"power {power_id}")
    goes_on = power_id in {one.id for one in people.representatives_of(person_id=ask.actor.id, at=ask.moment)}
    rest = _("Resten af fuldmagten gælder stadig.") if goes_on else _("Fuldmagten er slut.")
    told(request, None, f"{_('Personen får ikke flere af dine breve. Det gælder fra nu af.')} {rest}")
    return redirect(_CURRENT)


@citizen_only(keeps_text=False)
@require_POST
def end_representative(request: HttpRequest, party_id: int) -> HttpResponse:
    """Somebody no longer speaks for me in a case."""
    ask = asked(request)
    casework.end_own_representative(party_id=party_id, by=ask.actor, at=ask.moment)
    told(request, None, _("Personen taler ikke længere for dig. Det gælder fra nu af."))
    return redirect(_CURRENT)


@citizen_only(keeps_text=False)
@require_POST
def code(request: HttpRequest) -> HttpResponse:
    """A code for somebody who sits beside me. It stands on the page while it can be used."""
    ask = asked(request)
    try:
        beside.make_code(by=ask.actor, at=ask.moment)
    except NotAllowed:
        raise Hidden("code") from None
    return redirect(f"{reverse(_CURRENT)}#beside")


def _give(request: HttpRequest, typed: Typed) -> None:
    """Give the power, and show the name only to somebody who knew it. Raises _Unknown; then nothing is given."""
    if not once.spend(request):
        return
    ask = asked(request)
    try:
        with transaction.atomic():
            power = registering.give_power(
                person_id=ask.actor.id,
                to=Cpr(_digits(typed.number)),
                scopes=frozenset(Scope(one) for one in typed.scopes),
                ends=date.fromisoformat(typed.ends),
                by=ask.actor,
                at=ask.moment,
            )
            if power is None or not _same_name(people.card(power.representative_id).name, typed.name):
                raise _Unknown
    except _Unknown:
        once.give_back(request)
        raise
    told(request, None, _("Fuldmagten er givet. Du kan stoppe den igen, når du vil."))


def _errors(request: HttpRequest, typed: Typed) -> dict[str, str]:
    found = {}
    if not typed.name:
        found["name"] = _("Skriv personens fulde navn.")
    try:
        Cpr(_digits(typed.number))
    except InvalidIdentifier:
        found["number"] = _("Skriv personnummeret med ti tal.")
    if not typed.scopes or not typed.scopes <= {scope.value for scope in Scope}:
        found["scopes_0"] = _("Vælg mindst én ting, personen må.")
    ends = _day(typed.ends)
    last = add_months(today(request), 12 * _LONGEST_YEARS)
    if ends is None or not today(request) < ends <= last:
        found["ends"] = _("Vælg en dag efter i dag og senest den %(day)s.") % {"day": on_day(last)}
    return found


def _page(request: HttpRequest, typed: Typed, errors: dict[str, str]) -> HttpResponse:
    ask, title = asked(request), _("Hvem må handle for mig")
    mine = people.representatives_of(person_id=ask.actor.id, at=ask.moment)
    waiting = beside.code_of(by=ask.actor, at=ask.moment)
    return show(
        request,
        "citizen/powers.html",
        page=shell.page(request, title=title, crumbs=shell.crumbs(title), current="citizen:data"),
        status=422 if errors else 200,
        powers=(*(words.item(one, may_withdraw=True) for one in mine), *_representatives(request)),
        receivers=tuple(words.receiver(one) for one in mine if one.gets_letters),
        code=beside_words.code(waiting) if waiting else None,
        beside=tuple(beside_words.with_me(one) for one in beside.with_me(by=ask.actor, at=ask.moment)),
        may_give=ask.actor.can(Verb.POWER_GIVE),
        columns=words.columns(),
        rows=words.table(),
        represented=tuple(_mine(one) for one in people.represented_by(person_id=ask.actor.id, at=ask.moment)),
        fields=_fields(typed, errors),
        errors=FormErrors(entries=tuple((text, target) for target, text in errors.items())),
        once=once.key_of(request),
    )


def _representatives(request: HttpRequest) -> tuple[Item, ...]:
    """Those who speak for me in one case, with the button that ends it."""
    ask = asked(request)
    rows = casework.own_representatives(by=ask.actor, at=ask.moment)
    names = people.cards([row.person_id for row in rows], case_ids={row.person_id: row.case_id for row in rows})
    return tuple(
        words.representative(row, names[row.person_id].name, shell.title_of(row.case))
        for row in rows
        if row.person_id in names
    )


def _mine(known: people.Known) -> Item:
    what = ", ".join(words.own_scope_words(known.scopes)) if known.kind == "attorney" else _("handle i alt")
    text = _("Du må %(what)s. Gælder %(until)s.") % {"what": what, "until": until(known.ends)}
    return Item(title=f"{known.other.name}, {words.kind(known.kind).lower()}", text=text, icon="person")


def _fields(typed: Typed, errors: dict[str, str]) -> tuple[FieldView, ...]:
    def wrong(name: str) -> tuple[str, ...]:
        return (errors[name],) if name in errors else ()

    named = {
        Scope.READ: _("Se mine sager"),
        Scope.ACT: _("Søge, svare og klage for mig"),
        Scope.RECEIVE_POST: _("Få mine breve"),
    }
    options = tuple(
        Option(value=scope.value, label=label, checked=scope.value in typed.scopes) for scope, label in named.items()
    )
    return (
        FieldView("input", "name", "name", _("Personens fulde navn"), typed.name, errors=wrong("name"), required=True),
        FieldView(
            "input",
            "number",
            "number",
            _("Personens personnummer"),
            typed.number,
            hint=_("Ti tal. Vi bruger det kun til at finde den rigtige."),
            errors=wrong("number"),
            required=True,
            attrs=(("inputmode", "numeric"), ("autocomplete", "off"), ("maxlength", "11")),
        ),
        FieldView(
            "checkboxes",
            "scopes",
            "scopes",
            _("Hvad må personen?"),
            errors=wrong("scopes_0"),
            required=True,
            options=options,
        ),
        FieldView(
            "date",
            "ends",
            "ends",
            _("Hvor længe?"),
            typed.ends,
            hint=_("Til og med denne dag. Du kan stoppe før."),
            errors=wrong("ends"),
            required=True,
            input_type="date",
        ),
    )


def _same_name(known: str, typed: str) -> bool:
    """First and last word of the name, whatever the case of the letters."""
    here, there = known.casefold().split(), typed.casefold().split()
    return len(there) > 1 and (here[0], here[-1]) == (there[0], there[-1])


def _digits(text: str) -> str:
    return text.replace("-", "").replace(" ", "")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
