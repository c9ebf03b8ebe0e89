"""What assessment tells casework: the facts without which no decision is made. It hears when a unit has answered."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from borgerfokus.apps.assessment import queries
from borgerfokus.apps.assessment.actions import asking
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.events import Announced, ConsultationAnswered
from borgerfokus.apps.casework.models import Case
from borgerfokus.core.casework.state import Phase


def connect() -> None:
    """Register with casework, at start-up."""
    casework.register_conditions("assessment", _missing)
    casework.subscribe(ConsultationAnswered.kind, _unit_answered)


def _missing(case: Case, at: datetime) -> Mapping[str, Any]:
    if case.phase != Phase.DECISION:
        return {}
    return {"missing": queries.of_case(case=case, at=at).result.titles_missing}


def _unit_answered(opened: casework.OpenCase, event: Announced) -> None:
    if isinstance(event, ConsultationAnswered):
        asking.answered_by_unit(consultation_id=event.consultation, at=opened.at)
