"""Two middlewares of every request: the language, and the actor with its scope."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any, Final, cast

from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponseBase
from django.template.response import SimpleTemplateResponse
from django.urls import reverse
from django.utils import timezone, translation

from borgerfokus.foundation.access.actor import ANONYMOUS
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Scope, acting_as
from borgerfokus.foundation.login import actors, clients, devices, guards, kept, limits, sessions
from borgerfokus.foundation.login.addresses import go, to_login
from borgerfokus.foundation.login.guards import Guard
from borgerfokus.foundation.login.request import Request

API_PREFIX: Final = "/api/"
_Next = Callable[[HttpRequest], HttpResponseBase]


class LanguageMiddleware:
    """Danish, unless the cookie chosen with the language switch says English. The browser's own wish is not
    asked.
    """

    def __init__(self, get_response: _Next) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer in the chosen language."""
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self._next(request)
        response.headers.setdefault("Content-Language", language)
        return response


class ScopeMiddleware:
    """Sets `request.actor` and `request.moment`, asks the view's guard, and runs the view in the actor's
    scope.

    View and template run in one transaction together with the look-up log: an exception, an error of the API
    or a log
    that cannot be written undoes all of it, and an error page is shown in place of the answer.
    """

    def __init__(self, get_response: _Next) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Find out who asks. Programs show a token, people have a session; never both."""
        asked = cast("Request", request)
        asked.moment = timezone.now()
        asked.ended = ""
        if request.path_info.startswith(API_PREFIX):
            header = request.headers.get("Authorization", "")
            asked.actor = clients.actor_of_header(header, at=asked.moment)
        else:
            asked.actor = actors.of_session(request.session, at=asked.moment)
            asked.ended = sessions.ended_subject(request.session) if asked.actor is ANONYMOUS else ""
        return self._next(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponseBase:
        """Run the view in the scope, or say why not. Raises Http404 for an unmarked view and for a forbidden
        one.
        """
        asked = cast("Request", request)
        is_api = request.path_info.startswith(API_PREFIX)
        guard = guards.API if is_api else guards.guard_of(view)
        if guard is None:
            raise Http404
        if guard.nameless:
            asked.actor, asked.ended = ANONYMOUS, ""
        if not guard.admits(asked.actor):
            return _turned_away(asked, guard)
        if refused := _too_much(asked, guard, guesses=bool(kwargs)) or _too_long_ago(asked, guard):
            return refused
        try:
            with acting_as(asked.actor, purpose=guard.purpose, at=asked.moment) as scope:
                asked.scope = scope
                response = _rendered(view(request, *args, **kwargs))
                if not is_api:
                    kept.settle(request, response, by=asked.actor)
                _undo_if_failed(response, scope, is_api=is_api)
        except (Hidden, Http404) as missing:
            if refused := limits.over(asked, limits.MISSING):
                return refused
            raise Http404 from missing
        if is_api and response.status_code == HTTPStatus.UNAUTHORIZED:
            return limits.over(asked, limits.LOGIN) or response
        if not guard.is_public:
            response.headers.setdefault("Cache-Control", "no-store, private")
        return response


def _too_much(request: Request, guard: Guard, *, guesses: bool) -> HttpResponseBase | None:
    """429 for one request too many of a limited kind, or for who is nobody and has guessed too often."""
    if guard.limit and (refused := limits.over(request, guard.limit)):
        return refused
    return limits.is_over(request, limits.MISSING) if guesses and guard.is_public else None


def _too_long_ago(request: Request, guard: Guard) -> HttpResponseBase | None:
    """Where a fresh login is asked for and this one is old: log in again, and come back with what was typed."""
    method = "GET" if request.method == "HEAD" else request.method
    acts = guard.fresh_acts if method == "POST" else ()
    asks = method in guard.fresh or (acts and request.POST.get("act") in acts)
    if not asks or sessions.is_fresh(request.session, at=request.moment):
        return None
    if method != "POST":
        return go(request, reverse("login:again", query={"next": request.get_full_path()}))
    token = kept.keep(request, subject=request.actor.subject, at=request.moment)
    response = go(request, reverse("login:again"))
    if token:
        kept.remember(response, token=token, secure=request.is_secure())
    return response


def _rendered(response: HttpResponseBase) -> HttpResponseBase:
    """The page with its template filled while the scope is open."""
    if isinstance(response, SimpleTemplateResponse) and not response.is_rendered:
        return response.render()
    return response


def _undo_if_failed(response: HttpResponseBase, scope: Scope, *, is_api: bool) -> None:
    """The API turns exceptions into answers itself, so there every error undoes what the call had done."""
    if response.status_code >= 500 or (is_api and response.status_code >= 400):
        scope.seen.clear()
        transaction.set_rollback(True)


def _turned_away(request: Request, guard: Guard) -> HttpResponseBase:
    if request.actor is not ANONYMOUS:
        raise Http404
    if request.method == "POST" and not request.ended:
        request.ended = devices.ended_elsewhere(request.COOKIES.get(settings.SESSION_COOKIE_NAME, ""))
    if request.method != "POST" or not request.ended:
        return to_login(request, ended=bool(request.ended))
    token = None
    if guard.keeps_text and not request.headers.get("X-Autosave"):
        token = kept.keep(request, subject=request.ended, at=request.moment)
    response = go(request, reverse("login:ended"))
    if token:
        kept.remember(response, token=token, secure=request.is_secure())
    return response
