"""What the API answers about what is in a case, and about what happens."""

from datetime import date, datetime
from uuid import UUID

from ninja import Schema

from borgerfokus.api.v1.schemas import Absent, Given


class PartyOut(Given):
    """Somebody who takes part. `person` is the municipality's own id; `name` is null when it is protected."""

    id: int
    role: str = Absent
    starts: datetime = Absent
    ends: datetime | None = Absent
    person: int = Absent
    name: str | None = Absent


class DocumentOut(Given):
    """A document or letter. Of one that is withheld only kind and date are told; `checked`: its file can be fetched."""

    id: int
    kind: str = Absent
    direction: str | None = Absent
    happened_at: datetime = Absent
    version: int | None = Absent
    withheld: bool = Absent
    title: str | None = Absent
    file_name: str | None = Absent
    size: int | None = Absent
    sha256: str | None = Absent
    checked: bool = Absent


class DecisionOut(Given):
    """A decision that has been made. The period is from `starts` until the day before `ends`."""

    id: int
    number: int
    state: str = Absent
    issued_at: datetime = Absent
    received_on: date | None = Absent
    appeal_until: date | None = Absent
    starts: date | None = Absent
    ends: date | None = Absent
    follow_up_on: date | None = Absent
    outcome: str = Absent
    applied_for: str = Absent
    granted: str = Absent
    refused: str = Absent
    provider: str = Absent
    rules: str = Absent
    considerations: str = Absent
    facts: str = Absent


class GoalOut(Schema):
    """A goal of a plan. Levels are numbers of the frame of assessment."""

    id: int
    kind: str
    theme: str
    title: str
    own_words: str
    measure: str
    level_start: int | None
    level_expected: int | None
    started_on: date
    ended_on: date | None
    ended_as: str


class PlanOut(Given):
    """A version of a plan that the citizen has been shown."""

    id: int
    number: int
    kind: str = Absent
    state: str = Absent
    shown_at: datetime | None = Absent
    citizen_signed_at: datetime | None = Absent
    signed_at: datetime | None = Absent
    ended_at: datetime | None = Absent
    purpose: str = Absent
    intervention: str = Absent
    duration: str = Absent
    other: str = Absent
    goals: list[GoalOut] = Absent


class InterventionOut(Given):
    """Help that was granted, with the intensity and price of its newest period. `price_ore` is for one `price_unit`."""

    id: int
    number: int
    title: str = Absent
    form: str = Absent
    starts: date | None = Absent
    ended_on: date | None = Absent
    ended_as: str = Absent
    provider: str = Absent
    unit: str | None = Absent
    hours_per_week: float | None = Absent
    days_per_week: int | None = Absent
    price_ore: int | None = Absent
    price_unit: str | None = Absent


class MessageOut(Schema):
    """A message of a thread; `side` is who wrote.

    `documents` are ids of documents of the case. An answer tells how many working days it took, and whether the
    promise was kept.
    """

    number: int
    side: str
    at: datetime
    text: str
    documents: list[int]
    working_days: int | None
    kept: bool | None


class ThreadOut(Given):
    """A thread of messages. While the citizen waits, `waits_since` and the last day of the promise, `due`, are told."""

    id: int
    started_at: datetime = Absent
    started_side: str = Absent
    waits_since: datetime | None = Absent
    due: date | None = Absent
    last_at: datetime = Absent
    last_side: str = Absent
    count: int = Absent
    closed_at: datetime | None = Absent
    subject: str = Absent
    messages: list[MessageOut] = Absent


class AppointmentOut(Given):
    """An appointment, until before `ends`. `uid` and `sequence` are those of its iCalendar entry.

    `employees` are the logins of the staff. `group`: it is a place among several citizens.
    """

    id: int
    uid: UUID
    sequence: int
    starts: datetime = Absent
    ends: datetime = Absent
    state: str = Absent
    booked_at: datetime = Absent
    changed_at: datetime = Absent
    employees: list[str] = Absent
    title: str = Absent
    sensitive: bool = Absent
    place: str = Absent
    room: str | None = Absent
    video: str = Absent
    group: int | None = Absent
    language: str = Absent
    interpreting: str = Absent
    why_not: str = Absent


class PartyList(Schema):
    """Who takes part in a case."""

    items: list[PartyOut]


class DocumentList(Schema):
    """The documents of a case, newest first."""

    items: list[DocumentOut]


class DecisionList(Schema):
    """The decisions of a case, newest first."""

    items: list[DecisionOut]


class PlanList(Schema):
    """The plans of a case, newest first."""

    items: list[PlanOut]


class InterventionList(Schema):
    """The help that was granted in a case."""

    items: list[InterventionOut]


class ThreadList(Schema):
    """The threads of messages in a case, that which was last written in first."""

    items: list[ThreadOut]


class AppointmentList(Schema):
    """The appointments in a case, newest first."""

    items: list[AppointmentOut]


class FeedEvent(Schema):
    """An event of the stream: which case, which of its events, and what kind. `id` is the one that webhooks carry."""

    id: str
    position: int
    case: str
    seq: int
    kind: str
    at: datetime


class Feed(Schema):
    """A part of the stream. Read on with `after`, at once when there is `more`, else when you like: it does not end."""

    items: list[FeedEvent]
    after: int
    more: bool
