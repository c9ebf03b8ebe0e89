"""A year of mornings with a scheduler that fails: each date is warned of and told once, and none is missed.

The year runs over a leap day, both changes of the clock, Easter and Christmas. What is expected is reckoned by the
test itself, from the mornings on which each case was really looked at.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

import pytest
from django.conf import LazySettings
from tests.factories.world import World

from borgerfokus.apps.casework.actions import sweep
from borgerfokus.apps.casework.models import Case, EventPayload, Extension, Task
from borgerfokus.apps.dialogue.models import Notice
from borgerfokus.core.dates import COPENHAGEN, calendar_for
from borgerfokus.core.rules import Parameters
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as

FIRST, LAST = date(2027, 10, 1), date(2028, 10, 1)
FAULTS, YEARS = 200, 5
"""Faults in a year, and how often it is lived, with others each time: a thousand faults in all."""
SYSTEM = system("test")
CALENDAR = calendar_for(range(2027, 2030), Parameters.load())
RECEIVED = (
    date(2027, 9, 3),  # eight weeks end on the last Friday before the clock goes back
    date(2027, 10, 30),  # ends on Christmas Day
    date(2028, 1, 4),  # ends on the leap day
    date(2028, 2, 18),  # ends on Good Friday
    date(2028, 6, 1),
)


class Killed(BaseException):
    """The worker was killed: nothing after this runs."""


@dataclass
class Expected:
    """What one case is owed, from the days on which it was looked at. The rule is reckoned here once more."""

    due: date
    slips: list[tuple[date, date]] = field(default_factory=list)
    warned: set[date] = field(default_factory=set)

    def looked_at(self, today: date) -> None:
        """The sweep got through this case on this day."""
        if today > self.due:
            later = CALENDAR.add_working_days(today, 10)
            self.slips.append((self.due, later))
            self.due = later
        elif self.due <= CALENDAR.add_working_days(today, 5):
            self.warned.add(self.due)


@dataclass
class Year:
    """Runs the sweep each morning, or fails to, and keeps what each case is owed."""

    cases: dict[int, Expected]
    random: Random
    faults: int = 0

    def live(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Go through the year. Faults are spread over it: two of five mornings and more."""
        days = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days)]
        bad = set(self.random.sample(days, FAULTS))
        for day in days:
            kind = self.random.choice(("skipped", "twice", "killed", "one case", "late")) if day in bad else ""
            self.faults += bool(kind)
            self._morning(day, kind, monkeypatch)

    def _morning(self, day: date, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
        if kind == "skipped":
            return
        hour = time(23, 50) if kind == "late" else time(6)
        at = datetime.combine(day, hour, tzinfo=COPENHAGEN)
        if kind in ("killed", "one case"):
            doomed = self.random.choice(sorted(self.cases))
            self._fail(at, doomed, kind, monkeypatch)
        else:
            for _ in range(2 if kind == "twice" else 1):
                sweep.run(at=at)
                self._owe(day, self.cases)

    def _fail(self, at: datetime, doomed: int, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """The fault strikes after the work on a case is done and before it is kept."""
        error: type[BaseException] = Killed if kind == "killed" else RuntimeError
        reached: list[int] = []
        real = sweep.look_at

        def look_at(*, case_id: int, by: Actor, at: datetime) -> bool:
            done = real(case_id=case_id, by=by, at=at)
            if case_id == doomed:
                reached.append(case_id)
                raise error
            return done

        with monkeypatch.context() as patched:
            patched.setattr(sweep, "look_at", look_at)
            try:
                sweep.run(at=at)
            except (Killed, sweep.SomeFailed):
                assert reached == [doomed]
        through = set(self.cases) - set(reached)
        if reached and kind == "killed":
            through = {case_id for case_id in through if case_id < doomed}
        self._owe(at.date(), through)

    def _owe(self, day: date, case_ids: "set[int] | dict[int, Expected]") -> None:
        for case_id in case_ids:
            self.cases[case_id].looked_at(day)


@pytest.fixture(autouse=True)
def _own_file_store(settings: LazySettings, tmp_path: Path) -> None:
    settings.FILES_ROOT = tmp_path / "files"


@pytest.fixture
def year(db: None) -> Year:
    world = World(at=datetime.combine(FIRST, time(4), tzinfo=COPENHAGEN)).setup()
    cases = {}
    for received in RECEIVED:
        world.at = datetime.combine(received, time(10), tzinfo=COPENHAGEN)
        case = world.case(citizen_id=world.person())
        due = CALENDAR.next_working_day(received + timedelta(weeks=8))
        assert case.next_due == due
        cases[case.pk] = Expected(due=due)
    return Year(cases=cases, random=Random(20271001))


def told(case_id: int) -> tuple[list[tuple[date, date]], list[date], list[date], int]:
    """What really came of a case: slips told, new dates kept, dates warned of, and letters."""
    slips = EventPayload.objects.filter(event__case_id=case_id, event__kind="deadline.slipped").order_by("event__seq")
    said = [row.payload for row in slips]
    warned = Task.objects.filter(case_id=case_id, kind=sweep.SOON).order_by("due").values_list("due", flat=True)
    kept = Extension.objects.filter(case_id=case_id).order_by("id").values_list("new_due", flat=True)
    return (
        [(date.fromisoformat(one["due"]), date.fromisoformat(one["new_due"])) for one in said],
        list(kept),
        [due for due in warned if due is not None],
        Notice.objects.filter(case_id=case_id, kind="slipped").count(),
    )


def faults_of(year: Year) -> list[str]:
    """Where what came differs from what is owed."""
    found = []
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=datetime.combine(LAST, time(6), tzinfo=COPENHAGEN)):
        for case_id, owed in year.cases.items():
            slips, kept, warned, letters = told(case_id)
            if (slips, kept) != (owed.slips, [new for _, new in owed.slips]):
                found.append(f"{case_id}: slips {slips}, owed {owed.slips}")
            if warned != sorted(owed.warned):
                found.append(f"{case_id}: warned of {warned}, owed {sorted(owed.warned)}")
            if letters != len(owed.slips):
                found.append(f"{case_id}: {letters} letters for {len(owed.slips)} slips")
            found += [f"{case_id}: {new} is no working day" for new in kept if not CALENDAR.is_working_day(new)]
        assert Case.objects.count() == len(year.cases)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(YEARS))
