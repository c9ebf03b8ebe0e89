"""What lies beside the event table says what the events would: the same map, the same figures, also after a refresh."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.apps.insight.written import Written, write
from tests.factories.world import World

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.actions.steps import Pause
from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.actions import gathering, refreshing, valuing
from borgerfokus.apps.insight.actions.writing import TOLD, Writer
from borgerfokus.apps.insight.queries import indicators as figures
from borgerfokus.apps.insight.service import Question
from borgerfokus.core import indicators
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.flow.columns import NONE
from borgerfokus.core.flow.milestones import MILESTONES
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as

pytestmark = pytest.mark.slow

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
SYSTEM = system("test")
SHOWN = frozenset(MILESTONES)
WAY = ("request.received", "case.opened", "note.written", "phase.information", "fact.asked", "phase.assessment",
       "phase.decision", "decision.issued", "phase.closed")  # fmt: skip
UNITS, KINDS = ("voksenteamet", "visitation", "ydelsesteamet"), ("sel-85", "sel-100")


def drawn(number: int, chance: random.Random) -> Written:
    """A case on its way, some of it twice."""
    days, told = 0.0, []
    for activity in WAY[: chance.randint(3, len(WAY))]:
        for _again in range(chance.choice((1, 1, 1, 2))):
            told.append((days, activity))
            days += chance.choice((0.01, 1.5, chance.random() * 20))
    unit, kind = chance.choice(UNITS), chance.choice(KINDS)
    return Written(number, told, unit=unit, kind=kind, days_ago=chance.randint(60, 700))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    chance = random.Random(4)
    made = tmp_path_factory.mktemp("logs") / "log"
    write(made, [drawn(number, chance) for number in range(1, 301)], at=AT)
    goes_on(made)
    return made


def goes_on(folder: Path) -> None:
    """Forty cases go one event further, in other units: their figures move with them."""
    log = insight.open_log(folder)
    assert log is not None
    writer = Writer.begin(folder)
    rows: list[dict[str, Any]] = log.rows(log.events.filter(log.events.case_no <= 40).order_by("case_no", "place"))
    last = {row["case_no"]: row for row in rows}
    known = pa.table({"case_no": list(last), "known": [row["place"] for row in last.values()]})
    (unit,), (activity,) = writer.words.codes("unit", [UNITS[0]]), writer.words.codes("activity", ["decision.issued"])
    day = 86_400_000_000
    more = [
        {**row, "place": row["place"] + 1, "us": row["us"] + day, "unit": unit, "activity": activity}
        for row in last.values()
    ]
    told = [{**{name: row.get(name, NONE) for name in TOLD.names}, "hand": NONE} for row in (*rows, *more)]
    writer.add(pa.Table.from_pylist(sorted(told, key=lambda row: (row["case_no"], row["place"])), TOLD), known=known)
    writer.finish()
    valuing.revalue(folder=folder, touched=writer.touched())


def opened(folder: Path) -> insight.Log:
    log = insight.open_log(folder)
    assert log is not None
    return log


QUESTIONS = {
    "all": Question("sel-85", activities=SHOWN, share=0.05),
    "units": Question("sel-85", activities=SHOWN, units=frozenset(UNITS[:2])),
    "period": Question("sel-100", activities=SHOWN, starts=AT - timedelta(days=500), ends=AT - timedelta(days=200)),
    "outcome": Question("sel-85", activities=SHOWN, outcome="phase.closed"),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_map_is_the_same_from_stops_and_from_events(folder: Path, name: str) -> None:
    log = opened(folder)
    assert log.has_stops_of(SHOWN)
    from_events = replace(log, state=replace(log.state, shown=None))
    found, told = insight.flow(log, QUESTIONS[name]), insight.flow(from_events, QUESTIONS[name])
    assert found is not None
    assert told is not None
    assert ranked(found) == ranked(told)
    assert [(one.key, pytest.approx(one.rank)) for one in found.steps] == [(one.key, one.rank) for one in told.steps]
    order = found.orders[0]
    only = replace(QUESTIONS[name], variant=order.variant)
    one, other = insight.flow(log, only), insight.flow(from_events, only)
    assert one is not None
    assert other is not None
    assert ranked(one) == ranked(other)
    assert one.cases == order.cases


def ranked(flow: insight.Flow) -> insight.Flow:
    """The flow without ranks and means, which are sums of fractions and depend on their order in the last figure."""
    ways = tuple(replace(one, mean_us=round(one.mean_us)) for one in flow.ways)
    losses = tuple(replace(one, days=round(one.days, 6)) for one in flow.losses)
    facts = tuple(
        replace(one, handled_hours=None if one.handled_hours is None else round(one.handled_hours, 9))
        for one in flow.facts
    )
    steps = tuple(replace(one, rank=0.0) for one in flow.steps)
    return replace(flow, steps=steps, ways=ways, losses=losses, facts=facts)


SCOPES = {
    "everywhere": (None, None),
    "a case type": (None, frozenset(KINDS[:1])),
    "two units": (frozenset(UNITS[1:]), None),
    "both": (frozenset(UNITS[:1]), frozenset(KINDS[1:])),
    "none": (frozenset({"nowhere"}), None),
}


def dashboard(log: insight.Log, name: str) -> list[insight.Measured]:
    units, kinds = SCOPES[name]

    def scope(starts: int, ends: int) -> insight.Scope:
        return insight.Scope(insight.months_back(AT.date(), starts), insight.months_back(AT.date(), ends), units, kinds)

    found = insight.dashboard(log, now=scope(3, 0), before=scope(6, 3), months=scope(24, 0), beside=scope(3, 0))
    return sorted(found, key=lambda one: one.indicator.key)


@pytest.mark.parametrize("name", SCOPES)
def test_a_dashboard_is_the_same_from_cells_and_from_values(folder: Path, name: str) -> None:
    log = opened(folder)
    assert log.state.changes_file
    from_values = replace(log, state=replace(log.state, cells_file=""))
    found = dashboard(log, name)
    assert found == dashboard(from_values, name)
    assert any(one.months for one in found) == (name != "none")


def test_a_window_that_cuts_a_month_is_answered_by_the_values(folder: Path) -> None:
    log = opened(folder)
    cut = insight.Scope(AT - timedelta(days=400), AT - timedelta(days=31))
    window = figures.window(log, cut)
    assert window.months is None
    asks = [indicators.Ask(0, window)]
    assert figures.rows(log, asks) == sorted(
        log.rows(indicators.asked(log.values, asks)), key=lambda row: row["indicator"]
    )


def test_cases_that_went_on_are_valued_as_if_all_were(folder: Path) -> None:
    log = opened(folder)
    kept = log.rows(log.values.order_by("indicator", "case_no", "us"))
    cells = log.rows(indicators.merged(log.cells).order_by("indicator", "month", "unit", "kind"))
    insight_again = valuing.value(folder=folder)
    assert insight_again is not None
    assert not insight_again.touched_file
    anew = opened(folder)
    assert anew.rows(anew.values.order_by("indicator", "case_no", "us")) == kept
    made = anew.rows(anew.cells.order_by("indicator", "month", "unit", "kind"))
    assert [{**row, "total": pytest.approx(row["total"])} for row in cells] == made
    goes_on(folder)


def test_a_log_stays_at_hand_until_there_is_a_newer_one(folder: Path) -> None:
    first = insight.log_at_hand(folder)
    assert first is not None
    assert insight.log_at_hand(folder) is first
    goes_on(folder)
    newer = insight.log_at_hand(folder)
    assert newer is not first
    assert newer is not None
    assert newer.state.events == first.state.events + 40
    assert insight.log_at_hand(folder.parent / "no log") is None


def test_many_small_parts_become_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "MANY", 1)
    log = opened(folder)
    assert len(log.state.parts) > 1
    tables = {name: log.rows(table.order_by("case_no", "place")) for name, table in both(log)}
    state = gathering.gather(folder=folder)
    assert state is not None
    assert len(state.parts) == 1
    assert {name: log.rows(table.order_by("case_no", "place")) for name, table in both(opened(folder))} == tables


def both(log: insight.Log) -> list[tuple[str, Any]]:
    return [("events", log.events), ("stops", log.stops)]


@pytest.fixture
def refreshed(world: World, tmp_path: Path) -> Path:
    """A log that was refreshed after a case went on."""
    world.case(citizen_id=world.person(), days_ago=40)
    keep(tmp_path / "casework", world.at)
    paused(world)
    keep(tmp_path / "casework", world.at)
    return tmp_path / "casework"


def paused(world: World) -> None:
    """A case that waited and goes on: an indicator counts it."""
    rasmus, later = world.employee(f"Rasmus {world.person()}"), world.at + timedelta(hours=1)
    case = world.case(citizen_id=world.person(), caseworker=rasmus, days_ago=30)
    pause = Pause(whom=Ball.OTHER, name="Lægen", reason="En udtalelse mangler.", answer_by=world.at.date())
    with acting_as(rasmus, purpose=Purpose.CASEWORK, at=world.at):
        assert casework.suspend(case_id=case.pk, pause=pause, by=rasmus, at=world.at) is None
        assert casework.resume(case_id=case.pk, because="answered", by=rasmus, at=later) is None


def keep(folder: Path, at: datetime) -> None:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        insight.refresh(folder=folder, at=at)


def amiss(folder: Path, at: datetime) -> list[str]:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        return [one.what for one in insight.verify(folder=folder, at=at)]


def test_what_lies_beside_is_verified(world: World, refreshed: Path) -> None:
    log = opened(refreshed)
    assert log.state.touched_file
    assert log.rows(log.tables["changes"])
    assert amiss(refreshed, world.at) == []


def test_sabotage_cells_that_miss_the_last_refresh_are_found(
    world: World, refreshed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refreshing, "revalue", lambda *, folder, touched: insight.state_of(folder))
    paused(world)
    keep(refreshed, world.at)
    found = amiss(refreshed, world.at)
    assert any(what.startswith("cells ") for what in found)
    assert any(what.startswith("values ") for what in found)


def test_sabotage_stops_that_are_lost_are_found(world: World, refreshed: Path) -> None:
    state = insight.state_of(refreshed)
    assert state is not None
    part = refreshed / "stops" / state.parts[-1]
    empty = opened(refreshed).stops.limit(0).to_pyarrow()
    pq.write_table(empty, part)
    assert any(what.startswith("stops ") for what in amiss(refreshed, world.at))
