"""The released log: of the month before, of everybody by weight, and never made again within a month."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.factories.world import World

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.dialogue.events import RequestReceived
from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.actions import freezing
from borgerfokus.apps.insight.models import CaseNumber
from borgerfokus.core.access import Verb
from borgerfokus.core.disclosure import Rule
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as

SYSTEM = system("test")
Freeze = Callable[[datetime], insight.Log]


@pytest.fixture
def frozen(world: World, tmp_path: Path) -> Freeze:
    def made(at: datetime) -> insight.Log:
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
            insight.refresh(folder=tmp_path / insight.CASEWORK, at=at)
            insight.freeze(root=tmp_path, at=at)
        log = insight.open_for(tmp_path, leads=False)
        assert log is not None
        return log

    return made


def numbers(log: insight.Log) -> set[int]:
    return {row["case_no"] for row in log.rows(log.cases)}


def test_it_holds_the_month_before_and_stays_until_the_next(
    world: World, now: datetime, frozen: Freeze, everybody_counts_once: None
) -> None:
    for _number in range(6):
        world.case(citizen_id=world.person(), days_ago=40)
    world.case(citizen_id=world.person(), days_ago=3)
    assert frozen(now).state.cases == 6, "what has happened this month is not told"
    world.case(citizen_id=world.person(), days_ago=40)
    assert frozen(now + timedelta(days=1)).state.cases == 6, "frozen"
    assert frozen(now + timedelta(days=9)).state.cases == 8


@pytest.mark.parametrize("times", [0, 2])
def test_a_citizen_counts_by_weight_and_with_one_case_of_each_kind(
    world: World, now: datetime, frozen: Freeze, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    one, other = world.person(), world.person()
    for citizen, kind in ((one, "sel-85"), (one, "sel-85"), (one, "sel-100"), (other, "sel-85")):
        world.case(citizen_id=citizen, type_key=kind, days_ago=40)
    world.case(citizen_id=other, type_key="sel-100", days_ago=3)
    monkeypatch.setattr(freezing, "weight_of", lambda person: times if person == one else 1)
    assert frozen(now).state.cases == 1 + 2 * times, "of two alike one, and what has happened this month is not told"


def test_its_numbers_lead_back_to_no_case(world: World, now: datetime, frozen: Freeze) -> None:
    for number in range(30):
        world.case(citizen_id=world.person(), days_ago=40 + number)
    log = frozen(now)
    first = [row["us"] for row in log.rows(log.events.filter(log.events.place == 1).order_by("case_no"))]
    assert first != sorted(first), "their order tells nothing of when they came"
    assert numbers(log) == set(range(1, log.state.cases + 1))
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=now):
        assert CaseNumber.objects.count() == 30


def test_a_day_cannot_be_asked_for_but_a_quarter_can(now: datetime) -> None:
    asked = insight.fixed(insight.Question(kind="sel-85", starts=now, ends=now + timedelta(days=40)))
    assert (asked.starts, asked.ends) == (now.replace(month=10, day=1), datetime(2027, 1, 1, 12, tzinfo=now.tzinfo))
    assert insight.fixed(insight.Question(kind="sel-85")).starts is None


def test_fewer_than_enough_by_weight_are_no_flow(world: World, now: datetime, frozen: Freeze) -> None:
    """The threshold of seven stands at thirteen by weight, and without a rule the flow is there."""
    for _number in range(6):
        world.case(citizen_id=world.person(), days_ago=40)
    log, question = frozen(now), insight.Question(kind="sel-85")
    assert insight.told_flow(log, question, rule=Rule(suppress_up_to=7, round_to=5)) is None
    assert insight.told_flow(log, question, rule=None) is not None


def test_leaders_are_told_of_their_own_cases(world: World, now: datetime, frozen: Freeze, tmp_path: Path) -> None:
    world.case(citizen_id=world.person(), days_ago=3)
    frozen(now)
    own = insight.open_for(tmp_path, leads=True)
    assert own is not None
    assert own.state.cases == 1


def test_whose_the_cases_are_is_told_by_a_code_that_is_drawn_anew(
    world: World, now: datetime, frozen: Freeze, everybody_counts_once: None
) -> None:
    citizens = [world.person() for _number in range(20)]
    for citizen in citizens:
        for kind in ("sel-85", "sel-100"):
            world.case(citizen_id=citizen, type_key=kind, days_ago=40)
    codes = []
    for at in (now, now + timedelta(days=31)):
        log = frozen(at)
        assert log.people is not None
        told = log.rows(log.people.inner_join(log.cases, "case_no").order_by("first_us", "case_no"))
        assert sorted({row["person"] // 2 for row in told}) == list(range(20)), "two cases each"
        codes.append([row["person"] for row in log.rows(log.people.order_by("case_no"))])
    assert codes[0] != codes[1], "the order of the cases is the same, and the codes are not"


def test_the_casework_log_and_what_is_exported_know_nobody(world: World, now: datetime, frozen: Freeze) -> None:
    world.case(citizen_id=world.person(), days_ago=40)
    log = frozen(now)
    assert "person" not in "".join(insight.as_xes(log)) + "".join(insight.as_ocel(log))
    assert "person" not in log.events.columns + log.cases.columns + log.details.columns + log.marks.columns


def crowd(world: World, *, citizens: int, steps: int) -> None:
    """So many citizens with a case each, in which the same step is done again and again."""
    for _number in range(citizens):
        case = world.case(citizen_id=world.person(), days_ago=60)
        for step in range(steps):
            moment = world.at - timedelta(days=50, minutes=-step)
            with (
                acting_as(SYSTEM, purpose=Purpose.OPERATION, at=moment),
                casework.changing(case_id=case.pk, verb=Verb.CASE_EDIT, by=SYSTEM, at=moment) as opened,
            ):
                opened.append(RequestReceived(request=step, entry=1, channel="self_service", relation="own"))


def test_a_step_done_many_times_by_few_is_held_back(
    world: World, now: datetime, frozen: Freeze, everybody_counts_once: None
) -> None:
    crowd(world, citizens=14, steps=0)
    crowd(world, citizens=3, steps=12)
    log, question, rule = frozen(now), insight.Question(kind="sel-85"), Rule(suppress_up_to=7, round_to=5)
    told = insight.told_flow(log, question, rule=rule)
    assert told is not None
    assert told.cases == 15
    again = [one for one in told.facts if one.activity == "request.received"]
    assert again == [], "36 times, of three people"


def test_sabotage_where_cells_are_counted_and_not_people_the_few_are_told(
    world: World, now: datetime, frozen: Freeze, everybody_counts_once: None
) -> None:
    crowd(world, citizens=14, steps=0)
    crowd(world, citizens=3, steps=12)
    log = frozen(now)
    found = insight.flow(log, insight.Question(kind="sel-85"))
    assert found is not None
    told = insight.held_back(found, rule=Rule(suppress_up_to=7, round_to=5))
    assert told is not None
    assert [way.times for way in told.ways if told.words[way.after] == "request.received"], "33 times of three people"
