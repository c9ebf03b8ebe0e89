"""The family around a child's case: who has custody, who is a party, and who gets the letters.

Everything is read from kinship and birthdays on the day it is asked. The child must be open in the scope.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from borgerfokus.core.access.family import FAMILY, Ages, Member, member_of
from borgerfokus.core.rules import Parameters
from borgerfokus.foundation.people.models import Kinship, KinshipKind

_PARTY, _LOGIN, _MAJORITY = "barnets_lov.party_age", "barnets_lov.own_login_age", "barnets_lov.majority_age"
_FIRST_DAY = date(2024, 1, 1)
"""The day from which the ages stand in barnets lov; for days before, those of that day are asked."""


@dataclass(frozen=True)
class Family:
    """How the child stands in its case, and the parents with custody, by id, the one with the oldest kinship first."""

    child: Member
    custody: tuple[int, ...]

    @property
    def child_gets_letters(self) -> bool:
        """Whether letters go to the child itself; always when there is nobody else to send them to."""
        return FAMILY[self.child].letters or not self.custody


def has_digital_post(*, born: date, on: date) -> bool:
    """Whether somebody is old enough for Digital Post: from the age of the own login."""
    return FAMILY[member_of(born=born, on=on, ages=ages(on=on))].logs_in


def ages(*, on: date) -> Ages:
    """The ages of the act on a day."""
    act, day = Parameters.load(), max(on, _FIRST_DAY)
    return Ages(
        party=act.at(_PARTY, on=day).number,
        login=act.at(_LOGIN, on=day).number,
        majority=act.at(_MAJORITY, on=day).number,
    )


def family_of(*, person_id: int, born: date, on: date) -> Family:
    """The family of a citizen as it stands on a day. An adult has nobody with custody; then nothing is asked."""
    child = member_of(born=born, on=on, ages=ages(on=on))
    if child is Member.ADULT:
        return Family(child, ())
    return Family(child, tuple(row.other_id for row in custody_rows(person_id=person_id, on=on)))


def custody_rows(*, person_id: int, on: date) -> Sequence[Kinship]:
    """The kinships that give custody of the child on a day."""
    running = Q(ends__isnull=True) | Q(ends__gt=on)
    rows = Kinship.objects.filter(running, person_id=person_id, kind=KinshipKind.PARENT, custody=True, starts__lte=on)
    return list(rows.order_by("id"))
