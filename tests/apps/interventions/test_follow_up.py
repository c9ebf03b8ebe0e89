"""Following up: every goal spoken of, the outcome takes its step, and two at once never both count."""

from datetime import datetime, timedelta

import pytest
from tests.apps.interventions.helped import Helped, make_helped
from tests.factories.world import World

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.interventions import service as interventions
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.interventions.following import GoalFollowed
from borgerfokus.core.interventions.moving import Movement
from borgerfokus.core.interventions.words import FollowUpOutcome, HelpEnd, OrderState, PlanState, Reached
from borgerfokus.foundation.access.hidden import Hidden


@pytest.fixture
def scene(world: World, now: datetime) -> Helped:
    made = make_helped(world)
    made.agreed_plan()
    made.started()
    return made


def test_help_that_goes_on_is_looked_at_again_on_the_day(scene: Helped) -> None:
    made = scene.followed()
    assert isinstance(made, int)
    with scene.as_(scene.karen):
        case = scene.case
        assert (case.phase, case.follow_up_on) == (Phase.INTERVENTION, scene.at.date() + timedelta(days=90))
        assert not casework.chain_faults(case_id=scene.case_id)
    now = scene.help_()
    assert now.way_of(now.goals[0]).movement is Movement.BETTER
    assert now.goals[0].ended_as == ""


def test_a_goal_to_develop_that_is_reached_ends_while_the_help_goes_on(scene: Helped) -> None:
    goal = scene.help_().goals[0].pk
    done = (GoalFollowed(goal=goal, reached=Reached.YES, level_now=1),)
    assert isinstance(scene.followed(FollowUpOutcome.CHANGE, goals=done), int)
    row = scene.help_().goals[0]
    assert (row.ended_as, row.ended_on) == ("reached", scene.at.date())
    assert scene.help_().open_orders


def test_ending_closes_the_case_with_goals_plan_help_and_order(scene: Helped) -> None:
    assert isinstance(scene.followed(FollowUpOutcome.END), int)
    now = scene.help_()
    assert [one.ended_as for one in now.goals] == ["not_reached"]
    assert [one.state for one in now.plans] == [PlanState.ENDED]
    assert [one.ended_as for one in now.interventions] == [HelpEnd.COMPLETED]
    assert [one.state for one in now.orders] == [OrderState.ENDED]
    with scene.as_(scene.karen):
        assert (scene.case.phase, scene.case.closed_reason) == (Phase.CLOSED, "completed")
        assert not casework.chain_faults(case_id=scene.case_id)


def test_ending_and_assessing_anew_opens_the_assessment(scene: Helped) -> None:
    assert isinstance(scene.followed(FollowUpOutcome.END_AND_ASSESS_ANEW), int)
    with scene.as_(scene.karen):
        assert (scene.case.phase, scene.case.outcome) == (Phase.ASSESSMENT, "")
    assert scene.help_().interventions[0].ended_as == HelpEnd.COMPLETED


def test_two_follow_ups_of_one_page_never_both_count(scene: Helped) -> None:
    assert isinstance(scene.followed(latest=0), int)
    again = scene.followed(latest=0)
    assert isinstance(again, Refusal)
    assert again.code == "follow_up.again"
    assert len(scene.help_().follow_ups) == 1


def test_a_refused_step_leaves_nothing_behind(scene: Helped) -> None:
    with scene.as_(scene.karen):
        pause = casework.Pause(whom=Ball.YOU, name="Mads", reason="venter på svar")
        assert casework.suspend(case_id=scene.case_id, pause=pause, by=scene.karen, at=scene.at) is None
        events = scene.case.event_count
    refusal = scene.followed()
    assert isinstance(refusal, Refusal)
    with scene.as_(scene.karen):
        assert (scene.case.phase, scene.case.event_count) == (Phase.INTERVENTION, events)
    assert scene.help_().follow_ups == ()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"goals": ()}, "follow_up.every_goal"),
        ({"reason": " "}, "follow_up.no_reason"),
        ({"provider_said": ""}, "follow_up.provider"),
        ({"satisfaction": 6}, "follow_up.satisfaction"),
        ({"next_on": None}, "follow_up.next_day"),
    ],
)
def test_a_follow_up_that_lacks_something_is_refused(scene: Helped, changes: dict[str, object], code: str) -> None:
    refusal = scene.followed(**changes)
    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.article) == (code, "serviceloven § 148")


def test_nobody_without_the_case_follows_up(scene: Helped, world: World) -> None:
    scene.karen = world.employee("Fremmed", unit="ydelsesteamet")
    with pytest.raises(Hidden):
        scene.followed(latest=0)


def test_the_citizen_reads_it_all(scene: Helped) -> None:
    scene.followed()
    now = scene.help_(scene.citizen)
    assert [one.citizen_words for one in now.follow_ups] == ["Det hjælper."]
    assert [one.note for one in now.said_of(now.follow_ups[0])] == ["Åbner halvdelen selv."]


def test_the_next_day_follows_from_the_case_type(scene: Helped) -> None:
    with scene.as_(scene.karen):
        found = interventions.next_follow_up_on(case=scene.case, on=scene.at.date())
    assert (found.year, found.month, found.day) == (2027, 2, 23)
