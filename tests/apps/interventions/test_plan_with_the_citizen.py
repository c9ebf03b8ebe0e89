"""The plan: offered, written, shown, agreed by both, replaced by a new one; and a no thanks is respected."""

from dataclasses import replace
from datetime import datetime

import pytest
from tests.apps.interventions.helped import GOAL, PLAN, Helped, make_helped
from tests.factories.world import World

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.interventions import service as interventions
from borgerfokus.apps.interventions.queries import standing
from borgerfokus.core.casework.next_act import ActKind
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.interventions.words import GoalEnd, PlanState, SigningWay
from borgerfokus.foundation.access.hidden import Hidden


@pytest.fixture
def scene(world: World, now: datetime) -> Helped:
    return make_helped(world)


def save(scene: Helped, plan: int, version: int, *goals: interventions.WrittenGoal) -> Refusal | None:
    with scene.as_(scene.karen):
        written = interventions.WrittenPlan(plan=plan, version=version, content=PLAN, goals=goals)
        return interventions.save_plan(written=written, by=scene.karen, at=scene.at)


def next_act(scene: Helped) -> ActKind:
    with scene.as_(scene.karen):
        act = decisions.next_act_of(case=scene.case, at=scene.at)
        assert act is not None
        assert scene.case.next_act == act.kind
        return act.kind


def test_the_next_act_leads_from_the_offer_to_the_agreement(scene: Helped) -> None:
    scene.begin()
    assert next_act(scene) == ActKind.OFFER_PLAN
    plan = scene.draft_plan()
    assert next_act(scene) == ActKind.WRITE_PLAN
    with scene.as_(scene.karen):
        assert interventions.show_plan(plan_id=plan, by=scene.karen, at=scene.at) is None
        assert scene.case.ball == "you"
    assert next_act(scene) == ActKind.AWAIT_PLAN
    assert scene.sign(plan, scene.citizen) is None
    assert next_act(scene) == ActKind.SIGN_PLAN
    assert scene.sign(plan, scene.karen) is None
    assert next_act(scene) == ActKind.BEGIN_FOLLOW_UP


def test_the_act_says_whether_a_plan_must_be_offered(scene: Helped, monkeypatch: pytest.MonkeyPatch) -> None:
    scene.begin()
    assert next_act(scene) == ActKind.OFFER_PLAN
    monkeypatch.setattr(standing, "must_offer", lambda *_args, **_more: False)
    with scene.as_(scene.karen):
        act = decisions.next_act_of(case=scene.case, at=scene.at)
    assert act is not None
    assert act.kind == ActKind.BEGIN_FOLLOW_UP


def test_a_no_thanks_is_kept_with_its_day_and_asked_no_more(scene: Helped) -> None:
    scene.begin()
    with scene.as_(scene.karen):
        made = interventions.offer_plan(
            case_id=scene.case_id, wanted=False, words="Nej, det er fint sådan.", by=scene.karen, at=scene.at
        )
        assert isinstance(made, int)
    now = scene.help_()
    assert now.declined is not None
    assert (now.declined.declined_at, now.declined.declined_words) == (scene.at, "Nej, det er fint sådan.")
    assert next_act(scene) == ActKind.BEGIN_FOLLOW_UP


def test_what_both_signed_is_kept_word_for_word(scene: Helped) -> None:
    scene.agreed_plan()
    now = scene.help_()
    assert now.agreed is not None
    assert now.agreed.state == PlanState.AGREED
    assert now.agreed.signed_content["purpose"] == PLAN.purpose
    assert [goal["title"] for goal in now.agreed.signed_content["goals"]] == [GOAL.title]
    assert now.agreed.citizen_signed_name == scene.citizen.name
    with scene.as_(scene.karen):
        kinds = [one.kind for one in casework.happenings(case_id=scene.case_id)]
        assert kinds[:3] == ["plan.signed", "plan.signed", "plan.shown"]
        assert not casework.chain_faults(case_id=scene.case_id)


