"""A new case at the desk or on the phone: find or register the citizen, choose the help, write the need down."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.views.decorators.debug import sensitive_post_parameters

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Case, NewCase
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import in_copenhagen
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people import service as registering
from borgerfokus.foundation.people.queries import Card
from borgerfokus.web import frame
from borgerfokus.web.design.page import Crumb, Page
from borgerfokus.web.frame import say
from borgerfokus.web.present import kinds
from borgerfokus.web.staff import deskform, doing, fields, keys
from borgerfokus.web.staff.found import citizen_of, found_view

_SOURCES = (("phone", __("Telefon")), ("desk", __("Personligt fremmøde")), ("letter", __("Brev")))


class FindForm(forms.Form):
    """Whom it is about."""

    cpr = fields.CprField(
        label=__("CPR-nummer"), widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
    )


class RegisterForm(FindForm):
    """A citizen that the municipality does not know yet."""

    given_name = fields.line(__("Fornavn"), longest=80)
    family_name = fields.line(__("Efternavn"), longest=80)
    phone = fields.line(__("Telefon"), required=False, longest=20)
    interpreter = fields.line(__("Tolk: hvilket sprog?"), required=False, longest=40)
    digital_post_exempt = fields.yes(__("Fritaget fra Digital Post"))
    protected = fields.yes(__("Navne- og adressebeskyttet"))


class CaseForm(forms.Form):
    """What help is asked for, in the citizen's own words, how and when."""

    find = fields.line(__("Find hjælpen med borgerens ord"), required=False, hint=__("For eksempel: bad, bil, flytte"))
    type_key = fields.one_of(__("Hvad søger borgeren om?"))
    need = fields.area(__("Med borgerens egne ord"), rows=6, hint=__("Skriv det, som borgeren siger det"))
    source = fields.radio(__("Hvordan henvendte borgeren sig?"), _SOURCES)
    told_by = fields.line(
        __("Hvem fortalte det?"),
        required=False,
        longest=120,
        hint=__("Lad feltet stå tomt, hvis det var borgeren selv. Ellers navn, og hvem det er for borgeren"),
    )
    received_on = fields.day(__("Modtaget"))
    contact_only = fields.yes(
        __("Kun en henvendelse: borgeren har ikke søgt om noget endnu"), hint=__("Den kan blive til en sag senere")
    )


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_OPEN, limit="search")
@sensitive_post_parameters("cpr")
def new(request: HttpRequest) -> HttpResponse:
    """GET: find the citizen. POST: find or register it, or open the case, by the button that was pressed."""
    if request.method != "POST":
        return _find_page(request, FindForm(auto_id="find-%s"))
    step = request.POST.get("step", "")
    if step == "find":
        return _find(request)
    if step == "register":
        return _register(request)
    citizen = _citizen(request)
    if step in {"form", "submit"}:
        return _with_form(request, citizen, sent=step == "submit")
    if step == "narrow":
        return _case_page(request, citizen, _narrowed(request))
    return _open(request, citizen) if step == "open" else _case_page(request, citizen, _fresh(request))


def _citizen(request: HttpRequest) -> Card:
    """The citizen of a form. The number came from a search that was logged, and showing it is logged again."""
    person_id = citizen_of(request.POST.get("citizen", ""))
    found = people.cards([person_id]) if person_id is not None else {}
    if not found or not frame.asked(request).actor.can(Verb.PERSON_SEE):
        raise Hidden("citizen")
    return next(iter(found.values()))


def _find(request: HttpRequest) -> HttpResponse:
    form = FindForm(request.POST, auto_id="find-%s")
    if not form.is_valid():
        return _find_page(request, form, status=422)
    found = people.find(text=form.cleaned_data["cpr"].digits, by=frame.asked(request).actor)
    if found:
        return _case_page(request, found[0], _fresh(request))
    return _find_page(request, form, register=_register_form(request), unknown=True)


def _register_form(request: HttpRequest, data: Any = None) -> RegisterForm | None:
    may = frame.asked(request).actor.can(Verb.PERSON_EDIT)
    return RegisterForm(data, auto_id="register-%s") if may else None


def _register(request: HttpRequest) -> HttpResponse:
    asked = frame.asked(request)
    form = _register_form(request, request.POST)
    if form is None:
        raise Hidden("register")
    if not form.is_valid():
        return _find_page(request, FindForm(auto_id="find-%s"), register=form, unknown=True, status=422)
    said = form.cleaned_data
    person_id = registering.register(person=registering.NewPerson(**said), by=asked.actor, at=asked.moment)
    return _case_page(request, people.card(person_id), _fresh(request))


def _fresh(request: HttpRequest) -> CaseForm:
    return _choices(
        CaseForm(auto_id="case-%s", initial={"source": "phone", "received_on": frame.today(request)}), request
    )


def _narrowed(request: HttpRequest) -> CaseForm:
    """What was typed, and of the kinds of help those that fit the words."""
    said = {name: request.POST.get(name, "") for name in CaseForm.base_fields}
    return _choices(CaseForm(auto_id="case-%s", initial=said), request, words=said["find"])


