"""The way to 18: birthdays, topics, milestones backwards, days without help. A case table that a lawyer can check."""

from datetime import date, timedelta

import pytest

from borgerfokus.core.dates import add_months
from borgerfokus.core.rules import Parameters
from borgerfokus.core.transition import course as law
from borgerfokus.core.transition.course import Course, Young, course, rules_of
from borgerfokus.core.transition.words import Milestone, Status, Topic, TopicState

TODAY = date(2026, 11, 23)
RULES = rules_of(parameters=Parameters.load(), on=TODAY)


def turning(days: int) -> date:
    """Born so that the 18th birthday is so many days ahead."""
    return add_months(TODAY + timedelta(days=days), -18 * 12)


def way(days: int, *, agreed: int = 0, going: int = 0, **known: object) -> Course:
    states = [TopicState.AGREED] * agreed + [TopicState.GOING] * going
    topics = dict(zip(Topic, [*states, *[TopicState.OPEN] * (6 - len(states))], strict=True))
    return course(young=Young(born=turning(days), topics=topics, **known), rules=RULES, today=TODAY)  # type: ignore[arg-type]


def test_the_ages_are_those_of_the_act() -> None:
    assert (RULES.start_age, RULES.ready_age) == (16, 18)


@pytest.mark.parametrize(
    ("born", "sixteen", "eighteen"),
    [
        (date(2009, 1, 31), date(2025, 1, 31), date(2027, 1, 31)),
        (date(2008, 2, 29), date(2024, 2, 29), date(2026, 2, 28)),
        (date(2010, 12, 31), date(2026, 12, 31), date(2028, 12, 31)),
    ],
)
def test_birthdays(born: date, sixteen: date, eighteen: date) -> None:
    assert (law.birthday(born, 16), law.birthday(born, 18)) == (sixteen, eighteen)


@pytest.mark.parametrize(
    ("age_in_days_from_16", "concerned"),
    [(-1, False), (0, True), (729, True), (730, False)],
)
def test_who_is_concerned(age_in_days_from_16: int, concerned: bool) -> None:
    born = add_months(TODAY - timedelta(days=age_in_days_from_16), -16 * 12)
    assert law.concerned_on(born=born, on=TODAY, parameters=Parameters.load()) is concerned


def test_nobody_is_before_the_act_was_in_force() -> None:
    born, on = date(2007, 1, 1), date(2023, 6, 1)
    assert not law.concerned_on(born=born, on=on, parameters=Parameters.load())


@pytest.mark.parametrize(
    ("days", "agreed", "going", "known", "status", "gap"),
    [
        (64, 2, 2, {"adult_starts": TODAY + timedelta(days=64 + 47)}, Status.GAP, 47),
        (64, 6, 0, {"adult_starts": TODAY + timedelta(days=64)}, Status.READY, None),
        (64, 6, 0, {}, Status.READY, None),
        (64, 0, 0, {}, Status.GAP, 83),
        (150, 2, 2, {}, Status.ON_PLAN, None),
        (64, 5, 0, {"child_ends": TODAY + timedelta(days=30)}, Status.CLOSE, None),
        (64, 5, 0, {"child_ends": TODAY + timedelta(days=10)}, Status.GAP, 14),
        (600, 0, 0, {}, Status.EARLY, None),
        (600, 0, 1, {}, Status.ON_PLAN, None),
        (-20, 3, 0, {"adult_starts": TODAY + timedelta(days=10)}, Status.GAP, 30),
    ],
)
def test_days_without_help(  # noqa: PLR0917 (the columns of the table)
    days: int, agreed: int, going: int, known: dict[str, date], status: Status, gap: int | None
) -> None:
    found = way(days, agreed=agreed, going=going, **known)
    assert found.status is status
    assert (found.gap.days if found.gap else None) == gap


def test_a_gap_between_known_days_is_a_fact_and_another_a_forecast() -> None:
    known = way(64, adult_starts=TODAY + timedelta(days=70))
    assert known.gap is not None
    assert known.gap.is_known
    guessed = way(10)
    assert guessed.gap is not None
    assert not guessed.gap.is_known


def test_a_topic_that_is_not_agreed_by_its_day_is_late() -> None:
    young = Young(
        born=turning(200),
        topics={Topic.HOUSING: TopicState.GOING, Topic.WORK: TopicState.AGREED},
        due={Topic.HOUSING: TODAY - timedelta(days=1), Topic.WORK: TODAY - timedelta(days=1)},
    )
    found = course(young=young, rules=RULES, today=TODAY)
    assert found.topics[Topic.HOUSING] is TopicState.LATE
    assert found.topics[Topic.WORK] is TopicState.AGREED
    assert found.topics[Topic.OTHER] is TopicState.OPEN


def test_milestones_are_reckoned_backwards_from_the_birthday() -> None:
    found = way(400)
    due = {step.milestone: step.due for step in found.steps}
    assert due[Milestone.FIRST_MEETING] == add_months(found.sixteen, 3)
    for milestone, months in RULES.before.items():
        assert due[milestone] == add_months(found.eighteen, -months)
    assert list(due.values()) == sorted(due.values())


def test_a_milestone_slips_the_day_after_its_date() -> None:
    months = RULES.before[Milestone.APPLICATION]
    for late, slipped in ((0, False), (1, True)):
        eighteen = add_months(TODAY - timedelta(days=late), months)
        young = Young(born=add_months(eighteen, -18 * 12))
        steps = {step.milestone: step for step in course(young=young, rules=RULES, today=TODAY).steps}
        due = steps[Milestone.APPLICATION].due
        assert steps[Milestone.APPLICATION].slipped is slipped is (due < TODAY)


def test_an_owner_on_one_side_alone_is_no_owner() -> None:
    one = way(64, has_child_owner=True)
    both = way(64, has_child_owner=True, has_adult_owner=True)
    done = [next(s.done for s in found.steps if s.milestone is Milestone.OWNERS) for found in (one, both)]
    assert done == [False, True]


@pytest.mark.parametrize(("months", "place"), [(0, 0.0), (12, 40.0), (24, 80.0), (30, 100.0), (60, 100.0), (-9, 0.0)])
def test_the_line_goes_from_16_to_half_a_year_after_18(months: int, place: float) -> None:
    found = way(300)
    assert found.place(add_months(found.sixteen, months)) == pytest.approx(place, abs=0.6)