def test_staff_may_record_that_the_citizen_said_yes_on_the_phone(scene: Helped) -> None:
    plan = scene.shown_plan()
    assert scene.sign(plan, scene.karen, SigningWay.PHONE) is None
    row = scene.help_().written
    assert row is not None
    assert (row.citizen_signed_how, row.citizen_signed_by, row.signed_at) == ("phone", scene.karen.subject, None)
    assert scene.sign(plan, scene.karen) is None
    assert scene.help_().agreed is not None


@pytest.mark.parametrize("part", ["purpose", "intervention", "duration"])
def test_a_plan_without_a_part_of_section_141_is_not_shown(scene: Helped, part: str) -> None:
    plan = scene.draft_plan()
    with scene.as_(scene.karen):
        row = interventions.ActionPlan.objects.get(pk=plan)
        content = replace(PLAN, **{part: " "})
        goals = [interventions.WrittenGoal(GOAL, id=row.goals.get().pk)]
        written = interventions.WrittenPlan(plan=plan, version=row.version, content=content, goals=goals)
        assert interventions.save_plan(written=written, by=scene.karen, at=scene.at) is None
        refusal = interventions.show_plan(plan_id=plan, by=scene.karen, at=scene.at)
    assert refusal is not None
    assert refusal.article == "serviceloven § 141"


def test_the_citizen_never_sees_a_draft(scene: Helped) -> None:
    plan = scene.draft_plan()
    now = scene.help_(scene.citizen)
    assert (now.plans, now.goals, now.rows["steps"]) == ((), (), [])
    with scene.as_(scene.karen):
        assert interventions.show_plan(plan_id=plan, by=scene.karen, at=scene.at) is None
    now = scene.help_(scene.citizen)
    assert [one.title for one in now.goals] == [GOAL.title]
    assert len(now.rows["steps"]) == 2


def test_an_older_version_never_overwrites_a_newer_one(scene: Helped) -> None:
    plan = scene.draft_plan()
    refusal = save(scene, plan, 1)
    assert refusal is not None
    assert refusal.code == "edit.conflict"
    assert [one.title for one in scene.help_().goals] == [GOAL.title]


def test_a_plan_that_changed_since_it_was_read_is_not_signed(scene: Helped) -> None:
    plan = scene.shown_plan()
    with scene.as_(scene.citizen):
        refusal = interventions.sign_plan(
            plan_id=plan, version=1, how=SigningWay.DIGITAL, by=scene.citizen, at=scene.at
        )
    assert refusal is not None
    assert refusal.code == "edit.conflict"


def test_nobody_signs_twice(scene: Helped) -> None:
    plan = scene.shown_plan()
    assert scene.sign(plan, scene.citizen) is None
    refusal = scene.sign(plan, scene.citizen)
    assert refusal is not None
    assert refusal.code == "plan.already_signed"


def test_taking_a_plan_back_forgets_what_was_signed(scene: Helped) -> None:
    plan = scene.shown_plan()
    scene.sign(plan, scene.citizen)
    with scene.as_(scene.karen):
        assert interventions.take_back_plan(plan_id=plan, by=scene.karen, at=scene.at) is None
    row = scene.help_().written
    assert row is not None
    assert (row.state, row.citizen_signed_at, row.citizen_signed_by) == (PlanState.DRAFT, None, "")


def test_a_new_plan_takes_over_the_goals_and_replaces_the_old_one_when_it_is_agreed(scene: Helped) -> None:
    first = scene.agreed_plan()
    goal = scene.help_().goals[0].pk
    with scene.as_(scene.karen):
        second = interventions.offer_plan(case_id=scene.case_id, wanted=True, words="", by=scene.karen, at=scene.at)
        assert isinstance(second, int)
    now = scene.help_()
    assert now.agreed is not None
    assert now.agreed.pk == first
    assert [(one.pk, one.plan_id) for one in now.goals] == [(goal, second)]
    new = replace(GOAL, title="Jeg går til træning")
    refusal = save(scene, second, 1, interventions.WrittenGoal(GOAL, id=goal), interventions.WrittenGoal(new))
    assert refusal is None
    with scene.as_(scene.karen):
        assert interventions.show_plan(plan_id=second, by=scene.karen, at=scene.at) is None
    assert scene.sign(second, scene.citizen) is None
    assert scene.sign(second, scene.karen) is None
    states = {one.pk: one.state for one in scene.help_().plans}
    assert states == {first: PlanState.REPLACED, second: PlanState.AGREED}
    assert [one.title for one in scene.help_().goals] == [GOAL.title, "Jeg går til træning"]


