"""The event table: refreshed a little at a time it equals the one that is made anew; what is amiss is found."""

import json
import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest
from tests.factories.world import World

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.actions import refreshing, replacing
from borgerfokus.core.casework.steps import Step
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as

SYSTEM = system("test")


def refreshed(folder: Path, at: datetime) -> insight.State:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        return insight.refresh(folder=folder, at=at)


def differences(folder: Path, at: datetime) -> list[insight.Difference]:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        return insight.verify(folder=folder, at=at)


def contents(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Both tables with words for codes, in an order that does not depend on how they were made."""
    log = insight.open_log(folder)
    assert log is not None
    events = log.rows(log.events.order_by("case_no", "place"))
    for row in events:
        row["activity"] = log.words.word("activity", row["activity"])
        row["before"] = log.words.word("activity", row["before"])
        row["unit"] = log.words.word("unit", row["unit"])
        row["unit_before"] = log.words.word("unit", row["unit_before"])
        row["kind"] = log.words.word("kind", row["kind"])
    return {"events": events, "cases": log.rows(log.cases.order_by("case_no").drop("variant", "last_activity"))}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "casework"


def test_refreshed_step_by_step_it_equals_the_one_made_anew(world: World, now: datetime, folder: Path) -> None:
    karen, rasmus = world.employee("Karen"), world.employee("Rasmus")
    cases = [world.case(citizen_id=world.person(), caseworker=karen, days_ago=10 + n) for n in range(3)]
    first = refreshed(folder, now)
    assert (first.cases, len(first.parts)) == (3, 1)
    for place, case in enumerate(cases[:2]):
        moment = now + timedelta(minutes=place + 1)
        with acting_as(rasmus, purpose=Purpose.CASEWORK, at=moment):
            casework.take(case_id=case.pk, by=rasmus, at=moment)
            assert casework.take_step(case_id=case.pk, step=Step.ACCEPT, by=rasmus, at=moment) is None
        refreshed(folder, moment)
    world.case(citizen_id=world.person(), type_key="sel-100")
    last = refreshed(folder, now + timedelta(hours=1))
    assert (last.cases, len(last.parts)) == (4, 4)
    assert differences(folder, now) == []
    anew = folder.with_name("anew")
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=now):
        insight.rebuild(folder=anew, at=now)
    assert contents(folder) == contents(anew)


def test_nothing_new_writes_nothing(world: World, now: datetime, folder: Path) -> None:
    world.case(citizen_id=world.person())
    before = refreshed(folder, now)
    assert refreshed(folder, now + timedelta(minutes=1)) == before


def test_an_event_that_was_committed_late_is_not_missed(world: World, now: datetime, folder: Path) -> None:
    """Ids are given before they are committed: one that is lower than the last that was seen may still come."""
    karen = world.employee("Karen")
    case = world.case(citizen_id=world.person())
    state = refreshed(folder, now)
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        casework.take(case_id=case.pk, by=karen, at=now)
    told = json.loads((folder / "state.json").read_text("utf-8"))
    (folder / "state.json").write_text(json.dumps({**told, "last_event": state.last_event + 50}), "utf-8")
    assert refreshed(folder, now).events > state.events
    assert differences(folder, now) == []


def test_sabotage_without_a_second_look_the_late_event_is_missed(
    world: World, now: datetime, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refreshing, "_LATE", 0)
    with pytest.raises(AssertionError):
        test_an_event_that_was_committed_late_is_not_missed(world, now, folder)


@pytest.mark.parametrize("column", ["us", "since", "new_hand"])
def test_a_changed_table_is_found(world: World, now: datetime, folder: Path, column: str) -> None:
    world.case(citizen_id=world.person(), caseworker=world.employee("Karen"))
    state = refreshed(folder, now)
    path = folder / "events" / state.parts[0]
    table = pq.read_table(path)
    values = table[column].to_pylist()
    values[-1] = not values[-1] if column == "new_hand" else values[-1] + 5_000
    place = table.schema.get_field_index(column)
    pq.write_table(table.set_column(place, table.schema.field(column), [values]), path)
    assert differences(folder, now)


def test_a_lost_part_is_found(world: World, now: datetime, folder: Path) -> None:
    world.case(citizen_id=world.person())
    refreshed(folder, now)
    world.case(citizen_id=world.person())
    state = refreshed(folder, now)
    told = json.loads((folder / "state.json").read_text("utf-8"))
    (folder / "state.json").write_text(json.dumps({**told, "parts": state.parts[:1]}), "utf-8")
    assert [one.what for one in differences(folder, now)]


def test_the_table_holds_no_id_of_case_person_or_employee(world: World, now: datetime, folder: Path) -> None:
    karen = world.employee("Karen")
    case = world.case(citizen_id=world.person("Mads", "Ellekjær"), caseworker=karen)
    refreshed(folder, now)
    content = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    for secret in (b"Ellekj", b"Karen", case.number.encode(), f"employee:{karen.id}".encode()):
        assert secret not in content
    log = insight.open_log(folder)
    assert log is not None
    assert set(log.events.columns).isdisjoint({"case_id", "hand", "citizen"})


def everything(log: insight.Log) -> dict[str, int]:
    """How many rows each table of a log has; reads all of them."""
    return {name: int(log.tables[name].count().to_pyarrow().as_py()) for name in ("events", "stops", "cases", "values")}


def news(world: World, folder: Path, moment: datetime) -> None:
    world.case(citizen_id=world.person())
    refreshed(folder, moment)


def aged(folder: Path, *, seconds: float) -> None:
    """As if so much time had passed since files were replaced."""
    for mark in (folder / "replaced").iterdir():
        told = mark.stat().st_mtime - seconds
        os.utime(mark, (told, told))


def test_a_reader_finds_every_file_however_many_refreshes_come_meanwhile(
    world: World, now: datetime, folder: Path
) -> None:
    """Marks, values and the table itself are each put in force on the way, and a table may be made anew."""
    news(world, folder, now)
    reader, again = insight.open_log(folder), insight.open_log(folder)
    assert reader is not None
    assert again is not None
    before = everything(again)
    for days in range(3):
        news(world, folder, now + timedelta(days=days, minutes=1))
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=now):
        insight.rebuild(folder=folder, at=now + timedelta(days=4))
    assert everything(reader) == before
    newest = insight.open_log(folder)
    assert newest is not None
    assert everything(newest)["cases"] == before["cases"] + 3


def test_what_was_replaced_is_removed_after_a_while(world: World, now: datetime, folder: Path) -> None:
    news(world, folder, now)
    first = {path.name for path in folder.rglob("*.parquet")}
    news(world, folder, now + timedelta(minutes=1))
    assert first <= {path.name for path in folder.rglob("*.parquet")}
    aged(folder, seconds=replacing.GRACE)
    news(world, folder, now + timedelta(minutes=2))
    state = insight.state_of(folder)
    assert state is not None
    assert first - {path.name for path in folder.rglob("*.parquet")} == first - {*state.parts, *state.files}
    aged(folder, seconds=replacing.GRACE)
    replacing.sweep(folder)
    assert {path.name for path in folder.rglob("*.parquet")} == {*state.parts, *state.files}
    assert list((folder / "replaced").iterdir()) == []


def test_sabotage_without_the_while_the_reader_meets_a_missing_file(
    world: World, now: datetime, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replacing, "GRACE", -1)
    with pytest.raises(duckdb.Error):
        test_a_reader_finds_every_file_however_many_refreshes_come_meanwhile(world, now, folder)
