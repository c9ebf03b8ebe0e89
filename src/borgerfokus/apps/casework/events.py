"""What casework announces. Frozen facts; the payload is what the log keeps, in plain values."""

from dataclasses import dataclass
from typing import ClassVar, Protocol

from borgerfokus.core.chain import Json


class Announced(Protocol):
    """Something that happened in a case: a dotted name and what the log keeps of it."""

    kind: ClassVar[str]

    def payload(self) -> dict[str, Json]:
        """What the log keeps: text, whole numbers, truth values, lists and mappings of these."""


class Fact:
    """Base of events that are dataclasses of plain values."""

    kind: ClassVar[str]

    def payload(self) -> dict[str, Json]:
        """The fields as they stand."""
        return dict(vars(self))


@dataclass(frozen=True)
class CaseOpened(Fact):
    """A case exists, with a number, a type and a unit that owns it."""

    kind: ClassVar[str] = "case.opened"
    type_key: str
    type_number: int
    unit: str
    source: str


@dataclass(frozen=True)
class CaseImported(Fact):
    """A case that ran in another system goes on here; `old_number` is its number there."""

    kind: ClassVar[str] = "case.imported"
    old_number: str
    type_key: str
    type_number: int
    unit_id: int
    caseworker: int | None
    phase: str
    received: str
    waiting_for: str
    outcome: str


@dataclass(frozen=True)
class CaseTaken(Fact):
    """A caseworker has the case."""

    kind: ClassVar[str] = "case.taken"
    employee: int
    before: int | None


@dataclass(frozen=True)
class PhaseChanged(Fact):
    """The case went a step on its way. `receiver` is who has it now, when it was passed on."""

    kind: ClassVar[str] = "case.phase"
    step: str
    before: str
    after: str
    reason: str = ""
    receiver: str = ""


@dataclass(frozen=True)
class CaseSuspended(Fact):
    """The case waits for somebody; its dates move with it."""

    kind: ClassVar[str] = "case.suspended"
    waiting_for: str
    waiting_on: str
    reason: str
    answer_by: str


@dataclass(frozen=True)
class CaseResumed(Fact):
    """What the case waited for has come, or is no longer waited for."""

    kind: ClassVar[str] = "case.resumed"
    because: str


@dataclass(frozen=True)
class DeadlineExtended(Fact):
    """A date was moved, with a reason that the citizen is told."""

    kind: ClassVar[str] = "deadline.extended"
    deadline: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True)
class DeadlineSlipped(Fact):
    """A date was not kept; the citizen is written to with a new one."""

    kind: ClassVar[str] = "deadline.slipped"
    deadline: str
    due: str
    new_due: str


@dataclass(frozen=True)
class PartyAdded(Fact):
    """Somebody takes part in the case."""

    kind: ClassVar[str] = "party.added"
    person: int
    role: str


@dataclass(frozen=True)
class PartyEnded(Fact):
    """Somebody no longer takes part in the case."""

    kind: ClassVar[str] = "party.ended"
    person: int
    role: str


@dataclass(frozen=True)
class TaskGiven(Fact):
    """Somebody has been asked to do something."""

    kind: ClassVar[str] = "task.given"
    task: int
    task_kind: str
    for_whom: str
    due: str


@dataclass(frozen=True)
class TaskDone(Fact):
    """What somebody was asked to do is done."""

    kind: ClassVar[str] = "task.done"
    task: int
    task_kind: str
    result: str


@dataclass(frozen=True)
class HandoverOffered(Fact):
    """Another unit has been offered the case."""

    kind: ClassVar[str] = "handover.offered"
    handover: int
    from_unit: str
    to_unit: str


@dataclass(frozen=True)
class HandoverAnswered(Fact):
    """The other unit has answered, or the offer was taken back."""

    kind: ClassVar[str] = "handover.answered"
    handover: int
    answer: str
    from_unit: str
    to_unit: str


@dataclass(frozen=True)
class UnitConsulted(Fact):
    """Another unit has been asked and may see the case for a time."""

    kind: ClassVar[str] = "consultation.asked"
    consultation: int
    unit: str
    due: str


@dataclass(frozen=True)
class ConsultationAnswered(Fact):
    """The unit that was asked has answered."""

    kind: ClassVar[str] = "consultation.answered"
    consultation: int
    unit: str


@dataclass(frozen=True)
class BreakGlassUsed(Fact):
    """Somebody without a relation to the case opened it in an emergency."""

    kind: ClassVar[str] = "break_glass.used"
    employee: int
    until: str


@dataclass(frozen=True)
class CaseErased(Fact):
    """What events 1 to `through` said is lawfully erased, and everything else that the case held with it."""

    kind: ClassVar[str] = "case.erased"
    through: int
    because: str


@dataclass(frozen=True)
class CaseSealed:
    """The case is closed to everybody but its caseworker, its party and the employees named."""

    kind: ClassVar[str] = "case.sealed"
    reason: str
    named: list[int]

    def payload(self) -> dict[str, Json]:
        """The reason, and who may still see it."""
        return {"reason": self.reason, "named": list(self.named)}


@dataclass(frozen=True)
class CaseUnsealed(Fact):
    """The unit sees the case again."""

    kind: ClassVar[str] = "case.unsealed"
    reason: str


@dataclass(frozen=True)
class PlanMade(Fact):
    """The plan that the act sets a date for has been shown."""

    kind: ClassVar[str] = "case.plan_made"
