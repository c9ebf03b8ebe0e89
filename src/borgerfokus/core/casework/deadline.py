"""What a deadline is made of, and what comes out: frozen values (`deadlines` counts)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from borgerfokus.core.rules import Unit
from borgerfokus.core.texts import Text


class Basis(StrEnum):
    """What stands behind a date: an act, the municipality's own promise, or an agreement with somebody."""

    STATUTORY = "statutory"
    OWN = "own"
    AGREEMENT = "agreement"


class DeadlineStatus(StrEnum):
    """Where a deadline stands. `LAPSED`: the case was closed before the day came, and nothing was owed."""

    NOT_STARTED = "not_started"
    RUNNING = "running"
    SUSPENDED = "suspended"
    MET = "met"
    MISSED = "missed"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRule:
    """How a deadline is counted. `starts_at` and `ends_with` are kinds of happenings.

    Raises ValueError for hours that stop when suspended: hours run on.
    """

    key: str
    basis: Basis
    title: Text
    starts_at: str
    ends_with: str
    amount: int
    unit: Unit
    reference: Text
    stops_when_suspended: bool

    def __post_init__(self) -> None:
        if self.unit is Unit.HOURS and self.stops_when_suspended:
            raise ValueError(f"{self.key} is counted in hours, and hours cannot be suspended")


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something that starts or meets a deadline. `at` is aware."""

    kind: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension:
    """The days from `start` until `end`, which is not counted; None while it lasts."""

    start: date
    end: date | None
    reason: Text

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise ValueError("a suspension ends before it begins")


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """A new day for the rule `key`, promised on the day `decided_on`."""

    key: str
    new_date: date
    reason: Text
    decided_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """A last day agreed with somebody on the day `since`; `met_on` is when they did what was agreed."""

    key: str
    title: Text
    reference: Text
    due: date
    since: date
    met_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Everything about one case that dates depend on."""

    happenings: Sequence[Happening]
    suspensions: Sequence[Suspension] = ()
    extensions: Sequence[Extension] = ()
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One time the day moved. Overlapping suspensions are one move with several reasons.

    `on` is the day that the extension was decided or the suspension began.
    """

    on: date
    before: date
    after: date
    reasons: tuple[Text, ...]
    extended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """One deadline of one case as it stands.

    `due` is the last day, `original_due` what it was before it moved; both None before it starts. While
    suspended, `due` is the day if the case is resumed now. `first_missed` is the first day that passed
    unmet, and it stays when a new day is promised afterwards. `ends_with` is what meets it, empty for an
    agreement. `over_at` is the first instant that is too late.
    """

    key: str
    basis: Basis
    title: Text
    reference: Text
    status: DeadlineStatus
    ends_with: str = ""
    starts_on: date | None = None
    due: date | None = None
    original_due: date | None = None
    over_at: datetime | None = None
    met_on: date | None = None
    first_missed: date | None = None
    moves: tuple[Move, ...] = ()

    @property
    def moved_days(self) -> int:
        """By how many days the deadline has moved from where it first was."""
        return (self.due - self.original_due).days if self.due and self.original_due else 0

    @property
    def is_open(self) -> bool:
        """Whether it is still to be met: running, suspended, or missed and not met since."""
        if self.status is DeadlineStatus.MISSED:
            return self.met_on is None
        return self.status in (DeadlineStatus.RUNNING, DeadlineStatus.SUSPENDED)