def test_each_date_is_told_once_and_none_is_missed(year: Year, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    year.random = Random(20271001 + seed)
    year.live(monkeypatch)
    assert year.faults == FAULTS
    assert sum(len(owed.slips) for owed in year.cases.values()) > 50
    assert faults_of(year) == []


@contextmanager
def sabotaged(monkeypatch: pytest.MonkeyPatch, name: str, replacement: object) -> Iterator[None]:
    with monkeypatch.context() as patched:
        patched.setattr(sweep, name, replacement)
        yield


@pytest.mark.slow
def test_the_year_notices_a_warning_given_twice(year: Year, monkeypatch: pytest.MonkeyPatch) -> None:
    year.cases = dict(list(year.cases.items())[:1])
    with sabotaged(monkeypatch, "_reference", lambda one: "the same for all"):
        _short(year)
    assert any("warned" in fault for fault in _of_known(year))


@pytest.mark.slow
def test_the_year_notices_a_slip_that_is_not_told(year: Year, monkeypatch: pytest.MonkeyPatch) -> None:
    with sabotaged(monkeypatch, "_slip", lambda *_, **__: None):
        _short(year)
    assert any("slips" in fault for fault in _of_known(year))


def _short(year: Year) -> None:
    for number in range(60):
        day = FIRST + timedelta(days=number)
        sweep.run(at=datetime.combine(day, time(6), tzinfo=COPENHAGEN))
        for owed in year.cases.values():
            owed.looked_at(day)


def _of_known(year: Year) -> list[str]:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=datetime.combine(LAST, time(6), tzinfo=COPENHAGEN)):
        others = Case.objects.exclude(pk__in=year.cases).values_list("pk", flat=True)
        year.cases.update({number: Expected(due=LAST) for number in others})
    return faults_of(year)
