"""What a child and its parents may see and do in the child's cases: one table, by age and custody.

Everything follows the birthday at the next request: nothing here is stored. A parent without custody has no rights
in the table; the orientation that the act lets such a parent have is given by a caseworker, case by case.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from borgerfokus.core.access.roles import CITIZEN_VERBS
from borgerfokus.core.access.verbs import Verb
from borgerfokus.core.texts import Text


class Member(StrEnum):
    """How somebody stands in the family of a child's case."""

    SMALL_CHILD = "small_child"
    CHILD_PARTY = "child_party"
    YOUNG = "young"
    ADULT = "adult"
    CUSTODY = "custody"
    PARENT = "parent"
    GUARDIAN = "guardian"


@dataclass(frozen=True)
class Rights:
    """`party`: has the rights of a party. `logs_in`: on its own. `letters`: gets them in its own name."""

    label: Text
    party: bool
    logs_in: bool
    letters: bool
    verbs: frozenset[Verb]


@dataclass(frozen=True)
class Ages:
    """From which birthday: the child is a party, logs in itself, and is an adult. From the parameters of the act."""

    party: int
    login: int
    majority: int


_NOTHING: frozenset[Verb] = frozenset()
_YOUNG = CITIZEN_VERBS - {Verb.POWER_GIVE, Verb.CASE_WITHDRAW}

FAMILY: Mapping[Member, Rights] = {
    Member.SMALL_CHILD: Rights(
        Text(da="Barn, før det er part", en="Child before it is a party"), False, False, False, _NOTHING
    ),
    Member.CHILD_PARTY: Rights(
        Text(da="Barn, der er part", en="Child that is a party"), True, False, True, _NOTHING
    ),
    Member.YOUNG: Rights(Text(da="Ung, der selv logger på", en="Young person who logs in"), True, True, True, _YOUNG),
    Member.ADULT: Rights(Text(da="Voksen", en="Adult"), True, True, True, CITIZEN_VERBS),
    Member.CUSTODY: Rights(
        Text(da="Forælder med forældremyndighed", en="Parent with custody"), True, True, True, CITIZEN_VERBS
    ),
    Member.PARENT: Rights(
        Text(da="Forælder uden forældremyndighed", en="Parent without custody"), False, True, False, _NOTHING
    ),
    Member.GUARDIAN: Rights(
        Text(da="Værge for et uledsaget barn", en="Guardian of an unaccompanied child"), True, True, True, CITIZEN_VERBS
    ),
}
"""Who may what. The verbs are about the child's own cases; what a parent does in its own cases is another matter."""


def member_of(*, born: date, on: date, ages: Ages) -> Member:
    """How the citizen of a case stands in it, by its age on the day."""
    age = age_on(born=born, on=on)
    if age >= ages.majority:
        return Member.ADULT
    if age >= ages.login:
        return Member.YOUNG
    return Member.CHILD_PARTY if age >= ages.party else Member.SMALL_CHILD


def age_on(*, born: date, on: date) -> int:
    """Whole years on a day; one born on 29 February grows older on 1 March in other years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
