"""Which look-ups nothing explains, the least explained first, each with why.

A signal counts for as much as it surprises where it is seen. A look-up without a case is everyday in a reception and
rare in a team of caseworkers; a surname that one in twenty has says nothing, one that three people have says much. So
the points of the three common signals (no relation, after hours, surname) are bits of information times a weight:
`-log2` of the share of look-ups of the same unit, or of citizens, that show the same. The rare ones (kin, address,
colleague, known and protected citizens) have fixed points.

Where there was a case, a task or a grant, ties count half and the others little: what is left then is not curiosity
but a question of impartiality (forvaltningsloven § 3).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from math import log2
from typing import Final

from borgerfokus.core.logcontrol.words import Signal

_FIXED: Final[Mapping[Signal, float]] = {
    Signal.OWN_RECORD: 50,
    Signal.FORMER_PARTNER: 60,
    Signal.KIN: 50,
    Signal.SAME_ADDRESS: 50,
    Signal.EARLIER_ADDRESS: 40,
    Signal.COLLEAGUE: 30,
    Signal.PUBLIC_FIGURE: 30,
    Signal.PROTECTED: 15,
    Signal.OFTEN: 6,
}
_PER_BIT: Final[Mapping[Signal, float]] = {
    Signal.SAME_SURNAME: 4,
    Signal.NO_RELATION: 5,
    Signal.AFTER_HOURS: 4,
}
_MOST_BITS: Final = 10.0
_FEW_BITS: Final = 7.0
"""A surname that more than one in 128 has is no signal."""
_OFTEN: Final = 4
_TIES: Final = frozenset(
    {
        Signal.OWN_RECORD,
        Signal.FORMER_PARTNER,
        Signal.KIN,
        Signal.SAME_ADDRESS,
        Signal.EARLIER_ADDRESS,
        Signal.SAME_SURNAME,
    }
)
_RELATED_TIES, _RELATED_REST = 0.5, 0.2
_SEARCH: Final = 0.6
"""Somebody who was only among the hits of a search was perhaps never looked for."""
_DAY_BEGINS, _DAY_ENDS, _SATURDAY = 6, 19, 5


@dataclass(frozen=True, slots=True)
class Looked:
    """What one employee did to see one citizen on one day. `at` is Copenhagen's time of the first look-up.

    `related` says whether there was a case, a task or a grant that explains it, `only_search` that the citizen was
    never more than a hit, and `times` how many rows of the log stand behind it.
    """

    id: int
    at: datetime
    employee: int
    unit: int | None
    person: int
    related: bool
    only_search: bool = False
    times: int = 1


@dataclass(frozen=True, slots=True)
class Known:
    """What the register knows of somebody: addresses as "street, postcode", family by id."""

    surname: str = ""
    address: str = ""
    earlier: frozenset[str] = frozenset()
    kin: frozenset[int] = frozenset()
    former: frozenset[int] = frozenset()
    protected: bool = False
    public: bool = False


@dataclass(frozen=True)
class Around:
    """Who everybody is. `staff` says which citizen an employee is, `surnames` the employee's name where only that is
    known, and `shares` how large a part of the citizens has a surname.
    """

    persons: Mapping[int, Known] = field(default_factory=dict)
    staff: Mapping[int, int] = field(default_factory=dict)
    surnames: Mapping[int, str] = field(default_factory=dict)
    shares: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A look-up with what it shows, the heaviest first, and the sum."""

    looked: Looked
    signals: tuple[Signal, ...]
    score: float


def rank(looks: Sequence[Looked], *, around: Around, without: Collection[Signal] = ()) -> list[Ranked]:
    """All look-ups, the least explained first; equals by id. `without` leaves signals out, to tell what each does."""
    habits = _Habits.of(looks)
    colleagues = frozenset(around.staff.values())
    found = [_ranked(one, around, colleagues, habits, frozenset(without)) for one in looks]
    return sorted(found, key=lambda one: (-one.score, one.looked.id))


