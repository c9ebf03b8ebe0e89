"""Everything that a round is drawn from and ranked over, read as the platform: nobody is shown."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from borgerfokus.apps.logcontrol.models import ControlRound, KnownPerson, StaffPerson
from borgerfokus.apps.logcontrol.queries.related import Explained
from borgerfokus.apps.logcontrol.queries.staffing import Staffing, politicians
from borgerfokus.core.dates import in_copenhagen
from borgerfokus.core.logcontrol.ranking import Around, Known, Looked
from borgerfokus.foundation.audit.control import StaffDay, staff_days
from borgerfokus.foundation.organisation.models import Employee
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.foundation.people import ties
from borgerfokus.foundation.people.ties import Ties


@dataclass(frozen=True)
class Pool:
    """What was looked at, by id, as the ranking takes it, and who everybody is."""

    days: Mapping[int, StaffDay]
    looks: tuple[Looked, ...]
    around: Around
    staffing: Staffing

    @property
    def units(self) -> dict[int, int | None]:
        """The unit of each, which the draw is divided by."""
        return {number: day.unit_id for number, day in self.days.items()}


def units_drawn_from(row: ControlRound) -> dict[int, int | None]:
    """What could be drawn in a round, from the log as it is now: id → unit."""
    return {one.id: one.unit_id for one in staff_days(starts=row.starts, ends=row.ends, units=row.units)}


def pool(row: ControlRound, *, on: date) -> Pool:
    """The look-ups of a round with all that the ranking needs. About twenty queries, whatever the number."""
    days = staff_days(starts=row.starts, ends=row.ends, units=row.units)
    staff = dict(StaffPerson.objects.values_list("employee_id", "person_id"))
    wanted = {one.person_id for one in days} | {staff[one.employee] for one in days if one.employee in staff}
    tied = ties.ties_of(wanted, on=on)
    staffing = Staffing(on=on)
    months = parameters.at("own.log_control_closed_case", on=on).number
    kin = {number: frozenset(one.kin) for number, one in tied.items()}
    explained = Explained(days, kin=kin, staffing=staffing, months=months)
    return Pool(
        days={one.id: one for one in days},
        looks=tuple(_looked(one, related=explained.has(one)) for one in days),
        around=_around(days, staff, tied, on=on),
        staffing=staffing,
    )


def _looked(day: StaffDay, *, related: bool) -> Looked:
    return Looked(
        id=day.id,
        at=in_copenhagen(day.at),
        employee=day.employee,
        unit=day.unit_id,
        person=day.person_id,
        related=related,
        only_search=day.only_search,
        times=day.times,
    )


def _around(days: Collection[StaffDay], staff: Mapping[int, int], tied: Mapping[int, Ties], *, on: date) -> Around:
    public = set(KnownPerson.objects.filter(ended_at__isnull=True).values_list("person_id", flat=True))
    public |= {staff[one] for one in politicians(on=on) if one in staff}
    names = dict(Employee.objects.filter(pk__in={one.employee for one in days}).values_list("pk", "name"))
    surnames = {employee: name.split()[-1] for employee, name in names.items() if name.split()}
    mine = {tied[person].surname for person in staff.values() if person in tied}
    return Around(
        persons={number: _known(one, public=number in public) for number, one in tied.items()},
        staff=staff,
        surnames=surnames,
        shares=ties.surname_shares({*surnames.values(), *mine}),
    )


def _known(one: Ties, *, public: bool) -> Known:
    return Known(
        surname=one.surname,
        address=one.address,
        earlier=frozenset(one.earlier),
        kin=frozenset(one.kin),
        former=frozenset(one.former),
        protected=one.protected,
        public=public,
    )
