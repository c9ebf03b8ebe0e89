"""Messages on their way to a citizen, the receipts for them, and the memory of the simulated channels."""

import uuid

from django.db import models

from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.access.rows import EVERYTHING, IS_STAFF, OWN_PERSONS, VERBS, RowRule, open_to_all
from borgerfokus.foundation.files.models import StoredFile
from borgerfokus.foundation.outbox.models.batches import LetterBatch, PrintRun
from borgerfokus.foundation.outbox.models.ways import NoticeWay

_SEES_CASE = "exists (select 1 from casework_case c where c.id = case_id)"
_SEES_MESSAGE = "exists (select 1 from outbox_message m where m.message_id = outbox_receipt.message_id)"
_PRINTS = (
    f"('letters.manage' = any({VERBS}) and not 'case.see' = any({VERBS}) "
    "and channel = 'paper' and state in ('queued', 'sent'))"
)
"""The print room, which sees no cases, prints for everybody. A caseworker prints letters of own cases only."""
_SENDS_BATCHES = f"('letters.batch' = any({VERBS}) and batch_id is not null)"
_RECIPIENT = f"person_id = any({OWN_PERSONS})"


class ChannelName(models.TextChoices):
    """By which way a message travels. Letters go by the first two, and the others tell that there is one."""

    DIGITAL_POST = "digital_post"
    PAPER = "paper"
    EMAIL = "email"
    SMS = "sms"


NOTICES = (ChannelName.EMAIL, ChannelName.SMS)
"""The channels that carry no content: they say that there is something new, and to log in."""


class MessageState(models.TextChoices):
    """How far a message has come."""

    QUEUED = "queued"
    SENT = "sent"
    RECEIVED = "received"
    READ = "read"
    FAILED = "failed"
    HANDED_TO_PERSON = "handed_to_person"
    CANCELLED = "cancelled"


