"""A municipality of 60,000 citizens, 1,200 employees and 100,000 look-ups, with 50 people who looked and should not.

The noise is what real logs hold: common and rare surnames, receptions that meet people without cases, home care at
night, employees who are citizens with cases, hits of searches, and ties between people who do have to do with a case.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from borgerfokus.core.dates import COPENHAGEN
from borgerfokus.core.logcontrol.ranking import Around, Known, Looked

CITIZENS, STAFF, LOOKS, SNOOPS = 60_000, 1_200, 100_000, 50
RECEPTION, NIGHTS = range(3), range(3, 15)
UNITS = 80
BARE = 0.024
"""The share of look-ups at work in a team of caseworkers that nothing explains; half of them are hits of searches."""
COMMON = [(f"Almindelig{n}", 0.05 / (n + 1)) for n in range(30)]
RARE = 9_000
KINDS = (
    "surname",
    "address",
    "former_address",
    "former_partner",
    "kin",
    "colleague",
    "no_relation",
    "after_hours",
    "public",
    "protected",
)


class Town:
    """Everything about everybody, from one seed."""

    def __init__(self, seed: int) -> None:
        self.draw = Random(seed)
        self.start = datetime(2026, 10, 1, tzinfo=COPENHAGEN)
        names = [name for name, _share in COMMON] + [f"Sjælden{n}" for n in range(RARE)]
        left = 1 - sum(share for _name, share in COMMON)
        weights = [share for _name, share in COMMON] + [left / RARE] * RARE
        chosen = self.draw.choices(names, weights, k=CITIZENS)
        self.persons = {
            number: Known(
                surname=chosen[number],
                address=f"Vej {number // 2}, 9999",
                protected=self.draw.random() < 0.01,
                public=self.draw.random() < 0.001,
            )
            for number in range(CITIZENS)
        }
        self.staff = dict(zip(range(STAFF), self.draw.sample(range(CITIZENS), STAFF), strict=True))
        self.unit = {employee: self.draw.randrange(UNITS) for employee in range(STAFF)}
        self.numbers = self.draw.sample(range(LOOKS), LOOKS)
        self.looks: list[Looked] = []
        self.planted: dict[int, str] = {}
        for _place in range(4_000):
            self._family()

    @property
    def around(self) -> Around:
        shares: dict[str, float] = {}
        for person in self.persons.values():
            shares[person.surname] = shares.get(person.surname, 0) + 1 / CITIZENS
        return Around(persons=self.persons, staff=self.staff, shares=shares)

    def _family(self) -> None:
        one, other = self.draw.sample(range(CITIZENS), 2)
        self._tie(one, other, kin=True)

    def _tie(self, one: int, other: int, *, kin: bool) -> None:
        for me, you in ((one, other), (other, one)):
            known = self.persons[me]
            field = {"kin": known.kin | {you}} if kin else {"former": known.former | {you}}
            self.persons[me] = replace(known, **field)

    def ordinary(self) -> None:
        """Look-ups by people at work."""
        for number in range(LOOKS - SNOOPS):
            employee = self.draw.randrange(STAFF)
            unit = self.unit[employee]
            bare = 0.5 if unit in RECEPTION else BARE
            related = self.draw.random() >= bare
            late = self.draw.random() < (0.4 if unit in NIGHTS else 0.006)
            self.looks.append(
                Looked(
                    id=self.numbers[number],
                    at=self._moment(late=late),
                    employee=employee,
                    unit=unit,
                    person=self.draw.randrange(CITIZENS),
                    related=related,
                    only_search=not related and self.draw.random() < 0.5,
                    times=1 + min(8, int(self.draw.expovariate(0.8))),
                )
            )

    def snoops(self) -> None:
        """Fifty look-ups, as many of each kind, by people in units without night work."""
        decent = [one for one in range(STAFF) if self.unit[one] not in NIGHTS and self.unit[one] not in RECEPTION]
        for place in range(SNOOPS):
            kind, number = KINDS[place % len(KINDS)], self.numbers[LOOKS - SNOOPS + place]
            employee = self.draw.choice(decent)
            person = self._victim(kind, employee)
            self.looks.append(
                Looked(
                    id=number,
                    at=self._moment(late=kind == "after_hours"),
                    employee=employee,
                    unit=self.unit[employee],
                    person=person,
                    related=False,
                    times=1 + int(self.draw.expovariate(0.8)),
                )
            )
            self.planted[number] = kind

    def _victim(self, kind: str, employee: int) -> int:
        me = self.staff[employee]
        person = self.draw.choice(list(self.staff.values())) if kind == "colleague" else self.draw.randrange(CITIZENS)
        known, mine = self.persons[person], self.persons[me]
        if kind in {"former_partner", "kin"}:
            self._tie(me, person, kin=kind == "kin")
        elif kind == "surname":
            name = f"Familie{employee}"
            self.persons[me], self.persons[person] = replace(mine, surname=name), replace(known, surname=name)
        elif kind == "address":
            self.persons[person] = replace(known, address=mine.address)
        elif kind == "former_address":
            self.persons[person] = replace(known, earlier=frozenset({mine.address}))
        elif kind in {"public", "protected"}:
            self.persons[person] = replace(known, **{kind: True})
        return person

    def _moment(self, *, late: bool) -> datetime:
        day = self.draw.choice([day for day in range(31) if (self.start + timedelta(days=day)).weekday() < 5])
        hour = self.draw.choice([20, 21, 22, 23, 1, 2]) if late else self.draw.randrange(7, 17)
        return self.start + timedelta(days=day, hours=hour, minutes=self.draw.randrange(60))


def town(seed: int) -> Town:
    """A town with its look-ups."""
    made = Town(seed)
    made.ordinary()
    made.snoops()
    return made
