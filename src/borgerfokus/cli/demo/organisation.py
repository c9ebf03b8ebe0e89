"""The organisation as rows: units, employees, engagements, and who answers for which kind of case."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from borgerfokus.cli.demo import names
from borgerfokus.cli.demo.cast import EMPLOYEES, Named
from borgerfokus.cli.demo.days import Days
from borgerfokus.cli.demo.draw import Draw
from borgerfokus.cli.demo.tables import Tables
from borgerfokus.cli.demo.unit_plans import Staff, UnitPlan
from borgerfokus.cli.demo.units import fjordby, nabosund
from borgerfokus.core.access import Role

_CAST = frozenset(named.name for named in EMPLOYEES)
FOUNDED = date(2007, 1, 1)
_WRITTEN = 400
_HOURS = "Mandag til torsdag kl. 9-15, fredag kl. 9-13"
_ANSWER = {
    "voksenteamet": (
        *("sel-85", "sel-95", "sel-96", "sel-97", "sel-98", "sel-99", "sel-101", "sel-102", "sel-103", "sel-104"),
        *("sel-107", "sel-108", "sel-109", "sel-110", "sul-141"),
    ),
    "ydelsesteamet": ("sel-100", "sel-114", "sel-117", "sel-118", "sel-119"),
    "visitation": (
        *("aeldre-helhedspleje", "sel-83", "sel-83a", "sel-84", "sel-86", "sel-112", "sel-113", "sel-116"),
        *("sul-138", "sul-140"),
    ),
    "boern-forebyggelse": ("bl-18", "bl-20", "bl-32", "bl-108"),
}
_CARRIED_OUT = {
    "nabosund-hjaelpemidler": ("sel-112", "sel-113", "sel-116"),
    "nabosund-genoptraening": ("sel-86", "sul-140"),
}
_BY = {kind: unit for unit, kinds in _CARRIED_OUT.items() for kind in kinds}
ANSWERS = tuple((kind, unit, _BY.get(kind, "")) for unit, kinds in _ANSWER.items() for kind in kinds)
"""Each kind of case with the unit that answers for it and, where another does the work, who does."""
_AGREEMENT = "Delaftale under det forpligtende samarbejde med Nabosund Kommune"


@dataclass(frozen=True)
class Worker:
    """An employee at work: `subject` is how grants and logs write it."""

    id: int
    name: str
    title: str
    phone: str
    role: Role
    unit_id: int
    unit_key: str
    since: date
    subject: str


@dataclass
class Organisation:
    """The ids of units by key, and who works and who leads there."""

    unit_ids: dict[str, int] = field(default_factory=dict)
    unit_names: dict[str, str] = field(default_factory=dict)
    staff: dict[str, list[Worker]] = field(default_factory=dict)
    leaders: dict[str, Worker] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)

    def named(self, name: str) -> Worker:
        """The employee of the cast with this name."""
        everybody = (worker for unit in self.staff.values() for worker in unit)
        return next(worker for worker in (*everybody, *self.leaders.values()) if worker.name == name)

    def leader_of(self, key: str) -> Worker:
        """Who leads a unit, or the nearest one above."""
        while key not in self.leaders:
            key = self.parents[key]
        return self.leaders[key]


def build(*, tables: Tables, days: Days, draw: Draw) -> Organisation:
    """Make the rows of the whole organisation, Nabosund's part of it included."""
    made = _Builder(tables=tables, days=days, draw=draw.of("organisation"))
    for plan in (fjordby(), nabosund()):
        made.unit(plan, parent=None)
    made.answers()
    return made.organisation


