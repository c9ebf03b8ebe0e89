"""Common goals: set in one case, joined by another, each shown by its own case, and commented on by the citizen."""

import pytest
from tests.apps.coordination.household import Household

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.coordination import service as coordination
from borgerfokus.apps.coordination.models import CommonGoal
from borgerfokus.apps.interventions.models import ActionPlan
from borgerfokus.apps.interventions.models import Goal as PlanGoal
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.web.present import joint

pytestmark = pytest.mark.django_db


def set_goal(home: Household) -> int:
    new = coordination.NewGoal("Passe et arbejde", "Støtte om morgenen", "Jeg vil tilbage på lageret")
    with home.as_(home.karen):
        made = coordination.set_goal(case_id=home.support.pk, new=new, by=home.karen, at=home.at)
    assert isinstance(made, int), made
    return made


def shown(home: Household, by: Actor) -> list[list[str]]:
    with home.as_(by):
        rows = coordination.goals_of(citizen_id=home.citizen.id, by=by, at=home.at)
        return [[one.text for one in row.contributions.all()] for row in rows]


def test_a_goal_is_unknown_to_a_unit_that_does_not_contribute(home: Household) -> None:
    set_goal(home)
    assert shown(home, home.karen) == [["Støtte om morgenen"]]
    assert shown(home, home.citizen) == [["Støtte om morgenen"]]
    assert shown(home, home.sara) == []
    with home.as_(home.sara):
        assert CommonGoal.objects.count() == 0


def test_each_sees_the_contribution_of_the_own_case_and_the_citizen_all(home: Household) -> None:
    goal = set_goal(home)
    with home.as_system():
        both = coordination.contribute_to_goal(
            goal_id=goal, case_id=home.expenses.pk, text="Kørsel", by=_platform(), at=home.at
        )
        assert both is None
    assert shown(home, home.sara) == [["Kørsel"]]
    assert shown(home, home.karen) == [["Støtte om morgenen"]]
    assert shown(home, home.citizen) == [["Støtte om morgenen", "Kørsel"]]


def plan_goal(home: Household, case: Case) -> int:
    """A goal of a case's plan, shown to the citizen."""
    with home.as_system():
        plan = ActionPlan.objects.create(
            case=case, number=1, kind="action_plan", state="draft", at=home.at, by="test", by_name="Test"
        )
        goal = PlanGoal.objects.create(
            case=case, plan=plan, place=1, kind="develop", title="Møde klokken ni", started_on=home.at.date(),
            shown_at=home.at, at=home.at, by="test", frame="ffb", theme="self-care", level_start=3,
            level_expected=1,
        )  # fmt: skip
        return goal.pk


def test_a_contribution_points_at_a_goal_of_the_plan_of_its_own_case_alone(home: Household) -> None:
    mine, other = plan_goal(home, home.support), plan_goal(home, home.expenses)
    goal, now = set_goal(home), {"by": home.karen, "at": home.at}
    with home.as_(home.karen):
        refused = coordination.contribute_to_goal(
            goal_id=goal, case_id=home.support.pk, text="Støtte", plan_goal=other, **now
        )
        assert refused is not None
        assert refused.code == "goal_of_another_plan"
        told = coordination.contribute_to_goal(
            goal_id=goal, case_id=home.support.pk, text="Støtte", plan_goal=mine, **now
        )
        assert told is None
    for reader in (home.karen, home.citizen):
        with home.as_(reader):
            [row] = coordination.goals_of(citizen_id=home.citizen.id, by=reader, at=home.at)
            [shown_as] = joint.goal(row, reader="staff").contributions
        assert shown_as.plan_goal == "Møde klokken ni"
        assert "Fra 3" in shown_as.moves
        assert "til 1" in shown_as.moves
        assert "Der er ikke fulgt op på målet endnu." in shown_as.moves


def test_a_goal_of_the_plan_that_the_citizen_has_not_been_shown_is_not_shown(home: Household) -> None:
    mine, goal = plan_goal(home, home.support), set_goal(home)
    with home.as_system():
        PlanGoal.objects.update(shown_at=None)
    with home.as_(home.karen):
        told = coordination.contribute_to_goal(
            goal_id=goal, case_id=home.support.pk, text="Støtte", plan_goal=mine, by=home.karen, at=home.at
        )
        assert told is None
    with home.as_(home.citizen):
        [row] = coordination.goals_of(citizen_id=home.citizen.id, by=home.citizen, at=home.at)
        [shown_as] = joint.goal(row, reader="citizen").contributions
    assert (shown_as.text, shown_as.plan_goal, shown_as.moves) == ("Støtte", "", "")


def test_the_citizen_comments_and_the_history_is_kept(home: Household) -> None:
    goal = set_goal(home)
    with home.as_(home.citizen):
        told = coordination.comment_on_goal(goal_id=goal, text="Det går bedre.", by=home.citizen, at=home.at)
        assert told is None
    with home.as_(home.karen):
        done = coordination.change_goal(goal_id=goal, status="reached", text="Nået.", by=home.karen, at=home.at)
        assert done is None
        (row,) = coordination.goals_of(citizen_id=home.citizen.id, by=home.karen, at=home.at)
    assert row.status == "reached"
    assert row.ended_at is not None
    assert [(one.kind, one.text) for one in row.entries.all()] == [
        ("status", "Nået."),
        ("comment", "Det går bedre."),
        ("set", ""),
    ]


def test_an_empty_goal_is_refused_and_a_strangers_is_unknown(home: Household) -> None:
    with home.as_(home.karen):
        empty = coordination.set_goal(
            case_id=home.support.pk, new=coordination.NewGoal(" ", "x"), by=home.karen, at=home.at
        )
        assert isinstance(empty, Refusal)
    goal = set_goal(home)
    with home.as_(home.sara), pytest.raises(Hidden):
        coordination.comment_on_goal(goal_id=goal, text="Nå.", by=home.sara, at=home.at)


def _platform() -> Actor:
    from borgerfokus.foundation.access.actor import system

    return system("test")
