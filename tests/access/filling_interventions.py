"""Filling a case with plan, goals, help, an order, notes and a follow-up, each typed text a canary of its own."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from borgerfokus.apps.interventions import service as interventions
from borgerfokus.apps.interventions.models import FollowUp, FollowUpGoal, Goal, GoalStep, Intervention, Order
from borgerfokus.core.interventions.plan import GoalContent, PlanContent, StepContent
from borgerfokus.core.interventions.words import Form, GoalKind, SigningWay, StepOwner
from borgerfokus.core.offers.words import PriceUnit
from borgerfokus.foundation.access.scope import Purpose, acting_as
from tests.access.scene import SYSTEM, Subject

if TYPE_CHECKING:
    from tests.access.filling import Filling

_PROVIDER = "udfoereren"
_LATER = date(2027, 2, 1)


def fill(filling: "Filling", subject: Subject) -> None:
    """A plan that both have signed, one that was declined, and a draft; help that was ordered; and a follow-up."""
    _decline(filling)
    agreed = _plan(filling)
    _sign(filling, agreed)
    help_ = _help(filling)
    _order(filling, help_)
    _follow_up(filling, agreed)
    subject.ids["plan"], subject.ids["order"] = agreed, _orders(filling)[0]
    subject.ids["step"] = _first_step(filling)
    subject.ids["draft_plan"] = _draft(filling)


def _decline(filling: "Filling") -> None:
    with filling.as_(filling.karen):
        made = interventions.offer_plan(
            case_id=filling.case_id,
            wanted=False,
            words=filling.word("plan.declined_words"),
            by=filling.karen,
            at=filling.at,
        )
        assert isinstance(made, int), made


def _content(filling: "Filling", kind: str = "text") -> PlanContent:
    parts = ("purpose", "intervention", "duration", "other")
    return PlanContent(*(filling.word(f"plan.{part}", kind) for part in parts))


def _goal(filling: "Filling", kind: str = "text") -> GoalContent:
    return GoalContent(
        kind=GoalKind.DEVELOP,
        title=filling.word("goal.title", kind),
        theme="chores",
        own_words=filling.word("goal.own_words", kind),
        measure=filling.word("goal.measure", kind),
        level_start=3,
        level_expected=1,
        steps=(StepContent(filling.word("goal.step", kind), StepOwner.CITIZEN),),
    )


def _plan(filling: "Filling") -> int:
    karen, at = filling.karen, filling.at
    with filling.as_(karen):
        plan = interventions.offer_plan(case_id=filling.case_id, wanted=True, words="", by=karen, at=at)
        assert isinstance(plan, int), plan
        goals = [interventions.WrittenGoal(_goal(filling)), interventions.WrittenGoal(_goal(filling))]
        written = interventions.WrittenPlan(plan=plan, version=1, content=_content(filling), goals=goals)
        assert interventions.save_plan(written=written, by=karen, at=at) is None
        assert interventions.show_plan(plan_id=plan, by=karen, at=at) is None
    return plan


def _sign(filling: "Filling", plan: int) -> None:
    for actor in (filling.citizen, filling.karen):
        with filling.as_(actor):
            refusal = interventions.sign_plan(plan_id=plan, version=2, how=SigningWay.DIGITAL, by=actor, at=filling.at)
            assert refusal is None, refusal
            text = filling.word("plan.comment")
            assert interventions.comment(plan_id=plan, goal_id=None, text=text, by=actor, at=filling.at) is None


def _help(filling: "Filling") -> int:
    karen, at = filling.karen, filling.at
    period = interventions.PeriodContent(
        starts=date(2026, 12, 1),
        hours_per_week=Decimal(4),
        extent=filling.word("period.extent"),
        price_ore=45_000,
        price_unit=PriceUnit.HOUR,
    )
    new = interventions.NewIntervention(
        title=filling.word("intervention.title"),
        form=Form.HOURS,
        provider=filling.word("intervention.provider"),
        period=period,
    )
    with filling.as_(karen):
        help_ = interventions.add_intervention(case_id=filling.case_id, new=new, by=karen, at=at)
        assert isinstance(help_, int), help_
        reason = filling.word("period.reason")
        later = replace(period, starts=_LATER)
        refusal = interventions.change_intervention(intervention_id=help_, period=later, reason=reason, by=karen, at=at)
        assert refusal is None, refusal
    return help_


def _order(filling: "Filling", help_: int) -> None:
    """An order that runs, with a note, and one that was refused; the unit is one where nobody works."""
    karen, at = filling.karen, filling.at
    world = filling.scene.world
    unit = (world.units.get(_PROVIDER) or world.unit(_PROVIDER)).pk
    with filling.as_(karen):
        goals = list(Goal.objects.filter(case_id=filling.case_id).values_list("pk", flat=True))
        for reason in (filling.word("order.refusal_reason"), ""):
            new = interventions.NewOrder(
                intervention=help_,
                unit=unit,
                brief=filling.word("order.brief"),
                goals=goals,
                start_wanted=date(2026, 12, 1),
                answer_by=date(2026, 12, 11),
                access_until=date(2027, 12, 1),
            )
            order = interventions.send_order(case_id=filling.case_id, new=new, by=karen, at=at)
            assert isinstance(order, int), order
            answer = interventions.OrderAnswer(accepted=not reason, reason=reason)
            assert interventions.answer_order(order_id=order, answer=answer, by=karen, at=at) is None
        Order.objects.filter(pk=order).update(
            state="started", started_on=at.date(), started_by=karen.subject, ended_why=filling.word("order.ended_why")
        )
        noted = [interventions.NotedGoal(goals[0], 2, filling.word("status.goal"))]
        note = interventions.NewStatusNote(
            filling.word("status.text"), noted, filling.word("status.measure"), Decimal(5)
        )
        made = interventions.write_status_note(order_id=order, new=note, by=karen, at=at)
        assert isinstance(made, int), made


def _follow_up(filling: "Filling", plan: int) -> None:
    """Written past the act, for the case stays where it is; and what says how help and goals end."""
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=filling.at):
        for number, said in ((1, ("provider_said", "")), (2, ("", "provider_why_not"))):
            row = FollowUp.objects.create(
                case_id=filling.case_id,
                number=number,
                plan_id=plan,
                on=filling.at.date(),
                satisfaction=4,
                citizen_words=filling.word("follow_up.citizen_words"),
                provider_said=filling.word("follow_up.provider_said") if said[0] else "",
                provider_why_not=filling.word("follow_up.provider_why_not") if said[1] else "",
                outcome="continue",
                reason=filling.word("follow_up.reason"),
                next_on=filling.at.date() + timedelta(days=90),
                at=filling.at,
                by=filling.karen.subject,
                by_name=filling.karen.name,
            )
            goal = Goal.objects.filter(case_id=filling.case_id).order_by("pk")[0]
            FollowUpGoal.objects.create(
                case_id=filling.case_id,
                follow_up=row,
                goal=goal,
                level_now=2,
                reached="not_yet",
                note=filling.word("follow_up.goal"),
            )
        ended = Goal.objects.filter(case_id=filling.case_id).order_by("-pk")[0]
        Goal.objects.filter(pk=ended.pk).update(
            ended_on=filling.at.date(), ended_as="given_up", ended_why=filling.word("goal.ended_why")
        )
        why = filling.word("intervention.ended_why")
        Intervention.objects.filter(case_id=filling.case_id).update(ended_why=why)


def _orders(filling: "Filling") -> list[int]:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=filling.at):
        rows = Order.objects.filter(case_id=filling.case_id, state="started")
        return list(rows.values_list("pk", flat=True))


def _first_step(filling: "Filling") -> int:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=filling.at):
        rows = GoalStep.objects.filter(case_id=filling.case_id, goal__ended_as="").order_by("pk")
        return rows.values_list("pk", flat=True)[0]


def _draft(filling: "Filling") -> int:
    """A new plan that the citizen has not seen: what stands in it is for those at work on the case."""
    karen, at = filling.karen, filling.at
    with filling.as_(karen):
        plan = interventions.offer_plan(case_id=filling.case_id, wanted=True, words="", by=karen, at=at)
        assert isinstance(plan, int), plan
        there = interventions.help_of(case_id=filling.case_id)
        goals = [interventions.WrittenGoal(interventions.goal_content_of(goal), id=goal.pk) for goal in there.running]
        goals.append(interventions.WrittenGoal(_goal(filling, "staff")))
        written = interventions.WrittenPlan(plan=plan, version=1, content=_content(filling, "staff"), goals=goals)
        assert interventions.save_plan(written=written, by=karen, at=at) is None
    return plan
