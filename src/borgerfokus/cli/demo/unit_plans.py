"""The shape of the organisation that is to be made."""

from dataclasses import dataclass, field

from borgerfokus.core.access import Role


@dataclass(frozen=True)
class Staff:
    """So many people with a title and a role."""

    number: int
    title: str
    role: Role = Role.EMPLOYEE


@dataclass(frozen=True)
class UnitPlan:
    """A unit as it is to be: who leads it (title and role), who works there, and what lies below it."""

    key: str
    name: str
    name_en: str
    kind: str
    leader: Staff | None = None
    staff: tuple[Staff, ...] = ()
    below: tuple["UnitPlan", ...] = field(default=())


def leader(title: str, role: Role = Role.EMPLOYEE) -> Staff:
    """The one who leads a unit."""
    return Staff(1, title, role)
