"""Requests about data: that something be corrected or erased, and the whole copy that article 15 gives."""

from django.db import models

from borgerfokus.apps.casework.models import Case, Task
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention
from borgerfokus.foundation.access.rows import EVERYTHING, SUBJECT, RowRule
from borgerfokus.foundation.people.models import Person


class DataRequestKind(models.TextChoices):
    """What is asked for."""

    CORRECTION = "correction"
    ERASURE = "erasure"


class DataOutcome(models.TextChoices):
    """What came of it. `NOTED`: the data stays, and that the citizen disagrees stands beside it."""

    CORRECTED = "corrected"
    NOTED = "noted"
    REFUSED = "refused"
    PROPOSED = "proposed"


class TargetKind(models.TextChoices):
    """What kind of data the citizen points at."""

    ENTRY = "entry"
    FACT = "fact"
    OTHER = "other"


class DataRequest(models.Model):
    """The citizen says that something is wrong, or should be erased. `says` is what it says, `should` what is right.

    `target` is the number of the entry or the key of the fact; "" for anything else.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="data_requests")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=DataRequestKind.choices)
    target_kind = models.CharField(max_length=8, choices=TargetKind.choices, default=TargetKind.OTHER)
    target = models.CharField(max_length=30, blank=True)
    says = models.TextField(blank=True)
    should = models.TextField()
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=60)
    due = models.DateField()
    task = models.ForeignKey(Task, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    outcome = models.CharField(max_length=10, blank=True, choices=DataOutcome.choices)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=60, blank=True)
    version = models.PositiveIntegerField(default=1)

    declared = Declared(
        purpose="to correct what is wrong, erase what may be, and say why when it is not done",
        retention=Retention.CASE,
        rows=rows.of_case(),
        plain="id case kind target_kind target asked_at asked_by due task answered_at answered_by version",
        ordinary="person",
        sensitive="says should outcome answer",
        article15="kind says should asked_at due outcome answer answered_at",
    )

    class Meta:
        indexes = [models.Index(fields=["due"], name="data_open_by_due", condition=models.Q(outcome=""))]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome="", answer="", answered_at__isnull=True)
                | ~models.Q(outcome="") & ~models.Q(answer="") & models.Q(answered_at__isnull=False),
                name="data_answered_with_an_outcome",
            ),
            models.CheckConstraint(
                condition=models.Q(target_kind="other", target="")
                | ~models.Q(target_kind="other") & ~models.Q(target=""),
                name="data_target_is_named",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.kind} {self.pk}"


class ExportState(models.TextChoices):
    """How far a whole copy has come."""

    QUEUED = "queued"
    RUNNING = "running"
    READY = "ready"
    GONE = "gone"


class DataExport(models.Model):
    """The whole copy of what is held about a person (article 15). Only the person itself sees it and fetches it.

    `done` of `steps` tables have been read; the file is removed on the day `kept_until` has passed.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=ExportState.choices, default=ExportState.QUEUED)
    asked_at = models.DateTimeField()
    due = models.DateField()
    done = models.PositiveIntegerField(default=0)
    steps = models.PositiveIntegerField(default=0)
    ready_at = models.DateTimeField(null=True, blank=True)
    kept_until = models.DateField(null=True, blank=True)
    file_id = models.BigIntegerField(null=True, blank=True)
    fetched_at = models.DateTimeField(null=True, blank=True)

    declared = Declared(
        purpose="to give a person a copy of everything that is held about it",
        retention=Retention.PERSON,
        rows=RowRule(using=f"{EVERYTHING} or ('citizen:' || person_id) = {SUBJECT}"),
        plain="id state asked_at due done steps ready_at kept_until file_id fetched_at",
        ordinary="person",
        article15="asked_at ready_at fetched_at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(state__in=["queued", "running"]), name="export_one_at_a_time"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="ready") | models.Q(ready_at__isnull=False, kept_until__isnull=False),
                name="export_ready_is_kept_until",
            ),
        ]

    def __str__(self) -> str:
        return f"export {self.pk} {self.state}"
