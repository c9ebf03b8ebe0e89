"""Reads of common goals."""

from collections.abc import Sequence

from django.db.models import Prefetch

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.coordination.models import CommonGoal, GoalContribution, GoalEntry
from borgerfokus.foundation.access.hidden import Hidden


def goals_of(*, citizen_id: int) -> list[CommonGoal]:
    """The common goals that the actor may see, running ones first, with contributions and history. Three queries."""
    rows = CommonGoal.objects.filter(citizen_id=citizen_id).order_by("ended_at", "-set_at", "-id")
    return list(rows.prefetch_related(_contributions(), _entries()))


def goal(*, goal_id: int) -> CommonGoal:
    """A goal. Raises Hidden when the actor sees none of its cases."""
    found = CommonGoal.objects.filter(pk=goal_id).prefetch_related(_contributions(), _entries()).first()
    if found is None:
        raise Hidden(f"goal {goal_id}")
    return found


def may_still_join(goals: Sequence[CommonGoal], case: Case) -> list[CommonGoal]:
    """The running goals that a case does not contribute to yet."""
    return [
        one
        for one in goals
        if one.status == "running" and case.pk not in {row.case_id for row in one.contributions.all()}
    ]


def _contributions() -> Prefetch[GoalContribution]:
    rows = GoalContribution.objects.select_related("case__unit", "case__type_version").order_by("at", "id")
    return Prefetch("contributions", queryset=rows)


def _entries() -> Prefetch[GoalEntry]:
    return Prefetch("entries", queryset=GoalEntry.objects.order_by("-at", "-id"))
