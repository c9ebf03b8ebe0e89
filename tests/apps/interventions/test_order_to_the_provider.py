"""The order: what the provider gets to see and for how long, answered, started, told of, ended with its access."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from tests.apps.interventions.helped import Helped, make_helped
from tests.factories.world import World

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.interventions import service as interventions
from borgerfokus.core.casework.next_act import ActKind
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.interventions.words import OrderState
from borgerfokus.foundation.access.hidden import Hidden


@pytest.fixture
def scene(world: World, now: datetime) -> Helped:
    return make_helped(world)


def next_act(scene: Helped, at: datetime | None = None) -> ActKind:
    with scene.as_(scene.karen):
        act = decisions.next_act_of(case=scene.case, at=at or scene.at)
        assert act is not None
        return act.kind


def answer(scene: Helped, order: int, reason: str = "", *, accepted: bool = False) -> Refusal | None:
    with scene.as_(scene.bo):
        said = interventions.OrderAnswer(accepted=accepted, reason=reason)
        return interventions.answer_order(order_id=order, answer=said, by=scene.bo, at=scene.at)


def sees(scene: Helped, at: datetime | None = None) -> bool:
    """Whether the database shows the provider the case."""
    with scene.as_(scene.bo, at):
        return Case.objects.filter(pk=scene.case_id).exists()


def test_the_next_act_leads_from_the_order_to_the_start(scene: Helped) -> None:
    assert next_act(scene) == ActKind.START_INTERVENTION
    help_ = scene.intervention()
    assert next_act(scene) == ActKind.SEND_ORDER
    order = scene.order(help_)
    assert next_act(scene) == ActKind.AWAIT_ORDER
    assert answer(scene, order, accepted=True) is None
    assert next_act(scene) == ActKind.REPORT_START
    with scene.as_(scene.bo):
        assert interventions.report_start(order_id=order, on=scene.at.date(), by=scene.bo, at=scene.at) is None
    with scene.as_(scene.karen):
        assert scene.case.phase == Phase.INTERVENTION
        assert not casework.chain_faults(case_id=scene.case_id)
    assert next_act(scene) == ActKind.OFFER_PLAN


def test_a_refused_order_must_be_placed_elsewhere(scene: Helped, world: World) -> None:
    order = scene.order()
    empty = answer(scene, order)
    assert empty is not None
    assert empty.code == "order.no_reason"
    assert answer(scene, order, "Vi har ingen plads.") is None
    assert next_act(scene) == ActKind.ORDER_AGAIN
    assert not sees(scene)
    again = answer(scene, order, accepted=True) if sees(scene) else None
    assert again is None


def test_the_provider_sees_the_case_only_from_order_to_end(scene: Helped) -> None:
    assert not sees(scene)
    order = scene.order()
    assert sees(scene)
    with scene.as_(scene.bo):
        assert [one.pk for one in interventions.orders_to(scene.bo, at=scene.at)] == [order]
    with scene.as_(scene.karen):
        assert interventions.end_order(order_id=order, why="Mads er flyttet.", by=scene.karen, at=scene.at) is None
    assert not sees(scene)
    with scene.as_(scene.bo), pytest.raises(Hidden):
        interventions.find_order(order_id=order, by=scene.bo, at=scene.at)


def test_access_runs_out_by_itself(scene: Helped) -> None:
    order = scene.order()
    late = scene.at + timedelta(days=400)
    assert not sees(scene, late)
    with scene.as_(scene.bo, late), pytest.raises(Hidden):
        interventions.find_order(order_id=order, by=scene.bo, at=late)


def test_the_provider_may_see_no_case_page(scene: Helped) -> None:
    scene.order()
    with scene.as_(scene.bo):
        assert not casework.visible_to(scene.bo, at=scene.at).exists()


def test_access_stays_while_the_unit_has_another_order_in_the_case(scene: Helped) -> None:
    first, second = scene.order(), scene.order()
    for order, still in ((first, True), (second, False)):
        with scene.as_(scene.karen):
            assert interventions.end_order(order_id=order, why="", by=scene.karen, at=scene.at) is None
        assert sees(scene) is still


def test_closing_the_case_ends_help_orders_and_access(scene: Helped) -> None:
    order = scene.started()
    with scene.as_(scene.karen):
        refusal = casework.take_step(
            case_id=scene.case_id, step=Step.CLOSE, by=scene.karen, at=scene.at, reason="Mads vil ikke mere."
        )
    assert refusal is None
    now = scene.help_()
    assert [(one.pk, one.state) for one in now.orders] == [(order, OrderState.ENDED)]
    assert now.interventions[0].ended_as == "by_municipality"
    assert not sees(scene)
    with scene.as_(scene.karen):
        assert not casework.chain_faults(case_id=scene.case_id)


def test_an_order_is_answered_once_and_started_after_it(scene: Helped) -> None:
    order = scene.order()
    with scene.as_(scene.bo):
        early = interventions.report_start(order_id=order, on=scene.at.date(), by=scene.bo, at=scene.at)
    assert early is not None
    assert early.code == "order.not_accepted"
    assert answer(scene, order, accepted=True) is None
    again = answer(scene, order, accepted=True)
    assert again is not None
    assert again.code == "order.answered"
    with scene.as_(scene.bo):
        tomorrow = scene.at.date() + timedelta(days=1)
        future = interventions.report_start(order_id=order, on=tomorrow, by=scene.bo, at=scene.at)
    assert future is not None
    assert future.code == "order.start_day"


def test_the_caseworker_enters_what_the_provider_told(scene: Helped) -> None:
    order = scene.order()
    with scene.as_(scene.karen):
        yes = interventions.OrderAnswer(accepted=True, start_promised=date(2026, 12, 3))
        assert interventions.answer_order(order_id=order, answer=yes, by=scene.karen, at=scene.at) is None
    row = scene.help_().orders[0]
    assert (row.state, row.start_promised, row.answered_name) == ("accepted", date(2026, 12, 3), scene.karen.name)


def test_another_provider_never_answers(scene: Helped, world: World) -> None:
    order = scene.order()
    other = world.employee("Ulla", unit="nabosund-genoptraening")
    with scene.as_(other), pytest.raises(Hidden):
        interventions.answer_order(
            order_id=order, answer=interventions.OrderAnswer(accepted=True), by=other, at=scene.at
        )


def test_a_status_note_tells_of_the_goals_of_the_order(scene: Helped) -> None:
    scene.agreed_plan()
    order = scene.started()
    goal = scene.help_().goals[0].pk
    with scene.as_(scene.bo):
        new = interventions.NewStatusNote(
            text="Mads åbner posten sammen med os.",
            goals=[interventions.NotedGoal(goal, level_now=2, text="På vej.")],
            measure="WHO-5",
            measured=Decimal(56),
        )
        made = interventions.write_status_note(order_id=order, new=new, by=scene.bo, at=scene.at)
    assert isinstance(made, int)
    now = scene.help_(scene.citizen)
    note = now.notes_on(now.orders[0])[0]
    assert (note.measure, note.measured) == ("WHO-5", Decimal(56))
    assert [(one.goal_id, one.level_now) for one in now.noted(note)] == [(goal, 2)]


@pytest.mark.parametrize(
    ("said", "level", "code"),
    [
        (("", "", None), None, "status.empty"),
        (("Det går", "WHO-5", None), None, "status.empty"),
        (("Det går", "", Decimal(5)), None, "status.empty"),
        (("Det går", "", None), 8, "status.level"),
    ],
)
def test_a_status_note_that_lacks_something_is_refused(
    scene: Helped, said: tuple[str, str, Decimal | None], level: int | None, code: str
) -> None:
    scene.agreed_plan()
    order = scene.started()
    goal = scene.help_().goals[0].pk
    goals = [interventions.NotedGoal(goal, level_now=level)]
    new = interventions.NewStatusNote(text=said[0], goals=goals, measure=said[1], measured=said[2])
    with scene.as_(scene.bo):
        refusal = interventions.write_status_note(order_id=order, new=new, by=scene.bo, at=scene.at)
    assert isinstance(refusal, Refusal)
    assert refusal.code == code


def test_only_what_was_chosen_goes_with_the_order(scene: Helped) -> None:
    scene.agreed_plan()
    order = scene.order()
    now = scene.help_()
    assert [goal.title for goal in now.goals_of(now.orders[0])] == [now.goals[0].title]
    new = interventions.NewOrder(
        intervention=now.interventions[0].pk,
        unit=scene.unit,
        brief="Hej",
        goals=[987_654],
        start_wanted=date(2026, 12, 1),
        answer_by=date(2026, 11, 27),
        access_until=date(2027, 12, 1),
    )
    with scene.as_(scene.karen), pytest.raises(Hidden):
        interventions.send_order(case_id=scene.case_id, new=new, by=scene.karen, at=scene.at)
    assert order
