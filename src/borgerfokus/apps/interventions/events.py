"""What interventions announce."""

from dataclasses import dataclass
from typing import ClassVar

from borgerfokus.apps.casework.events import Fact


@dataclass(frozen=True)
class PlanOffered(Fact):
    """The citizen has been offered a plan. `answer`: yes, or no (thanks)."""

    kind: ClassVar[str] = "plan.offered"
    plan: int
    plan_kind: str
    answer: str


@dataclass(frozen=True)
class PlanSaved(Fact):
    """The draft of a plan was saved, with its goals."""

    kind: ClassVar[str] = "plan.saved"
    plan: int
    number: int
    version: int


@dataclass(frozen=True)
class PlanShown(Fact):
    """The citizen can read the plan."""

    kind: ClassVar[str] = "plan.shown"
    plan: int
    number: int


@dataclass(frozen=True)
class PlanSigned(Fact):
    """One of the two has signed: `who` is citizen or municipality. `agreed`: now both have."""

    kind: ClassVar[str] = "plan.signed"
    plan: int
    who: str
    how: str
    agreed: bool


@dataclass(frozen=True)
class PlanTakenBack(Fact):
    """A plan that was not agreed is a draft again, or was dropped."""

    kind: ClassVar[str] = "plan.taken_back"
    plan: int
    dropped: bool


@dataclass(frozen=True)
class PlanEnded(Fact):
    """The plan no longer holds."""

    kind: ClassVar[str] = "plan.ended"
    plan: int
    replaced: bool


@dataclass(frozen=True)
class GoalEnded(Fact):
    """A goal has come to its end."""

    kind: ClassVar[str] = "goal.ended"
    goal: int
    ended_as: str


@dataclass(frozen=True)
class StepTicked(Fact):
    """A step on the way to a goal is taken, or not after all."""

    kind: ClassVar[str] = "goal.step"
    goal: int
    step: int
    done: bool


@dataclass(frozen=True)
class CommentWritten(Fact):
    """Somebody has said something of a plan, or of one of its goals (0: of the whole plan)."""

    kind: ClassVar[str] = "plan.comment"
    plan: int
    goal: int
    comment: int
    role: str


@dataclass(frozen=True)
class InterventionAdded(Fact):
    """Help that was granted has been put on the case."""

    kind: ClassVar[str] = "intervention.added"
    intervention: int
    title: str
    form: str
    provider: str
    starts: str


@dataclass(frozen=True)
class InterventionChanged(Fact):
    """Intensity, extent, duration or price of help changes from a day."""

    kind: ClassVar[str] = "intervention.changed"
    intervention: int
    period: int
    title: str
    starts: str


@dataclass(frozen=True)
class InterventionEnded(Fact):
    """Help has ended."""

    kind: ClassVar[str] = "intervention.ended"
    intervention: int
    title: str
    ended_as: str
    on: str


@dataclass(frozen=True)
class OrderSent(Fact):
    """Help has been ordered from a unit, which may see what it needs to know."""

    kind: ClassVar[str] = "order.sent"
    order: int
    intervention: int
    unit: str


@dataclass(frozen=True)
class OrderAnswered(Fact):
    """The unit has answered: accepted or refused."""

    kind: ClassVar[str] = "order.answered"
    order: int
    unit: str
    answer: str
    starts: str


@dataclass(frozen=True)
class OrderStarted(Fact):
    """The help that was ordered has begun."""

    kind: ClassVar[str] = "order.started"
    order: int
    unit: str
    on: str


@dataclass(frozen=True)
class OrderEnded(Fact):
    """The order has ended, and with it the unit's access."""

    kind: ClassVar[str] = "order.ended"
    order: int
    unit: str


@dataclass(frozen=True)
class StatusNoteWritten(Fact):
    """Who gives the help has told how it goes."""

    kind: ClassVar[str] = "order.status"
    order: int
    note: int
    unit: str


@dataclass(frozen=True)
class OrderAsked(Fact):
    """One side of an order has asked the other something."""

    kind: ClassVar[str] = "order.asked"
    order: int
    question: int
    unit: str
    from_partner: bool


@dataclass(frozen=True)
class OrderReplied(Fact):
    """What was asked on an order has been answered."""

    kind: ClassVar[str] = "order.replied"
    order: int
    question: int
    unit: str


@dataclass(frozen=True)
class OrderDocumentSent(Fact):
    """Who gives the help has sent a document, which lies in the case."""

    kind: ClassVar[str] = "order.document_sent"
    order: int
    entry: int
    unit: str


@dataclass(frozen=True)
class HelpFollowedUp(Fact):
    """The help has been followed up. `next_on` is "" when it does not go on."""

    kind: ClassVar[str] = "help.followed_up"
    follow_up: int
    outcome: str
    next_on: str
