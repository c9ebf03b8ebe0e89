"""Goals of a draft, and what is said and done about goals that run: ended, a step taken, a comment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import OpenCase
from borgerfokus.apps.interventions import policies
from borgerfokus.apps.interventions.actions import refusals as no
from borgerfokus.apps.interventions.events import CommentWritten, GoalEnded, StepTicked
from borgerfokus.apps.interventions.models import ActionPlan, Goal, GoalStep, PlanComment
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.core.interventions.plan import GoalContent, StepContent
from borgerfokus.core.interventions.words import GoalEnd
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden


@dataclass(frozen=True)
class WrittenGoal:
    """A goal of a draft; `id` None for a new one."""

    content: GoalContent
    id: int | None = None


def put_in(opened: OpenCase, *, plan: ActionPlan, written: Sequence[WrittenGoal], frame: str) -> None:
    """Make the goals of a draft what was written, in that order. Raises Hidden for a goal of another plan.

    A goal that is left out is taken out, and one that somebody took out meanwhile comes back when it is written again.
    Steps that stand as they stood keep whether they are taken.
    """
    there = {row.pk: row for row in plan.goals.filter(ended_as="")}
    if {one.id for one in written if one.id is not None} - there.keys():
        raise Hidden("goal of another plan")
    kept = {one.id for one in written}
    for row in there.values():
        if row.pk not in kept and row.removed_at is None:
            row.removed_at = opened.at
            row.save(update_fields=["removed_at"])
    for place, one in enumerate(written, start=1):
        row = there.get(one.id or 0) or _new(opened, plan)
        row.removed_at = None
        row.place, row.frame = place, frame if one.content.theme else ""
        _put(opened, row, one.content)


def end_goal(
    *, goal_id: int, ended_as: GoalEnd, why: str, by: Actor, at: datetime, on: date | None = None
) -> Refusal | None:
    """End a goal: reached, partly, not, or given up. `on` None: today."""
    goal = _goal(goal_id)
    with casework.changing(case_id=goal.case_id, verb=Verb.CASE_EDIT, by=by, at=at, action="goal.end") as opened:
        goal = _goal(goal_id)
        if goal.ended_as or goal.removed_at is not None:
            return no.GOAL_ENDED
        end_in(opened, goal=goal, ended_as=ended_as, why=why, on=on or day_of(at))
    return None


def end_in(opened: OpenCase, *, goal: Goal, ended_as: GoalEnd, why: str, on: date) -> None:
    """As `end_goal`, on a case that is open already."""
    goal.ended_on, goal.ended_as, goal.ended_why = on, ended_as, why.strip()
    goal.save(update_fields=["ended_on", "ended_as", "ended_why"])
    opened.append(GoalEnded(goal=goal.pk, ended_as=ended_as))


def tick_step(*, step_id: int, done: bool, by: Actor, at: datetime) -> None:
    """A step is taken, or not after all. For staff, and for the citizen and who may speak for one. Raises Hidden."""
    step = _step(step_id)
    verb = Verb.COMMENT_WRITE if by.is_citizen else Verb.CASE_EDIT
    with casework.changing(case_id=step.case_id, verb=verb, by=by, at=at, action="goal.step") as opened:
        step = _step(step_id)
        if (step.done_at is not None) is done:
            return
        step.done_at, step.done_by = (opened.at, by.subject) if done else (None, "")
        step.save(update_fields=["done_at", "done_by"])
        opened.append(StepTicked(goal=step.goal_id, step=step.pk, done=done))


def comment(*, plan_id: int, goal_id: int | None, text: str, by: Actor, at: datetime) -> Refusal | None:
    """Say something of a plan, or of one of its goals. Everybody who reads the plan can read it.

    For the citizen, relatives and representatives who may (COMMENT_WRITE), and for staff who write the journal.
    """
    plan = ActionPlan.objects.filter(pk=plan_id).first()
    if plan is None or (by.is_citizen and plan.shown_at is None):
        raise Hidden(f"plan {plan_id}")
    verb = Verb.COMMENT_WRITE if by.is_citizen else Verb.JOURNAL_WRITE
    with casework.changing(case_id=plan.case_id, verb=verb, by=by, at=at, action="plan.comment") as opened:
        if goal_id is not None and not Goal.objects.filter(pk=goal_id, case=opened.case).exists():
            raise Hidden(f"goal {goal_id}")
        if not text.strip():
            return no.COMMENT_EMPTY
        row = PlanComment.objects.create(
            case=opened.case,
            plan=plan,
            goal_id=goal_id,
            text=text.strip(),
            role=policies.role_of(case=opened.case, by=by, at=at),
            at=at,
            by=by.subject,
            by_name=by.name,
        )
        opened.append(CommentWritten(plan=plan.pk, goal=goal_id or 0, comment=row.pk, role=row.role))
    return None


def _goal(goal_id: int) -> Goal:
    goal = Goal.objects.filter(pk=goal_id).first()
    if goal is None:
        raise Hidden(f"goal {goal_id}")
    return goal


def _step(step_id: int) -> GoalStep:
    step = GoalStep.objects.filter(pk=step_id).first()
    if step is None:
        raise Hidden(f"step {step_id}")
    return step


def _new(opened: OpenCase, plan: ActionPlan) -> Goal:
    """A goal about to be written. Where one help alone runs, it is the one that works at it."""
    running = opened.case.interventions.filter(ended_as="").values_list("pk", flat=True)
    only = running[0] if len(running) == 1 else None
    return Goal(case=opened.case, plan=plan, intervention_id=only, started_on=day_of(opened.at))


def _put(opened: OpenCase, row: Goal, said: GoalContent) -> None:
    row.kind, row.theme = said.kind, said.theme
    row.title, row.own_words, row.measure = said.title.strip(), said.own_words.strip(), said.measure.strip()
    row.level_start, row.level_expected = said.level_start, said.level_expected
    row.at, row.by = opened.at, opened.by.subject
    row.version += 0 if row._state.adding else 1
    row.save()
    _put_steps(opened, row, said.steps)


def _put_steps(opened: OpenCase, goal: Goal, written: Sequence[StepContent]) -> None:
    there = {(step.text, step.who): step for step in goal.steps.all()}
    kept = set()
    for place, one in enumerate(written, start=1):
        step = there.get((one.text.strip(), one.who)) or GoalStep(case=opened.case, goal=goal)
        step.place, step.text, step.who = place, one.text.strip(), one.who
        step.save()
        kept.add(step.pk)
    goal.steps.exclude(pk__in=kept).delete()
