"""Following the help up with the citizen: what each goal has come to, and what happens now."""

from django.db import models
from django.db.models import Q

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.interventions.models.plans import ActionPlan, Goal
from borgerfokus.core.interventions.words import FollowUpOutcome, Reached
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention, Rights


class FollowUp(models.Model):
    """One follow-up of the help in a case, by number. Never changed; what is wrong is mended by the next one.

    `satisfaction` is the citizen's own, from 1 (not at all) to 5 (very much), None when it was not asked or answered.
    `provider_said` is what the provider was asked, or `provider_why_not` why nobody was. `next_on` is the day that the
    help is looked at again, exactly when it goes on.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="follow_ups")
    number = models.PositiveIntegerField()
    plan = models.ForeignKey(ActionPlan, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    on = models.DateField()
    satisfaction = models.PositiveSmallIntegerField(null=True, blank=True)
    citizen_words = models.TextField(blank=True)
    provider_said = models.TextField(blank=True)
    provider_why_not = models.TextField(blank=True)
    outcome = models.CharField(max_length=20, choices=[(one.value, one.value) for one in FollowUpOutcome])
    reason = models.TextField()
    next_on = models.DateField(null=True, blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=60)
    by_name = models.CharField(max_length=200)

    declared = Declared(
        purpose="to see with the citizen whether the help still fits, and what it has led to",
        retention=Retention.CASE,
        rows=rows.of_case(),
        rights=Rights.APPEND,
        plain="id case number plan on next_on at by",
        ordinary="by_name",
        sensitive="satisfaction citizen_words provider_said provider_why_not outcome reason",
        article15="on satisfaction citizen_words provider_said provider_why_not outcome reason next_on",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="follow_up_in_order"),
            models.CheckConstraint(
                condition=Q(satisfaction__isnull=True) | Q(satisfaction__gte=1, satisfaction__lte=5),
                name="follow_up_satisfaction_1_to_5",
            ),
            models.CheckConstraint(
                condition=~Q(provider_said="") & Q(provider_why_not="") | Q(provider_said="") & ~Q(provider_why_not=""),
                name="follow_up_asks_the_provider_or_says_why_not",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["continue", "change"], next_on__isnull=False)
                | ~Q(outcome__in=["continue", "change"]) & Q(next_on__isnull=True),
                name="follow_up_goes_on_with_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} follow-up {self.number}"


class FollowUpGoal(models.Model):
    """What a follow-up says of one goal: the level now (a number of the frame), and whether it is reached."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    follow_up = models.ForeignKey(FollowUp, on_delete=models.CASCADE, related_name="goals")
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="follow_ups")
    level_now = models.PositiveSmallIntegerField(null=True, blank=True)
    reached = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Reached])
    note = models.TextField(blank=True)

    declared = Declared(
        purpose="to see with the citizen what each goal has come to",
        retention=Retention.CASE,
        rows=rows.of_case(),
        rights=Rights.APPEND,
        plain="id case follow_up goal",
        sensitive="level_now reached note",
        article15="level_now reached note",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["follow_up", "goal"], name="follow_up_goal_once")]

    def __str__(self) -> str:
        return f"{self.follow_up_id} {self.goal_id}"
