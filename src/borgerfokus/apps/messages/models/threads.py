"""A thread of messages in a case. What a message says is its entry in the journal, which is the case's own record."""

from django.db import models

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.journal.models import Entry
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.organisation.models import Unit


class Side(models.TextChoices):
    """Who wrote: the citizen or somebody who acts for the citizen, or the municipality."""

    CITIZEN = "citizen"
    STAFF = "staff"


class Thread(models.Model):
    """Messages about one subject. `about` is the entry of the journal that was asked about.

    While the citizen waits for an answer, `waits_since` is when the oldest unanswered message came and `due` the last
    day of the promise. A thread that is closed waits for nobody.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="threads")
    subject = models.CharField(max_length=160)
    about = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    started_at = models.DateTimeField()
    started_by = models.CharField(max_length=60)
    started_side = models.CharField(max_length=8, choices=Side.choices)
    waits_since = models.DateTimeField(null=True, blank=True)
    due = models.DateField(null=True, blank=True)
    last_at = models.DateTimeField()
    last_side = models.CharField(max_length=8, choices=Side.choices)
    count = models.PositiveIntegerField(default=0)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=60, blank=True)

    declared = Declared(
        purpose="to let the citizen and whoever has the case write to each other, and to keep the promise of an answer",
        retention=Retention.CASE,
        rows=rows.of_case(),
        plain="id case about started_at started_side waits_since due last_at last_side count closed_at",
        ordinary="started_by closed_by",
        sensitive="subject",
        article15="subject started_at waits_since due closed_at",
    )

    class Meta:
        indexes = [
            models.Index(fields=["case", "-last_at"], name="thread_of_case"),
            models.Index(fields=["due"], condition=models.Q(due__isnull=False), name="thread_that_waits"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(waits_since__isnull=True, due__isnull=True)
                | models.Q(waits_since__isnull=False, due__isnull=False),
                name="thread_waits_with_a_promise",
            ),
            models.CheckConstraint(
                condition=models.Q(closed_at__isnull=True, closed_by="")
                | (models.Q(closed_at__isnull=False) & ~models.Q(closed_by="")),
                name="thread_closed_by_somebody",
            ),
            models.CheckConstraint(
                condition=models.Q(closed_at__isnull=True) | models.Q(waits_since__isnull=True),
                name="thread_closed_waits_for_nobody",
            ),
        ]

    def __str__(self) -> str:
        return f"thread {self.pk}"


class CaseMessage(models.Model):
    """One message. What it says is `entry`; `unit` is the unit that had the case.

    An answer carries what it answered: since when the citizen had waited, the day of the promise, how many working
    days it took, and whether the promise was kept.
    """

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="messages")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=8, choices=Side.choices)
    at = models.DateTimeField()
    by = models.CharField(max_length=60)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    answers_since = models.DateTimeField(null=True, blank=True)
    answers_due = models.DateField(null=True, blank=True)
    working_days = models.PositiveIntegerField(null=True, blank=True)
    kept = models.BooleanField(null=True, blank=True)

    declared = Declared(
        purpose="to keep who wrote when in a thread, and how long an answer took",
        retention=Retention.CASE,
        rows=rows.of_case(),
        rights=Rights.APPEND,
        plain="id thread case number entry side at unit answers_since answers_due working_days kept",
        ordinary="by",
        article15="side at answers_since answers_due",
    )

    class Meta:
        indexes = [models.Index(fields=["unit", "at"], name="case_message_by_unit")]
        constraints = [
            models.UniqueConstraint(fields=["thread", "number"], name="case_message_in_order"),
            models.CheckConstraint(
                condition=models.Q(
                    answers_since__isnull=True, answers_due__isnull=True, working_days__isnull=True, kept__isnull=True
                )
                | models.Q(
                    answers_since__isnull=False,
                    answers_due__isnull=False,
                    working_days__isnull=False,
                    kept__isnull=False,
                    side=Side.STAFF,
                ),
                name="case_message_answer_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.thread_id}.{self.number}"


class Attachment(models.Model):
    """A document that came with a message: `entry` is the document in the journal."""

    message = models.ForeignKey(CaseMessage, on_delete=models.CASCADE, related_name="attachments")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="+")

    declared = Declared(
        purpose="to know which documents came with a message",
        retention=Retention.CASE,
        rows=rows.of_case(),
        rights=Rights.APPEND,
        plain="id message case entry",
    )

    def __str__(self) -> str:
        return f"{self.message_id} + {self.entry_id}"


class Reading(models.Model):
    """How far somebody has read a thread: up to and with message `number`."""

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="readings")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    subject = models.CharField(max_length=60)
    side = models.CharField(max_length=8, choices=Side.choices)
    number = models.PositiveIntegerField()
    at = models.DateTimeField()

    declared = Declared(
        purpose="to show whether a message has been read, and to write to the citizen once only about what waits",
        retention=Retention.CASE,
        rows=rows.of_case(),
        plain="id thread case side number at",
        ordinary="subject",
        article15="side number at",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["thread", "subject"], name="reading_once")]

    def __str__(self) -> str:
        return f"{self.subject} read {self.thread_id} to {self.number}"