def test_dropping_a_draft_gives_the_goals_back_to_the_plan_in_force(scene: Helped) -> None:
    first = scene.agreed_plan()
    goal = scene.help_().goals[0].pk
    with scene.as_(scene.karen):
        second = interventions.offer_plan(case_id=scene.case_id, wanted=True, words="", by=scene.karen, at=scene.at)
        assert isinstance(second, int)
    assert save(scene, second, 1, interventions.WrittenGoal(replace(GOAL, title="Noget andet"))) is None
    with scene.as_(scene.karen):
        assert interventions.drop_plan(plan_id=second, by=scene.karen, at=scene.at) is None
    now = scene.help_()
    assert [(one.pk, one.plan_id) for one in now.goals] == [(goal, first)]


def test_comments_are_open_and_say_who_spoke_as_what(scene: Helped, world: World) -> None:
    plan = scene.shown_plan()
    goal = scene.help_().goals[0].pk
    for actor in (scene.citizen, scene.karen):
        with scene.as_(actor):
            assert interventions.comment(plan_id=plan, goal_id=goal, text="Godt mål.", by=actor, at=scene.at) is None
            empty = interventions.comment(plan_id=plan, goal_id=None, text=" ", by=actor, at=scene.at)
            assert empty is not None
    said = scene.help_(scene.citizen).comments
    assert [one.role for one in said] == ["staff", "citizen"]
    stranger = world.citizen("Ib", "Fremmed")
    with scene.as_(stranger), pytest.raises(Hidden):
        interventions.comment(plan_id=plan, goal_id=None, text="Hej", by=stranger, at=scene.at)


def test_the_citizen_ticks_a_step_and_takes_it_back(scene: Helped) -> None:
    scene.shown_plan()
    now = scene.help_()
    step = now.steps_of(now.goals[0])[1]
    for done in (True, True, False):
        with scene.as_(scene.citizen):
            interventions.tick_step(step_id=step.pk, done=done, by=scene.citizen, at=scene.at)
        assert (scene.help_().steps_of(now.goals[0])[1].done_at is not None) is done
    with scene.as_(scene.karen):
        kinds = [one.kind for one in casework.happenings(case_id=scene.case_id)]
    assert kinds.count("goal.step") == 2


def test_a_goal_ends_once(scene: Helped) -> None:
    scene.agreed_plan()
    goal = scene.help_().goals[0].pk
    with scene.as_(scene.karen):
        for expected in (None, "goal.ended"):
            refusal = interventions.end_goal(
                goal_id=goal, ended_as=GoalEnd.GIVEN_UP, why="Mads vil noget andet.", by=scene.karen, at=scene.at
            )
            assert (refusal.code if refusal else None) == expected
    assert scene.help_().running == ()


def test_nobody_outside_the_case_sees_or_writes_a_plan(scene: Helped, world: World) -> None:
    plan = scene.shown_plan()
    stranger = world.employee("Fremmed", unit="ydelsesteamet")
    assert scene.help_(stranger).plans == ()
    with scene.as_(stranger):
        for act in (interventions.show_plan, interventions.take_back_plan, interventions.end_plan):
            with pytest.raises(Hidden):
                act(plan_id=plan, by=stranger, at=scene.at)
    with scene.as_(scene.citizen), pytest.raises(Hidden):
        interventions.take_back_plan(plan_id=plan, by=scene.citizen, at=scene.at)
