"""What supervision announces in the cases it looks at. What a review says stands in no event."""

from dataclasses import dataclass
from typing import ClassVar

from borgerfokus.apps.casework.events import Fact


@dataclass(frozen=True)
class SupervisionBegun(Fact):
    """The case is one of a sample that the leaders review. `employee` reviews it, and sees it until `until`."""

    kind: ClassVar[str] = "supervision.begun"
    campaign: int
    employee: int
    until: str


@dataclass(frozen=True)
class SupervisionPassedOn(Fact):
    """Somebody else reviews the case."""

    kind: ClassVar[str] = "supervision.passed_on"
    campaign: int
    employee: int
    before: int


@dataclass(frozen=True)
class SupervisionReviewed(Fact):
    """The review is done; `findings` says how many points were not in order."""

    kind: ClassVar[str] = "supervision.reviewed"
    campaign: int
    findings: int


@dataclass(frozen=True)
class SeriousFaultFound(Fact):
    """A review found a fault so serious that the case must be looked at again at once."""

    kind: ClassVar[str] = "supervision.serious"
    campaign: int
    question: str


@dataclass(frozen=True)
class FindingsAnswered(Fact):
    """Whoever works on the case has answered what a review found."""

    kind: ClassVar[str] = "supervision.answered"
    campaign: int


@dataclass(frozen=True)
class SupervisionEnded(Fact):
    """The leaders' review is over, and the access that it gave."""

    kind: ClassVar[str] = "supervision.ended"
    campaign: int
