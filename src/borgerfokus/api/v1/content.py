"""What is in a case, from its parties to its appointments; of each the fields that the client was given."""

from typing import Annotated, cast

from django.http import HttpRequest, HttpResponse
from ninja import Path, Router

from borgerfokus.api.answers import answer
from borgerfokus.api.auth import client
from borgerfokus.api.problems import Refused, documented
from borgerfokus.api.v1.cases import Number
from borgerfokus.api.v1.exchange_schemas import (
    AppointmentList,
    DecisionList,
    DocumentList,
    InterventionList,
    PartyList,
    PlanList,
    ThreadList,
)
from borgerfokus.apps.exchange import service as exchange
from borgerfokus.core.access import Verb
from borgerfokus.foundation.files.service import FileRefused
from borgerfokus.foundation.login.request import Request

router = Router(tags=["content"])
Id = Annotated[int, Path(ge=1, le=2**63 - 1)]


@router.get("/cases/{number}/parties", response=documented({200: PartyList}))
def parties_of(request: HttpRequest, number: Number) -> HttpResponse:
    """Who takes part in a case, and who did."""
    asked = cast("Request", request)
    by = client(asked, Verb.API_PARTIES_READ)
    return answer({"items": exchange.parties(number=number, by=by, at=asked.moment)})


@router.get("/cases/{number}/documents", response=documented({200: DocumentList}))
def documents_of(request: HttpRequest, number: Number) -> HttpResponse:
    """The documents and letters of a case. One that is withheld is listed without title and file."""
    asked = cast("Request", request)
    by = client(asked, Verb.API_DOCUMENTS_READ)
    return answer({"items": exchange.documents(number=number, by=by, at=asked.moment)})


@router.get("/cases/{number}/documents/{document_id}/file", response=documented({200: bytes}))
def document_file(request: HttpRequest, number: Number, document_id: Id) -> HttpResponse:
    """The newest file of a document, once it has been checked for malicious content."""
    asked = cast("Request", request)
    by = client(asked, Verb.API_DOCUMENTS_READ)
    found = exchange.document_file(number=number, document_id=document_id, by=by, at=asked.moment)
    if isinstance(found, FileRefused):
        raise Refused(title=found.text.en, code=f"file_{found.code}")
    return HttpResponse(found.content, content_type=found.media_type, headers=found.headers)


@router.get("/cases/{number}/decisions", response=documented({200: DecisionList}))
def decisions_of(request: HttpRequest, number: Number) -> HttpResponse:
    """The decisions that have been made in a case. Drafts are not among them."""
    asked = cast("Request", request)
    by = client(asked, Verb.API_DECISIONS_READ)
    return answer({"items": exchange.made_decisions(number=number, by=by, at=asked.moment)})


@router.get("/cases/{number}/plans", response=documented({200: PlanList}))
def plans_of(request: HttpRequest, number: Number) -> HttpResponse:
    """The plans of a case that the citizen has been shown, with their goals."""
    asked = cast("Request", request)
    by = client(asked, Verb.API_PLANS_READ)
    return answer({"items": exchange.plans(number=number, by=by, at=asked.moment)})


@router.get("/cases/{number}/interventions", response=documented({200: InterventionList}))
def interventions_of(request: HttpRequest, number: Number) -> HttpResponse:
    """The help that was granted in a case."""
    asked = cast("Request", request)
    by = client(asked, Verb.API_INTERVENTIONS_READ)
    return answer({"items": exchange.given_help(number=number, by=by, at=asked.moment)})


@router.get("/cases/{number}/messages", response=documented({200: ThreadList}))
def messages_of(request: HttpRequest, number: Number) -> HttpResponse:
    """The threads of messages in a case, with what is said in them."""
    asked = cast("Request", request)
    by = client(asked, Verb.API_MESSAGES_READ)
    return answer({"items": exchange.threads(number=number, by=by, at=asked.moment)})


@router.get("/cases/{number}/appointments", response=documented({200: AppointmentList}))
def appointments_of(request: HttpRequest, number: Number) -> HttpResponse:
    """The appointments in a case, also those that were cancelled."""
    asked = cast("Request", request)
    by = client(asked, Verb.API_APPOINTMENTS_READ)
    return answer({"items": exchange.appointments(number=number, by=by, at=asked.moment)})
