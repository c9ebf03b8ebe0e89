"""For whom the citizen's pages speak: the citizen itself, and everybody it validly acts for right now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from borgerfokus.apps.casework.service import Case
from borgerfokus.core.access import Scope
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.people import queries as people


@dataclass(frozen=True)
class Person:
    """Somebody whose cases the reader sees. `acts`: may answer for it; `receives`: its letters are the reader's."""

    id: int
    name: str
    is_self: bool
    acts: bool
    receives: bool

    @property
    def given_name(self) -> str:
        """The first of the names."""
        return self.name.partition(" ")[0]


def of(actor: Actor, *, cases: Iterable[Case] = ()) -> dict[int, Person]:
    """The reader, those it acts for, and those whose cases it sees, by id, the reader first. Others are logged."""
    on_account = {case.citizen_id: case.pk for case in cases}
    acted_for = {power.person_id for power in actor.powers}
    others = (set(actor.persons) | acted_for | set(on_account)) - {actor.id}
    names = {number: card.name for number, card in people.cards(others, case_ids=on_account).items()}
    found = {actor.id: Person(id=actor.id, name=actor.name, is_self=True, acts=True, receives=True)}
    for number in sorted(names, key=names.__getitem__):
        found[number] = _represented(actor, number, names[number])
    return found


def acted_for(actor: Actor) -> frozenset[int]:
    """Those the reader may answer and ask for, itself among them."""
    others = {power.person_id for power in actor.powers}
    return frozenset({actor.id, *(one for one in others if _has(actor, one, Scope.ACT))})


def received_for(actor: Actor) -> frozenset[int]:
    """Those whose letters the reader receives, itself among them."""
    return frozenset({actor.id, *(one for one in actor.persons if _has(actor, one, Scope.RECEIVE_POST))})


def name_of(persons: Mapping[int, Person], person_id: int) -> str:
    """The name, or nothing for somebody the reader does not see."""
    found = persons.get(person_id)
    return found.name if found else ""


def _represented(actor: Actor, person_id: int, name: str) -> Person:
    """Who is represented in one case alone is in no power of the actor's: the case's own page says what is allowed."""
    in_one_case = all(power.person_id != person_id for power in actor.powers)
    return Person(
        id=person_id,
        name=name,
        is_self=False,
        acts=in_one_case or _has(actor, person_id, Scope.ACT),
        receives=not in_one_case and _has(actor, person_id, Scope.RECEIVE_POST),
    )


def _has(actor: Actor, person_id: int, scope: Scope) -> bool:
    return person_id == actor.id or bool(actor.powers_for(person_id, scope))
