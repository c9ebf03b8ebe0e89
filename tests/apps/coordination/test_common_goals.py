"""Common goals: set in one case, joined by another, each shown by its own case, and commented on by the citizen."""

import pytest
from tests.apps.coordination.household import Household

from borgerfokus.apps.coordination import service as coordination
from borgerfokus.apps.coordination.models import CommonGoal
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden

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
