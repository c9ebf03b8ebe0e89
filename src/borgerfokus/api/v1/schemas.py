"""What the API answers and takes."""

from datetime import date, datetime
from typing import Annotated, Any

from ninja import Field, Schema
from pydantic import AwareDatetime, StringConstraints

from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.words import OioState


def _without_default(told: dict[str, Any]) -> None:
    told.pop("default", None)


KEY = r"^[a-z0-9-]*$"
Line = Annotated[str, StringConstraints(pattern=r"^[^\x00]*$")]
"""Any text that PostgreSQL can keep."""
Absent: Any = Field(default=None, json_schema_extra=_without_default)
"""A field that is left out for a client without its group. It is never null for that reason."""


class Given(Schema):
    """An answer whose fields depend on the groups of fields that the client was given: others are absent."""


class CaseOut(Given):
    """A case as a program sees it. `citizen` is the municipality's own id, never a personal number."""

    number: str
    version: int
    type: str = Absent
    title: str = Absent
    unit: str = Absent
    citizen: int = Absent
    phase: Phase = Absent
    oio_state: OioState = Absent
    ball: Ball = Absent
    outcome: str = Absent
    waiting_for: str = Absent
    received_at: datetime = Absent
    decided_at: datetime | None = Absent
    closed_at: datetime | None = Absent
    next_due: date | None = Absent
    next_due_basis: str = Absent


class CasePage(Schema):
    """Up to `limit` cases, newest first. `after` is the cursor of the next page, or null at the end."""

    items: list[CaseOut]
    after: int | None


class DeadlineOut(Schema):
    """A date the case must keep."""

    key: str
    basis: str
    due: date
    original_due: date
    status: str
    moved_days: int


class CaseDetail(CaseOut):
    """A case with its dates."""

    deadlines: list[DeadlineOut] = Absent


class CaseIn(Schema):
    """A case to be opened on a request that came in elsewhere."""

    type: str = Field(min_length=1, max_length=60, pattern=KEY, description="Key of a case type in force")
    cpr: str = Field(pattern=r"^[0-9]{6}-?[0-9]{4}$", description="Personal number of the citizen; in the body only")
    need: Line = Field(min_length=1, max_length=10_000, description="What the citizen asks for, in own words")
    received_at: AwareDatetime | None = Field(None, description="When the request came in; now, if left out")


class EventOut(Schema):
    """An event of the log: what happened and when, with its link in the chain."""

    seq: int
    at: datetime
    kind: str
    phase: Phase
    link: str


class EventPage(Schema):
    """Up to `limit` events in order. `after` is the number to continue from, or null at the end."""

    items: list[EventOut]
    after: int | None


class CaseTypeOut(Schema):
    """A case type in force."""

    key: str
    version: int
    title: str
    title_en: str
    act: str
    section: str
    kle: str
    valid_from: date
    valid_to: date | None


class TokenOut(Schema):
    """A bearer token. `expires_in` is in seconds."""

    access_token: str
    token_type: str
    expires_in: int
