"""Following the help up: what each goal has come to, and what happens now."""

from datetime import datetime

from borgerfokus.apps.interventions import events
from borgerfokus.cli.demo.acts import granting, planning
from borgerfokus.cli.demo.acts.pen import Hand, Pen
from borgerfokus.cli.demo.acts.working import step_in
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.interventions import following as law
from borgerfokus.core.interventions.following import FollowUpContent
from borgerfokus.core.interventions.words import GOES_ON, GoalKind, HelpEnd, PlanState, Reached


def follow_up(
    pen: Pen, said: FollowUpContent, *, by: Hand, at: datetime, ended_as: HelpEnd = HelpEnd.COMPLETED
) -> int:
    """Save a follow-up, and take the step that it comes to. Returns the number of the step's event."""
    with pen.act("help.follow_up", by=by, at=at):
        if pen.case["phase"] == Phase.INTERVENTION:
            step_in(pen, Step.BEGIN_FOLLOW_UP)
        step_in(pen, law.STEPS[said.outcome], reason=said.reason[: law.LONGEST_REASON], new_date=said.next_on)
        stepped: int = pen.case["event_count"]
        if said.next_on is not None:
            pen.case["follow_up_on"] = said.next_on
        row = _row(pen, said)
        _goals_end(pen, said)
        if said.outcome not in GOES_ON:
            for help_ in [one for one in pen.interventions if not one["ended_as"]]:
                granting.end_in(pen, help_, ended_as=ended_as, why=said.reason)
            for plan in [one for one in pen.plans if one["state"] == PlanState.AGREED]:
                planning.end_in(pen, plan)
        next_on = said.next_on.isoformat() if said.next_on else ""
        pen.append(events.HelpFollowedUp(follow_up=row, outcome=said.outcome, next_on=next_on))
    return stepped


def _row(pen: Pen, said: FollowUpContent) -> int:
    plan = next((one for one in pen.plans if one["state"] == PlanState.AGREED), None)
    row = pen.tables["interventions.FollowUp"].add(
        case_id=pen.id,
        number=len(pen.follow_ups) + 1,
        plan_id=plan["id"] if plan else None,
        on=said.on,
        satisfaction=said.satisfaction,
        citizen_words=said.citizen_words,
        provider_said=said.provider_said,
        provider_why_not=said.provider_why_not,
        outcome=said.outcome.value,
        reason=said.reason,
        next_on=said.next_on,
        at=pen.at,
        by=pen.by.subject,
        by_name=pen.by.name,
    )
    pen.follow_ups.append(row)
    for one in said.goals:
        pen.tables["interventions.FollowUpGoal"].add(
            case_id=pen.id,
            follow_up_id=row["id"],
            goal_id=one.goal,
            level_now=one.level_now,
            reached=one.reached.value,
            note=one.note,
        )
    number: int = row["id"]
    return number


def _goals_end(pen: Pen, said: FollowUpContent) -> None:
    goals = {goal["id"]: goal for goal in pen.goals}
    for one in said.goals:
        goal = goals[one.goal]
        is_there = one.reached is Reached.YES and goal["kind"] == GoalKind.DEVELOP
        if is_there or said.outcome not in GOES_ON:
            planning.end_goal_in(pen, goal, ended_as=law.end_of(one.reached), why=one.note)
