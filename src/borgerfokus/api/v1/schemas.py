"""What the API answers and takes."""

from datetime import date, datetime

from ninja import Field, Schema


class CaseOut(Schema):
    """A case as a program sees it. `citizen` is the municipality's own id, never a personal number."""

    number: str
    type: str
    title: str
    unit: str
    citizen: int
    phase: str
    oio_state: str
    ball: str
    outcome: str
    waiting_for: str
    received_at: datetime
    decided_at: datetime | None
    closed_at: datetime | None
    next_due: date | None
    next_due_basis: str
    version: int


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

    deadlines: list[DeadlineOut]


class CaseIn(Schema):
    """A case to be opened on a request that came in elsewhere."""

    type: str = Field(min_length=1, max_length=60)
    cpr: str = Field(min_length=10, max_length=11, description="Personal number of the citizen; sent in the body only")
    need: str = Field(min_length=1, max_length=10_000)
    received_at: datetime | None = None


class EventOut(Schema):
    """An event of the log: what happened and when, with its link in the chain."""

    seq: int
    at: datetime
    kind: str
    phase: str
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
