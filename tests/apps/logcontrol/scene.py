"""A team with its leader, a data protection officer, citizens with cases, and look-ups in October and November."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime

from tests.factories.world import LONG_AGO, World

from borgerfokus.apps.logcontrol import service as logcontrol
from borgerfokus.apps.logcontrol.models import ControlItem, ControlRound, StaffPerson
from borgerfokus.core.access import Role
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import COPENHAGEN
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Look, Purpose, acting_as
from borgerfokus.foundation.people.models import Address, Kinship

SYSTEM = system("test")
OCTOBER = (date(2026, 10, 1), date(2026, 11, 1))


@dataclass
class Scene:
    """Karen and Rasmus work in Bente's team, Torben leads the department, Dorte is the officer."""

    world: World
    karen: Actor
    rasmus: Actor
    bente: Actor
    torben: Actor
    dorte: Actor
    heidi: Actor
    citizens: dict[str, int] = field(default_factory=dict)

    @property
    def at(self) -> datetime:
        return self.world.at

    @contextmanager
    def as_(self, actor: Actor, *, at: datetime | None = None) -> Iterator[None]:
        with acting_as(actor, purpose=Purpose.SUPERVISION, at=at or self.at):
            yield

    @contextmanager
    def everything(self, *, at: datetime | None = None) -> Iterator[None]:
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at or self.at) as scope:
            del scope
            yield

    def looks(self, by: Actor, person: int, *, day: int, hour: int = 10, look: Look = Look.VIEW) -> None:
        """The actor sees a citizen on a day of October 2026."""
        at = datetime(2026, 10, day, hour, tzinfo=COPENHAGEN)
        with acting_as(by, purpose=Purpose.CASEWORK, at=at) as scope:
            scope.include_persons([person])
            scope.saw(person, look=look)

    def is_citizen(self, employee: Actor, person: int) -> None:
        """The payroll says which citizen an employee is."""
        with self.everything():
            StaffPerson.objects.create(employee_id=employee.id, person_id=person, saved_at=self.at)

    def lives(self, person: int, street: str) -> None:
        with self.everything():
            Address.objects.create(
                person_id=person, street=street, postcode="9999", city="Fjordby", municipality="0999", starts=LONG_AGO
            )

    def were_married(self, one: int, other: int) -> None:
        with self.everything():
            Kinship.objects.create(
                person_id=one, other_id=other, kind="spouse", starts=LONG_AGO, ends=date(2023, 5, 1)
            )

    def planned(self, *, by: Actor | None = None, units: tuple[int, ...] = ()) -> ControlRound:
        actor = by or self.dorte
        with self.as_(actor):
            row = logcontrol.plan(new=logcontrol.NewRound(*OCTOBER, units=units), by=actor, at=self.at)
        assert isinstance(row, ControlRound), row
        return row

    def drawn(self, **how: object) -> ControlRound:
        row = self.planned(**how)  # type: ignore[arg-type]
        with self.everything():
            done(logcontrol.draw(round_id=row.pk, by=SYSTEM, at=self.at))
            row.refresh_from_db()
        return row

    def items(self, row: ControlRound) -> list[ControlItem]:
        with self.everything():
            return list(ControlItem.objects.filter(round=row).select_related("round").order_by("kind", "rank"))


def done(answer: object) -> None:
    assert not isinstance(answer, Refusal), answer


def make(world: World) -> Scene:
    """Three citizens with cases in the team, each looked at by Karen at work; one citizen that nobody has a case on."""
    world.unit("byraadssekretariatet")
    scene = Scene(
        world,
        karen=world.employee("Karen Lindvad"),
        rasmus=world.employee("Rasmus Bregnehøj"),
        bente=world.employee("Bente Vestergaard", role=Role.TEAM_LEADER, leads=True),
        torben=world.employee("Torben Holm", unit="handicap-psykiatri", role=Role.DEPARTMENT_HEAD, leads=True),
        dorte=world.employee("Dorte Juul", unit="byraadssekretariatet", role=Role.DATA_PROTECTION_OFFICER),
        heidi=world.employee("Heidi Staun", unit="byraadssekretariatet", role=Role.HR),
    )
    for place, given in enumerate(("Anna", "Bo", "Carl")):
        citizen = world.citizen(given, "Almind")
        scene.citizens[given.lower()] = citizen.id
        world.case(citizen_id=citizen.id, caseworker=scene.karen, days_ago=100 + place)
        for day in range(1, 8):
            scene.looks(scene.karen, citizen.id, day=day + place)
    scene.citizens["stranger"] = world.person("Ditte", "Sjældenstjerne")
    return scene