def _ranked(
    looked: Looked, around: Around, colleagues: frozenset[int], habits: _Habits, without: frozenset[Signal]
) -> Ranked:
    points = {
        signal: number
        for signal, number in _points(looked, around, colleagues, habits)
        if number > 0 and signal not in without
    }
    order = tuple(sorted(points, key=lambda signal: (-points[signal], signal)))
    return Ranked(looked, order, round(sum(points.values()), 1))


def _points(
    looked: Looked, around: Around, colleagues: frozenset[int], habits: _Habits
) -> Iterable[tuple[Signal, float]]:
    for signal, bits in _shown(looked, around, colleagues, habits):
        number = _FIXED.get(signal, 0) + _PER_BIT.get(signal, 0) * min(bits, _MOST_BITS)
        if looked.related:
            number *= _RELATED_TIES if signal in _TIES else _RELATED_REST
        yield signal, number * (_SEARCH if looked.only_search and signal not in _TIES else 1)


def _shown(
    looked: Looked, around: Around, colleagues: frozenset[int], habits: _Habits
) -> Iterable[tuple[Signal, float]]:
    """The signals of a look-up, with their bits where they have some."""
    person = around.persons.get(looked.person, Known())
    yield from ((signal, 0.0) for signal in _tied(looked, around, person))
    if (bits := _surname_bits(looked, around, person)) > _FEW_BITS:
        yield Signal.SAME_SURNAME, bits
    if looked.person in colleagues and around.staff.get(looked.employee) != looked.person:
        yield Signal.COLLEAGUE, 0.0
    if person.public:
        yield Signal.PUBLIC_FIGURE, 0.0
    if person.protected:
        yield Signal.PROTECTED, 0.0
    if not looked.related:
        yield Signal.NO_RELATION, habits.unrelated(looked)
    if is_after_hours(looked.at):
        yield Signal.AFTER_HOURS, habits.late(looked)
    if looked.times >= _OFTEN and not looked.related:
        yield Signal.OFTEN, 0.0


def _tied(looked: Looked, around: Around, person: Known) -> Iterable[Signal]:
    own = around.staff.get(looked.employee)
    if own is None:
        return
    me = around.persons.get(own, Known())
    if own == looked.person:
        yield Signal.OWN_RECORD
        return
    if looked.person in me.former or own in person.former:
        yield Signal.FORMER_PARTNER
    elif looked.person in me.kin or own in person.kin:
        yield Signal.KIN
    if me.address and me.address == person.address:
        yield Signal.SAME_ADDRESS
    elif ({me.address} | me.earlier) & ({person.address} | person.earlier) - {""}:
        yield Signal.EARLIER_ADDRESS


def _surname_bits(looked: Looked, around: Around, person: Known) -> float:
    own = around.staff.get(looked.employee)
    me = around.persons.get(own) if own is not None else None
    mine = me.surname if me else around.surnames.get(looked.employee, "")
    if not mine or mine != person.surname or own == looked.person:
        return 0.0
    return -log2(around.shares.get(mine, 1.0))


def is_after_hours(at: datetime) -> bool:
    """Whether a moment lies outside the ordinary working day; what a unit is used to is asked beside it."""
    return at.weekday() >= _SATURDAY or not _DAY_BEGINS <= at.hour < _DAY_ENDS


@dataclass(frozen=True)
class _Habits:
    """How often each unit's look-ups are without a relation, or late, in all the look-ups that are ranked."""

    looks: Counter[int | None]
    bare: Counter[int | None]
    lates: Counter[int | None]

    @classmethod
    def of(cls, looks: Iterable[Looked]) -> _Habits:
        listed = list(looks)
        return cls(
            looks=Counter(one.unit for one in listed),
            bare=Counter(one.unit for one in listed if not one.related),
            lates=Counter(one.unit for one in listed if is_after_hours(one.at)),
        )

    def unrelated(self, looked: Looked) -> float:
        return -log2(self._share(self.bare, looked))

    def late(self, looked: Looked) -> float:
        return -log2(self._share(self.lates, looked))

    def _share(self, part: Counter[int | None], looked: Looked) -> float:
        """Never none, and with one added to both, so that a unit with few look-ups does not stand out for that."""
        return (part[looked.unit] + 1) / (self.looks[looked.unit] + 1)
