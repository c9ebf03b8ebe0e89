"""The consents of a citizen across cases: asked for, in force, and over; with what each is for."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import Prefetch

from borgerfokus.apps.assessment.models import Consent, FactRequest
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.casetype import Source
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor


class ConsentState(StrEnum):
    """Where a consent stands."""

    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    OVER = "over"


@dataclass(frozen=True)
class ConsentView:
    """A consent as the citizen reads it. `facts`: keys of what is asked for on it; `may`: the reader may answer."""

    id: int
    case: Case
    source: Source
    state: ConsentState
    facts: tuple[str, ...]
    task_id: int | None
    asked_at: datetime | None
    given_at: datetime | None
    refused_at: datetime | None
    withdrawn_at: datetime | None
    ends: date | None
    how: str
    may: bool


def consents_of(*, by: Actor, at: datetime) -> tuple[ConsentView, ...]:
    """The consents in the cases that a citizen may see, the newest first."""
    seen = casework.visible_to(by, at=at).select_related("type_version", "unit")
    cases = {case.pk: case for case in seen} if by.is_citizen else {}
    requests = Prefetch("requests", FactRequest.objects.order_by("id"))
    rows = Consent.objects.filter(case_id__in=cases).prefetch_related(requests).order_by("-id") if cases else ()
    may = {
        number: Verb.COMMENT_WRITE in casework.allowed(case=cases[number], by=by, at=at)
        for number in {row.case_id for row in rows}
    }
    return tuple(_view(row, cases[row.case_id], may=may[row.case_id], on=day_of(at)) for row in rows)


def _view(row: Consent, case: Case, *, may: bool, on: date) -> ConsentView:
    return ConsentView(
        id=row.pk,
        case=case,
        source=Source(row.source),
        state=_state(row, on),
        facts=tuple(dict.fromkeys(request.fact for request in row.requests.all())),
        task_id=row.task_id,
        asked_at=row.asked_at,
        given_at=row.given_at,
        refused_at=row.refused_at,
        withdrawn_at=row.withdrawn_at,
        ends=row.ends,
        how=row.how,
        may=may,
    )


def _state(row: Consent, on: date) -> ConsentState:
    if row.withdrawn_at is not None:
        return ConsentState.WITHDRAWN
    if row.refused_at is not None:
        return ConsentState.REFUSED
    if row.given_at is None:
        return ConsentState.ASKED
    return ConsentState.OVER if row.ends is not None and row.ends < on else ConsentState.GIVEN
