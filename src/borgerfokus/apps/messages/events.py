"""What messages announce. Never what is said: that stands in the journal."""

from dataclasses import dataclass
from typing import ClassVar

from borgerfokus.apps.casework.events import Fact


@dataclass(frozen=True)
class MessageAsked(Fact):
    """The citizen's side has written. `due` is the day of the promise that runs."""

    kind: ClassVar[str] = "message.asked"
    thread: int
    message: int
    entry: int
    due: str


@dataclass(frozen=True)
class MessageAnswered(Fact):
    """The municipality has answered what waited, so many working days after it came, within the promise or not."""

    kind: ClassVar[str] = "message.answered"
    thread: int
    message: int
    entry: int
    working_days: int
    kept: bool


@dataclass(frozen=True)
class MessageWritten(Fact):
    """The municipality has written without being asked."""

    kind: ClassVar[str] = "message.written"
    thread: int
    message: int
    entry: int


@dataclass(frozen=True)
class MessagesClosed(Fact):
    """A thread is closed. `unanswered`: the citizen closed it without waiting for the answer."""

    kind: ClassVar[str] = "message.closed"
    thread: int
    unanswered: bool


@dataclass(frozen=True)
class MessagesReopened(Fact):
    """A closed thread is open again."""

    kind: ClassVar[str] = "message.reopened"
    thread: int
