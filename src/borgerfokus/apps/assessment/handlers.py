"""What assessment tells casework: the facts without which no decision is made."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from borgerfokus.apps.assessment import queries
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.core.casework.state import Phase


def connect() -> None:
    """Register with casework, at start-up."""
    casework.register_conditions("assessment", _missing)


def _missing(case: Case, at: datetime) -> Mapping[str, Any]:
    if case.phase != Phase.DECISION:
        return {}
    return {"missing": queries.of_case(case=case, at=at).result.titles_missing}
