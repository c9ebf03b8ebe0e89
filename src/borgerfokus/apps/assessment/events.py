"""What assessment announces."""

from dataclasses import dataclass
from typing import ClassVar

from borgerfokus.apps.casework.events import Fact


@dataclass(frozen=True)
class FactMet(Fact):
    """A fact on the list is known, with its source."""

    kind: ClassVar[str] = "fact.met"
    fact: str
    evidence: int
    source_kind: str
    as_of: str


@dataclass(frozen=True)
class FactRuledOut(Fact):
    """A fact on the list is not needed in this case."""

    kind: ClassVar[str] = "fact.ruled_out"
    fact: str


@dataclass(frozen=True)
class FactReopened(Fact):
    """What was said of a fact no longer holds; it is missing again."""

    kind: ClassVar[str] = "fact.reopened"
    fact: str


@dataclass(frozen=True)
class FactAsked(Fact):
    """Somebody has been asked for a fact."""

    kind: ClassVar[str] = "fact.asked"
    fact: str
    request: int
    source: str
    due: str


@dataclass(frozen=True)
class FactReminded(Fact):
    """Somebody has been reminded of a fact asked for."""

    kind: ClassVar[str] = "fact.reminded"
    fact: str
    request: int


@dataclass(frozen=True)
class FactAnswered(Fact):
    """What was asked for has come; the caseworker has still to look at it."""

    kind: ClassVar[str] = "fact.answered"
    fact: str
    request: int
    entry: int | None


@dataclass(frozen=True)
class FactContradicted(Fact):
    """Something on file says otherwise about a fact; both stand until it is settled which holds."""

    kind: ClassVar[str] = "fact.contradicted"
    fact: str
    evidence: int
    against: int


@dataclass(frozen=True)
class FactSettled(Fact):
    """Of two pieces that said otherwise, one holds and the other is set aside with a reason."""

    kind: ClassVar[str] = "fact.settled"
    fact: str
    kept: int
    set_aside: int


@dataclass(frozen=True)
class ConsentAsked(Fact):
    """The citizen is asked for leave to obtain facts from others (retssikkerhedsloven § 11 a)."""

    kind: ClassVar[str] = "consent.asked"
    consent: int
    source: str


@dataclass(frozen=True)
class ConsentAnswered(Fact):
    """The citizen has given leave to obtain facts, or has said no."""

    kind: ClassVar[str] = "consent.answered"
    consent: int
    source: str
    given: bool


@dataclass(frozen=True)
class ConsentWithdrawn(Fact):
    """The citizen has taken the leave to obtain facts back."""

    kind: ClassVar[str] = "consent.withdrawn"
    consent: int
    source: str


@dataclass(frozen=True)
class Assessed(Fact):
    """Need, function and own resources have been assessed."""

    kind: ClassVar[str] = "case.assessed"
    number: int
    level: int


@dataclass(frozen=True)
class TargetGroupsSet(Fact):
    """Which target groups the citizen belongs to, all of them; an empty list says none."""

    kind: ClassVar[str] = "case.target_groups"
    groups: list[str]


@dataclass(frozen=True)
class AssessmentBegun(Fact):
    """A new round of assessment has begun; what the rounds before said is now earlier."""

    kind: ClassVar[str] = "assessment.begun"
    round: int


@dataclass(frozen=True)
class ThemeAssessed(Fact):
    """One theme of the frame has been assessed."""

    kind: ClassVar[str] = "theme.assessed"
    theme: str
    round: int
    version: int


@dataclass(frozen=True)
class ThemeConfirmed(Fact):
    """What an earlier round said of a theme still holds."""

    kind: ClassVar[str] = "theme.confirmed"
    theme: str
    round: int
    confirms: int
