"""Reads of what a case is informed by."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.db.models import QuerySet

from borgerfokus.apps.assessment.models import Assessment, Evidence, FactRequest, RuledOut
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.core.casework import sufficiency as law
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.casetype import Source
from borgerfokus.core.dates import day_of
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.compiled import ID, Together
from borgerfokus.foundation.access.hidden import Hidden


@dataclass(frozen=True)
class Recorded:
    """What is recorded of the facts of a case, by fact, beside the reckoning of `core.casework.sufficiency`."""

    result: law.Sufficiency
    evidence: dict[str, Evidence]
    requests: dict[str, FactRequest]


def visible_to(actor: Actor, *, at: datetime) -> QuerySet[Evidence]:
    """The evidence of the cases that the actor may see."""
    return Evidence.objects.filter(case__in=casework.visible_to(actor, at=at))


def of_case(*, case: Case, at: datetime, outcome: Outcome | None = None) -> Recorded:
    """The information list of a case that the caller may see. One query."""
    rows = _of_case().read({ID: case.pk})
    on_file = law.OnFile(
        evidence=[_evidence(row) for row in rows["evidence"]],
        ruled_out=[
            law.RuledOut(key=row.fact, reason=row.reason, by=row.by, at=day_of(row.at)) for row in rows["ruled_out"]
        ],
        requested=[_request(row) for row in rows["requests"]],
    )
    result = law.sufficiency(
        requirements=law.requirements_of(case.type_version.spec),
        on_file=on_file,
        outcome=outcome,
        on=day_of(at),
    )
    return Recorded(
        result=result,
        evidence={row.fact: row for row in rows["evidence"]},
        requests={row.fact: row for row in rows["requests"]},
    )


@lru_cache(maxsize=1)
def _of_case() -> Together:
    requests = FactRequest.objects.filter(case_id=ID, answered_at__isnull=True, withdrawn_at__isnull=True)
    return Together.of(
        evidence=Evidence.objects.filter(case_id=ID, ended_at__isnull=True).select_related("entry"),
        ruled_out=RuledOut.objects.filter(case_id=ID, ended_at__isnull=True),
        requests=requests.order_by("asked_at"),
    )


def open_requests(*, case_id: int) -> list[FactRequest]:
    """What is asked for and not answered yet, the nearest date first."""
    return list(
        FactRequest.objects.filter(
            case_id=case_id, answered_at__isnull=True, withdrawn_at__isnull=True
        ).order_by("due", "id")
    )


def find_request(*, request_id: int, by: Actor, at: datetime) -> FactRequest:
    """An open request on a case that the actor may see. Raises Hidden."""
    row = FactRequest.objects.filter(
        pk=request_id,
        case__in=casework.visible_to(by, at=at),
        answered_at__isnull=True,
        withdrawn_at__isnull=True,
    ).first()
    if row is None:
        raise Hidden(f"request {request_id}")
    return row


def assessments(*, case_id: int) -> list[Assessment]:
    """The assessments of a case, newest first."""
    return list(Assessment.objects.filter(case_id=case_id).order_by("-number"))


def _evidence(row: Evidence) -> law.Evidence:
    return law.Evidence(
        requirement_key=row.fact,
        kind=law.EvidenceKind(row.kind),
        ref=f"entry:{row.entry_id}" if row.entry_id else f"evidence:{row.pk}",
        as_of=row.as_of,
        value=row.value,
    )


def _request(row: FactRequest) -> law.Requested:
    return law.Requested(
        key=row.fact,
        whom=Ball.YOU if row.source == Source.CITIZEN else Ball.OTHER,
        name=Text(da=row.whom, en=row.whom),
        asked_on=day_of(row.asked_at),
        due=row.due,
    )