def _choices(form: CaseForm, request: HttpRequest, *, words: str = "") -> CaseForm:
    """The kinds of help by theme; with words those that fit, the best first, or all when none does."""
    versions = casework.newest_in_force(on=frame.today(request))
    fitting = kinds.by_words(words, versions) if words else []
    groups = [(_("Det, der passer bedst"), fitting)] if fitting else []
    groups += [(title, found) for _key, title, found in kinds.by_theme(versions)] if not fitting else []
    form.fields["type_key"].choices = [  # type: ignore[attr-defined]
        *([] if fitting else [("", _("Vælg"))]),
        *((title, [(one.key, _named(one)) for one in found]) for title, found in groups),
    ]
    return form


def _named(version: casework.CaseTypeVersion) -> str:
    return f"{say(version.spec.title_citizen)} · {say(version.spec.title_staff)}"


def _open(request: HttpRequest, citizen: Card) -> HttpResponse:
    form = _choices(CaseForm(request.POST, auto_id="case-%s"), request)
    if not form.is_valid():
        return _case_page(request, citizen, form, status=422)
    if not doing.first_time(request):
        messages.info(request, _("Sagen er allerede oprettet."))
        return HttpResponseRedirect(reverse("staff:list"))
    case = _opened(request, citizen, form.cleaned_data)
    if isinstance(case, Refusal):
        form.add_error(None, f"{say(case.text)} ({case.article})")
        return _case_page(request, citizen, form, status=422)
    messages.success(request, _("Sagen er oprettet med nummer %(number)s.") % {"number": case.number})
    seen = casework.visible_to(frame.asked(request).actor, at=frame.asked(request).moment).filter(pk=case.pk).exists()
    return HttpResponseRedirect(reverse("staff:case", args=[case.number]) if seen else reverse("staff:new"))


def _with_form(request: HttpRequest, citizen: Card, *, sent: bool) -> HttpResponse:
    """The whole form of the kind of help, filled in for the citizen at the desk or on the phone."""
    form = _choices(CaseForm(request.POST, auto_id="case-%s"), request)
    if not form.is_valid():
        return _case_page(request, citizen, form, status=422)
    answered = deskform.read(request, form.cleaned_data) if sent else None
    changing = ":" in request.POST.get("do", "") or bool(request.POST.get("remove"))
    if answered is not None and not changing and not answered.changes:
        told = deskform.submit(request, citizen.id, answered)
        if isinstance(told, HttpResponse):
            return told
        answered = told
    asked = answered or deskform.begun(request, citizen.id, form.cleaned_data)
    return frame.show(
        request,
        "staff/new_form.html",
        page=_page(request),
        status=422 if sent and not changing else 200,
        citizen=found_view(citizen, on=frame.today(request)),
        form=asked,
        kept=tuple((name, request.POST[name]) for name in CaseForm.base_fields if name in request.POST),
        steps=_steps(),
        hints=keys.everywhere(),
    )


def _opened(request: HttpRequest, citizen: Card, said: dict[str, Any]) -> Case | Refusal:
    asked = frame.asked(request)
    now = in_copenhagen(asked.moment)
    received = datetime.combine(said["received_on"], now.time(), tzinfo=now.tzinfo)
    new_case = NewCase(
        type_key=said["type_key"],
        citizen_id=citizen.id,
        source=said["source"],
        need=said["need"],
        received_at=min(received, asked.moment),
        is_request=not said["contact_only"],
    )
    return casework.open_case(new=new_case, by=asked.actor, at=asked.moment)


def _find_page(
    request: HttpRequest,
    form: FindForm,
    *,
    register: RegisterForm | None = None,
    unknown: bool = False,
    status: int = 200,
) -> HttpResponse:
    return frame.show(
        request,
        "staff/new_find.html",
        page=_page(request),
        status=status,
        form=form,
        register=register,
        unknown=unknown,
        steps=_steps(),
        hints=keys.everywhere(),
    )


def _case_page(request: HttpRequest, citizen: Card, form: CaseForm, *, status: int = 200) -> HttpResponse:
    day = frame.today(request)
    return frame.show(
        request,
        "staff/new_case.html",
        page=_page(request),
        status=status,
        citizen=found_view(citizen, on=day),
        form=form,
        once=doing.fresh_key(),
        texts=tuple(
            (title, tuple((say(one.spec.title_citizen), say(one.spec.summary)) for one in found))
            for _key, title, found in kinds.by_theme(casework.newest_in_force(on=day))
        ),
        steps=_steps(),
        hints=keys.everywhere(),
    )


def _steps() -> tuple[str, ...]:
    return (_("Find borgeren"), _("Skriv sagen"))


def _page(request: HttpRequest) -> Page:
    crumbs = (Crumb(_("Sager"), reverse("staff:list")), Crumb(_("Ny sag")))
    return frame.page(request, title=_("Ny sag"), place="staff", current="staff:list", crumbs=crumbs)
