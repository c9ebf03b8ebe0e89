"""What stands beside the figures of a dashboard: notes on the line of time, alerts, and who gets figures by e-mail."""

from django.db import models
from django.db.models import Q

from borgerfokus.core.access import Verb
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.organisation.models import Employee

RULES = ("outside", "run", "target")
"""`core.indicators.WatchRule`, which would load the library of tables wherever models are."""
_FOLLOWERS = rows.by_verb(Verb.FIGURES_FOLLOW.value)


class FigureNote(models.Model):
    """What happened on a day that a figure may show: "new form". `unit` "" is everybody, `kind` "" every case type."""

    on = models.DateField()
    text = models.CharField(max_length=120)
    unit = models.SlugField(max_length=60, blank=True)
    kind = models.SlugField(max_length=60, blank=True)
    public = models.BooleanField(default=False)
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=60)
    written_by_name = models.CharField(max_length=160)

    declared = Declared(
        purpose="to know what else happened when a figure moved",
        retention=Retention.PERMANENT,
        rows=rows.by_verb(Verb.FIGURES_SEE.value, or_else="public"),
        rights=Rights.ALL,
        plain="id on text unit kind public written_at written_by written_by_name",
    )

    class Meta:
        indexes = [models.Index(fields=["on"], name="figure_note_by_day")]

    def __str__(self) -> str:
        return f"{self.on} {self.text}"


class FigureAlert(models.Model):
    """A rule that an indicator fires in a unit (`unit` "": everywhere) since a month (202611).

    `ended_at`: the newest month fires it no longer. `acknowledged_…`: a leader has seen it and written what is done.
    """

    indicator = models.SlugField(max_length=60)
    unit = models.SlugField(max_length=60, blank=True)
    rule = models.CharField(max_length=10, choices=[(one, one) for one in RULES])
    since = models.PositiveIntegerField()
    month = models.PositiveIntegerField()
    value = models.FloatField()
    raised_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.CharField(max_length=60, blank=True)
    acknowledged_by_name = models.CharField(max_length=160, blank=True)
    note = models.CharField(max_length=400, blank=True)

    declared = Declared(
        purpose="to see when a figure is more than noise, and what is done about it",
        retention=Retention.PERMANENT,
        rows=_FOLLOWERS,
        plain="id indicator unit rule since month value raised_at ended_at acknowledged_at acknowledged_by "
        "acknowledged_by_name note",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "unit", "rule"], condition=Q(ended_at__isnull=True), name="figure_alert_once"
            ),
            models.CheckConstraint(
                condition=Q(acknowledged_at__isnull=True, acknowledged_by="", acknowledged_by_name="", note="")
                | (
                    Q(acknowledged_at__isnull=False)
                    & ~Q(acknowledged_by="")
                    & ~Q(acknowledged_by_name="")
                    & ~Q(note="")
                ),
                name="figure_alert_acknowledged_with_a_note",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.unit} {self.rule} {self.since}"


class Rhythm(models.TextChoices):
    """How often figures are sent."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"


class FigureSubscription(models.Model):
    """An employee gets the front figures of a unit (`unit` "": all that the employee may see) by e-mail.

    `sent_for` is the first day of the week or month that was last sent.
    """

    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="+")
    unit = models.SlugField(max_length=60, blank=True)
    rhythm = models.CharField(max_length=10, choices=Rhythm.choices)
    language = models.CharField(max_length=2, choices=[(one, one) for one in ("da", "en")])
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    sent_for = models.DateField(null=True, blank=True)

    declared = Declared(
        purpose="to send figures to who has asked for them",
        retention=Retention.PERMANENT,
        rows=rows.of_subject("('employee:' || employee_id)"),
        plain="id unit rhythm language begun_at ended_at sent_for",
        ordinary="employee",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["employee", "unit"], condition=Q(ended_at__isnull=True), name="figure_subscription_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.employee_id} {self.rhythm} {self.unit}"
