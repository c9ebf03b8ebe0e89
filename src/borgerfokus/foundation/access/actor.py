"""Who acts. An actor is read anew for every request, so a right that has ended is refused at once."""

from dataclasses import dataclass
from enum import StrEnum

from borgerfokus.core.access import Relation, Scope, Verb, covers


class ActorKind(StrEnum):
    """The kinds of actor that the logs tell apart."""

    ANONYMOUS = "anonymous"
    CITIZEN = "citizen"
    EMPLOYEE = "employee"
    CLIENT = "client"
    SYSTEM = "system"


@dataclass(frozen=True)
class Power:
    """The right to act for another citizen: by guardianship, custody, power of attorney, or for an hour beside it."""

    person_id: int
    relation: Relation
    scopes: frozenset[Scope] = frozenset()


@dataclass(frozen=True)
class Actor:
    """Somebody, or a job, with what it may see.

    `units` are the units whose cases the actor sees, `led` those of them it leads; `persons` are the citizen itself
    and those it validly represents with a right to their base data, by its `powers`; `subjects` are the names under
    which grants may have been given to it ("employee:12", "unit:3", "person:7"). `groups` are the groups of fields that
    a program gets.
    """

    kind: ActorKind
    id: int = 0
    name: str = ""
    verbs: frozenset[Verb] = frozenset()
    unit_id: int | None = None
    units: frozenset[int] = frozenset()
    led: frozenset[int] = frozenset()
    powers: tuple[Power, ...] = ()
    persons: frozenset[int] = frozenset()
    subjects: frozenset[str] = frozenset()
    everything: bool = False
    groups: frozenset[str] = frozenset()

    @property
    def subject(self) -> str:
        """The actor's own subject, as grants and logs write it."""
        return f"{self.kind}:{self.id}"

    @property
    def workplaces(self) -> frozenset[int]:
        """The units that the actor is engaged in or leads, whatever cases it may see there."""
        own = (subject.partition("unit:")[2] for subject in self.subjects)
        return self.units | self.led | {int(number) for number in own if number}

    @property
    def is_citizen(self) -> bool:
        """Whether this is a citizen, for self or for another."""
        return self.kind is ActorKind.CITIZEN

    @property
    def is_employee(self) -> bool:
        """Whether this is somebody engaged by the municipality or by a partner that acts for it."""
        return self.kind is ActorKind.EMPLOYEE

    def powers_for(self, person_id: int, scope: Scope) -> tuple[Power, ...]:
        """The rights to act for somebody that cover this."""
        return tuple(
            power
            for power in self.powers
            if power.person_id == person_id and covers(relation=power.relation, scopes=power.scopes, wanted=scope)
        )

    def can(self, verb: Verb) -> bool:
        """Whether the actor's roles carry the verb at all; the relation to a case is asked elsewhere."""
        return verb in self.verbs


ANONYMOUS = Actor(kind=ActorKind.ANONYMOUS)


def system(job: str) -> Actor:
    """A job of the platform itself, named in the logs. Only jobs, handlers and commands may call this."""
    return Actor(kind=ActorKind.SYSTEM, name=job, verbs=frozenset(Verb), everything=True)
