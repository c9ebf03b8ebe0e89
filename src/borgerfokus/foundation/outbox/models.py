"""Messages to citizens, their receipts, mail to others, and the memory of the simulated Digital Post."""

import uuid

from django.db import models

from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.access.rows import EVERYTHING, IS_STAFF, OWN_PERSONS, VERBS, RowRule
from borgerfokus.foundation.files.models import StoredFile

_SEES_CASE = "exists (select 1 from casework_case c where c.id = case_id)"
_SEES_MESSAGE = "exists (select 1 from outbox_message m where m.message_id = outbox_receipt.message_id)"
_PRINTS = (
    f"('letters.manage' = any({VERBS}) and not 'case.see' = any({VERBS}) "
    "and channel = 'paper' and state in ('queued', 'sent'))"
)
"""The print room, which sees no cases, prints for everybody. A caseworker prints letters of own cases only."""
_SEES_MAIL_OF_CASE = f"(case_id is not null and {IS_STAFF} and {_SEES_CASE})"
_SEES_CONCERN = (
    "(left(outbox_mail.reference, 8) = 'concern:' and exists "
    "(select 1 from dialogue_concern n where n.id::text = substr(outbox_mail.reference, 9)))"
)
"""Mail to whoever notified: only the unit on duty sees that there is one."""
_RECIPIENT = f"person_id = any({OWN_PERSONS})"


class ChannelName(models.TextChoices):
    """By which way a message travels."""

    DIGITAL_POST = "digital_post"
    PAPER = "paper"


class MessageState(models.TextChoices):
    """How far a message has come."""

    QUEUED = "queued"
    SENT = "sent"
    RECEIVED = "received"
    READ = "read"
    FAILED = "failed"
    HANDED_TO_PERSON = "handed_to_person"


class Message(models.Model):
    """One letter to one person. `message_id` is fixed before the first try: a second try is recognised.

    `reference` says what it belongs to ("decision:12"). `last_error` is a code, never text from outside.
    """

    message_id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_id = models.BigIntegerField()
    person_id = models.BigIntegerField()
    channel = models.CharField(max_length=20, choices=ChannelName.choices)
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
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
            using=f"{EVERYTHING} or {_RECIPIENT} or {_PRINTS} or ({IS_STAFF} and {_SEES_CASE})",
            check=f"{EVERYTHING} or {_RECIPIENT} or {_PRINTS} or {_SEES_CASE}",
        ),
        plain="message_id case_id channel kind file state queued_at queued_by sent_at received_at "
        "presumed_on attempts next_try_at last_error reference version",
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
    """What the simulated Digital Post has accepted. Stands for a system outside, so nothing points at it."""

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


class MailWay(models.TextChoices):
    """How mail to somebody who is not written to as a citizen travels."""

    E_MAIL = "e_mail"
    PAPER = "paper"


class MailState(models.TextChoices):
    """How far such mail has come. On paper it is sent when a person says so."""

    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"


class Mail(models.Model):
    """A short text to somebody who is not written to as a citizen: a notifier, a guest at a meeting.

    It says nothing of a case. `reference` says what it belongs to, once each ("concern:…", "guest:12:1").
    `address` is an e-mail address or lines of a postal one; `attachment` is an iCalendar text, "" for none.
    """

    mail_id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=40)
    reference = models.CharField(max_length=80, unique=True)
    case_id = models.BigIntegerField(null=True, blank=True)
    way = models.CharField(max_length=10, choices=MailWay.choices)
    name = models.CharField(max_length=160, blank=True)
    address = models.CharField(max_length=240)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    attachment = models.TextField(blank=True)
    language = models.CharField(max_length=2, choices=[(one, one) for one in ("da", "en")])
    state = models.CharField(max_length=10, choices=MailState.choices, default=MailState.QUEUED)
    queued_at = models.DateTimeField()
    queued_by = models.CharField(max_length=60)
    sent_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=60, blank=True)

    declared = Declared(
        purpose="to send a receipt to whoever notified, and an invitation to guests at a meeting",
        retention=Retention.CASE,
        rows=RowRule(using=f"{EVERYTHING} or {_SEES_MAIL_OF_CASE} or {_SEES_CONCERN}"),
        rights=Rights.ALL,
        plain="mail_id kind reference case_id way language state queued_at queued_by sent_at attempts next_try_at "
        "last_error",
        ordinary="name address subject body attachment",
    )

    class Meta:
        indexes = [
            models.Index(
                fields=["way", "next_try_at"], name="mail_due", condition=models.Q(next_try_at__isnull=False)
            ),
            models.Index(fields=["case_id"], name="mail_by_case"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="sent", sent_at__isnull=False)
                | (~models.Q(state="sent") & models.Q(sent_at__isnull=True)),
                name="mail_sent_at_a_time",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="failed") | ~models.Q(last_error=""), name="mail_failed_for_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"mail {self.mail_id}"