class _Builder:
    def __init__(self, *, tables: Tables, days: Days, draw: Draw) -> None:
        self._tables, self._days, self._draw = tables, days, draw
        self.organisation = Organisation()
        self._logins: set[str] = set()
        self._phone = 0
        self._waiting: dict[tuple[str, str], list[Named]] = {}
        for named in EMPLOYEES:
            self._waiting.setdefault((named.unit, named.title), []).append(named)

    def unit(self, plan: UnitPlan, *, parent: str | None) -> None:
        """A unit with its people, and those below it."""
        found = self.organisation
        row = self._tables["organisation.Unit"].add(
            key=plan.key,
            name=plan.name,
            name_en=plan.name_en,
            kind=plan.kind,
            parent_id=found.unit_ids[parent] if parent else None,
            phone="" if plan.kind in {"council", "committee"} else self._number(),
            hours="" if plan.kind in {"council", "committee"} else _HOURS,
            starts=FOUNDED,
        )
        found.unit_ids[plan.key], found.unit_names[plan.key] = row["id"], plan.name
        found.staff[plan.key] = []
        if parent:
            found.parents[plan.key] = parent
        if plan.leader:
            found.leaders[plan.key] = self._leader(plan)
        for staff in plan.staff:
            found.staff[plan.key] += [self._worker(plan, staff) for _ in range(staff.number)]
        for below in plan.below:
            self.unit(below, parent=plan.key)

    def answers(self) -> None:
        """Which unit answers for which kind of case, and who carries it out under the agreement."""
        for case_type, unit, partner in ANSWERS:
            self._answer(case_type, unit, "responsible")
            if partner:
                self._answer(case_type, partner, "carries_out", agreement=_AGREEMENT)

    def _answer(self, case_type: str, unit: str, kind: str, *, agreement: str = "") -> None:
        self._tables["organisation.Responsibility"].add(
            unit_id=self.organisation.unit_ids[unit],
            case_type_key=case_type,
            kind=kind,
            agreement=agreement,
            starts=FOUNDED,
        )

    def _leader(self, plan: UnitPlan) -> Worker:
        """The leader of today; every third unit has had another one in the years before."""
        if plan.leader is None:
            raise ValueError(f"{plan.key} has no leader")
        starts = self._since(plan.leader.role)
        if self._draw.chance(0.3) and starts > FOUNDED + timedelta(days=1500):
            self._employee(plan, plan.leader, starts=starts - timedelta(days=1400), ends=starts, leads=True)
        return self._employee(plan, plan.leader, starts=starts, leads=True)

    def _worker(self, plan: UnitPlan, staff: Staff) -> Worker:
        starts = self._since(staff.role)
        if self._draw.chance(0.04):
            self._employee(plan, staff, starts=starts - timedelta(days=900), ends=starts)
        return self._employee(plan, staff, starts=starts)

    def _since(self, role: Role) -> date:
        """Caseworkers came before the first case, so that each case has hands; others before what they have written."""
        shortest = 1300 if role in {Role.CASEWORKER, Role.TEAM_LEADER, Role.RECEPTION} else _WRITTEN
        return self._days.back(shortest + self._draw.between(0, 2600)).replace(day=1)

    def _employee(
        self, plan: UnitPlan, staff: Staff, *, starts: date, ends: date | None = None, leads: bool = False
    ) -> Worker:
        known = None if ends else next(iter(self._waiting.get((plan.key, staff.title), [])), None)
        if known:
            self._waiting[plan.key, staff.title].remove(known)
        name = known.name if known else self._name()
        phone = known.phone if known and known.phone else self._number()
        row = self._tables["organisation.Employee"].add(
            login=self._login(name),
            name=name,
            initials="".join(word[0] for word in name.split())[:4].upper(),
            title=staff.title,
            phone=phone,
            email=f"{_plain(name).replace(' ', '.')}@fjordby.example",
            active=ends is None,
        )
        unit_id = self.organisation.unit_ids[plan.key]
        self._tables["organisation.Engagement"].add(
            employee_id=row["id"], unit_id=unit_id, role=staff.role.value, leads=leads, starts=starts, ends=ends
        )
        return Worker(
            row["id"], name, staff.title, phone, staff.role, unit_id, plan.key, starts, f"employee:{row['id']}"
        )

    def _name(self) -> str:
        woman = self._draw.chance(0.72)
        given = self._draw.one(names.given_names(woman=woman, born=self._draw.between(1962, 2000)))
        found = f"{given} {self._draw.one(names.FAMILIES)}"
        return self._name() if found in _CAST else found

    def _login(self, name: str) -> str:
        words = _plain(name).split()
        base = words[0][:3] + words[-1][:3]
        login = next(one for one in _numbered(base) if one not in self._logins)
        self._logins.add(login)
        return login

    def _number(self) -> str:
        """A number of the series that begins with 09, which nobody has."""
        self._phone += 1
        return f"09 {90 + self._phone // 10000:02d} {self._phone // 100 % 100:02d} {self._phone % 100:02d}"


def _numbered(base: str) -> Iterable[str]:
    yield base
    yield from (f"{base}{number}" for number in range(2, 10000))


def _plain(name: str) -> str:
    signs = {"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ć": "c", "č": "c", "ı": "i"}
    return "".join(signs.get(sign, sign) for sign in name.lower())
