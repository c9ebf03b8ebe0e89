"""What the apps above know about a case when a step is taken: facts missing, hearing, approval, letter, appeal.

Casework does not know who listens; an app above registers its source at start-up.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from borgerfokus.apps.casework.models import Case
from borgerfokus.core.casework.state import Conditions

Source = Callable[[Case, datetime], Mapping[str, Any]]

_sources: dict[str, Source] = {}


def register(name: str, source: Source) -> None:
    """Let an app above tell what it knows; `source(case, at)` answers with fields of `Conditions`."""
    _sources[name] = source


def of(*, case: Case, at: datetime, **given: Any) -> Conditions:
    """Everything known about the case, and what the act itself brings along."""
    known: dict[str, Any] = {"has_caseworker": case.caseworker_id is not None}
    for source in _sources.values():
        known.update(source(case, at))
    return replace(Conditions(), **{**known, **given})
