"""The citizens as rows: the age structure of a small ageing municipality, in households, with relations and powers."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations

from borgerfokus.cli.demo import names
from borgerfokus.cli.demo.cast import CITIZENS, Role
from borgerfokus.cli.demo.days import Days, moment
from borgerfokus.cli.demo.draw import Draw
from borgerfokus.cli.demo.numbers import Numbers
from borgerfokus.cli.demo.tables import Row, Tables
from borgerfokus.core.dates import add_months
from borgerfokus.core.identity import Cpr

POSTCODE, TOWN, MUNICIPALITY = "9987", "Fjordby", "9990"
"""A postcode that no Danish town has, and a municipality code that no municipality has."""


@dataclass
class Citizen:
    """A citizen as the stories know it: `subject` is how events write it, `party` how grants do."""

    id: int
    given: str
    family: str
    born: date
    woman: bool
    row: Row
    cpr: Cpr
    street: str = ""
    children: list["Citizen"] = field(default_factory=list)
    custody: list["Citizen"] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The full name."""
        return f"{self.given} {self.family}"

    @property
    def subject(self) -> str:
        """How events and logs write the citizen."""
        return f"citizen:{self.id}"

    @property
    def on_paper(self) -> bool:
        """Whether letters go on paper."""
        return bool(self.row["digital_post_exempt"] or self.row["died_on"])

    @property
    def died_on(self) -> date | None:
        """The day of death."""
        died: date | None = self.row["died_on"]
        return died

    def age(self, on: date) -> int:
        """Whole years on a day."""
        return on.year - self.born.year - ((on.month, on.day) < (self.born.month, self.born.day))


@dataclass
class Population:
    """Everybody, and those of the cast by their part in it."""

    everybody: list[Citizen] = field(default_factory=list)
    cast: dict[str, Citizen] = field(default_factory=dict)


def build(*, tables: Tables, days: Days, draw: Draw, size: int) -> Population:
    """So many citizens (the cast included), the youngest first in no household."""
    made = _Builder(tables=tables, days=days, draw=draw.of("citizens"))
    for part in CITIZENS:
        made.part(part)
    while len(made.population.everybody) < size:
        made.household()
    made.families()
    made.powers()
    return made.population


_HOUSEHOLDS = {
    "old_alone": 20.0, "old_couple": 13.0, "alone": 19.0, "couple": 12.0, "family": 15.0, "one_parent": 6.0,
}  # fmt: skip


