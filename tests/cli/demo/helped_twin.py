"""The help of the twin cases: the same plan, order and follow-up, once through the services and once in memory."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import Model

from borgerfokus.apps.interventions import service as interventions
from borgerfokus.apps.interventions.models import (
    ActionPlan,
    FollowUp,
    FollowUpGoal,
    Goal,
    GoalStep,
    Intervention,
    InterventionPeriod,
    Order,
    OrderGoal,
    PlanComment,
    StatusNote,
    StatusNoteGoal,
)
from borgerfokus.cli.demo.acts import following, granting, planning
from borgerfokus.cli.demo.acts.pen import Hand, Pen, worker
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.interventions.following import FollowUpContent, GoalFollowed
from borgerfokus.core.interventions.plan import GoalContent, PlanContent, StepContent
from borgerfokus.core.interventions.words import (
    CommentRole,
    FollowUpOutcome,
    Form,
    GoalKind,
    Reached,
    SigningWay,
    StepOwner,
)
from borgerfokus.core.offers.words import PriceUnit
from borgerfokus.foundation.organisation.models import Unit

if TYPE_CHECKING:
    from tests.cli.demo.test_demo_acts_like_the_platform import Course, Real

COMPARED: tuple[tuple[type[Model], str, str], ...] = (
    (ActionPlan, "interventions.ActionPlan", "signed_content"),
    (Goal, "interventions.Goal", "plan_id intervention_id version"),
    (GoalStep, "interventions.GoalStep", "goal_id"),
    (PlanComment, "interventions.PlanComment", "plan_id goal_id"),
    (Intervention, "interventions.Intervention", ""),
    (InterventionPeriod, "interventions.InterventionPeriod", "intervention_id"),
    (Order, "interventions.Order", "intervention_id"),
    (OrderGoal, "interventions.OrderGoal", "order_id goal_id"),
    (StatusNote, "interventions.StatusNote", "order_id"),
    (StatusNoteGoal, "interventions.StatusNoteGoal", "note_id goal_id"),
    (FollowUp, "interventions.FollowUp", "plan_id"),
    (FollowUpGoal, "interventions.FollowUpGoal", "follow_up_id goal_id"),
)
PLAN = PlanContent("At hverdagen hænger sammen.", "Støtte 4 timer om ugen.", "Et år.")
GOAL = GoalContent(
    kind=GoalKind.DEVELOP,
    title="Jeg åbner selv min post",
    theme="chores",
    own_words="Bunken skal ikke vokse.",
    level_start=3,
    level_expected=1,
    steps=(StepContent("Sammen om tirsdagen", StepOwner.PROVIDER), StepContent("Selv", StepOwner.CITIZEN)),
)
KEPT = replace(GOAL, kind=GoalKind.MAINTAIN, title="Jeg laver mad", level_expected=3, steps=())
HOURS = Decimal("4.00")


def _content(goals: list[int], on: date, next_on: date | None, outcome: FollowUpOutcome) -> FollowUpContent:
    reached = (Reached.NOT_YET, Reached.YES) if next_on else (Reached.YES, Reached.PARTLY)
    return FollowUpContent(
        on=on,
        outcome=outcome,
        reason="Støtten virker.",
        goals=tuple(
            GoalFollowed(goal=goal, reached=said, level_now=2, note="Det går.")
            for goal, said in zip(goals, reached, strict=True)
        ),
        satisfaction=4,
        citizen_words="Det hjælper.",
        provider_said="Det går fremad.",
        next_on=next_on,
    )


def really(real: "Real", when: "Course", provider: Any) -> None:
    """Through the services."""
    case_id, start = real.case_id, when.at(28, 9).date() + timedelta(days=3)
    with real.as_(real.karen, when.at(28, 9)) as now:
        period = interventions.PeriodContent(
            starts=start, hours_per_week=HOURS, extent="to besøg", price_ore=45_000, price_unit=PriceUnit.HOUR
        )
        unit = Unit.objects.get(key="bostoetten").pk
        new = interventions.NewIntervention("Bostøtte", Form.HOURS, "Bostøtten Fjordby", period, unit=unit)
        row = _done(interventions.add_intervention(case_id=case_id, new=new, **now))
    with real.as_(real.karen, when.at(28, 10)) as now:
        ordered = interventions.NewOrder(row, unit, "Ring først.", (), start, start, start + timedelta(days=365))
        order = _done(interventions.send_order(case_id=case_id, new=ordered, **now))
    with real.as_(provider, when.at(27, 9)) as now:
        _done(interventions.answer_order(order_id=order, answer=interventions.OrderAnswer(accepted=True), **now))
    with real.as_(provider, when.at(26, 9)) as now:
        _done(interventions.report_start(order_id=order, on=now["at"].date(), **now))
    _really_planned(real, when)
    goals = list(_goals(real, when.at(22, 9)))
    with real.as_(provider, when.at(20, 9)) as now:
        noted = [interventions.NotedGoal(goal, 2, "På vej.") for goal in goals]
        note = interventions.NewStatusNote("Det går fremad.", noted, "WHO-5", Decimal("56.00"))
        _done(interventions.write_status_note(order_id=order, new=note, **now))
    with real.as_(real.karen, when.at(18, 9)) as now:
        more = replace(period, starts=now["at"].date(), hours_per_week=HOURS + 2)
        _done(interventions.change_intervention(intervention_id=row, period=more, reason="Mere øvelse.", **now))
    for number, day, outcome in ((0, 15, FollowUpOutcome.CONTINUE), (1, 3, FollowUpOutcome.END)):
        with real.as_(real.karen, when.at(day, 9)) as now:
            on = now["at"].date()
            again = on + timedelta(days=90) if outcome is FollowUpOutcome.CONTINUE else None
            said = interventions.NewFollowUp(number, _content(goals, on, again, outcome))
            _done(interventions.follow_up(case_id=case_id, new=said, **now))


def _really_planned(real: "Real", when: "Course") -> None:
    with real.as_(real.karen, when.at(25, 9)) as now:
        plan = _done(interventions.offer_plan(case_id=real.case_id, wanted=True, words="", **now))
    with real.as_(real.karen, when.at(25, 10)) as now:
        goals = [interventions.WrittenGoal(one) for one in (GOAL, KEPT)]
        _done(interventions.save_plan(written=interventions.WrittenPlan(plan, 1, PLAN, goals), **now))
    with real.as_(real.karen, when.at(25, 11)) as now:
        _done(interventions.show_plan(plan_id=plan, **now))
    with real.as_(real.home, when.at(24, 19)) as now:
        _done(interventions.sign_plan(plan_id=plan, version=2, how=SigningWay.DIGITAL, **now))
    with real.as_(real.karen, when.at(23, 9)) as now:
        _done(interventions.sign_plan(plan_id=plan, version=2, how=SigningWay.DIGITAL, **now))
    with real.as_(real.home, when.at(23, 19)) as now:
        goal = _goals_in()[0]
        _done(interventions.comment(plan_id=plan, goal_id=goal, text="Kan vi gå langsomt frem?", **now))
        step = GoalStep.objects.filter(goal_id=goal).order_by("place")[0]
        interventions.tick_step(step_id=step.pk, done=True, **now)


def _goals(real: "Real", at: datetime) -> list[int]:
    with real.as_(real.karen, at):
        return list(Goal.objects.filter(case_id=real.case_id).order_by("place").values_list("pk", flat=True))


def _goals_in() -> list[int]:
    return list(Goal.objects.order_by("place").filter(title=GOAL.title).order_by("-pk").values_list("pk", flat=True))


def in_memory(pen: Pen, when: "Course", hand: Hand, home: Hand) -> int:
    """The same in memory. Returns the number of the event that closed the case."""
    stepped = 0
    provider = worker(pen.desk.organisation.staff["bostoetten"][0])
    start = when.at(28, 9).date() + timedelta(days=3)
    given = granting.Given(
        title="Bostøtte",
        provider="Bostøtten Fjordby",
        form=Form.HOURS,
        starts=start,
        unit_id=pen.desk.organisation.unit_ids["bostoetten"],
        hours_per_week=HOURS,
        extent="to besøg",
        price_ore=45_000,
        price_unit="hour",
    )
    row = granting.add(pen, given, by=hand, at=when.at(28, 9))
    days = (start, start, start + timedelta(days=365))
    made = granting.order(pen, row, brief="Ring først.", goals=(), days=days, by=hand, at=when.at(28, 10))
    granting.accept(pen, made, by=provider, at=when.at(27, 9))
    granting.start(pen, made, by=provider, at=when.at(26, 9))
    plan = planning.offer(pen, wanted=True, by=hand, at=when.at(25, 9))
    planning.save(pen, plan, planning.Draft(PLAN, (GOAL, KEPT)), by=hand, at=when.at(25, 10))
    planning.show(pen, plan, by=hand, at=when.at(25, 11))
    planning.sign(pen, plan, by=home, at=when.at(24, 19))
    planning.sign(pen, plan, by=hand, at=when.at(23, 9))
    goal, at = pen.goals[0], when.at(23, 19)
    planning.comment(pen, plan, text="Kan vi gå langsomt frem?", role=CommentRole.CITIZEN, goal=goal, by=home, at=at)
    planning.tick(pen, planning.steps_of(pen, goal)[0], by=home, at=at)
    levels = [(one, 2, "På vej.") for one in pen.goals]
    measured = ("WHO-5", Decimal("56.00"))
    granting.note(pen, made, text="Det går fremad.", levels=levels, measured=measured, by=provider, at=when.at(20, 9))
    at = when.at(18, 9)
    more = granting.More(at.date(), HOURS + 2, "Mere øvelse.")
    granting.change(pen, row, more, by=hand, at=at)
    for day, outcome in ((15, FollowUpOutcome.CONTINUE), (3, FollowUpOutcome.END)):
        at = when.at(day, 9)
        again = at.date() + timedelta(days=90) if outcome is FollowUpOutcome.CONTINUE else None
        goals = [one["id"] for one in pen.goals]
        stepped = following.follow_up(pen, _content(goals, at.date(), again, outcome), by=hand, at=at)
    return stepped


def _done(answer: object) -> Any:
    assert not isinstance(answer, Refusal), answer
    return answer
