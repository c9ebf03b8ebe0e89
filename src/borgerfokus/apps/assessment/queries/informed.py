"""Reads of what a case is informed by."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet

from borgerfokus.apps.assessment.models import Assessment, AssessmentRound, Consent, Evidence, FactRequest, RuledOut
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.core.casework import sufficiency as law
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.casetype import Source
from borgerfokus.core.casework.obtaining import Chased
from borgerfokus.core.dates import day_of
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.compiled import ID, Together, word
from borgerfokus.foundation.access.hidden import Hidden


@dataclass(frozen=True)
class Recorded:
    """What is recorded of the facts of a case, by fact, beside the reckoning of `core.casework.sufficiency`.

    `against` holds what says otherwise and is not settled; `round` is the number of the round of assessment that is
    open; `consents` the newest of each source.
    """

    result: law.Sufficiency
    evidence: dict[str, Evidence]
    against: dict[str, Evidence]
    requests: dict[str, FactRequest]
    consents: dict[str, Consent]
    round: int


def visible_to(actor: Actor, *, at: datetime) -> QuerySet[Evidence]:
    """The evidence of the cases that the actor may see."""
    return Evidence.objects.filter(case__in=casework.visible_to(actor, at=at))


def of_case(*, case: Case, at: datetime, outcome: Outcome | None = None) -> Recorded:
    """The information list of a case that the caller may see. One query."""
    return _recorded(_of_case().read({ID: case.pk}), case=case, at=at, outcome=outcome)


def of_case_with_work(*, case: Case, at: datetime) -> tuple[Recorded, casework.Course, casework.CaseWork]:
    """The information list of a case that the caller may see, its course, and what is to be done. One query."""
    rows = _with_work().read({ID: case.pk, word("phase"): case.phase})
    course, work = casework.course_and_work_in(found=rows, case=case)
    return _recorded(rows, case=case, at=at, outcome=None), course, work


def _recorded(rows: Mapping[str, list[Any]], *, case: Case, at: datetime, outcome: Outcome | None) -> Recorded:
    newest = max((row.number for row in rows["rounds"]), default=1)
    on_file = law.OnFile(
        evidence=[_evidence(row, newest) for row in rows["evidence"]],
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
        evidence={row.fact: row for row in rows["evidence"] if row.contradicts_id is None},
        against={row.fact: row for row in rows["evidence"] if row.contradicts_id is not None},
        requests={row.fact: row for row in rows["requests"]},
        consents={row.source: row for row in rows["consents"]},
        round=newest,
    )


@lru_cache(maxsize=1)
def _of_case() -> Together:
    return Together.of(**_rows())


@lru_cache(maxsize=1)
def _with_work() -> Together:
    return Together.of(**_rows(), **casework.course_and_work_rows())


def _rows() -> dict[str, QuerySet[Any, Any]]:
    requests = FactRequest.objects.filter(case_id=ID, answered_at__isnull=True, withdrawn_at__isnull=True)
    return {
        "evidence": Evidence.objects.filter(case_id=ID, ended_at__isnull=True).select_related("entry", "theme__round"),
        "ruled_out": RuledOut.objects.filter(case_id=ID, ended_at__isnull=True),
        "requests": requests.select_related("consent").order_by("asked_at"),
        "consents": Consent.objects.filter(case_id=ID).order_by("id"),
        "rounds": AssessmentRound.objects.filter(case_id=ID).order_by("-number")[:1],
    }


def open_requests(*, case_id: int) -> list[FactRequest]:
    """What is asked for and not answered yet, the nearest date first."""
    rows = FactRequest.objects.filter(case_id=case_id, answered_at__isnull=True, withdrawn_at__isnull=True)
    return list(rows.select_related("consent").order_by("due", "id"))


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


def current_round(*, case_id: int) -> int:
    """The number of the round of assessment that is open; 1 before the first is begun."""
    newest = AssessmentRound.objects.filter(case_id=case_id).order_by("-number").values_list("number", flat=True)
    return newest.first() or 1


def history_of(*, case_id: int, fact: str) -> list[Evidence]:
    """Everything that was recorded about a fact and no longer holds, newest first."""
    rows = Evidence.objects.filter(case_id=case_id, fact=fact, ended_at__isnull=False)
    return list(rows.select_related("entry").order_by("-ended_at", "-pk"))


def requests_of(*, case_id: int, fact: str) -> list[FactRequest]:
    """Everybody who was asked for a fact, newest first."""
    rows = FactRequest.objects.filter(case_id=case_id, fact=fact).select_related("consent")
    return list(rows.order_by("-asked_at", "-pk"))


def _evidence(row: Evidence, newest_round: int) -> law.Evidence:
    return law.Evidence(
        requirement_key=row.fact,
        kind=law.EvidenceKind(row.kind),
        ref=f"entry:{row.entry_id}" if row.entry_id else f"evidence:{row.pk}",
        as_of=row.as_of,
        value=row.value,
        quality=law.Quality(row.quality),
        complete=row.complete,
        superseded=row.theme is not None and row.theme.round.number < newest_round,
        contradicts=row.contradicts_id is not None,
    )


def _request(row: FactRequest) -> law.Requested:
    return law.Requested(
        key=row.fact,
        whom=Ball.YOU if row.source == Source.CITIZEN or _awaits_leave(row) else Ball.OTHER,
        name=Text(da=row.whom, en=row.whom),
        asked_on=day_of(row.asked_at),
        due=row.due,
    )


def _awaits_leave(row: FactRequest) -> bool:
    return row.consent is not None and row.consent.given_at is None


def chased(row: FactRequest) -> Chased:
    """A request as the core reads it. `consent` is read along."""
    return Chased(
        due=row.due,
        reminded_on=day_of(row.reminded_at) if row.reminded_at else None,
        reminders=row.reminders,
        awaits_consent=_awaits_leave(row),
        consent_refused=row.consent is not None and row.consent.refused_at is not None,
        answered=row.answered_at is not None,
        withdrawn=row.withdrawn_at is not None,
    )
