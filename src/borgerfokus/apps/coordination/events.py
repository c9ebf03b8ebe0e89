"""What coordination announces."""

from dataclasses import dataclass
from typing import ClassVar

from borgerfokus.apps.casework.events import Fact


@dataclass(frozen=True)
class CoordinatorAppointed(Fact):
    """The citizen has one person who holds the threads; `before` is the one who did so until now."""

    kind: ClassVar[str] = "coordinator.appointed"
    employee: int
    before: int | None


@dataclass(frozen=True)
class CoordinatorEnded(Fact):
    """Nobody coordinates any more."""

    kind: ClassVar[str] = "coordinator.ended"
    employee: int
    reason: str


@dataclass(frozen=True)
class CommonGoalSet(Fact):
    """The case works towards a goal that others share."""

    kind: ClassVar[str] = "common_goal.set"
    goal: int
    title: str


@dataclass(frozen=True)
class CommonGoalChanged(Fact):
    """A common goal was reached, dropped or taken up again, or somebody said something about it."""

    kind: ClassVar[str] = "common_goal.changed"
    goal: int
    change: str
    title: str


@dataclass(frozen=True)
class MeetingCalled(Fact):
    """There is a meeting about the case; `moved` when it had another time before."""

    kind: ClassVar[str] = "meeting.called"
    meeting: int
    title: str
    starts: str
    moved: bool


@dataclass(frozen=True)
class MeetingCancelled(Fact):
    """A meeting about the case is called off."""

    kind: ClassVar[str] = "meeting.cancelled"
    meeting: int
    title: str
    starts: str
    reason: str


@dataclass(frozen=True)
class MeetingHeld(Fact):
    """A meeting about the case was held, and its minutes stand in the journal."""

    kind: ClassVar[str] = "meeting.held"
    meeting: int
    title: str
    entry: int


@dataclass(frozen=True)
class SharingGiven(Fact):
    """Another department may see something of the case."""

    kind: ClassVar[str] = "sharing.given"
    sharing: int
    receiver: str
    parts: list[str]
    themes: list[str]
    ground: str
    until: str


@dataclass(frozen=True)
class SharingEnded(Fact):
    """What another department could see is closed to it again."""

    kind: ClassVar[str] = "sharing.ended"
    sharing: int
    receiver: str


@dataclass(frozen=True)
class TransitionBegun(Fact):
    """The preparation of adult life has begun."""

    kind: ClassVar[str] = "transition.begun"
    transition: int
    eighteen: str


@dataclass(frozen=True)
class TransitionChanged(Fact):
    """Something in the preparation of adult life was changed or agreed: `change` is a word, `about` a topic or name."""

    kind: ClassVar[str] = "transition.changed"
    transition: int
    change: str
    about: str
    hand: str
