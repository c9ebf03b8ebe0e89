"""Goals that several cases work towards."""

from django.db import models

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.interventions.models import Goal as PlanGoal
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.people.models import Person

_SEES_CASE = "exists (select 1 from casework_case c where c.id = case_id)"
_SEES_GOAL = "exists (select 1 from coordination_commongoal g where g.id = goal_id)"
_SEES_A_CONTRIBUTION = (
    "exists (select 1 from coordination_goalcontribution g where g.goal_id = coordination_commongoal.id)"
)


class GoalStatus(models.TextChoices):
    """How a common goal stands."""

    RUNNING = "running"
    REACHED = "reached"
    DROPPED = "dropped"


class CommonGoal(models.Model):
    """A goal of the citizen's that several cases contribute to. Seen by whoever sees one of those cases.

    `case` is the case it was set in; `words` are the citizen's own.
    """

    citizen = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="common_goals")
    title = models.CharField(max_length=200)
    words = models.TextField(blank=True)
    status = models.CharField(max_length=10, choices=GoalStatus.choices, default=GoalStatus.RUNNING)
    look_again_on = models.DateField(null=True, blank=True)
    set_at = models.DateTimeField()
    set_by = models.CharField(max_length=60)
    ended_at = models.DateTimeField(null=True, blank=True)

    declared = Declared(
        purpose="to let several departments work towards one goal with the citizen",
        retention=Retention.CASE,
        rows=rows.RowRule(
            using=f"{rows.EVERYTHING} or {_SEES_CASE} or {_SEES_A_CONTRIBUTION}",
        ),
        plain="id case look_again_on set_at set_by ended_at",
        ordinary="citizen status",
        sensitive="title words",
        article15="title words status set_at ended_at",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status="running", ended_at__isnull=True)
                | (~models.Q(status="running") & models.Q(ended_at__isnull=False)),
                name="common_goal_ended_has_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"goal {self.pk}"


class GoalContribution(models.Model):
    """What one case does for a common goal. `plan_goal` is the goal of the case's plan that this is."""

    goal = models.ForeignKey(CommonGoal, on_delete=models.CASCADE, related_name="contributions")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="contributions")
    plan_goal = models.ForeignKey(PlanGoal, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    text = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=60)

    declared = Declared(
        purpose="to say what each department does for a common goal",
        retention=Retention.CASE,
        rows=rows.of_case(),
        plain="id goal case plan_goal at by",
        sensitive="text",
        article15="text at",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["goal", "case"], name="contribution_once_a_case")]

    def __str__(self) -> str:
        return f"{self.case_id} for {self.goal_id}"


class GoalEntry(models.Model):
    """What was said or changed about a common goal: `kind` is "set", "status", "contribution" or "comment"."""

    goal = models.ForeignKey(CommonGoal, on_delete=models.CASCADE, related_name="entries")
    kind = models.CharField(max_length=12, choices=[(k, k) for k in ("set", "status", "comment")])
    status = models.CharField(max_length=10, blank=True)
    text = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=60)
    by_name = models.CharField(max_length=200)

    declared = Declared(
        purpose="to keep the history of a common goal, the citizen's comments among it",
        retention=Retention.CASE,
        rows=rows.RowRule(using=f"{rows.EVERYTHING} or {_SEES_GOAL}"),
        rights=Rights.APPEND,
        plain="id goal kind status at by",
        ordinary="by_name",
        sensitive="text",
        article15="kind status text at",
    )

    def __str__(self) -> str:
        return f"{self.goal_id} {self.kind}"
