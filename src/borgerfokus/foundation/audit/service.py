"""The door of audit: acts are recorded and look-ups are read here."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.audit.models import Entry


def record(
    *, action: str, by: Actor, at: datetime, case_id: int | None = None, about: str = "", **detail: Any
) -> None:
    """Write one row of who did what. `action` is a dotted name; `detail` holds plain values, never free text."""
    Entry.objects.create(
        at=at, action=action, subject=by.subject, unit_id=by.unit_id, case_id=case_id, object=about, detail=detail
    )


def record_many(*, action: str, by: Actor, at: datetime, case_ids: Iterable[int]) -> None:
    """Write one row for each of the cases that the same was done to."""
    Entry.objects.bulk_create(
        [Entry(at=at, action=action, subject=by.subject, unit_id=by.unit_id, case_id=number) for number in case_ids]
    )
