"""What citizens keep for themselves in a case: notes, and small series of numbers. Shared with staff by choice only.

The rows belong to whoever wrote them: nobody who acts for the citizen sees them, and no grant opens them.
"""

from django.db import models
from django.db.models import Q

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.interventions.models import Goal
from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.access.rows import EVERYTHING, IS_STAFF, SUBJECT, RowRule

_SEES_CASE = "exists (select 1 from casework_case c where c.id = case_id)"
_OF_SERIES = f"{EVERYTHING} or exists (select 1 from dialogue_ownseries s where s.id = series_id)"  # noqa: S608 (names of our own tables)
_OWN_OR_SHARED = RowRule(
    using=f"{EVERYTHING} or subject = {SUBJECT} or (shared_at is not null and {IS_STAFF} and {_SEES_CASE})",
    check=f"{EVERYTHING} or (subject = {SUBJECT} and {_SEES_CASE})",
)


class OwnSeries(models.Model):
    """Something the citizen counts or measures: steps a day, hours of sleep. `goal`: the goal it tells of, if any."""

    subject = models.CharField(max_length=60)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=120)
    unit = models.CharField(max_length=30, blank=True)
    made_at = models.DateTimeField()
    shared_at = models.DateTimeField(null=True, blank=True)

    declared = Declared(
        purpose="to let citizens follow their own goals with numbers of their own",
        retention=Retention.CASE,
        rows=_OWN_OR_SHARED,
        rights=Rights.ALL,
        plain="id case goal made_at shared_at",
        ordinary="subject",
        sensitive="title unit",
        article15="title unit made_at shared_at",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subject", "case", "title"], name="own_series_once")]

    def __str__(self) -> str:
        return f"own series {self.pk}"


class OwnMeasure(models.Model):
    """One number of a series on one day."""

    series = models.ForeignKey(OwnSeries, on_delete=models.CASCADE, related_name="measures")
    on = models.DateField()
    value = models.DecimalField(max_digits=9, decimal_places=2)
    note = models.CharField(max_length=200, blank=True)

    declared = Declared(
        purpose="to let citizens follow their own goals with numbers of their own",
        retention=Retention.CASE,
        rows=RowRule(using=_OF_SERIES),
        rights=Rights.ALL,
        plain="id series on",
        sensitive="value note",
        article15="on value note",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["series", "on"], name="own_measure_once_a_day")]

    def __str__(self) -> str:
        return f"own measure {self.pk}"


class OwnNote(models.Model):
    """A note that the citizen writes for itself, of a case or of one goal."""

    subject = models.CharField(max_length=60)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    text = models.TextField()
    written_at = models.DateTimeField()
    shared_at = models.DateTimeField(null=True, blank=True)

    declared = Declared(
        purpose="to let citizens keep notes of their own beside the case",
        retention=Retention.CASE,
        rows=_OWN_OR_SHARED,
        rights=Rights.ALL,
        plain="id case goal written_at shared_at",
        ordinary="subject",
        sensitive="text",
        article15="text written_at shared_at",
    )

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="own_note_says_something")]
        indexes = [models.Index(fields=["subject", "-written_at"], name="own_note_by_time")]

    def __str__(self) -> str:
        return f"own note {self.pk}"
