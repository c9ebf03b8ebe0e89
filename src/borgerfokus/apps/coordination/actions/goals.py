"""Common goals: set in one case, joined by others, reached or dropped, and commented on by the citizen."""

from dataclasses import dataclass
from datetime import date, datetime

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.coordination.events import CommonGoalChanged, CommonGoalSet
from borgerfokus.apps.coordination.models import CommonGoal, GoalContribution, GoalEntry
from borgerfokus.apps.coordination.models.goals import GoalStatus
from borgerfokus.apps.coordination.queries.goals import visible_to
from borgerfokus.apps.interventions.models import Goal as PlanGoal
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden


@dataclass(frozen=True)
class NewGoal:
    """A goal in the citizen's words where there are some, and what this case does for it.

    `plan_goal` is the goal of this case's plan that the contribution is.
    """

    title: str
    contribution: str
    words: str = ""
    look_again_on: date | None = None
    plan_goal: int | None = None


def set_goal(*, case_id: int, new: NewGoal, by: Actor, at: datetime) -> int | Refusal:
    """Set a goal that other cases can work towards as well. Returns its id, or why not."""
    if not new.title.strip() or not new.contribution.strip():
        return _EMPTY
    with casework.changing(case_id=case_id, verb=Verb.CASE_EDIT, by=by, at=at, action="common_goal.set") as opened:
        if not _is_of_the_case(opened, new.plan_goal):
            return _OTHER_PLAN
        goal = CommonGoal.objects.create(
            citizen_id=opened.case.citizen_id,
            case=opened.case,
            title=new.title.strip(),
            words=new.words.strip(),
            look_again_on=new.look_again_on,
            set_at=at,
            set_by=by.subject,
        )
        _contribute(opened, goal, new.contribution, new.plan_goal)
        _tell(goal, "set", by=by, at=at)
    return goal.pk


def contribute(
    *, goal_id: int, case_id: int, text: str, by: Actor, at: datetime, plan_goal: int | None = None
) -> Refusal | None:
    """Let a case work towards a goal, or say anew what it does for it; `plan_goal` is a goal of the case's plan."""
    goal = visible_to(by, at=at).filter(pk=goal_id, status=GoalStatus.RUNNING).first()
    if goal is None:
        raise Hidden(f"goal {goal_id}")
    if not text.strip():
        return _EMPTY
    with casework.changing(case_id=case_id, verb=Verb.CASE_EDIT, by=by, at=at, action="common_goal.join") as opened:
        if opened.case.citizen_id != goal.citizen_id:
            raise Hidden(f"goal {goal_id}")
        if not _is_of_the_case(opened, plan_goal):
            return _OTHER_PLAN
        _contribute(opened, goal, text, plan_goal)
    return None


def change_status(*, goal_id: int, status: str, text: str, by: Actor, at: datetime) -> Refusal | None:
    """Say that a goal is reached, dropped, or taken up again, with a word on why."""
    goal = visible_to(by, at=at).filter(pk=goal_id).first()
    if goal is None or status not in GoalStatus.values:
        raise Hidden(f"goal {goal_id}")
    if not text.strip():
        return _EMPTY
    ended = None if status == GoalStatus.RUNNING else at
    with casework.changing(
        case_id=_case_of(goal, by, at, Verb.CASE_EDIT), verb=Verb.CASE_EDIT, by=by, at=at, action="common_goal.status"
    ) as opened:
        CommonGoal.objects.filter(pk=goal.pk).update(status=status, ended_at=ended)
        _tell(goal, "status", by=by, at=at, text=text, status=status)
        opened.append(CommonGoalChanged(goal=goal.pk, change=status, title=goal.title))
    return None


def comment(*, goal_id: int, text: str, by: Actor, at: datetime) -> Refusal | None:
    """The citizen, or somebody who acts for it, says something about a goal."""
    goal = visible_to(by, at=at).filter(pk=goal_id).first()
    if goal is None:
        raise Hidden(f"goal {goal_id}")
    if not text.strip():
        return _EMPTY
    verb = Verb.COMMENT_WRITE if by.is_citizen else Verb.JOURNAL_WRITE
    with casework.changing(
        case_id=_case_of(goal, by, at, verb), verb=verb, by=by, at=at, action="common_goal.comment"
    ) as opened:
        _tell(goal, "comment", by=by, at=at, text=text)
        opened.append(CommonGoalChanged(goal=goal.pk, change="comment", title=goal.title))
    return None


def _is_of_the_case(opened: casework.OpenCase, plan_goal: int | None) -> bool:
    """Whether a goal is one of the case's plan that still counts; None: no goal is named."""
    mine = PlanGoal.objects.filter(case=opened.case, removed_at__isnull=True)
    return plan_goal is None or mine.filter(pk=plan_goal).exists()


def _contribute(opened: casework.OpenCase, goal: CommonGoal, text: str, plan_goal: int | None) -> None:
    GoalContribution.objects.update_or_create(
        goal=goal,
        case=opened.case,
        defaults={"text": text.strip(), "plan_goal_id": plan_goal, "at": opened.at, "by": opened.by.subject},
    )
    opened.append(CommonGoalSet(goal=goal.pk, title=goal.title))


def _tell(goal: CommonGoal, kind: str, *, by: Actor, at: datetime, text: str = "", status: str = "") -> None:
    GoalEntry.objects.create(
        goal=goal, kind=kind, status=status, text=text.strip(), at=at, by=by.subject, by_name=by.name
    )


def _case_of(goal: CommonGoal, by: Actor, at: datetime, verb: Verb) -> int:
    """A case of the goal in which the actor may do this. Raises Hidden."""
    ids = [goal.case_id, *goal.contributions.order_by("id").values_list("case_id", flat=True)]
    cases = casework.visible_to(by, at=at).filter(pk__in=ids).in_bulk()
    for number in ids:
        if number in cases and verb in casework.allowed(case=cases[number], by=by, at=at):
            return number
    raise Hidden(f"goal {goal.pk}")


_EMPTY = Refusal(
    code="goal_empty",
    text=Text(da="Skriv teksten, før du gemmer.", en="Write the text before you save."),
    article="",
)
_OTHER_PLAN = Refusal(
    code="goal_of_another_plan",
    text=Text(
        da="Målet hører til en anden sags plan. Vælg et mål fra planen i den sag, der bidrager.",
        en="The goal belongs to the plan of another case. Choose a goal from the plan of the contributing case.",
    ),
    article="",
)
