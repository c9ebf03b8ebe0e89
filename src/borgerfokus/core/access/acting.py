"""Who may act for a citizen, and how far: one table beside the verbs of each relation (`relations`).

What somebody may do to a case follows from `RELATION_VERBS` and `SCOPE_VERBS`. Here stands what goes beyond one case:
whose cases are on the page at all, who may ask for help, who receives the letters, and who can end it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from borgerfokus.core.access.relations import Relation, Scope
from borgerfokus.core.texts import Text


class EndedBy(StrEnum):
    """Who can end a right to act, with a press on the own page; a register is changed elsewhere."""

    REGISTER = "register"
    CITIZEN = "citizen"
    BOTH = "both"


@dataclass(frozen=True)
class Acting:
    """What a right to act covers. `scopes` None: those that the citizen chose. `one_case`: it is given in a case.

    `chosen`: what it covers beside `scopes` when the citizen chose it.
    `base_data`: sees the address and the other data of the citizen, as the citizen does.
    """

    scopes: frozenset[Scope] | None
    one_case: bool
    base_data: bool
    ended_by: EndedBy
    text: Text
    chosen: frozenset[Scope] = frozenset()


_ALL: Final = frozenset(Scope)

ACTING: Mapping[Relation, Acting] = {
    Relation.GUARDIAN: Acting(
        _ALL,
        one_case=False,
        base_data=True,
        ended_by=EndedBy.REGISTER,
        text=Text(da="Må se alt og handle i alt.", en="May see everything and act in everything."),
    ),
    Relation.CUSTODY: Acting(
        _ALL,
        one_case=False,
        base_data=True,
        ended_by=EndedBy.REGISTER,
        text=Text(
            da="Må se alt og handle i alt, til barnet fylder 18 år.",
            en="May see everything and act in everything until the child turns 18.",
        ),
    ),
    Relation.ATTORNEY: Acting(
        None,
        one_case=False,
        base_data=True,
        ended_by=EndedBy.CITIZEN,
        text=Text(
            da="Må det, du har valgt, så længe du har valgt.", en="May do what you chose, for as long as you chose."
        ),
    ),
    Relation.REPRESENTATIVE: Acting(
        frozenset({Scope.READ, Scope.ACT}),
        one_case=True,
        base_data=False,
        ended_by=EndedBy.CITIZEN,
        text=Text(
            da="Må se og handle i én sag. Må ikke trække sagen tilbage eller sige ja til en plan. "
            "Får brevene, hvis du vælger det.",
            en="May see and act in one case. May not withdraw the case or agree to a plan. "
            "Gets the letters if you choose so.",
        ),
        chosen=frozenset({Scope.RECEIVE_POST}),
    ),
    Relation.BESIDE: Acting(
        frozenset({Scope.READ, Scope.ACT}),
        one_case=False,
        base_data=False,
        ended_by=EndedBy.BOTH,
        text=Text(
            da="Må se dine sager, søge og svare på det, vi beder om, sammen med dig. Højst en time.",
            en="May see your cases, apply and answer what we ask for, together with you. An hour at most.",
        ),
    ),
}
"""Every relation by which somebody acts for another."""


def covers(*, relation: Relation, scopes: frozenset[Scope], wanted: Scope) -> bool:
    """Whether a right to act covers this: what the citizen chose, or what the table says. False for other relations."""
    row = ACTING.get(relation)
    if row is None:
        return False
    return wanted in (scopes if row.scopes is None else row.scopes | (row.chosen & scopes))
