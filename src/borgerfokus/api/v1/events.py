"""The stream of events: what has happened in the cases that a client sees, in one order that does not change."""

from typing import Annotated, cast

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from borgerfokus.api.answers import answer
from borgerfokus.api.auth import client
from borgerfokus.api.problems import documented
from borgerfokus.api.v1.exchange_schemas import Feed
from borgerfokus.apps.exchange import service as exchange
from borgerfokus.core.access import Verb
from borgerfokus.core.exchange.topics import TOPICS
from borgerfokus.foundation.login.request import Request

router = Router(tags=["events"])
Topic = Annotated[str, Query(pattern=f"^({'|'.join(TOPICS)})?$", description="Only kinds of event that begin so")]


@router.get("/events", response=documented({200: Feed}))
def events(
    request: HttpRequest,
    limit: Annotated[int, Query(ge=1, le=1000)] = 200,
    after: Annotated[int, Query(ge=0, le=2**62)] = 0,
    topic: Topic = "",
) -> HttpResponse:
    """What has happened after a place of the stream. Each citizen is logged as looked up."""
    asked = cast("Request", request)
    by = client(asked, Verb.API_EVENTS_READ)
    topics = (topic,) if topic else ()
    reading = exchange.read(by=by, at=asked.moment, after=after, limit=limit, topics=topics)
    for told in reading.items:
        asked.scope.saw(told.citizen_id, case_id=told.case_id)
    items = [
        {
            "id": one.id,
            "position": one.position,
            "case": one.case_number,
            "seq": one.seq,
            "kind": one.kind,
            "at": one.at,
        }
        for one in (told.happening for told in reading.items)
    ]
    return answer({"items": items, "after": reading.after, "more": reading.more})
