"""A drawn case, what the reviewer judged of it, what was answered, and what is followed up."""

from django.db import models

from borgerfokus.apps.casework.models import Case, Task
from borgerfokus.apps.supervision.models.campaigns import SEES_CAMPAIGN, Campaign, SampleStratum
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.organisation.models import Employee

_NOT_THE_CITIZEN = "(select current_setting('bf.subject', true) not like 'citizen:%%')"


class ReviewState(models.TextChoices):
    """How far the review of a case is. `ANSWERED`: its findings have all been answered, or there were none."""

    WAITING = "waiting"
    BEGUN = "begun"
    DONE = "done"
    ANSWERED = "answered"


class SampledCase(models.Model):
    """A case that was drawn, and its review. `swapped_why` says why somebody else reviews it now."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="sampled")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    stratum = models.ForeignKey(SampleStratum, on_delete=models.CASCADE, related_name="sampled")
    rank = models.PositiveIntegerField()
    reviewer = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=ReviewState.choices, default=ReviewState.WAITING)
    swapped_why = models.TextField(blank=True)
    note = models.TextField(blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    answer_task = models.ForeignKey(Task, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    declared = Declared(
        purpose="to review a case that was drawn, and to say what was found",
        retention=Retention.CASE,
        rows=rows.of_case(also=_NOT_THE_CITIZEN),
        rights=Rights.ALL,
        plain="id campaign case stratum rank reviewer state done_at answer_task version",
        ordinary="swapped_why",
        sensitive="note",
    )

    class Meta:
        indexes = [models.Index(fields=["reviewer", "state"], name="sampled_case_by_reviewer")]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "case"], name="sampled_case_once"),
            models.CheckConstraint(
                condition=models.Q(state__in=["done", "answered"], done_at__isnull=False)
                | models.Q(state__in=["waiting", "begun"], done_at__isnull=True),
                name="sampled_case_done_has_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.campaign_id} #{self.rank}"


class Verdict(models.TextChoices):
    """What the reviewer judges of one question."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_RELEVANT = "not_relevant"


class Response(models.TextChoices):
    """How whoever works on the case looks at a finding."""

    AGREED = "agreed"
    MENDED = "mended"
    DISAGREED = "disagreed"


class Judgement(models.Model):
    """The reviewer's judgement of one question, beside what the data said and what was answered."""

    sampled = models.ForeignKey(SampledCase, on_delete=models.PROTECT, related_name="judgements")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    question = models.CharField(max_length=40)
    prefill = models.CharField(max_length=12, choices=[(one, one) for one in ("yes", "no", "not_relevant", "unknown")])
    source = models.CharField(max_length=300)
    source_en = models.CharField(max_length=300)
    verdict = models.CharField(max_length=12, choices=Verdict.choices, blank=True)
    note = models.TextField(blank=True)
    serious = models.BooleanField(default=False)
    response = models.CharField(max_length=10, choices=Response.choices, blank=True)
    response_text = models.TextField(blank=True)
    responded_at = models.DateTimeField(null=True, blank=True)
    responded_by = models.CharField(max_length=60, blank=True)

    declared = Declared(
        purpose="to judge one point of a case, and to let whoever works on it answer",
        retention=Retention.CASE,
        rows=rows.of_case(also=_NOT_THE_CITIZEN),
        plain="id sampled case question prefill verdict serious response responded_at responded_by",
        sensitive="source source_en note response_text",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sampled", "question"], name="judgement_once"),
            models.CheckConstraint(
                condition=models.Q(serious=False) | models.Q(verdict="not_met") & ~models.Q(note=""),
                name="judgement_serious_is_explained",
            ),
            models.CheckConstraint(
                condition=models.Q(response="", responded_at__isnull=True)
                | ~models.Q(response="") & models.Q(responded_at__isnull=False),
                name="judgement_response_has_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sampled_id} {self.question}"


class ActionPointState(models.TextChoices):
    """What has become of something that was to be followed up."""

    OPEN = "open"
    CLOSED = "closed"
    ESCALATED = "escalated"


class ActionPoint(models.Model):
    """What is to be done after a campaign: by whom, until when, and how it ended."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="follow_ups")
    text = models.TextField()
    owner = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="+")
    due = models.DateField()
    state = models.CharField(max_length=10, choices=ActionPointState.choices, default=ActionPointState.OPEN)
    outcome = models.TextField(blank=True)
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=60)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True)

    declared = Declared(
        purpose="to see to it that what a campaign taught is done",
        retention=Retention.PERMANENT,
        rows=rows.RowRule(using=f"{rows.EVERYTHING} or ('employee:' || owner_id) = {rows.SUBJECT} or {SEES_CAMPAIGN}"),
        plain="id campaign text owner due state outcome created_at created_by ended_at ended_by",
    )

    class Meta:
        indexes = [
            models.Index(fields=["owner", "due"], name="follow_up_of_owner", condition=models.Q(state="open")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="open", ended_at__isnull=True, outcome="")
                | ~models.Q(state="open") & models.Q(ended_at__isnull=False) & ~models.Q(outcome=""),
                name="follow_up_ended_says_how",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.campaign_id} {self.state}"
