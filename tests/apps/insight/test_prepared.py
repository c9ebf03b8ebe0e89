"""Figures that lie ready say what the log itself would: for everywhere and for a unit."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.factories.world import World

from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.actions import readying
from borgerfokus.apps.insight.queries import prepared
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as

SYSTEM = system("test")
UNITS = [None, frozenset({"voksenteamet"})]


@pytest.fixture
def folder(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A log of two teams, which counts as a large one."""
    monkeypatch.setattr(prepared, "LARGE", 1)
    karen, rasmus = world.employee("Karen"), world.employee("Rasmus", unit="ydelsesteamet")
    for place in range(9):
        kind, by = ("sel-100", rasmus) if place % 3 == 0 else ("sel-85", karen)
        world.case(citizen_id=world.person(), type_key=kind, caseworker=by, days_ago=60 + 25 * place)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        insight.rebuild(folder=tmp_path, at=world.at)
    return tmp_path


def asked(folder: Path, world: World, units: frozenset[str] | None) -> list[insight.Measured]:
    log, day = insight.open_log(folder), world.at.date()
    assert log is not None

    def scope(starts: int, ends: int, of: frozenset[str] | None = units) -> insight.Scope:
        return insight.Scope(insight.months_back(day, starts), insight.months_back(day, ends), of)

    found = insight.dashboard(
        log, now=scope(3, 0), before=scope(6, 3), months=scope(24, 0), beside=scope(3, 0, None)
    )
    for one in found:
        one.units = {unit: replace(figure, key=0) for unit, figure in one.units.items()}
    return found


@pytest.mark.parametrize("units", UNITS)
def test_what_lies_ready_is_what_would_be_asked(
    world: World, folder: Path, units: frozenset[str] | None
) -> None:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        assert readying.prepare(folder=folder, at=world.at)
        assert not readying.prepare(folder=folder, at=world.at), "once a day"
    state = insight.state_of(folder)
    assert state is not None
    ready = insight.ready(folder, state, day=world.at.date())
    assert ready is not None
    found = insight.measured(ready, units=units, only=[])
    assert found == asked(folder, world, units)
    assert any(one.now for one in found or [])


def test_what_is_not_prepared_is_asked_for(world: World, folder: Path) -> None:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        readying.prepare(folder=folder, at=world.at)
    state = insight.state_of(folder)
    assert state is not None
    ready = insight.ready(folder, state, day=world.at.date())
    assert ready is not None
    assert insight.measured(ready, units=frozenset({"voksenteamet", "visitation"}), only=[]) is None
    assert insight.ready(folder, state, day=insight.months_back(world.at.date(), 1).date()) is None, "of another day"


def test_a_small_log_is_asked_itself(world: World, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepared, "LARGE", 1_000_000)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        assert not readying.prepare(folder=folder, at=world.at)
