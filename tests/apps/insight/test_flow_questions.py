"""Which cases a question of flow is about, what a log from outside keeps, and what is held back."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.apps.insight.written import Written, write
from tests.factories.world import World

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.actions.steps import Pause
from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.service import Question
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.disclosure import Rule
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as

pytestmark = pytest.mark.slow

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
PLAIN = ((0.0, "case.opened"), (5.0, "phase.information"), (9.0, "phase.decision"))


def decided(number: int, outcome: str, **more: object) -> Written:
    events = (*PLAIN, (12.0, "decision.issued", f"outcome.{outcome}"), (20.0, "phase.closed"))
    return Written(number, events, **more)  # type: ignore[arg-type]


@pytest.fixture
def log(tmp_path: Path) -> insight.Log:
    granted = [decided(n, "granted") for n in range(1, 10)]
    refused = [decided(n, "refused", days_ago=100) for n in range(10, 14)]
    changed = (*PLAIN, (12.0, "decision.issued", "outcome.refused"), (40.0, "decision.issued", "outcome.granted"))
    others = [Written(14, changed), Written(15, PLAIN), decided(16, "granted", unit="ydelsesteamet")]
    return write(tmp_path / "log", [*granted, *refused, *others], at=AT)


def cases(log: insight.Log, **asked: object) -> int:
    found = insight.flow(log, Question("sel-85", **asked))  # type: ignore[arg-type]
    return found.cases if found else 0


def test_outcome_period_and_unit_narrow_what_is_looked_at(log: insight.Log) -> None:
    assert cases(log) == 16
    assert cases(log, outcome="refused") == 4
    assert cases(log, outcome="granted") == 11, "the last decision of a case counts"
    assert cases(log, outcome=insight.UNDECIDED) == 1
    assert cases(log, starts=AT - timedelta(days=101)) == 4
    assert cases(log, units=frozenset({"ydelsesteamet"})) == 1
    assert insight.outcomes(log, Question("sel-85")) == ["granted", "refused", insight.UNDECIDED]


def test_a_way_can_be_looked_at_alone(log: insight.Log) -> None:
    found = insight.flow(log, Question("sel-85"))
    assert found is not None
    for order in found.orders:
        assert cases(log, variant=order.variant) == order.cases
    assert cases(log, variant=1) == 0


def test_what_is_lost_is_ranked_by_days_and_adds_up(log: insight.Log) -> None:
    found = insight.flow(log, Question("sel-85"))
    assert found is not None
    assert [loss.days for loss in found.losses] == sorted((loss.days for loss in found.losses), reverse=True)
    first = next(loss for loss in found.losses if loss.after == "phase.information")
    assert first.days == pytest.approx(16 * 5)


def test_few_are_held_back_everywhere(log: insight.Log) -> None:
    found = insight.flow(log, Question("sel-85"))
    assert found is not None
    told = insight.held_back(found, rule=Rule(7, 5))
    assert told is not None
    shown = [told.cases, *(one.cases for one in (*told.facts, *told.orders, *told.steps, *told.loops, *told.moved))]
    shown += [one.times for one in (*told.ways, *told.losses, *told.facts)]
    assert all(number > 7 and number % 5 == 0 for number in shown)
    assert len(told.facts) <= len(found.facts)
    few = insight.stream(log, Question("sel-85", outcome="refused"))
    assert few
    assert insight.stations_held_back(few, rule=Rule(7, 5)) == []


def test_the_value_stream_is_the_time_of_the_cases(log: insight.Log) -> None:
    stations = {one.word: one for one in insight.stream(log, Question("sel-85", outcome="refused"))}
    assert {word: one.median_days for word, one in stations.items()} == {
        "": 5,
        "phase.information": 4,
        "phase.decision": 11,
    }
    assert stations["phase.decision"].waited[Ball.US] == pytest.approx(11)


def test_what_a_log_from_outside_keeps_comes_back(log: insight.Log, tmp_path: Path) -> None:
    file = tmp_path / "again.xes"
    file.write_text("".join(insight.as_xes(log)).replace("outcome.refused", "a name of somebody"), "utf-8")
    insight.import_xes(file=file, folder=tmp_path / "again", name="again")
    again = insight.open_log(tmp_path / "again")
    assert again is not None
    assert again.words.lists["detail"] == ["outcome.granted"]
    assert insight.imported(tmp_path) == ["again", "log"]
    assert insight.outcomes(again, Question("again")) == ["granted", insight.UNDECIDED]


def test_the_casework_tells_for_whom_it_waits_and_nothing_else(world: World, now: datetime, tmp_path: Path) -> None:
    karen = world.employee("Karen")
    case = world.case(citizen_id=world.person(), caseworker=karen)
    pause = Pause(whom=Ball.OTHER, name="Lægehuset i Fjordby", reason="En udtalelse mangler.", answer_by=now.date())
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        assert casework.suspend(case_id=case.pk, pause=pause, by=karen, at=now) is None
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=now):
        state = insight.refresh(folder=tmp_path / "casework", at=now)
    assert state.words["detail"] == ["for.other"]
    kept = b"".join(path.read_bytes() for path in (tmp_path / "casework").rglob("*") if path.is_file())
    assert "Lægehuset".encode() not in kept
