"""Reads of common goals."""

from datetime import datetime

from django.db.models import Prefetch, Q, QuerySet

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.coordination.models import CommonGoal, GoalContribution, GoalEntry
from borgerfokus.foundation.access.actor import Actor


def visible_to(actor: Actor, *, at: datetime) -> QuerySet[CommonGoal]:
    """The goals of a case that the actor sees, set there or joined by it."""
    if actor.everything:
        return CommonGoal.objects.all()
    cases = casework.visible_to(actor, at=at)
    joined = GoalContribution.objects.filter(case__in=cases).values("goal_id")
    return CommonGoal.objects.filter(Q(case__in=cases) | Q(pk__in=joined))


def goals_of(*, citizen_id: int, by: Actor, at: datetime) -> list[CommonGoal]:
    """The common goals that the actor may see, running ones first, with contributions and history. Three queries."""
    rows = visible_to(by, at=at).filter(citizen_id=citizen_id).order_by("ended_at", "-set_at", "-id")
    mine = GoalContribution.objects.filter(case__in=casework.visible_to(by, at=at))
    contributions = mine.select_related("case__unit", "case__type_version").order_by("at", "id")
    return list(
        rows.prefetch_related(
            Prefetch("contributions", queryset=contributions),
            Prefetch("entries", queryset=GoalEntry.objects.order_by("-at", "-id")),
        )
    )
