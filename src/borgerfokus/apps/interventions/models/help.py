"""The help that was granted, its periods with intensity and price, the order to who gives it, and its notes."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.offers.models import Offer
from borgerfokus.core.interventions.words import OPEN_ORDERS, Form, HelpEnd, OrderState
from borgerfokus.core.offers.words import PriceUnit
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.organisation.models import Unit


class Intervention(models.Model):
    """Help that was granted in a case. How much, how long and at what price stands in its periods.

    `offer` is the offer in the version that was chosen, None for help that stands in no catalogue. `unit` is who gives
    it, when that is a unit here or a partner's. `ended_as` says why it ended; what is not completed is a drop-out.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="interventions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=160)
    form = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Form])
    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    provider = models.CharField(max_length=160)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_on = models.DateField(null=True, blank=True)
    ended_as = models.CharField(max_length=16, blank=True, choices=[(one.value, one.value) for one in HelpEnd])
    ended_why = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=60)
    by_name = models.CharField(max_length=200)

    declared = Declared(
        purpose="to give the help that was granted, and to know what is given, by whom and at what price",
        retention=Retention.CASE,
        rows=rows.of_case(),
        plain="id case number form unit ended_on at by",
        ordinary="by_name",
        sensitive="title offer provider ended_as ended_why",
        article15="title form provider ended_on ended_as ended_why",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="intervention_in_order"),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, ended_as="") | Q(ended_on__isnull=False) & ~Q(ended_as=""),
                name="intervention_ended_says_why",
            ),
        ]
        indexes = [models.Index(fields=["offer"], name="intervention_by_offer")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.title}"


class InterventionPeriod(models.Model):
    """`[starts, ends)` of help with one intensity and one price. A change is a new period, and says why.

    `price_ore` is what one `price_unit` costs. A period that a change took the place of from its first day is
    `withdrawn`; those that count never overlap (an exclusion constraint holds it).
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    intervention = models.ForeignKey(Intervention, on_delete=models.CASCADE, related_name="periods")
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    hours_per_week = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    days_per_week = models.PositiveSmallIntegerField(null=True, blank=True)
    extent = models.CharField(max_length=300, blank=True)
    price_ore = models.PositiveBigIntegerField(default=0)
    price_unit = models.CharField(max_length=8, choices=[(one.value, one.value) for one in PriceUnit])
    reason = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=60)

    declared = Declared(
        purpose="to know how much help is given when, at what price, and why it was changed",
        retention=Retention.CASE,
        rows=rows.of_case(),
        plain="id case intervention starts ends price_ore price_unit withdrawn_at at by",
        sensitive="hours_per_week days_per_week extent reason",
        article15="starts ends hours_per_week days_per_week extent reason",
    )

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="intervention_periods_never_overlap",
                expressions=[
                    ("intervention", RangeOperators.EQUAL),
                    (
                        Func(
                            F("starts"), F("ends"), RangeBoundary(), function="daterange", output_field=DateRangeField()
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(withdrawn_at__isnull=True),
            ),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gt=F("starts")), name="intervention_period_has_a_day"
            ),
            models.CheckConstraint(
                condition=Q(days_per_week__isnull=True) | Q(days_per_week__lte=7),
                name="intervention_week_of_seven_days",
            ),
            models.CheckConstraint(
                condition=Q(price_unit="free", price_ore=0) | ~Q(price_unit="free"),
                name="intervention_free_costs_nothing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.intervention_id} {self.starts}"


class Order(models.Model):
    """What is ordered from who gives the help. The receiving unit may see the case until `access_ends` or the end.

    `brief` is what the provider needs to know, in the caseworker's words, and its goals are `OrderGoal` rows; the
    partner's pages show these and nothing else.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="orders")
    intervention = models.ForeignKey(Intervention, on_delete=models.CASCADE, related_name="orders")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="orders_in")
    state = models.CharField(max_length=8, choices=[(one.value, one.value) for one in OrderState])
    brief = models.TextField()
    start_wanted = models.DateField()
    answer_by = models.DateField()
    access_ends = models.DateTimeField()
    sent_at = models.DateTimeField()
    sent_by = models.CharField(max_length=60)
    sent_name = models.CharField(max_length=200)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=60, blank=True)
    answered_name = models.CharField(max_length=200, blank=True)
    start_promised = models.DateField(null=True, blank=True)
    refusal_reason = models.TextField(blank=True)
    started_on = models.DateField(null=True, blank=True)
    started_by = models.CharField(max_length=60, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_why = models.TextField(blank=True)

    declared = Declared(
        purpose="to order the help from who gives it, with what they need to know and nothing more",
        retention=Retention.CASE,
        rows=rows.of_case(),
        plain="id case intervention unit state start_wanted answer_by access_ends sent_at sent_by answered_at "
        "answered_by start_promised started_on started_by ended_at",
        ordinary="sent_name answered_name",
        sensitive="brief refusal_reason ended_why",
        article15="brief start_wanted sent_at answered_at start_promised refusal_reason started_on ended_at ended_why",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["intervention", "unit"],
                condition=Q(state__in=[one.value for one in OPEN_ORDERS]),
                name="order_one_open_for_each_unit",
            ),
            models.CheckConstraint(
                condition=Q(state="refused") & ~Q(refusal_reason="") | ~Q(state="refused") & Q(refusal_reason=""),
                name="order_refusal_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by="")
                | Q(answered_at__isnull=False) & ~Q(answered_by=""),
                name="order_answer_has_a_hand",
            ),
            models.CheckConstraint(
                condition=Q(started_on__isnull=True, started_by="") | Q(started_on__isnull=False) & ~Q(started_by=""),
                name="order_start_has_a_hand",
            ),
            models.CheckConstraint(
                condition=Q(state="ended", ended_at__isnull=False) | ~Q(state="ended") & Q(ended_at__isnull=True),
                name="order_ended_has_a_time",
            ),
        ]
        indexes = [models.Index(fields=["unit", "state"], name="order_of_unit")]

    def __str__(self) -> str:
        return f"{self.case_id} → {self.unit_id}"


