"""A small world for tests: units, people and cases, made through the same doors as everywhere else."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import count

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, CaseTypeVersion
from borgerfokus.apps.guidance import service as guidance
from borgerfokus.core.access import Role
from borgerfokus.core.casework.casetype import load_shipped, shipped
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.identity import Cpr
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.models import Employee, Engagement, Responsibility, Unit
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people import service as registering

LONG_AGO = date(2020, 1, 1)
_TEAMS = {"handicap-psykiatri": "voksenteamet", "merudgifter": "ydelsesteamet"}
_numbers = count(1)


@dataclass
class World:
    """Two teams in one department, a partner unit, and one citizen. `at` is the clock of the test."""

    at: datetime
    units: dict[str, Unit] = field(default_factory=dict)

    def setup(self) -> "World":
        """Make the units, who answers for what, and the shipped case types."""
        top = self.unit("fjordby", kind="municipality")
        department = self.unit("handicap-psykiatri", parent=top, kind="department")
        for key in ("voksenteamet", "ydelsesteamet", "visitation", "boern-forebyggelse"):
            self.unit(key, parent=department)
        for key in ("nabosund-hjaelpemidler", "nabosund-genoptraening"):
            self.unit(key, parent=top, kind="partner")
        Responsibility.objects.bulk_create(
            Responsibility(
                unit=self.units.get(_TEAMS.get(key, key), self.units["voksenteamet"]),
                case_type_key=spec.key,
                kind="responsible",
                starts=LONG_AGO,
            )
            for spec in load_shipped()
            for key in [spec.responsible.carried_out_by or spec.responsible.unit]
        )
        self.case_types()
        return self

    def unit(self, key: str, *, parent: Unit | None = None, kind: str = "team") -> Unit:
        """A unit that has existed long."""
        unit = Unit.objects.create(key=key, name=key.title(), kind=kind, parent=parent, starts=LONG_AGO)
        self.units[key] = unit
        return unit

    def case_types(self) -> None:
        """Publish the shipped case types, in force long ago."""
        CaseTypeVersion.objects.bulk_create(
            CaseTypeVersion(
                key=spec.key,
                number=1,
                state="published",
                valid_from=LONG_AGO,
                document=document,
                title=spec.title_staff.da,
                saved_at=self.at,
                saved_by="system:0",
            )
            for spec, document in shipped()
        )

    def index(self) -> "World":
        """Make the index, so that what there is can be searched for."""
        with acting_as(system("test"), purpose=Purpose.OPERATION, at=self.at):
            guidance.rebuild(on=self.at.date())
        return self

    def employee(
        self, name: str, *, unit: str = "voksenteamet", role: Role = Role.CASEWORKER, leads: bool = False
    ) -> Actor:
        """Somebody engaged in a unit, as the actor of the day."""
        number = next(_numbers)
        row = Employee.objects.create(
            login=f"{name.lower()}-{number}", name=name, initials=name[:2].upper(), title=role.value
        )
        Engagement.objects.create(
            employee=row, unit=self.units[unit], role=role, leads=leads, starts=LONG_AGO
        )
        return organisation.actor_for(employee_id=row.pk, on=self.at.date())

    def citizen(self, given: str = "Mads", family: str = "Ellekjær", **more: object) -> Actor:
        """A citizen with a replacement number, as an actor."""
        person_id = self.person(given, family, **more)
        return people.actor_for(person_id=person_id, name=f"{given} {family}", at=self.at)

    def person(self, given: str = "Mads", family: str = "Ellekjær", **more: object) -> int:
        """A citizen with a replacement number. Returns the id."""
        new = registering.NewPerson(cpr=next_cpr(), given_name=given, family_name=family, **more)  # type: ignore[arg-type]
        by = system("test")
        with acting_as(by, purpose=Purpose.OPERATION, at=self.at):
            return registering.register(person=new, by=by, at=self.at)

    def case(
        self, *, citizen_id: int, type_key: str = "sel-85", caseworker: Actor | None = None, days_ago: int = 0
    ) -> Case:
        """A case received so many days ago, with its caseworker if one is given."""
        by = system("test")
        received = self.at - timedelta(days=days_ago)
        new = casework.NewCase(
            type_key=type_key,
            citizen_id=citizen_id,
            source="self_service",
            need="Jeg har svært ved at få hverdagen til at hænge sammen.",
            received_at=received,
        )
        with acting_as(by, purpose=Purpose.OPERATION, at=received):
            case = casework.open_case(new=new, by=by, at=received)
        assert not isinstance(case, Refusal), case
        if caseworker is not None:
            with acting_as(caseworker, purpose=Purpose.CASEWORK, at=received):
                casework.take(case_id=case.pk, by=caseworker, at=received)
        return case


def next_cpr() -> Cpr:
    """A fresh replacement number: day + 60, never a real person's."""
    number = next(_numbers)
    day, month, year = 61 + number % 28, 1 + number // 28 % 12, 50 + number // 336 % 40
    return Cpr(f"{day:02d}{month:02d}{year:02d}{number % 4000:04d}")
