"""Cases: list, detail, create, events."""

from datetime import timedelta
from typing import Annotated, Any, cast

from django.http import HttpRequest, HttpResponse
from ninja import Field, Path, Query, Router, Schema

from borgerfokus.api.answers import answer
from borgerfokus.api.auth import client
from borgerfokus.api.problems import Refused, documented
from borgerfokus.api.v1.schemas import KEY, CaseDetail, CaseIn, CasePage, EventPage
from borgerfokus.apps.casework import service as casework
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.exchange.fields import shown
from borgerfokus.core.identity import Cpr, InvalidIdentifier
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.login.request import Request
from borgerfokus.foundation.people import queries as people

router = Router(tags=["cases"])
Number = Annotated[str, Path(pattern=r"^[0-9]{4}-[0-9]{6,12}$")]
Cursor = Annotated[int | None, Query(ge=1, le=2**63 - 1)]
_AHEAD = timedelta(minutes=5)


class CaseFilter(Schema):
    """Which cases to list. Everything may be left out."""

    type: str | None = Field(None, max_length=60, pattern=KEY, description="Key of a case type")
    phase: Phase | None = None
    ball: Ball | None = None


@router.get("/cases", response=documented({200: CasePage}))
def list_cases(
    request: HttpRequest,
    filters: Annotated[CaseFilter, Query()],
    limit: Annotated[int, Query(ge=1, le=200)] = 100,
    after: Cursor = None,
) -> HttpResponse:
    """The cases that the client sees, newest first. Each citizen is logged as looked up."""
    asked = cast("Request", request)
    by = client(asked, Verb.API_CASES_READ)
    chosen = {
        "type_key": filters.type,
        "phase": filters.phase,
        "ball": filters.ball,
    }
    page = casework.exchange_page(
        by=by, at=asked.moment, chosen={k: v for k, v in chosen.items() if v}, limit=limit, before=after
    )
    for row in page.items:
        asked.scope.saw(row.citizen_id, case_id=row.id)
    return answer({"items": [_shown(by, row) for row in page.items], "after": page.after})


@router.get("/cases/{number}", response=documented({200: CaseDetail}))
def one_case(request: HttpRequest, number: Number) -> HttpResponse:
    """A case with its dates."""
    asked = cast("Request", request)
    by = client(asked, Verb.API_CASES_READ)
    row = casework.exchange_case(number=number, by=by, at=asked.moment)
    asked.scope.saw(row.citizen_id, case_id=row.id)
    return answer(_shown(by, row))


@router.post("/cases", response=documented({201: CaseDetail}))
def create_case(request: HttpRequest, new: CaseIn) -> HttpResponse:
    """Open a case for a citizen that the municipality knows, by personal number."""
    asked = cast("Request", request)
    by = client(asked, Verb.API_CASES_CREATE)
    received = new.received_at or asked.moment
    if received > asked.moment + _AHEAD:
        raise Refused(title="received_at cannot lie in the future.", code="received_at")
    opened = casework.open_case(
        new=casework.NewCase(
            type_key=new.type,
            citizen_id=_citizen(new.cpr),
            source="system",
            need=new.need,
            received_at=received,
        ),
        by=by,
        at=asked.moment,
    )
    if isinstance(opened, Refusal):
        raise Refused(title=opened.text.en, code=opened.code)
    dates = casework.dates_of(case=opened, at=asked.moment, suspensions=(), extensions=())
    row = casework.exchange_row(case=opened, dates=dates)
    asked.scope.saw(row.citizen_id, case_id=row.id)
    return answer(_shown(by, row), status=201)


@router.get("/cases/{number}/events", response=documented({200: EventPage}))
def events_of(
    request: HttpRequest,
    number: Number,
    limit: Annotated[int, Query(ge=1, le=1000)] = 200,
    after: Cursor = None,
) -> HttpResponse:
    """The events of a case in order, without what they say of the citizen."""
    asked = cast("Request", request)
    by = client(asked, Verb.API_EVENTS_READ)
    page = casework.exchange_events(number=number, by=by, at=asked.moment, limit=limit, after=after)
    asked.scope.saw(page.citizen_id, case_id=page.case_id)
    return answer({"items": page.items, "after": page.after})


def _shown(by: Actor, row: casework.CaseRow) -> dict[str, Any]:
    return shown(resource="case", row=row.shown, groups=by.groups)


def _citizen(number: str) -> int:
    try:
        cpr = Cpr.parse(number)
    except InvalidIdentifier as error:
        raise Refused(title=error.text.en, code=error.code) from None
    found = people.id_of(cpr=cpr)
    if found is None:
        raise Refused(title="No citizen with this number is known here.", code="citizen_unknown")
    return found