class OrderGoal(models.Model):
    """A goal that the provider is to work at."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="goals")
    goal = models.ForeignKey("interventions.Goal", on_delete=models.CASCADE, related_name="orders")

    declared = Declared(
        purpose="to tell who gives the help which goals it is for",
        retention=Retention.CASE,
        rows=rows.of_case(),
        rights=Rights.APPEND,
        plain="id case order goal",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["order", "goal"], name="order_goal_once")]

    def __str__(self) -> str:
        return f"{self.order_id} {self.goal_id}"


class StatusNote(models.Model):
    """How it goes, in the provider's words, "" where goals alone are measured (`StatusNoteGoal`). Never changed."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="notes")
    text = models.TextField(blank=True)
    measure = models.CharField(max_length=80, blank=True)
    measured = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=60)
    by_name = models.CharField(max_length=200)

    declared = Declared(
        purpose="to hear from who gives the help how it goes",
        retention=Retention.CASE,
        rows=rows.of_case(),
        rights=Rights.APPEND,
        plain="id case order at by",
        ordinary="by_name",
        sensitive="text measure measured",
        article15="text measure measured at",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(measure="", measured__isnull=True) | ~Q(measure="") & Q(measured__isnull=False),
                name="status_note_measures_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.order_id} {self.at:%Y-%m-%d}"


class StatusNoteGoal(models.Model):
    """Where a goal stands, as the provider sees it. `measured` is a number of what the goal is measured by."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    note = models.ForeignKey(StatusNote, on_delete=models.CASCADE, related_name="goals")
    goal = models.ForeignKey("interventions.Goal", on_delete=models.CASCADE, related_name="status_notes")
    level_now = models.PositiveSmallIntegerField(null=True, blank=True)
    measured = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    text = models.TextField(blank=True)

    declared = Declared(
        purpose="to hear from who gives the help how each goal moves",
        retention=Retention.CASE,
        rows=rows.of_case(),
        rights=Rights.APPEND,
        plain="id case note goal",
        sensitive="level_now measured text",
        article15="level_now measured text",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["note", "goal"], name="status_note_goal_once")]

    def __str__(self) -> str:
        return f"{self.note_id} {self.goal_id}"
