"""The stays that a forecast is made from, what is said of a case, and the record that is kept."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pyarrow as pa
import pytest

from borgerfokus.apps.casework.service import Undecided
from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.actions.valuing import value
from borgerfokus.apps.insight.actions.writing import TOLD, Writer
from borgerfokus.apps.insight.queries.forecasting import came_in
from borgerfokus.core.dates import WorkingCalendar
from borgerfokus.core.flow.columns import NONE
from borgerfokus.core.forecast import Way

pytestmark = pytest.mark.slow

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
_BEGAN = AT - timedelta(days=700)
Case = Sequence[tuple[str, float]]


def make(folder: Path, cases: Sequence[Case]) -> Path:
    """A log of cases, each a list of activities with days since the first day of the log."""
    writer = Writer.begin(folder)
    rows = []
    for number, case in enumerate(cases, start=1):
        for place, (activity, days) in enumerate(case, start=1):
            code = writer.words.codes("activity", [activity])[0]
            us = int((_BEGAN + timedelta(days=days)).timestamp() * 1_000_000)
            shared = {"unit": writer.words.codes("unit", ["voksenteamet"])[0], "actor": NONE, "hand": NONE}
            kind = writer.words.codes("kind", ["sel-85"])[0]
            rows.append({"case_no": number, "place": place, "activity": code, "us": us, "kind": kind, **shared})
    writer.add(pa.Table.from_pylist(rows, schema=TOLD))
    writer.finish(source="test", refreshed_us=int(AT.timestamp() * 1_000_000))
    value(folder=folder)
    return folder


def case(began: float, *, phase: float, waits: float) -> Case:
    """A case that leaves the information phase after some days and is decided after others."""
    return (
        ("phase.information", began),
        ("phase.decision", began + phase),
        ("decision.issued", began + phase + waits),
        ("phase.intervention", began + phase + waits),
    )


def many(number: int) -> list[Case]:
    chance = random.Random(3)
    return [case(600 * n / number, phase=chance.uniform(5, 30), waits=chance.uniform(1, 10)) for n in range(number)]


def test_a_stay_ends_with_the_phase_and_the_wait_with_the_decision(tmp_path: Path):
    open_one = (("phase.information", 680.0),)
    withdrawn = (("phase.information", 10.0), ("phase.closed", 15.0))
    folder = make(tmp_path / "log", [case(0, phase=20, waits=5), open_one, withdrawn])
    told = insight.stays(folder, AT.date())
    found = sorted((one.stayed, one.waited, one.decided) for one in told["sel-85", "phase.information"])
    assert found == [(5, 5, False), (20, 20, False), (20, 25, True)]
    assert [(one.stayed, one.waited) for one in told["sel-85", "phase.decision"]] == [(5, 5)]
    assert ("sel-85", "phase.intervention") not in told


def test_what_is_said_of_a_case(tmp_path: Path):
    folder = make(tmp_path / "log", many(300))
    since = AT - timedelta(days=10)
    said = insight.outlook(folder=folder, kind="sel-85", phase="information", since=since, at=AT)
    assert said is not None
    assert said.cases < 300
    days = [said.low, said.quarter, said.middle, said.three_quarters, said.high]
    assert days == sorted(day for day in days if day is not None)
    assert date(2026, 11, 23) < days[0]
    assert days[-1] <= date(2026, 12, 25)


@pytest.mark.parametrize(
    ("kind", "phase", "stood"),
    [("sel-96", "information", 1), ("sel-85", "intervention", 1), ("sel-85", "information", 31)],
)
def test_nothing_is_said_without_cases_like_it(tmp_path: Path, kind: str, phase: str, stood: int):
    folder = make(tmp_path / "log", many(300))
    assert insight.outlook(folder=folder, kind=kind, phase=phase, since=AT - timedelta(days=stood), at=AT) is None


def test_without_a_log_nothing_is_said_and_it_is_looked_for_again(tmp_path: Path):
    folder = tmp_path / "later"
    asked = {"folder": folder, "kind": "sel-85", "phase": "decision", "since": AT, "at": AT + timedelta(hours=1)}
    assert insight.stays(folder, AT.date()) == {}
    assert insight.proven(folder) is None
    assert insight.outlook(**asked) is None
    make(folder, many(100))
    assert insight.outlook(**asked) is not None


def test_the_record_is_kept_once_a_day(tmp_path: Path):
    folder = make(tmp_path / "log", many(900))
    told = insight.prove(folder=folder, at=AT)
    assert told is not None
    assert told.whole is not None
    assert told == insight.proven(folder)
    assert 0.85 <= told.whole.nine_of_ten <= 0.95
    assert told.whole.off < told.whole.off_mean_of_phase
    assert set(told.kinds) == {"sel-85"}
    assert insight.prove(folder=folder, at=AT) is None
    assert insight.prove(folder=folder, at=AT + timedelta(days=1)) is not None


def test_cases_that_came_in_week_by_week(tmp_path: Path):
    cases = [case(700 - 7 * weeks - 1, phase=1, waits=1) for weeks in (0, 0, 1, 3, 40)]
    log = insight.open_log(make(tmp_path / "log", cases))
    assert log is not None
    asked = {"before": AT.date(), "weeks": 4}
    assert came_in(log, **asked, units=frozenset({"voksenteamet"})) == {"sel-85": [1, 0, 1, 2]}
    assert came_in(log, **asked, units=frozenset({"another"})) == {}


def test_what_lies_ahead_of_a_team(tmp_path: Path):
    folder = make(tmp_path / "log", many(300))
    calendar = WorkingCalendar(frozenset({date(2026, 12, 25)}))
    waiting = [
        Undecided(str(n), kind, "information", AT - timedelta(days=10), AT.date() + timedelta(days=1 + 10 * n), "team")
        for n, kind in enumerate(("sel-85", "sel-85", "sel-85", "another"))
    ]
    given = insight.Given(folder=folder, at=AT, calendar=calendar, hours={"sel-85": 12})
    found = insight.ahead(given, cases=waiting, units=frozenset({"voksenteamet"}))
    assert found.starts == AT.date(), "a Monday begins its own week"
    assert (found.open, found.untold, found.unpriced) == (4, 1, 1)
    assert len(found.came) == len(found.hours) == len(found.decided) == len(found.missed) == insight.WEEKS
    assert found.hours[0].expected > 0
    assert found.risks[0].number == "0"
    assert [one.chance for one in found.risks] == sorted((one.chance for one in found.risks), reverse=True)
    assert sum(week.expected for week in found.missed) < 3
    later = insight.ahead(replace(given, at=AT + timedelta(days=2)), cases=waiting, units=frozenset({"another"}))
    assert later.starts == date(2026, 11, 30)
    assert sum(later.came_before) == 0


def test_the_levels_are_kept_with_the_record(tmp_path: Path):
    folder = make(tmp_path / "log", many(900))
    told = insight.prove(folder=folder, at=AT)
    assert told is not None
    assert ("sel-85", "phase.information") in told.levels
    assert told.drift is not None
    assert told.drift.way is Way.NONE


def test_a_case_that_was_just_opened_is_told_of_too(tmp_path: Path) -> None:
    """That it came to its first phase is no event of its own. One that began as a contact came there later."""
    opened = [(("case.opened", began), *case(began + 3, phase=4, waits=float(began % 9))) for began in range(80)]
    contact = [
        (("case.opened", float(began)), ("phase.intake", began + 200.0), *case(began + 201, phase=4, waits=5))
        for began in range(40)
    ]
    folder = make(tmp_path / insight.CASEWORK, [*opened, *contact])
    told = insight.likeness(folder=folder, kind="sel-85", phase="intake", since=AT - timedelta(hours=1), at=AT)
    assert told is not None
    assert told.cases == 120
    assert insight.likeness(folder=folder, kind="sel-85", phase="contact", since=AT, at=AT) is None
    later = insight.likeness(folder=folder, kind="sel-85", phase="intake", since=AT - timedelta(days=30), at=AT)
    assert later is None, "nobody stood there for a month"
