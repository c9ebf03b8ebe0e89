"""What decisions announce. A draft is the municipality's own: its events carry nothing of what it says."""

from dataclasses import dataclass
from typing import ClassVar

from borgerfokus.apps.casework.events import Fact


@dataclass(frozen=True)
class HearingSent(Fact):
    """The party has been asked about facts that speak against (forvaltningsloven § 19)."""

    kind: ClassVar[str] = "hearing.sent"
    hearing: int
    facts: list[str]
    due: str


@dataclass(frozen=True)
class HearingAnswered(Fact):
    """The party has answered the hearing."""

    kind: ClassVar[str] = "hearing.answered"
    hearing: int
    entry: int


@dataclass(frozen=True)
class HearingExempted(Fact):
    """The hearing is left out, on a ground that stands in the file (§ 19, stk. 2)."""

    kind: ClassVar[str] = "hearing.exempted"
    hearing: int
    ground: str
    article: str


@dataclass(frozen=True)
class DecisionBegun(Fact):
    """Somebody has begun to write a decision."""

    kind: ClassVar[str] = "decision.begun"
    decision: int
    number: int


@dataclass(frozen=True)
class ApprovalAsked(Fact):
    """Somebody else is asked to read the decision before it is sent."""

    kind: ClassVar[str] = "decision.approval_asked"
    decision: int


@dataclass(frozen=True)
class DecisionApproved(Fact):
    """Somebody else has read the decision and approved it."""

    kind: ClassVar[str] = "decision.approved"
    decision: int
    approver: int


@dataclass(frozen=True)
class DecisionReturned(Fact):
    """Somebody else has read the decision and sent it back."""

    kind: ClassVar[str] = "decision.returned"
    decision: int
    reader: int


@dataclass(frozen=True)
class DecisionIssued(Fact):
    """The decision is made, and its letter is on its way."""

    kind: ClassVar[str] = "decision.issued"
    decision: int
    number: int
    outcome: str
    entry: int


@dataclass(frozen=True)
class LetterReceived(Fact):
    """The letter with the decision has reached the party: from now on the time to appeal runs."""

    kind: ClassVar[str] = "letter.received"
    decision: int
    received_on: str
    appeal_until: str


@dataclass(frozen=True)
class LetterFailed(Fact):
    """A letter of the case did not reach the party. Nothing runs and nothing is closed."""

    kind: ClassVar[str] = "letter.failed"
    about: str
    trouble: str


@dataclass(frozen=True)
class LetterSentAgain(Fact):
    """A letter that failed has been sent again on paper, or handed over."""

    kind: ClassVar[str] = "letter.sent_again"
    about: str
    how: str


@dataclass(frozen=True)
class AppealFiled(Fact):
    """The decision has been appealed, in time or late."""

    kind: ClassVar[str] = "appeal.filed"
    appeal: int
    decision: int
    relation: str
    in_time: bool
    reassess_by: str


@dataclass(frozen=True)
class AppealReassessed(Fact):
    """The municipality has looked at its decision again."""

    kind: ClassVar[str] = "appeal.reassessed"
    appeal: int
    outcome: str


@dataclass(frozen=True)
class AppealForwarded(Fact):
    """The appeal and the file of the case have gone to the appeal body."""

    kind: ClassVar[str] = "appeal.forwarded"
    appeal: int
    body: str
    entry: int


@dataclass(frozen=True)
class AppealWithdrawn(Fact):
    """The appeal has been taken back by the one who filed it."""

    kind: ClassVar[str] = "appeal.withdrawn"
    appeal: int


@dataclass(frozen=True)
class AppealDecided(Fact):
    """The appeal body has decided a forwarded appeal."""

    kind: ClassVar[str] = "appeal.decided"
    appeal: int
    body: str
    outcome: str
    entry: int
    promised: str = ""


@dataclass(frozen=True)
class MoreTimeAsked(Fact):
    """The party has asked for more time to answer a hearing."""

    kind: ClassVar[str] = "hearing.more_time_asked"
    hearing: int
    until: str


@dataclass(frozen=True)
class MoreTimeAnswered(Fact):
    """More time to answer a hearing is given, or refused with a reason. `due` is the last day that holds now."""

    kind: ClassVar[str] = "hearing.more_time_answered"
    hearing: int
    given: bool
    due: str


@dataclass(frozen=True)
class CopyReceived(Fact):
    """A guardian, or somebody whose power covers the post, has the decision too."""

    kind: ClassVar[str] = "decision.copy_received"
    decision: int
    relation: str
    received_on: str
    appeal_until: str


@dataclass(frozen=True)
class LessonLearnt(Fact):
    """What a lost case taught has been carried out."""

    kind: ClassVar[str] = "appeal.lesson_learnt"
    appeal: int
