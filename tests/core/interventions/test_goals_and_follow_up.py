"""What a goal and a plan lack, how a goal has moved, and what a follow-up must say."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borgerfokus.core.assessment import frames
from borgerfokus.core.interventions.following import (
    FollowUpContent,
    GoalFollowed,
    reached_by,
    refusal_of,
    speaks_against,
)
from borgerfokus.core.interventions.moving import Movement, way
from borgerfokus.core.interventions.plan import (
    PLAN_ARTICLES,
    GoalContent,
    PlanContent,
    StepContent,
    goal_lacks,
    kind_for,
    plan_lacks,
)
from borgerfokus.core.interventions.words import FollowUpOutcome, GoalKind, Reached, StepOwner

FFB = frames()["ffb"]
GOAL = GoalContent(kind=GoalKind.DEVELOP, title="Jeg åbner min post", theme="chores", level_start=3, level_expected=1)
TODAY = date(2026, 11, 23)
SAID = FollowUpContent(
    on=TODAY,
    outcome=FollowUpOutcome.CONTINUE,
    reason="Det virker.",
    goals=(GoalFollowed(goal=1, reached=Reached.NOT_YET),),
    provider_said="Fremad.",
    next_on=TODAY + timedelta(days=90),
)
LEVELS = st.one_of(st.none(), st.integers(0, 4))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": " "}, "title"),
        ({"theme": "no-such"}, "theme"),
        ({"theme": ""}, "level_start"),
        ({"level_start": 7}, "level_start"),
        ({"level_expected": 3}, "level_expected"),
        ({"theme": "mind"}, "level_start"),
        ({"kind": GoalKind.MAINTAIN}, "level_expected"),
        ({"kind": GoalKind.LIMIT_LOSS}, "level_expected"),
        ({"steps": (StepContent(" ", StepOwner.STAFF),)}, "steps"),
    ],
)
def test_what_a_goal_lacks_is_said_at_its_field(changes: dict[str, object], field: str) -> None:
    lacks = goal_lacks(replace(GOAL, **changes), frame=FFB)  # type: ignore[arg-type]
    assert lacks[0].field == field


@pytest.mark.parametrize(
    "goal",
    [
        GOAL,
        replace(GOAL, kind=GoalKind.MAINTAIN, level_expected=3),
        replace(GOAL, kind=GoalKind.LIMIT_LOSS, level_expected=4),
        replace(GOAL, level_start=None, level_expected=None),
        replace(GOAL, theme="", level_start=None, level_expected=None),
    ],
)
def test_a_whole_goal_lacks_nothing(goal: GoalContent) -> None:
    assert goal_lacks(goal, frame=FFB) == ()


@given(LEVELS, LEVELS)
def test_the_kind_that_is_proposed_always_fits_its_levels(start: int | None, expected: int | None) -> None:
    goal = replace(GOAL, kind=kind_for(start=start, expected=expected), level_start=start, level_expected=expected)
    assert goal_lacks(goal, frame=FFB) == ()


def test_a_case_type_without_a_frame_has_goals_without_themes() -> None:
    plain = replace(GOAL, theme="", level_start=None, level_expected=None)
    assert goal_lacks(plain, frame=None) == ()
    assert goal_lacks(GOAL, frame=None)[0].field == "theme"


def test_a_plan_tells_what_section_141_asks_for() -> None:
    assert [one.field for one in plan_lacks(PlanContent(), goals=())] == [
        "purpose",
        "intervention",
        "duration",
        "goals",
    ]
    assert plan_lacks(PlanContent("a", "b", "c"), goals=(GOAL,)) == ()


def test_every_kind_of_plan_rests_on_a_rule() -> None:
    assert all("§" in article for article in PLAN_ARTICLES.values())


@given(st.lists(st.tuples(st.dates(date(2026, 1, 2), date(2027, 1, 1)), LEVELS), max_size=6), LEVELS)
def test_the_way_of_a_goal_is_in_the_order_of_its_days(seen: list[tuple[date, int | None]], start: int | None) -> None:
    found = way(kind=GoalKind.DEVELOP, started=date(2026, 1, 1), start=start, expected=1, seen=seen)
    assert [point.on for point in found.points] == sorted(point.on for point in found.points)
    assert len(found.points) == (start is not None) + sum(level is not None for _day, level in seen)


@pytest.mark.parametrize(
    ("last", "movement", "there"),
    [(1, Movement.BETTER, True), (2, Movement.BETTER, False), (3, Movement.SAME, False), (4, Movement.WORSE, False)],
)
def test_a_lower_level_is_less_difficulty(last: int, movement: Movement, there: bool) -> None:
    found = way(kind=GoalKind.DEVELOP, started=TODAY, start=3, expected=1, seen=[(TODAY, last)])
    assert (found.movement, found.is_there) == (movement, there)


def test_a_goal_that_was_never_looked_at_has_not_moved() -> None:
    assert way(kind=GoalKind.DEVELOP, started=TODAY, start=3, expected=1, seen=[]).movement is Movement.NOT_MEASURED


@pytest.mark.parametrize(
    ("kind", "expected", "now", "reached"),
    [
        (GoalKind.DEVELOP, 1, 1, Reached.YES),
        (GoalKind.DEVELOP, 1, 0, Reached.YES),
        (GoalKind.DEVELOP, 1, 2, Reached.NOT_YET),
        (GoalKind.MAINTAIN, 3, 4, Reached.NO),
        (GoalKind.MAINTAIN, 3, 3, Reached.YES),
        (GoalKind.MAINTAIN, None, 3, None),
        (GoalKind.MAINTAIN, 3, None, None),
    ],
)
def test_what_a_level_says_of_a_goal(
    kind: GoalKind, expected: int | None, now: int | None, reached: Reached | None
) -> None:
    assert reached_by(kind=kind, expected=expected, now=now) is reached


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, None),
        ({"on": TODAY + timedelta(days=1)}, "follow_up.not_yet"),
        ({"goals": ()}, "follow_up.every_goal"),
        ({"reason": ""}, "follow_up.no_reason"),
        ({"provider_said": " "}, "follow_up.provider"),
        ({"provider_said": "", "provider_why_not": "De var syge."}, None),
        ({"satisfaction": 0}, "follow_up.satisfaction"),
        ({"satisfaction": 5}, None),
        ({"next_on": TODAY}, "follow_up.next_day"),
        ({"outcome": FollowUpOutcome.END, "next_on": None}, None),
    ],
)
def test_a_follow_up_says_what_it_must(changes: dict[str, object], code: str | None) -> None:
    refusal = refusal_of(replace(SAID, **changes), goals=[1], today=TODAY)  # type: ignore[arg-type]
    assert (refusal.code if refusal else None) == code


@pytest.mark.parametrize(
    ("outcome", "reached", "against"),
    [
        (FollowUpOutcome.CONTINUE, Reached.NO, False),
        (FollowUpOutcome.END, Reached.YES, False),
        (FollowUpOutcome.END, Reached.PARTLY, True),
        (FollowUpOutcome.END_AND_ASSESS_ANEW, Reached.NO, True),
    ],
)
def test_help_that_ends_before_its_goals_may_be_to_the_detriment(
    outcome: FollowUpOutcome, reached: Reached, against: bool
) -> None:
    assert speaks_against(outcome, [GoalFollowed(goal=1, reached=reached)]) is against
