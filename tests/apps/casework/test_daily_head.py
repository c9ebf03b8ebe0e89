"""Each day's head is written once outside the database, and `verify` holds the log against it."""

import json
from datetime import datetime, timedelta
from pathlib import Path

from tests.factories.world import World

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.actions.heads import write_missing
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as


def test_every_day_that_is_over_gets_a_head(world: World, now: datetime, tmp_path: Path) -> None:
    world.case(citizen_id=world.person(), days_ago=3)
    by = system("test")
    with acting_as(by, purpose=Purpose.OPERATION, at=now):
        written = write_missing(today=now.date(), folder=tmp_path)
        assert [path.stem for path in written] == [str(now.date() - timedelta(days=days)) for days in (3, 2, 1)]
        assert write_missing(today=now.date(), folder=tmp_path) == []
        report = casework.verify_log(heads=tmp_path)
    assert (report.cases, report.days, report.faults) == (1, 3, ())


def test_a_head_that_says_something_else_is_found(world: World, now: datetime, tmp_path: Path) -> None:
    world.case(citizen_id=world.person(), days_ago=2)
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=now):
        first = write_missing(today=now.date(), folder=tmp_path)[0]
        head = json.loads(first.read_text("utf-8"))
        head["digest"] = "00" * 32
        first.write_text(json.dumps(head), "utf-8")
        report = casework.verify_log(heads=tmp_path)
    assert report.faults[0].fault.kind == "head_mismatch"


def test_a_case_that_is_gone_is_found(world: World, now: datetime, tmp_path: Path) -> None:
    world.case(citizen_id=world.person(), days_ago=1)
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=now):
        path = write_missing(today=now.date(), folder=tmp_path)[0]
        head = json.loads(path.read_text("utf-8"))
        head["cases"]["999999"] = [4, "11" * 32]
        path.write_text(json.dumps(head), "utf-8")
        report = casework.verify_log(heads=tmp_path)
    assert 999999 in {one.case_id for one in report.faults}
