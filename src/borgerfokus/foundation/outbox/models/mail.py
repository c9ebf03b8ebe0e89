"""Mail to others than citizens: whoever notified, guests at a meeting, users of partners, and staff."""

import uuid

from django.db import models

from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.access.rows import EVERYTHING, IS_STAFF, SUBJECTS, VERBS, RowRule

_SEES_CASE = "exists (select 1 from casework_case c where c.id = case_id)"
_SEES_MAIL_OF_CASE = f"(case_id is not null and {IS_STAFF} and {_SEES_CASE})"
_SEES_CONCERN = (
    "(left(outbox_mail.reference, 8) = 'concern:' and exists "
    "(select 1 from dialogue_concern n where n.id::text = substr(outbox_mail.reference, 9)))"
)
"""Mail to whoever notified: only the unit on duty sees that there is one."""
_KEEPS_USERS = (
    f"(left(reference, 8) = 'partner:' and 'partner_users.edit' = any({VERBS}) and "
    f"(('unit:' || split_part(reference, ':', 2)) = any({SUBJECTS}) or 'organisation.edit' = any({VERBS})))"
)
"""Mail to users of a partner: whoever keeps that partner's users."""


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
    """A short text to somebody who is not written to as a citizen: a notifier, a guest, a partner's user, staff.

    It says nothing of a case. `reference` says what it belongs to, once each ("concern:…", "guest:12:1:0").
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
        purpose="to write to those who are not written to as citizens: who notified, guests, partners' users, staff",
        retention=Retention.CASE,
        rows=RowRule(using=f"{EVERYTHING} or {_SEES_MAIL_OF_CASE} or {_SEES_CONCERN} or {_KEEPS_USERS}"),
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