class _Builder:
    def __init__(self, *, tables: Tables, days: Days, draw: Draw) -> None:
        self._tables, self._days, self._draw = tables, days, draw
        self._numbers = Numbers(draw.of("numbers"))
        self.population = Population()

    def part(self, part: Role) -> None:
        """Somebody of the cast, at an address alone."""
        family = part.family
        born = part.born or (self._turning(part.eighteen_in) if part.eighteen_in else self._born(part.age))
        citizen = self._person(woman=part.woman, born=born, family=family, given=part.given)
        citizen.row.update(part.more)
        self._live(self._address(), citizen)
        self.population.cast[part.key] = citizen

    def household(self) -> None:
        """The people behind one door."""
        kind = self._draw.weighted(_HOUSEHOLDS)
        family = self._draw.one(names.FAMILIES)
        age = self._draw.between(66, 96) if kind.startswith("old") else self._draw.between(19, 65)
        if kind in {"family", "one_parent"}:
            age = self._draw.between(27, 52)
        woman = self._draw.chance(0.62 if kind in {"old_alone", "one_parent"} else 0.48)
        first = self._person(woman=woman, born=self._born(age), family=family)
        adults = [first]
        if kind in {"old_couple", "couple", "family"}:
            other = max(19, age + self._draw.between(-5, 4))
            adults.append(self._person(woman=not woman, born=self._born(other), family=family))
            self._related(adults[0], adults[1], "spouse", "spouse")
        children = self._children(adults, family) if kind in {"family", "one_parent"} else []
        self._live(self._address(), *adults, *children)

    def families(self) -> None:
        """Old people get grown-up children here in town."""
        today = self._days.today
        middle = [one for one in self.population.everybody[len(CITIZENS) :] if 32 <= one.age(today) <= 60]
        old = [one for one in self.population.everybody[len(CITIZENS) :] if one.age(today) >= 72]
        taken: set[int] = set()
        for parent in old:
            child = self._draw.one(middle) if middle and self._draw.chance(0.35) else None
            if child and child.id not in taken and 20 <= child.born.year - parent.born.year <= 44:
                taken.add(child.id)
                self._parent_of(parent, child, custody=False)

    def powers(self) -> None:
        """Guardians, and powers of attorney, most of them from old parents to a child."""
        today = self._days.today
        for parent in self.population.everybody[len(CITIZENS) :]:
            if parent.died_on:
                continue
            grown = [child for child in parent.children if child.age(today) >= 25]
            if grown and parent.age(today) >= 72 and self._draw.chance(0.5):
                self.power(parent, grown[0], kind="attorney", scopes=["read", "act", "receive_post"])
            elif grown and self._draw.chance(0.04):
                self.power(parent, grown[0], kind="guardian", scopes=[])
        cast = self.population.cast
        self._related(cast["mads"], cast["ida"], "sibling", "sibling")
        self.power(cast["mads"], cast["ida"], kind="attorney", scopes=["read", "act"])
        self._parent_of(cast["parent"], cast["child"], custody=True)
        self._parent_of(cast["old"], cast["daughter"], custody=False)
        self._kirkebys(cast)
        self._parent_of(cast["young_mother"], cast["young"], custody=True)
        self.power(cast["old"], cast["daughter"], kind="attorney", scopes=["read", "act", "receive_post"])
        self.power(cast["child"], cast["parent"], kind="guardian", scopes=[])
        self._parent_of(cast["emils_mother"], cast["emil"], custody=True)
        self.power(cast["emil"], cast["emils_mother"], kind="guardian", scopes=[])
        self.power(cast["ward"], cast["guardian"], kind="guardian", scopes=[])

    def _kirkebys(self, cast: dict[str, Citizen]) -> None:
        """Three children, whose parents live apart and share custody."""
        children = [cast[key] for key in ("kirkeby_big", "kirkeby_mid", "kirkeby_small")]
        for child in children:
            self._parent_of(cast["kirkeby_mother"], child, custody=True)
            self._parent_of(cast["kirkeby_father"], child, custody=True)
        for one, other in combinations(children, 2):
            self._related(one, other, "sibling", "sibling")

    def power(self, person: Citizen, other: Citizen, *, kind: str, scopes: list[str]) -> None:
        """Let `other` act for `person`."""
        starts = self._days.back(self._draw.between(30, 500))
        ends = self._days.today + timedelta(days=self._draw.between(60, 600))
        self._tables["people.Representation"].add(
            person_id=person.id,
            representative_id=other.id,
            kind=kind,
            scopes=scopes,
            starts=moment(starts, 10),
            ends=None if kind == "guardian" else moment(ends, 23, 59),
            given_how="Familieretshuset" if kind == "guardian" else "selvbetjening",
            given_by="system:0" if kind == "guardian" else person.subject,
        )

    def _children(self, adults: list[Citizen], family: str) -> list[Citizen]:
        youngest = min(adult.age(self._days.today) for adult in adults)
        found = []
        for _ in range(self._draw.weighted({1: 35, 2: 48, 3: 17})):
            age = self._draw.between(max(0, youngest - 40), max(0, min(19, youngest - 22)))
            child = self._person(woman=self._draw.chance(0.49), born=self._born(age), family=family)
            for adult in adults:
                self._parent_of(adult, child, custody=age < 18 and self._draw.chance(0.97))
            found.append(child)
        return found

    def _parent_of(self, parent: Citizen, child: Citizen, *, custody: bool) -> None:
        parent.children.append(child)
        if custody:
            child.custody.append(parent)
        self._related(child, parent, "parent", "child", custody=custody)

    def _related(self, one: Citizen, other: Citizen, kind: str, back: str, *, custody: bool = False) -> None:
        """`other` is the `kind` of `one`, and `one` the `back` of `other`."""
        starts = max(one.born, other.born)
        table = self._tables["people.Kinship"]
        table.add(person_id=one.id, other_id=other.id, kind=kind, custody=custody, starts=starts)
        table.add(person_id=other.id, other_id=one.id, kind=back, starts=starts)

    def _person(self, *, woman: bool, born: date, family: str, given: str = "") -> Citizen:
        draw, abroad = self._draw, not given and self._draw.chance(0.05)
        if abroad:
            family, given = draw.one(names.FAMILIES_ABROAD), draw.one(names.GIVEN_ABROAD[woman])
        given = given or draw.one(names.given_names(woman=woman, born=born.year))
        cpr = self._numbers.take(born=born, woman=woman)
        age = (self._days.today - born).days // 365
        row = self._tables["people.Person"].add(
            cpr_sealed=self._numbers.sealed(cpr),
            cpr_index=self._numbers.index(cpr),
            given_name=given,
            family_name=family,
            birth_date=born,
            protected=draw.chance(0.01),
            interpreter=draw.one(names.LANGUAGES) if draw.chance(0.3 if abroad else 0.004) else "",
            digital_post_exempt=draw.chance(0.45 if age > 84 else 0.22 if age > 74 else 0.02 if age > 15 else 0),
            died_on=self._days.back(draw.between(5, 1000)) if age > 70 and draw.chance(0.05) else None,
            phone=f"09 8{draw.between(0, 9)} {draw.between(0, 99):02d} {draw.between(0, 99):02d}" if age > 12 else "",
            email=f"borger{len(self.population.everybody) + 1}@post.example" if age > 15 and draw.chance(0.6) else "",
        )
        citizen = Citizen(row["id"], given, family, born, woman, row, cpr)
        self.population.everybody.append(citizen)
        return citizen

    def _born(self, age: int) -> date:
        return self._days.today - timedelta(days=int(age * 365.25) + self._draw.between(1, 364))

    def _turning(self, days: int) -> date:
        """Born so that the 18th birthday is so many days from today."""
        return add_months(self._days.today + timedelta(days=days), -12 * 18)

    def _address(self) -> str:
        draw = self._draw
        floor = f", {draw.between(1, 3)}. {draw.one(('tv.', 'th.', 'mf.'))}" if draw.chance(0.25) else ""
        return f"{draw.one(names.STREETS)} {draw.between(1, 140)}{floor}"

    def _live(self, street: str, *people: Citizen) -> None:
        moved = self._days.back(self._draw.between(40, 9000))
        for citizen in people:
            citizen.street = street
            starts = max(moved, citizen.born)
            if starts > citizen.born + timedelta(days=400) and self._draw.chance(0.15):
                self._lived(citizen, self._address(), starts - timedelta(days=350), starts)
            ends = citizen.died_on if citizen.died_on and citizen.died_on > starts else None
            self._lived(citizen, street, starts, ends)

    def _lived(self, citizen: Citizen, street: str, starts: date, ends: date | None) -> None:
        self._tables["people.Address"].add(
            person_id=citizen.id,
            street=street,
            postcode=POSTCODE,
            city=TOWN,
            municipality=MUNICIPALITY,
            starts=starts,
            ends=ends,
        )
