"""Who works in the benchmark's municipality, what kinds of cases there are, and whom they are about."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import cycle

from borgerfokus.cli.demo.tables import Tables, copy
from borgerfokus.core.access import Role
from borgerfokus.core.casework.casetype import CaseType, shipped
from borgerfokus.core.identity import Cpr
from borgerfokus.foundation.people import cipher

DEPARTMENTS, TEAMS, STAFF = 4, 24, 12
"""Six teams a department, and twelve caseworkers with a leader in each team."""
CASES_A_PERSON = 2.5
_LONG_AGO = date(2020, 1, 1)
GIVEN = ("Mads", "Lene", "Ida", "Karen", "Bo", "Sofie", "Jens", "Anna", "Peter", "Fatima", "Ole", "Nanna")
FAMILY = ("Ellekjær", "Overgaard", "Bakkelund", "Strandby", "Kærholm", "Vestervang", "Mølgård", "Skovlund")


@dataclass(frozen=True)
class Team:
    """A team and the ids of its caseworkers."""

    id: int
    workers: tuple[int, ...]


@dataclass(frozen=True)
class Kind:
    """A case type in force, and the id of its version."""

    spec: CaseType
    version_id: int


def organisation(tables: Tables) -> list[Team]:
    """A municipality of four departments with six teams each."""
    top = _unit(tables, "benchby", "municipality", None)
    departments = [_unit(tables, f"afdeling-{n}", "department", top) for n in range(1, DEPARTMENTS + 1)]
    teams = []
    for number in range(TEAMS):
        unit = _unit(tables, f"team-{number + 1}", "team", departments[number % DEPARTMENTS])
        _employee(tables, f"Leder {number + 1}", unit, Role.TEAM_LEADER)
        workers = [_employee(tables, f"Medarbejder {number + 1}.{n}", unit, Role.CASEWORKER) for n in range(STAFF)]
        teams.append(Team(unit, tuple(workers)))
    return teams


def kinds(tables: Tables, teams: list[Team], *, at: datetime) -> list[Kind]:
    """The shipped case types, published, each with a team that answers for it."""
    found = []
    for (spec, document), team in zip(shipped(), cycle(teams), strict=False):
        row = tables["casework.CaseTypeVersion"].add(
            key=spec.key,
            number=spec.version,
            state="published",
            valid_from=_LONG_AGO,
            document=document,
            title=spec.title_staff.da,
            saved_at=at,
            saved_by="system:0",
        )
        tables["organisation.Responsibility"].add(
            unit_id=team.id, case_type_key=spec.key, kind="responsible", starts=_LONG_AGO
        )
        found.append(Kind(spec, row["id"]))
    return found


def people(tables: Tables, *, cases: int) -> int:
    """Citizens with replacement numbers, so that each has two or three cases. Returns how many."""
    count = max(1, int(cases / CASES_A_PERSON))
    for number in range(count):
        cpr = number_of(number)
        tables["people.Person"].add(
            cpr_sealed=cipher.seal(cpr),
            cpr_index=cipher.blind_index(cpr),
            given_name=GIVEN[number % len(GIVEN)],
            family_name=_family(number // len(GIVEN)),
            birth_date=cpr.birth_date,
            protected=number % 97 == 0,
        )
    return count


def _family(number: int) -> str:
    """Two names, so that no more than one in 768 has the whole name of somebody else."""
    first, second = number % len(FAMILY), number // len(FAMILY) % len(FAMILY)
    return f"{FAMILY[first]} {FAMILY[second]}"


def number_of(person: int) -> Cpr:
    """The replacement number of the citizen at this place: the day of birth is 60 too high, so nobody has it."""
    rest, day = divmod(person, 28)
    rest, month = divmod(rest, 12)
    serial, year = divmod(rest, 60)
    return Cpr(f"{day + 61:02d}{month + 1:02d}{year + 37:02d}{serial:04d}")


def save(tables: Tables) -> None:
    """Copy every row into the database, and forget it."""
    for table in tables:
        copy(table)
        table.rows.clear()


def _unit(tables: Tables, key: str, kind: str, parent: int | None) -> int:
    row = tables["organisation.Unit"].add(
        key=key, name=key.title(), kind=kind, parent_id=parent, starts=_LONG_AGO
    )
    return int(row["id"])


def _employee(tables: Tables, name: str, unit: int, role: Role) -> int:
    row = tables["organisation.Employee"].add(login=name, name=name, initials=name[:2].upper(), title=role.value)
    tables["organisation.Engagement"].add(
        employee_id=row["id"], unit_id=unit, role=role.value, leads=role is Role.TEAM_LEADER, starts=_LONG_AGO
    )
    return int(row["id"])
