"""Every goal with what became of it, as `core.effect` reckons with it. For the system alone: it reads all cases."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Avg, OuterRef, Q, QuerySet, Subquery

from borgerfokus.apps.assessment.models import ThemeAssessment
from borgerfokus.apps.interventions.models import FollowUpGoal, Goal
from borgerfokus.core.dates import add_months
from borgerfokus.core.effect.release import LEVEL, METHOD, OFFER, THEME, UNIT, GoalSeen
from borgerfokus.core.interventions.words import GoalEnd, Reached
from borgerfokus.foundation.parameters import service as parameters

_INTERVAL = "sel.follow_up_interval"
WORST_LEVEL = 4
"""The highest number that counts as a level (FFB and FSIII: 0 to 4; 9 is "not relevant")."""


def goals_seen(*, until: date) -> list[GoalSeen]:
    """The goals with help and a level that were followed up before a day, or that should have been. One query.

    A goal is lost when its help ended, or the interval of the act went by, before anybody followed it up.
    """
    latest = FollowUpGoal.objects.filter(
        goal=OuterRef("pk"), follow_up__on__lt=until, level_now__lte=WORST_LEVEL
    ).order_by("-follow_up__on", "-pk")
    rows = (
        Goal.objects.filter(
            started_on__lt=until, removed_at__isnull=True, intervention__isnull=False, level_start__lte=WORST_LEVEL
        )
        .annotate(after=Subquery(latest.values("level_now")[:1]), said=Subquery(latest.values("reached")[:1]))
        .filter(Q(after__isnull=False) | _lost(until))
        .order_by("pk")
    )
    return [_seen(row) for row in rows.values_list(*_COLUMNS)]


def usual_levels(*, until: date) -> Mapping[str, float]:
    """The mean level of everybody who was assessed before a day, by frame and theme. One query."""
    rows: QuerySet[ThemeAssessment] = ThemeAssessment.objects.filter(at__date__lt=until, level_now__lte=WORST_LEVEL)
    means = rows.values("frame", "theme").annotate(mean=Avg("level_now")).order_by("frame", "theme")
    return {f"{row['frame']}/{row['theme']}": row["mean"] for row in means}


def methods_of(text: str) -> tuple[str, ...]:
    """The methods that an offer names, one by one: "Recovery, motiverende samtale" are two."""
    parts = (part.strip() for part in text.split(","))
    return tuple(dict.fromkeys(part[0].upper() + part[1:] for part in parts if part))


_COLUMNS = (
    "case__citizen_id",
    "level_start",
    "after",
    "said",
    "ended_as",
    "intervention__offer__key",
    "intervention__offer__methods",
    "intervention__unit__key",
    "case__unit__key",
    "frame",
    "theme",
)


def _lost(until: date) -> Q:
    months = parameters.at(_INTERVAL, on=until).number
    return Q(intervention__ended_on__lt=until) | Q(started_on__lt=add_months(until, -months))


def _seen(
    row: tuple[int, int, int | None, str | None, str, str | None, str | None, str | None, str, str, str],
) -> GoalSeen:
    person, before, after, said, ended_as, offer, methods, giver, unit, frame, theme = row
    return GoalSeen(
        person=person,
        before=before,
        after=after,
        reached=ended_as == GoalEnd.REACHED or said == Reached.YES,
        values={
            OFFER: (offer,) if offer else (),
            METHOD: methods_of(methods or ""),
            UNIT: (giver or unit,),
            LEVEL: (str(before),),
            THEME: (f"{frame}/{theme}",),
        },
    )
