"""What dialogue announces."""

from dataclasses import dataclass
from typing import ClassVar

from borgerfokus.apps.casework.events import Fact


@dataclass(frozen=True)
class RequestReceived(Fact):
    """A citizen has asked for help, and the request is in the journal."""

    kind: ClassVar[str] = "request.received"
    request: int
    entry: int
    channel: str
    relation: str


@dataclass(frozen=True)
class NoticeSent(Fact):
    """The citizen has been written to about something that happened."""

    kind: ClassVar[str] = "notice.sent"
    notice_kind: str
    entry: int
    message: str
    copies: int


@dataclass(frozen=True)
class NoticeFailed(Fact):
    """A letter about something that happened did not reach its receiver; somebody has it on the desk."""

    kind: ClassVar[str] = "notice.failed"
    notice_kind: str
    message: str
    trouble: str


@dataclass(frozen=True)
class ExperienceTold(Fact):
    """The citizen has told how a phase went. What was told is not in the log: it is the citizen's own."""

    kind: ClassVar[str] = "experience.told"
    of_phase: str


@dataclass(frozen=True)
class ExperienceWithdrawn(Fact):
    """The citizen has taken back what was told of a phase; it is gone."""

    kind: ClassVar[str] = "experience.withdrawn"
    of_phase: str


@dataclass(frozen=True)
class OwnShared(Fact):
    """The citizen lets those who work on the case read an own note or series, or no longer (`shared` False)."""

    kind: ClassVar[str] = "own.shared"
    what: str
    own: int
    shared: bool


@dataclass(frozen=True)
class DocumentShared(Fact):
    """Who carries out an order may read a document of the case, or may no longer (`shared` False)."""

    kind: ClassVar[str] = "order.document"
    order: int
    entry: int
    unit: str
    shared: bool


@dataclass(frozen=True)
class ConcernJoined(Fact):
    """A notification of concern has become part of the case. Nothing in it tells who notified."""

    kind: ClassVar[str] = "concern.joined"
    concern: str
    way: str
    violence: bool