class Message(models.Model):
    """One letter to one person. `message_id` is fixed before the first try: a second try is recognised.

    `reference` says what it belongs to ("decision:12"). `last_error` is a code, never text from outside.
    A letter of a batch gets its file when it is first sent or printed. With `way` it is a notice: it carries
    nothing, and `about` is the letter that it tells of (None: it brings the code that confirms the way). An e-mail
    about an appointment carries its time for the calendar, as iCalendar (`calendar`), and nothing of what it is about.
    """

    message_id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_id = models.BigIntegerField(null=True, blank=True)
    person_id = models.BigIntegerField()
    channel = models.CharField(max_length=20, choices=ChannelName.choices)
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=200, blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    batch = models.ForeignKey(LetterBatch, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    run = models.ForeignKey(PrintRun, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    way = models.ForeignKey(NoticeWay, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    about = models.UUIDField(null=True, blank=True)
    calendar = models.TextField(blank=True)
    state = models.CharField(max_length=20, choices=MessageState.choices, default=MessageState.QUEUED)
    queued_at = models.DateTimeField()
    queued_by = models.CharField(max_length=60)
    sent_at = models.DateTimeField(null=True, blank=True)
    received_at = models.DateTimeField(null=True, blank=True)
    presumed_on = models.DateField(null=True, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=60, blank=True)
    reference = models.CharField(max_length=80)
    version = models.PositiveIntegerField(default=1)

    declared = Declared(
        purpose="to send letters and to know when each was received",
        retention=Retention.CASE,
        rows=RowRule(
            using=f"{EVERYTHING} or {_RECIPIENT} or {_PRINTS} or {_SENDS_BATCHES} or ({IS_STAFF} and {_SEES_CASE})",
            check=f"{EVERYTHING} or {_RECIPIENT} or {_PRINTS} or {_SENDS_BATCHES} or {_SEES_CASE}",
        ),
        plain="message_id case_id channel kind file batch run way about calendar state queued_at queued_by sent_at "
        "received_at presumed_on attempts next_try_at last_error reference version",
        ordinary="person_id",
        sensitive="title",
        article15="title channel state queued_at sent_at received_at",
    )

    class Meta:
        indexes = [
            models.Index(
                fields=["channel", "state", "next_try_at"],
                name="message_due",
                condition=models.Q(next_try_at__isnull=False),
            ),
            models.Index(fields=["case_id", "queued_at"], name="message_by_case"),
            models.Index(fields=["person_id", "queued_at"], name="message_by_person"),
            models.Index(fields=["reference"], name="message_by_reference"),
            models.Index(
                fields=["channel", "state", "queued_at"],
                name="message_open",
                condition=models.Q(state__in=["queued", "sent", "failed"]),
            ),
            models.Index(
                fields=["batch", "channel", "state"],
                name="message_by_batch",
                condition=models.Q(batch__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state__in=["sent", "received", "read"]) | models.Q(sent_at__isnull=False),
                name="message_sent_at_a_time",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["received", "read", "handed_to_person"])
                | models.Q(received_at__isnull=False),
                name="message_received_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(channel__in=["email", "sms"], way__isnull=False, file__isnull=True, title="")
                | models.Q(way__isnull=True, about__isnull=True) & ~models.Q(channel__in=["email", "sms"]),
                name="message_notice_carries_nothing",
            ),
            models.CheckConstraint(
                condition=models.Q(calendar="") | models.Q(channel="email", about__isnull=False),
                name="message_calendar_goes_by_email",
            ),
            models.CheckConstraint(
                condition=models.Q(file__isnull=False) | models.Q(batch__isnull=False) | models.Q(way__isnull=False),
                name="message_has_something_to_send",
            ),
            models.CheckConstraint(
                condition=models.Q(case_id__isnull=False)
                | models.Q(batch__isnull=False)
                | models.Q(way__isnull=False)
                | models.Q(kind="notice.personal"),
                name="message_is_of_a_case_or_a_batch",
            ),
            models.CheckConstraint(
                condition=models.Q(run__isnull=True) | models.Q(channel="paper"), name="message_run_is_of_paper"
            ),
        ]

    def __str__(self) -> str:
        return f"message {self.message_id}"


class Receipt(models.Model):
    """What a channel has told about a message. `receipt_id` is the channel's own: a repeated one is known."""

    message = models.ForeignKey(Message, on_delete=models.DO_NOTHING, related_name="receipts")
    receipt_id = models.CharField(max_length=80)
    kind = models.CharField(max_length=20)
    at = models.DateTimeField()
    raw = models.JSONField(default=dict)

    declared = Declared(
        purpose="to prove when a letter was received",
        retention=Retention.CASE,
        rows=RowRule(using=f"{EVERYTHING} or {_SEES_MESSAGE}"),
        rights=Rights.APPEND,
        plain="id message receipt_id kind at raw",
        article15="kind at",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["message", "receipt_id"], name="receipt_once")]

    def __str__(self) -> str:
        return f"receipt {self.receipt_id}"


class SimulatedPost(models.Model):
    """What a simulated channel has accepted. Stands for a system outside, so nothing points at it."""

    message_id = models.UUIDField(primary_key=True)
    person_id = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    accepted_at = models.DateTimeField()
    arrives_at = models.DateTimeField()
    times_offered = models.PositiveIntegerField(default=1)

    declared = Declared(
        purpose="to stand in for Digital Post where there is no agreement with the real one",
        retention=Retention.SHORT,
        rows=RowRule(using=EVERYTHING),
        rights=Rights.ALL,
        plain="message_id sha256 accepted_at arrives_at times_offered",
        ordinary="person_id",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(arrives_at__gte=models.F("accepted_at")),
                name="simulatedpost_arrives_after",
            ),
        ]

    def __str__(self) -> str:
        return f"simulated {self.message_id}"


class ChannelPause(models.Model):
    """A channel that is stood still by an operator, and why. What is queued for it waits."""

    channel = models.CharField(max_length=20, choices=ChannelName.choices, primary_key=True)
    reason = models.CharField(max_length=200)
    since = models.DateTimeField()
    by = models.CharField(max_length=60)

    declared = Declared(
        purpose="to let a channel stand still while it is out of order",
        retention=Retention.SHORT,
        rows=open_to_all(),
        rights=Rights.ALL,
        plain="channel reason since by",
    )

    class Meta:
        constraints = [models.CheckConstraint(condition=~models.Q(reason=""), name="channel_pause_says_why")]

    def __str__(self) -> str:
        return f"{self.channel} stands still"
