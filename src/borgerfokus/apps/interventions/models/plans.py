"""The plan that is made with the citizen, its goals with their steps, and what is said about them."""

from django.db import models
from django.db.models import Q

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.interventions.models.help import Intervention
from borgerfokus.core.casework.casetype import PlanKind
from borgerfokus.core.interventions.words import (
    CommentRole,
    GoalEnd,
    GoalKind,
    PlanState,
    SigningWay,
    StepOwner,
)
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention, Rights

_IS_CITIZEN = "(select current_setting('bf.subject', true) like 'citizen:%%')"
_SHOWN = f"not {_IS_CITIZEN} or shown_at is not null or state = 'declined'"
_GOAL_SHOWN = f"not {_IS_CITIZEN} or shown_at is not null"
_GOAL_OF_ROW = "exists (select 1 from interventions_goal g where g.id = goal_id and g.shown_at is not null)"
_OF_SHOWN_GOAL = f"not {_IS_CITIZEN} or {_GOAL_OF_ROW}"


class ActionPlan(models.Model):
    """One version of the plan of a case, by number. A new one takes the place of the one before when it is agreed.

    It is `shown` when the citizen can read it and `agreed` when both have signed; `signed_content` is then what they
    signed, word for word. `offered_at` is when the citizen was offered a plan, `declined_at` when the answer was no.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="plans")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=[(one.value, one.value) for one in PlanKind])
    state = models.CharField(max_length=10, choices=[(one.value, one.value) for one in PlanState])
    purpose = models.TextField(blank=True)
    intervention = models.TextField(blank=True)
    duration = models.TextField(blank=True)
    other = models.TextField(blank=True)
    offered_at = models.DateTimeField(null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)
    declined_words = models.TextField(blank=True)
    shown_at = models.DateTimeField(null=True, blank=True)
    citizen_signed_at = models.DateTimeField(null=True, blank=True)
    citizen_signed_by = models.CharField(max_length=60, blank=True)
    citizen_signed_name = models.CharField(max_length=200, blank=True)
    citizen_signed_how = models.CharField(
        max_length=10, blank=True, choices=[(one.value, one.value) for one in SigningWay]
    )
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_by = models.CharField(max_length=60, blank=True)
    signed_name = models.CharField(max_length=200, blank=True)
    signed_content = models.JSONField(default=dict, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    at = models.DateTimeField()
    by = models.CharField(max_length=60)
    by_name = models.CharField(max_length=200)

    declared = Declared(
        purpose="to agree with the citizen what the help is for, what it is, and how long it lasts",
        retention=Retention.CASE,
        rows=rows.of_case(also=_SHOWN),
        plain="id case number kind state offered_at declined_at shown_at citizen_signed_at citizen_signed_how "
        "signed_at signed_by ended_at version at by",
        ordinary="citizen_signed_by citizen_signed_name signed_name by_name",
        sensitive="purpose intervention duration other declined_words signed_content",
        article15="kind state purpose intervention duration other offered_at declined_at declined_words "
        "citizen_signed_at signed_at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="plan_in_order"),
            models.UniqueConstraint(
                fields=["case"], condition=Q(state__in=["draft", "shown"]), name="plan_one_being_written"
            ),
            models.UniqueConstraint(fields=["case"], condition=Q(state="agreed"), name="plan_one_agreed"),
            models.CheckConstraint(
                condition=Q(citizen_signed_at__isnull=True, citizen_signed_by="", citizen_signed_how="")
                | Q(citizen_signed_at__isnull=False) & ~Q(citizen_signed_by="") & ~Q(citizen_signed_how=""),
                name="plan_citizen_signs_with_hand_and_way",
            ),
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True, signed_by="") | Q(signed_at__isnull=False) & ~Q(signed_by=""),
                name="plan_signed_with_a_hand",
            ),
            models.CheckConstraint(
                condition=~Q(state="agreed") | Q(citizen_signed_at__isnull=False, signed_at__isnull=False),
                name="plan_agreed_by_both",
            ),
            models.CheckConstraint(
                condition=Q(state="declined", declined_at__isnull=False)
                | ~Q(state="declined") & Q(declined_at__isnull=True),
                name="plan_declined_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["replaced", "ended"], ended_at__isnull=False)
                | ~Q(state__in=["replaced", "ended"]) & Q(ended_at__isnull=True),
                name="plan_ended_has_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} plan {self.number}"


class Goal(models.Model):
    """A goal of the citizen's. It stays the same row from plan to plan, so that its way can be followed.

    `theme` is a theme of `frame`; both are "" where the case type has no frame. Levels are numbers of the frame:
    `level_start` where the goal began, `level_expected` where it leads. `intervention` is the help that works at it.
    `ended_as` says how it ended; a goal without it runs. `removed_at`: taken out of a draft that nobody had signed.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="goals")
    plan = models.ForeignKey(ActionPlan, on_delete=models.CASCADE, related_name="goals")
    intervention = models.ForeignKey(
        Intervention, on_delete=models.PROTECT, null=True, blank=True, related_name="goals"
    )
    place = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=[(one.value, one.value) for one in GoalKind])
    frame = models.CharField(max_length=40, blank=True)
    theme = models.CharField(max_length=60, blank=True)
    title = models.CharField(max_length=200)
    own_words = models.TextField(blank=True)
    measure = models.TextField(blank=True)
    level_start = models.PositiveSmallIntegerField(null=True, blank=True)
    level_expected = models.PositiveSmallIntegerField(null=True, blank=True)
    started_on = models.DateField()
    shown_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_as = models.CharField(max_length=12, blank=True, choices=[(one.value, one.value) for one in GoalEnd])
    ended_why = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    at = models.DateTimeField()
    by = models.CharField(max_length=60)

    declared = Declared(
        purpose="to know what the citizen wants the help to lead to, and whether it does",
        retention=Retention.CASE,
        rows=rows.of_case(also=_GOAL_SHOWN),
        plain="id case plan intervention place frame theme started_on shown_at removed_at ended_on version at by",
        sensitive="kind title own_words measure level_start level_expected ended_as ended_why",
        article15="kind theme title own_words measure level_start level_expected started_on ended_on ended_as "
        "ended_why",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, ended_as="") | Q(ended_on__isnull=False) & ~Q(ended_as=""),
                name="goal_ended_says_how",
            ),
            models.CheckConstraint(
                condition=Q(frame="", theme="", level_start__isnull=True, level_expected__isnull=True)
                | ~Q(frame="") & ~Q(theme=""),
                name="goal_level_needs_a_theme",
            ),
        ]
        indexes = [
            models.Index(fields=["plan", "place"], name="goal_of_plan"),
            models.Index(fields=["frame", "theme"], name="goal_by_theme"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.title}"


class GoalStep(models.Model):
    """A step on the way to a goal: what, who takes it, and whether it is taken."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="steps")
    place = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    who = models.CharField(max_length=10, choices=[(one.value, one.value) for one in StepOwner])
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.CharField(max_length=60, blank=True)

    declared = Declared(
        purpose="to get to a goal in steps that can be seen",
        retention=Retention.CASE,
        rows=rows.of_case(also=_OF_SHOWN_GOAL),
        rights=Rights.ALL,
        plain="id case goal place who done_at",
        ordinary="done_by",
        sensitive="text",
        article15="text who done_at",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(done_at__isnull=True, done_by="") | Q(done_at__isnull=False) & ~Q(done_by=""),
                name="goal_step_done_has_a_hand",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class PlanComment(models.Model):
    """What the citizen, a relative, the municipality or the provider says of a plan, or of one goal. Never changed."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    plan = models.ForeignKey(ActionPlan, on_delete=models.CASCADE, related_name="comments")
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, null=True, blank=True, related_name="comments")
    text = models.TextField()
    role = models.CharField(max_length=16, choices=[(one.value, one.value) for one in CommentRole])
    at = models.DateTimeField()
    by = models.CharField(max_length=60)
    by_name = models.CharField(max_length=200)

    declared = Declared(
        purpose="to let the citizen and relatives have a say in plan and goals",
        retention=Retention.CASE,
        rows=rows.of_case(),
        rights=Rights.APPEND,
        plain="id case plan goal role at",
        ordinary="by by_name",
        sensitive="text",
        article15="text role at",
    )

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="plan_comment_says_something")]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.role}"
