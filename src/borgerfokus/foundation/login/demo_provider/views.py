"""The provider's page where one chooses who to be, and its answers to a client over the network."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from itertools import groupby
from urllib.parse import urlencode

from django.core import signing
from django.http import Http404, HttpResponse, HttpResponseBase, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from borgerfokus.foundation.login.demo_provider import answers, provider
from borgerfokus.foundation.login.demo_provider.people import DemoPerson, find
from borgerfokus.foundation.login.demo_provider.provider import AuthorizationRequest
from borgerfokus.foundation.login.guards import public
from borgerfokus.foundation.login.levels import Level
from borgerfokus.foundation.login.oidc import Who
from borgerfokus.foundation.login.request import Request

_SALT = "borgerfokus.demo.request"
_ASKED_SECONDS = 3600


@dataclass(frozen=True)
class Group:
    """People under a heading."""

    title: str
    people: tuple[DemoPerson, ...]


@dataclass(frozen=True)
class LevelChoice:
    """A level of assurance to log in with."""

    value: str
    label: str
    checked: bool


@public()
@require_http_methods(["GET", "POST"])
def authorize(request: Request, who: str) -> HttpResponseBase:
    """Choose who to be; the choice goes back to the client as a code."""
    if who not in set(Who):
        raise Http404
    asked, sealed = _asked(request, who)
    people = answers.everybody(who, at=request.moment, language=get_language() or "da")
    if request.method == "POST":
        return _back(asked, request, people)
    searched = request.GET.get("q", "").strip()
    context = {
        "title": _("Vælg, hvem du vil være"),
        "asked": sealed,
        "groups": _groups(person for person in people if person.matches(searched)),
        "searched": searched,
        "query": tuple((name, value) for name, value in request.GET.items() if name != "q"),
        "levels": _levels(),
        "is_citizen": who == Who.CITIZEN.value,
    }
    return render(request, "login/demo.html", context)


@public()
@csrf_exempt
@require_http_methods(["GET", "POST"])
def answer(request: Request, path: str) -> HttpResponse:
    """Discovery, keys and token for a client in another process."""
    status, content = answers.answer(path, request.POST.dict(), at=request.moment)
    return JsonResponse(content, status=status)


def _asked(request: Request, who: str) -> tuple[AuthorizationRequest, str]:
    try:
        if request.method == "POST":
            sealed = request.POST.get("asked", "")
            return AuthorizationRequest(**signing.loads(sealed, salt=_SALT, max_age=_ASKED_SECONDS)), sealed
        asked = AuthorizationRequest.read(who, request.GET.dict())
        if not url_has_allowed_host_and_scheme(asked.redirect_uri, allowed_hosts={request.get_host()}):
            raise provider.BadRequest("invalid_request")
    except (provider.BadRequest, signing.BadSignature):
        raise Http404 from None
    return asked, signing.dumps(asdict(asked), salt=_SALT)


def _back(asked: AuthorizationRequest, request: Request, people: list[DemoPerson]) -> HttpResponse:
    person = find(people, request.POST.get("person", ""))
    level = request.POST.get("level", "")
    if person is None or level not in set(Level):
        answer = {"error": "access_denied"}
    else:
        answer = {"code": provider.code_for(asked, person=person.key, level=level)}
    query = urlencode({**answer, "state": asked.state, "iss": provider.issuer(asked.who)})
    return HttpResponseRedirect(f"{asked.redirect_uri}?{query}", status=303)


def _groups(people: Iterable[DemoPerson]) -> tuple[Group, ...]:
    return tuple(
        Group(title=title, people=tuple(members)) for title, members in groupby(people, key=lambda one: one.group)
    )


def _levels() -> tuple[LevelChoice, ...]:
    labels = {Level.LOW: _("Lav (bliver afvist)"), Level.SUBSTANTIAL: _("Betydelig"), Level.HIGH: _("Høj")}
    return tuple(
        LevelChoice(value=level.value, label=label, checked=level is Level.SUBSTANTIAL)
        for level, label in labels.items()
    )
