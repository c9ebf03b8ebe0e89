"""Whether there was a case, a task or a grant that explains a look-up at its time."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from borgerfokus.apps.casework.models import Case, Consultation, Event, Handover, Party, Task
from borgerfokus.apps.logcontrol.queries.staffing import Staffing
from borgerfokus.core.dates import add_months, day_of
from borgerfokus.foundation.access.models import Grant
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.audit.control import StaffDay

_CONTROL = frozenset({Purpose.SUPERVISION, Purpose.DATA_PROTECTION})
"""Who looks in the control itself has no case, and is seen by those who control the control: the draw takes all."""


@dataclass
class _Work:
    """Who had to do with one case: hands by subject ("employee:12", "unit:3"), each with the time it held."""

    received: datetime
    closed: datetime | None
    hands: dict[str, list[tuple[datetime | None, datetime | None]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, subject: str, starts: datetime | None = None, ends: datetime | None = None) -> None:
        self.hands[subject].append((starts, ends))

    def explains(self, subjects: Iterable[str], day: date, months: int) -> bool:
        """Whether one of the subjects had the case in hand on a day, while it ran or not long after."""
        if day < day_of(self.received) or (self.closed and day > add_months(day_of(self.closed), months)):
            return False
        return any(
            (starts is None or day_of(starts) <= day) and (ends is None or day_of(ends) >= day)
            for subject in subjects
            for starts, ends in self.hands.get(subject, ())
        )


class Explained:
    """The cases of everybody who was looked at, and who worked on them. Ten queries for a whole round."""

    def __init__(
        self, days: Collection[StaffDay], *, kin: dict[int, frozenset[int]], staffing: Staffing, months: int
    ) -> None:
        self._kin, self._staffing, self._months = kin, staffing, months
        persons = {one.person_id for one in days}
        persons |= {other for person in persons for other in kin.get(person, ())}
        named = {case for one in days for case in one.case_ids}
        self._work: dict[int, _Work] = {}
        self._cases_of: dict[int, set[int]] = defaultdict(set)
        self._read_cases(persons, named)
        self._read_hands()

    def has(self, day: StaffDay) -> bool:
        """Whether something explains what was looked at."""
        if set(day.purposes) <= _CONTROL:
            return True
        on = day_of(day.at)
        units = self._staffing.units_of(day.employee, on=on)
        subjects = (f"employee:{day.employee}", *(f"unit:{unit}" for unit in units))
        persons = (day.person_id, *self._kin.get(day.person_id, ()))
        cases = {*day.case_ids, *(case for person in persons for case in self._cases_of.get(person, ()))}
        return any(self._work[case].explains(subjects, on, self._months) for case in cases if case in self._work)

    def _read_cases(self, persons: set[int], named: set[int]) -> None:
        parties = Party.objects.filter(person_id__in=persons).values_list("person_id", "case_id")
        for person, case in parties:
            self._cases_of[person].add(case)
        also = named | {case for cases in self._cases_of.values() for case in cases}
        for rows in (Case.objects.filter(citizen_id__in=persons), Case.objects.filter(pk__in=also)):
            for case, citizen, unit, caseworker, received, closed in rows.values_list(
                "pk", "citizen_id", "unit_id", "caseworker_id", "received_at", "closed_at"
            ):
                work = self._work[case] = _Work(received, closed)
                work.add(f"unit:{unit}")
                work.add(f"employee:{caseworker}")
                self._cases_of[citizen].add(case)

    def _read_hands(self) -> None:
        cases = list(self._work)
        events = Event.objects.filter(case_id__in=cases, actor__startswith="employee:")
        for case, actor in events.order_by().values_list("case_id", "actor").distinct():
            self._work[case].add(actor)
        for case, subject, starts, ends in Grant.objects.filter(case_id__in=cases).values_list(
            "case_id", "subject", "starts", "ends"
        ):
            self._work[case].add(subject, starts, ends)
        for case, employee, unit in Task.objects.filter(case_id__in=cases).values_list(
            "case_id", "employee_id", "unit_id"
        ):
            self._work[case].add(f"employee:{employee}" if employee else f"unit:{unit}")
        for case, before, after in Handover.objects.filter(case_id__in=cases).values_list(
            "case_id", "from_unit_id", "to_unit_id"
        ):
            self._work[case].add(f"unit:{before}")
            self._work[case].add(f"unit:{after}")
        asked = Consultation.objects.filter(case_id__in=cases)
        for case, unit, starts, ends in asked.values_list("case_id", "unit_id", "asked_at", "ends_at"):
            self._work[case].add(f"unit:{unit}", starts, ends)
