"""The requests that are measured, with the goals they are held against; and who sends them."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import quote

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from django.utils.timezone import localdate

from borgerfokus.apps.casework.models import Case
from borgerfokus.cli.bench import cast
from borgerfokus.core.access import Role
from borgerfokus.foundation.access.actor import ActorKind, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.login import clients, sessions
from borgerfokus.foundation.login.levels import Level
from borgerfokus.foundation.login.sessions import LoggedIn
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.models import Engagement

SPREAD = 400
"""How many different cases or citizens the requests of one act go round."""


@dataclass(frozen=True)
class Request:
    """One request as it is sent."""

    path: str
    headers: dict[str, str]
    method: str = "GET"
    body: str | None = None


@dataclass(frozen=True)
class Goal:
    """What the act is held against: requests a second at 4 clients, statements of its own, web milliseconds."""

    per_second: float | None = None
    statements: int | None = None
    milliseconds: float | None = None


@dataclass(frozen=True)
class Act:
    """One kind of request: its key in the report, what answers count as right, and the requests it goes round."""

    key: str
    title: str
    status: int
    goal: Goal
    requests: tuple[Request, ...]


def all_acts(*, at: datetime) -> list[Act]:
    """The seven acts on the filled database, with a fresh token and a fresh session."""
    bearer = _bearer(at)
    unit, cookie = _staff(at)
    by = system("bench")
    with acting_as(by, purpose=Purpose.OPERATION, at=at):
        count = Case.objects.count()
        every = max(1, count // SPREAD)
        numbers = list(Case.objects.filter(pk__lte=count).order_by("pk").values_list("number", flat=True)[::every])
        own = list(Case.objects.filter(unit_id=unit).order_by("pk").values_list("number", flat=True)[:SPREAD])
    return [
        *_api(bearer, numbers),
        Act("work_list", "Arbejdsliste, 50", 200, Goal(milliseconds=25), (Request("/sag/liste/", cookie),)),
        Act("case_page", "Sagens side", 200, Goal(milliseconds=25), _each("/sag/{}/", own, cookie)),
        Act("search_name", "Søg: et navn", 200, Goal(), _each("/sag/soeg/?q={}", _names(), cookie)),
        Act("search_number", "Søg: et sagsnummer", 302, Goal(), _each("/sag/soeg/?q={}", own, cookie)),
    ]


def _names() -> list[str]:
    """Each given name with each family name, as somebody types it."""
    return [f"{quote(given)}+{quote(family)}" for given in cast.GIVEN for family in cast.FAMILY]


def _api(bearer: dict[str, str], numbers: list[str]) -> list[Act]:
    bodies = [
        json.dumps({"type": "sel-85", "cpr": cast.number_of(place).digits, "need": "Støtte til hverdagen."})
        for place in range(min(SPREAD, len(numbers)))
    ]
    posts = {**bearer, "Content-Type": "application/json"}
    return [
        Act("api_list", "API: 100 sager", 200, Goal(100, 4), (Request("/api/v1/cases?limit=100", bearer),)),
        Act("api_detail", "API: én sag", 200, Goal(400, 5), _each("/api/v1/cases/{}", numbers, bearer)),
        Act(
            "api_create",
            "API: ny sag",
            201,
            Goal(250, 10),
            tuple(Request("/api/v1/cases", posts, "POST", body) for body in bodies),
        ),
    ]


def _each(path: str, numbers: list[str], headers: dict[str, str]) -> tuple[Request, ...]:
    return tuple(Request(path.format(number), headers) for number in numbers)


def _bearer(at: datetime) -> dict[str, str]:
    by, units = system("bench"), frozenset(organisation.units(on=localdate(at)).values_list("pk", flat=True))
    with acting_as(by, purpose=Purpose.OPERATION, at=at):
        new = clients.NewClient(name="bench", verbs=clients.API_VERBS, units=units)
        token = clients.issue_token(credentials=clients.make(new=new, by=by, at=at), at=at)
    if token is None:
        raise RuntimeError("a client that was just made got no token")
    return {"Authorization": f"Bearer {token.value}"}


def _staff(at: datetime) -> tuple[int, dict[str, str]]:
    """The first caseworker's unit, and the cookie of a session begun through the login."""
    first = Engagement.objects.filter(role=Role.CASEWORKER).order_by("pk").first()
    if first is None:
        raise RuntimeError("nobody works in the benchmark's municipality")
    request = HttpRequest()
    request.session = SessionStore()
    who = LoggedIn(
        kind=ActorKind.EMPLOYEE, id=first.employee_id, level=Level.SUBSTANTIAL, since=at - timedelta(seconds=1)
    )
    sessions.begin(request, who=who)
    request.session.save()
    return first.unit_id, {"Cookie": f"{settings.SESSION_COOKIE_NAME}={request.session.session_key}"}
