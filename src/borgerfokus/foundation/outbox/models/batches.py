"""The same letter to many, and letters on paper that are printed together by a print house."""

import uuid

from django.db import models

from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.access.rows import VERBS, by_verb

_PRINTS = f"'letters.manage' = any({VERBS})"
_SEES_LETTER = "exists (select 1 from outbox_message m where m.message_id = outbox_batchentry.message_id)"
"""Who prints a letter makes it, of the text and of what its line says."""


class BatchState(models.TextChoices):
    """How far a batch has come. `RUNNING`: its letters are being queued, or all are."""

    DRAFT = "draft"
    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    CANCELLED = "cancelled"


class LetterBatch(models.Model):
    """One letter to many. Heading and body are its text, with the names of `columns` in braces.

    What stands here is about nobody. Somebody else than who wrote it approves it, and from then on it never changes.
    """

    heading = models.CharField(max_length=120)
    body = models.TextField()
    columns = models.JSONField(default=list)
    source = models.CharField(max_length=200, blank=True)
    sender = models.CharField(max_length=160)
    phone = models.CharField(max_length=20, blank=True)
    state = models.CharField(max_length=10, choices=BatchState.choices, default=BatchState.DRAFT)
    total = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=60)
    made_name = models.CharField(max_length=200)
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.CharField(max_length=60, blank=True)
    approved_name = models.CharField(max_length=200, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    declared = Declared(
        purpose="to send the same letter to many, after a second person has read it",
        retention=Retention.PERMANENT,
        rows=by_verb("letters.batch", or_else=_PRINTS),
        plain="id heading body columns source sender phone state total made_at made_by made_name approved_at "
        "approved_by approved_name ended_at version",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(approved_at__isnull=True, approved_by="")
                | models.Q(approved_at__isnull=False) & ~models.Q(approved_by=""),
                name="letter_batch_approved_by_a_hand",
            ),
            models.CheckConstraint(
                condition=models.Q(approved_by="") | ~models.Q(approved_by=models.F("made_by")),
                name="letter_batch_approved_by_another",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["running", "paused"]) | models.Q(approved_at__isnull=False),
                name="letter_batch_runs_when_approved",
            ),
        ]

    def __str__(self) -> str:
        return f"batch {self.pk}"


class BatchEntry(models.Model):
    """One receiver of a batch. Its letter's `message_id` is fixed here, before the batch is approved.

    `values` is what its line says in the columns. Removed some time after its letter was queued.
    """

    batch = models.ForeignKey(LetterBatch, on_delete=models.CASCADE, related_name="entries")
    number = models.PositiveIntegerField()
    person_id = models.BigIntegerField()
    about_case = models.BigIntegerField(null=True, blank=True)
    values = models.JSONField(default=list)
    message_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    queued_at = models.DateTimeField(null=True, blank=True)

    declared = Declared(
        purpose="to know who is to get a letter that is sent to many",
        retention=Retention.SHORT,
        rows=by_verb("letters.batch", or_else=_SEES_LETTER),
        rights=Rights.ALL,
        plain="id batch number about_case message_id queued_at",
        ordinary="person_id",
        sensitive="values",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["batch", "number"], name="batch_entry_in_order"),
            models.UniqueConstraint(fields=["batch", "person_id"], name="batch_entry_once_each"),
        ]
        indexes = [
            models.Index(
                fields=["batch", "number"], name="batch_entry_waiting", condition=models.Q(queued_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"entry {self.pk}"


class PrintRun(models.Model):
    """Letters on paper that go to a print house together. Undone, its letters lie in the print queue again."""

    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=60)
    letters = models.PositiveIntegerField(default=0)
    sent_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    declared = Declared(
        purpose="to let a print house print and post many letters at once",
        retention=Retention.PERMANENT,
        rows=by_verb("letters.manage"),
        plain="id made_at made_by letters sent_at undone_at",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sent_at__isnull=True) | models.Q(undone_at__isnull=True),
                name="print_run_ends_one_way",
            ),
        ]

    def __str__(self) -> str:
        return f"print run {self.pk}"
