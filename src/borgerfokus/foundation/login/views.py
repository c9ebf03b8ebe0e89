"""The pages of logging in and off."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, cast

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from borgerfokus.core.identity import Cpr, InvalidIdentifier
from borgerfokus.foundation.access.actor import ActorKind
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.login import actors, devices, emergency, kept, limits, oidc, sessions
from borgerfokus.foundation.login.addresses import safe_next
from borgerfokus.foundation.login.guards import logged_in, public
from borgerfokus.foundation.login.identities import employee_by_login, person_by_number
from borgerfokus.foundation.login.levels import Level, level_of
from borgerfokus.foundation.login.notices import notice
from borgerfokus.foundation.login.oidc import LoginFailed, Who
from borgerfokus.foundation.login.request import Request
from borgerfokus.foundation.login.sessions import LoggedIn
from borgerfokus.foundation.login.tokens import Claims
from borgerfokus.foundation.parameters import service as parameters

_NEXT: Final = "next"
_AGAIN: Final = "igen"
_HOME: Final = {Who.CITIZEN: "/min/", Who.STAFF: "/sag/"}
_YEAR_SECONDS: Final = 365 * 24 * 3600


@dataclass(frozen=True)
class Option:
    """A way to log in; `href` is empty when it is not set up."""

    title: str
    text: str
    label: str
    href: str


@public()
@require_GET
def choose(request: Request) -> HttpResponse:
    """Citizen or employee?"""
    wanted = safe_next(request, request.GET.get(_NEXT), otherwise="")
    context = {
        "title": _("Log ind"),
        "options": _options(wanted),
        "ended": request.GET.get("afsluttet") == "1",
        "demo": oidc.is_demo(Who.CITIZEN) or oidc.is_demo(Who.STAFF),
    }
    return render(request, "login/choose.html", context)


@public()
@require_GET
def start(request: Request, who: str) -> HttpResponseBase:
    """Send the browser to the provider."""
    chosen = _who(who)
    request.session[_NEXT] = safe_next(request, request.GET.get(_NEXT), otherwise=_HOME[chosen])
    again = request.GET.get(_AGAIN) == "1"
    request.session[_AGAIN] = request.moment.isoformat() if again else ""
    try:
        return HttpResponseRedirect(oidc.authorization_address(request, who=chosen, again=again))
    except LoginFailed as error:
        return _refused(request, chosen, error)


@public()
@require_GET
def callback(request: Request, who: str) -> HttpResponseBase:
    """The browser comes back from the provider: let in whoever is proven and known."""
    chosen = _who(who)
    try:
        since = request.session.get(_AGAIN)
        anew = datetime.fromisoformat(since) if since else None
        claims = oidc.finish(request, who=chosen, at=request.moment, anew_since=anew)
        identity = _identity(request, chosen, claims)
    except LoginFailed as error:
        return _refused(request, chosen, error)
    return _welcome(request, identity, how="oidc")


@public()
@require_http_methods(["GET", "POST"])
def local(request: Request) -> HttpResponseBase:
    """The emergency login of employees."""
    form = emergency.EmergencyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if refused := limits.over(request, limits.LOGIN, tried=form.cleaned_data["username"]):
            return refused
        identity = emergency.let_in(request, typed=form.cleaned_data, at=request.moment)
        if identity is not None and _is_here(identity, request):
            return _welcome(request, identity, how="emergency")
        form.add_error(None, _wrong(request))
        audit.record(action="login.refused", by=request.actor, at=request.moment, code="emergency")
    status = 200 if request.method == "GET" else 429 if emergency.is_locked_out(request) else 422
    context = {"title": _("Log ind med nødkonto"), "form": form}
    return render(request, "login/emergency.html", context, status=status)


@public()
@require_POST
def logout(request: Request) -> HttpResponse:
    """Log off, from wherever one is."""
    if request.actor.kind is not ActorKind.ANONYMOUS:
        audit.record(action="login.end", by=request.actor, at=request.moment)
    sessions.end(request.session)
    return HttpResponseRedirect("/", status=303)


@public()
@require_POST
def language(request: Request) -> HttpResponse:
    """Danish or English, remembered for a year."""
    response = HttpResponseRedirect(safe_next(request, request.POST.get(_NEXT)), status=303)
    chosen = request.POST.get("language", "")
    if chosen in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            chosen,
            max_age=_YEAR_SECONDS,
            httponly=True,
            secure=request.is_secure(),
            samesite="Lax",
        )
    return response


@public()
@require_GET
def ended(request: Request) -> HttpResponse:
    """The session has ended while something was being sent: say so, and that the text is kept."""
    context = {
        "title": _("Du er logget af"),
        "is_kept": kept.is_waiting(request),
        "options": _options(reverse("login:resume") if kept.is_waiting(request) else ""),
    }
    return render(request, "login/ended.html", context)


@logged_in(purpose=Purpose.OPERATION)
@require_GET
def again(request: Request) -> HttpResponse:
    """The login is too old for what somebody wants to do: log in once more, and come back to it."""
    who = Who.CITIZEN if request.actor.is_citizen else Who.STAFF
    wanted = safe_next(request, request.GET.get(_NEXT), otherwise=_HOME[who])
    minutes = parameters.at(sessions.FRESH[request.actor.kind], on=localdate(request.moment)).number
    context = {
        "title": _("Bekræft, at det er dig"),
        "is_kept": kept.is_waiting(request),
        "minutes": minutes,
        "href": reverse("login:start", args=[who.value], query={_NEXT: wanted, _AGAIN: "1"}),
        "label": _("Log ind med MitID igen") if who is Who.CITIZEN else _("Log ind igen"),
        "back": _HOME[who],
    }
    return render(request, "login/again.html", context)


@logged_in(purpose=Purpose.OPERATION)
@require_http_methods(["GET", "POST"])
def resume(request: Request) -> HttpResponseBase:
    """Back after the session had ended: what was typed, ready to be sent. A post gives it up."""
    if request.method == "POST":
        response = HttpResponseRedirect(_home_of(request), status=303)
        kept.drop(request, response, by=request.actor)
        return response
    found = kept.find(request, by=request.actor)
    if found is None:
        return HttpResponseRedirect(_home_of(request))
    texts = tuple(value for _name, value in found.fields if " " in value.strip())
    context = {"title": _("Du er logget ind igen"), "kept": found, "texts": texts}
    return render(request, "login/resume.html", context)


def _options(wanted: str) -> tuple[Option, ...]:
    texts = {
        Who.CITIZEN: (
            _("Borger"),
            _("Se din sag, skriv til os, og giv andre fuldmagt."),
            _("Log ind med MitID"),
        ),
        Who.STAFF: (
            _("Medarbejder"),
            _("For ansatte i kommunen og hos dem, vi arbejder sammen med."),
            _("Log ind som medarbejder"),
        ),
    }
    return tuple(
        Option(title=title, text=text, label=label, href=_start(who, wanted) if oidc.is_configured(who) else "")
        for who, (title, text, label) in texts.items()
    )


def _start(who: Who, wanted: str) -> str:
    return reverse("login:start", args=[who.value], query={_NEXT: wanted} if wanted else None)


def _who(word: str) -> Who:
    try:
        return Who(word)
    except ValueError:
        raise Http404 from None


def _identity(request: Request, who: Who, claims: Claims) -> LoggedIn:
    level = cast("Level", level_of(claims))
    kind, number = _citizen(claims) if who is Who.CITIZEN else _employee(claims)
    identity = LoggedIn(kind=kind, id=number, level=level, since=request.moment)
    try:
        actors.actor_of(identity, at=request.moment)
    except actors.TooYoung:
        raise LoginFailed("too_young") from None
    except actors.Gone:
        raise LoginFailed("gone" if who is Who.STAFF else "unknown") from None
    return identity


def _citizen(claims: Claims) -> tuple[ActorKind, int]:
    try:
        person_id = person_by_number(Cpr.parse(str(claims.get("cpr", ""))))
    except InvalidIdentifier:
        raise LoginFailed("token", check="cpr") from None
    if person_id is None:
        raise LoginFailed("unknown")
    return ActorKind.CITIZEN, person_id


def _employee(claims: Claims) -> tuple[ActorKind, int]:
    employee_id = employee_by_login(str(claims.get("sub", "")))
    if employee_id is None:
        raise LoginFailed("gone")
    return ActorKind.EMPLOYEE, employee_id


def _is_here(identity: LoggedIn, request: Request) -> bool:
    try:
        actors.actor_of(identity, at=request.moment)
    except actors.Gone:
        return False
    return True


def _welcome(request: Request, identity: LoggedIn, *, how: str) -> HttpResponseBase:
    home = _HOME[Who.CITIZEN if identity.kind is ActorKind.CITIZEN else Who.STAFF]
    wanted = safe_next(request, request.session.get(_NEXT), otherwise=home)
    sessions.begin(request, who=identity)
    devices.remember(request, who=identity)
    audit.record(
        action="login.begin",
        by=request.actor,
        at=request.moment,
        about=identity.subject,
        level=identity.level.value,
        how=how,
    )
    return HttpResponseRedirect(reverse("login:resume") if kept.is_waiting(request) else wanted, status=303)


def _refused(request: Request, who: Who, error: LoginFailed) -> HttpResponse:
    if refused := limits.over(request, limits.LOGIN):
        return refused
    audit.record(
        action="login.refused",
        by=request.actor,
        at=request.moment,
        about=who.value,
        code=error.code,
        check=error.check,
    )
    told = notice(error.code, who=who)
    return render(request, "login/notice.html", {"title": told.title, "notice": told}, status=told.status)


def _wrong(request: Request) -> str:
    if emergency.is_locked_out(request):
        return _("Der er prøvet for mange gange. Kontoen er lukket i en time. Ring til it-vagten, hvis det haster.")
    return _("Brugernavn, adgangskode eller engangskode er forkert. Prøv igen.")


def _home_of(request: Request) -> str:
    return _HOME[Who.CITIZEN if request.actor.is_citizen else Who.STAFF]
