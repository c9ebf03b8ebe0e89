"""Names, addresses and kin of many citizens at once, for a job that compares them and shows nobody.

Read as the platform itself; whoever may see less gets less.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Q

from borgerfokus.foundation.people.models import Address, Kinship, KinshipKind, Person


@dataclass
class Ties:
    """One citizen: addresses as "street, postcode", family by id. `former` are spouses of before."""

    surname: str = ""
    protected: bool = False
    address: str = ""
    earlier: set[str] = field(default_factory=set)
    kin: set[int] = field(default_factory=set)
    former: set[int] = field(default_factory=set)


def ties_of(person_ids: Collection[int], *, on: date) -> dict[int, Ties]:
    """What ties these citizens to others on a day. Three queries."""
    wanted = set(person_ids)
    found = {
        number: Ties(surname=surname, protected=protected)
        for number, surname, protected in Person.objects.filter(pk__in=wanted).values_list(
            "pk", "family_name", "protected"
        )
    }
    for person, street, postcode, ends in Address.objects.filter(person_id__in=wanted).values_list(
        "person_id", "street", "postcode", "ends"
    ):
        _live(found[person], f"{street.casefold().strip()}, {postcode}", is_now=ends is None or ends > on)
    kinships = Kinship.objects.filter(Q(person_id__in=wanted) | Q(other_id__in=wanted))
    for person, other, kind, ends in kinships.values_list("person_id", "other_id", "kind", "ends"):
        was = kind == KinshipKind.SPOUSE and ends is not None and ends <= on
        for one, two in ((person, other), (other, person)):
            if one in found:
                (found[one].former if was else found[one].kin).add(two)
    return found


def surname_shares(surnames: Collection[str]) -> dict[str, float]:
    """How large a part of all citizens has each of the surnames. Two queries."""
    everybody = Person.objects.count()
    counted: dict[str, int] = defaultdict(int)
    rows = Person.objects.filter(family_name__in=set(surnames)).values_list("family_name")
    counted.update(dict(rows.annotate(number=Count("id"))))
    return {name: counted[name] / everybody for name in surnames if counted[name]}


def _live(ties: Ties, address: str, *, is_now: bool) -> None:
    if is_now:
        ties.address = address
    else:
        ties.earlier.add(address)
