"""Following the help up with the citizen: what each goal has come to, and what happens now (serviceloven § 148)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import OpenCase
from borgerfokus.apps.interventions.actions import goals as goal_acts
from borgerfokus.apps.interventions.actions import granting
from borgerfokus.apps.interventions.actions import planning as plan_acts
from borgerfokus.apps.interventions.actions import refusals as no
from borgerfokus.apps.interventions.events import HelpFollowedUp
from borgerfokus.apps.interventions.models import ActionPlan, FollowUp, FollowUpGoal, Goal
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.dates import day_of
from borgerfokus.core.interventions import following as law
from borgerfokus.core.interventions.following import FollowUpContent, GoalFollowed
from borgerfokus.core.interventions.words import GOES_ON, GoalKind, HelpEnd, PlanState, Reached
from borgerfokus.foundation.access.actor import Actor


@dataclass(frozen=True)
class NewFollowUp:
    """A follow-up as it is to be saved. `latest` is the number of the last one that the page showed, 0 for none.

    `ended_as`: why the help ends, where the outcome ends it.
    """

    latest: int
    content: FollowUpContent
    ended_as: HelpEnd = HelpEnd.COMPLETED


def follow_up(*, case_id: int, new: NewFollowUp, by: Actor, at: datetime) -> int | Refusal:
    """Save a follow-up and take the step that it comes to: go on, close, or assess anew. Returns its id.

    A case whose help runs is taken into follow-up first. Goals to develop that are reached end; when the help ends, so
    do the other goals, the plan, the help and its orders. Refused when somebody saved one meanwhile, when something is
    lacking, and when the lifecycle does not allow the step.
    """
    try:
        with casework.changing(case_id=case_id, verb=Verb.CASE_STEP, by=by, at=at, action="help.follow_up") as opened:
            return _save(opened, new)
    except _Refused as refused:
        return refused.refusal


class _Refused(Exception):
    """Raised inside the act, so that a step taken before the refusal is undone with it. Never leaves the act."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


def _save(opened: OpenCase, new: NewFollowUp) -> int:
    said = new.content
    latest = opened.case.follow_ups.aggregate(latest=Max("number"))["latest"] or 0
    if latest != new.latest:
        raise _Refused(no.FOLLOW_UP_AGAIN)
    rows = Goal.objects.filter(case=opened.case, removed_at__isnull=True, ended_as="", shown_at__isnull=False)
    goals = {goal.pk: goal for goal in rows}
    refusal = law.refusal_of(said, goals=list(goals), today=day_of(opened.at)) or _step(opened, said)
    if refusal is not None:
        raise _Refused(refusal)
    row = _create(opened, latest + 1, said)
    _goals_end(opened, said, goals)
    if said.outcome not in GOES_ON:
        _help_ends(opened, new)
    next_on = row.next_on.isoformat() if row.next_on else ""
    opened.append(HelpFollowedUp(follow_up=row.pk, outcome=said.outcome, next_on=next_on))
    return row.pk


def _step(opened: OpenCase, said: FollowUpContent) -> Refusal | None:
    """Help that runs is taken into follow-up, and from there to where the outcome leads."""
    if opened.case.phase == Phase.INTERVENTION:
        refusal = casework.step_in(opened, step=Step.BEGIN_FOLLOW_UP)
        if refusal is not None:
            return refusal
    reason = said.reason.strip()[: law.LONGEST_REASON]
    known = {"new_date": said.next_on} if said.next_on else {}
    return casework.step_in(opened, step=law.STEPS[said.outcome], reason=reason, **known)


def _create(opened: OpenCase, number: int, said: FollowUpContent) -> FollowUp:
    plan = ActionPlan.objects.filter(case=opened.case, state=PlanState.AGREED).first()
    row = FollowUp.objects.create(
        case=opened.case,
        number=number,
        plan=plan,
        on=said.on,
        satisfaction=said.satisfaction,
        citizen_words=said.citizen_words.strip(),
        provider_said=said.provider_said.strip(),
        provider_why_not="" if said.provider_said.strip() else said.provider_why_not.strip(),
        outcome=said.outcome,
        reason=said.reason.strip(),
        next_on=said.next_on if said.outcome in GOES_ON else None,
        at=opened.at,
        by=opened.by.subject,
        by_name=opened.by.name,
    )
    FollowUpGoal.objects.bulk_create([_followed(opened, row, one) for one in said.goals])
    return row


def _followed(opened: OpenCase, row: FollowUp, one: GoalFollowed) -> FollowUpGoal:
    return FollowUpGoal(
        case=opened.case,
        follow_up=row,
        goal_id=one.goal,
        level_now=one.level_now,
        reached=one.reached,
        note=one.note.strip(),
    )


def _goals_end(opened: OpenCase, said: FollowUpContent, goals: Mapping[int, Goal]) -> None:
    """A goal to develop ends when it is reached, what is to be kept is kept on; when the help ends, every goal ends."""
    for one in said.goals:
        goal = goals[one.goal]
        is_there = one.reached is Reached.YES and goal.kind == GoalKind.DEVELOP
        if is_there or said.outcome not in GOES_ON:
            goal_acts.end_in(opened, goal=goal, ended_as=law.end_of(one.reached), why=one.note, on=said.on)


def _help_ends(opened: OpenCase, new: NewFollowUp) -> None:
    for help_ in opened.case.interventions.filter(ended_as=""):
        granting.end_in(opened, row=help_, on=day_of(opened.at), ended_as=new.ended_as, why=new.content.reason)
    for plan in ActionPlan.objects.filter(case=opened.case, state=PlanState.AGREED):
        plan_acts.end_in(opened, plan=plan, replaced=False)
