"""A campaign: what is reviewed, by whom, how it was drawn, and what it came to."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from borgerfokus.core.supervision.form import Form, parse
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.organisation.models import Employee, Unit

_REVIEWS = (
    f"{rows.SUBJECT} in (select 'employee:' || r.employee_id from supervision_reviewer r "  # noqa: S608 (no value in it)
    "where r.campaign_id = supervision_campaign.id)"
)
_HAS_A_CASE = "exists (select 1 from supervision_sampledcase s where s.campaign_id = supervision_campaign.id)"
SEES_CAMPAIGN = "exists (select 1 from supervision_campaign k where k.id = campaign_id)"
OF_CAMPAIGN = f"{rows.EVERYTHING} or {SEES_CAMPAIGN}"


class ReviewForm(models.Model):
    """One version of the review form. A campaign keeps the version that it was made with."""

    number = models.PositiveIntegerField(unique=True)
    state = models.CharField(max_length=12, choices=[(s, s) for s in ("concept", "published", "retired")])
    document = models.TextField()
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=60)
    published_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    declared = Declared(
        purpose="to ask the same of every case that is reviewed",
        retention=Retention.PERMANENT,
        rows=rows.open_to_all(),
        plain="id number state document saved_at saved_by published_at version",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["state"], condition=models.Q(state="published"), name="review_form_one_in_use"
            ),
            models.CheckConstraint(
                condition=models.Q(state="concept", published_at__isnull=True)
                | ~models.Q(state="concept") & models.Q(published_at__isnull=False),
                name="review_form_published_has_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"review form v{self.number}"

    @property
    def form(self) -> Form:
        """The parsed document. What is saved has been parsed before, so an error is a damaged database."""
        found = parse(self.document)
        if not isinstance(found, Form):
            raise ValueError(f"a stored review form does not parse: {found}")
        return found


class CampaignState(models.TextChoices):
    """How far a campaign is."""

    DRAFT = "draft"
    DRAWN = "drawn"
    RUNNING = "running"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Dimension(models.TextChoices):
    """What the cases are divided by before they are drawn."""

    UNIT_AND_TYPE = "unit_and_type"
    OUTCOME = "outcome"
    APPEALED = "appealed"


class Campaign(models.Model):
    """A campaign over the cases decided in `[starts, ends)`. The seed is fixed when the campaign is made.

    `population` is how many cases could be drawn, `sealed_out` how many are sealed and therefore left out, and
    `partial_out` how many none of the reviewers may review. Reviewers see the drawn cases until `review_until` is over.
    """

    title = models.CharField(max_length=160)
    purpose = models.TextField(blank=True)
    led_by = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="+")
    case_types = ArrayField(models.CharField(max_length=60))
    units = ArrayField(models.BigIntegerField())
    starts = models.DateField()
    ends = models.DateField()
    size = models.PositiveIntegerField()
    divided_by = ArrayField(models.CharField(max_length=16, choices=Dimension.choices), default=list, blank=True)
    review_until = models.DateField()
    form = models.ForeignKey(ReviewForm, on_delete=models.PROTECT, related_name="+")
    seed = models.CharField(max_length=32)
    state = models.CharField(max_length=10, choices=CampaignState.choices, default=CampaignState.DRAFT)
    population = models.PositiveIntegerField(null=True, blank=True)
    sealed_out = models.PositiveIntegerField(default=0)
    partial_out = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=60)
    drawn_at = models.DateTimeField(null=True, blank=True)
    begun_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    cancelled_why = models.TextField(blank=True)
    learning = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    declared = Declared(
        purpose="to let leaders see to it that casework is lawful and good, on a sample that nobody has chosen",
        retention=Retention.PERMANENT,
        rows=rows.RowRule(
            using=f"{rows.EVERYTHING} or units && {rows.UNITS} or {_REVIEWS} or {_HAS_A_CASE}",
            check=f"{rows.EVERYTHING} or ('supervision.lead' = any({rows.VERBS}) and units && {rows.UNITS})",
        ),
        plain="id title purpose led_by case_types units starts ends size divided_by review_until form seed state "
        "population sealed_out partial_out created_at created_by drawn_at begun_at ended_at cancelled_why learning "
        "version",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__gt=models.F("starts")), name="campaign_ends_after_it_starts"
            ),
            models.CheckConstraint(condition=models.Q(size__gte=1), name="campaign_draws_somebody"),
            models.CheckConstraint(
                condition=models.Q(state="draft", drawn_at__isnull=True, population__isnull=True)
                | models.Q(state="cancelled")
                | ~models.Q(state="draft") & models.Q(drawn_at__isnull=False, population__isnull=False),
                name="campaign_drawn_has_a_time_and_a_population",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["running", "closed"]) | models.Q(begun_at__isnull=False),
                name="campaign_running_has_begun",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["closed", "cancelled"], ended_at__isnull=False)
                | ~models.Q(state__in=["closed", "cancelled"]) & models.Q(ended_at__isnull=True),
                name="campaign_over_has_an_end",
            ),
            models.CheckConstraint(
                condition=models.Q(state="cancelled") & ~models.Q(cancelled_why="")
                | ~models.Q(state="cancelled") & models.Q(cancelled_why=""),
                name="campaign_cancelled_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Reviewer(models.Model):
    """Somebody who reviews cases of a campaign."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="reviewers")
    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="+")

    declared = Declared(
        purpose="to know who may be given cases of a campaign to review",
        retention=Retention.PERMANENT,
        rows=rows.open_to_all(),
        rights=Rights.ALL,
        plain="id campaign employee",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campaign", "employee"], name="reviewer_once")]

    def __str__(self) -> str:
        return f"{self.employee_id} @ {self.campaign_id}"


class SampleStratum(models.Model):
    """A part of the cases, as it was drawn from: its name, the numbers of its cases, and how many were taken."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="strata")
    name = models.CharField(max_length=200)
    numbers = ArrayField(models.CharField(max_length=20))
    size = models.PositiveIntegerField()
    taken = models.PositiveIntegerField()

    declared = Declared(
        purpose="to let anybody repeat the draw, and to let the sample stand for all cases",
        retention=Retention.PERMANENT,
        rows=rows.RowRule(using=OF_CAMPAIGN),
        rights=Rights.ALL,
        plain="id campaign name numbers size taken",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "name"], name="stratum_once"),
            models.CheckConstraint(condition=models.Q(taken__lte=models.F("size")), name="stratum_takes_what_there_is"),
        ]

    def __str__(self) -> str:
        return f"{self.campaign_id} {self.name}"


class CampaignResult(models.Model):
    """What the judgements say of one question, in all or in one unit, as it was when the campaign was closed.

    Shares are from 0 to 1. `alike` of `compared` judgements were as the data had said. `told_percent` of `told_cases`
    is what the committee is told (`core.disclosure`); None where too few citizens stand behind it, and by unit.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="results")
    question = models.CharField(max_length=40)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    met = models.PositiveIntegerField()
    judged = models.PositiveIntegerField()
    share = models.FloatField()
    low = models.FloatField()
    high = models.FloatField()
    alike = models.PositiveIntegerField(default=0)
    compared = models.PositiveIntegerField(default=0)
    told_percent = models.PositiveSmallIntegerField(null=True, blank=True)
    told_cases = models.PositiveIntegerField(null=True, blank=True)

    declared = Declared(
        purpose="to compare campaigns over time, without the cases",
        retention=Retention.PERMANENT,
        rows=rows.RowRule(using=OF_CAMPAIGN),
        rights=Rights.APPEND,
        plain="id campaign question unit met judged share low high alike compared told_percent "
        "told_cases",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "question", "unit"], name="campaign_result_once", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=models.Q(met__lte=models.F("judged")), name="campaign_result_met_of_judged"
            ),
            models.CheckConstraint(
                condition=models.Q(told_percent__isnull=True, told_cases__isnull=True)
                | models.Q(told_percent__isnull=False, told_cases__isnull=False),
                name="campaign_result_told_whole_or_not",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.campaign_id} {self.question}"
