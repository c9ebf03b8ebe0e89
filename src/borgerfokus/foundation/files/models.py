"""One row for each file. The bytes lie in the file store under their checksum, never under their name."""

from django.db import models

from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.access.rows import EVERYTHING, IS_STAFF, SUBJECT, RowRule

_OWN = f"(case_id is null and owner_subject = {SUBJECT})"
_HELD = (
    "(case_id is null and left(owner_subject, 8) = 'concern:' and exists "
    "(select 1 from dialogue_concern n where n.id::text = substr(owner_subject, 9)))"
)
"""A file that came with a notification of concern: seen by whoever sees the notification."""
_POSTED = (
    "(case_id is null and exists (select 1 from outbox_message m where m.message_id = "
    "case when left(owner_subject, 8) = 'message:' then substr(owner_subject, 9)::uuid end))"
)
"""A letter of no case: seen by whoever sees the message that it is."""
_SEES_CASE = "exists (select 1 from casework_case c where c.id = case_id)"


class FileState(models.TextChoices):
    """What the check for malicious content has said."""

    QUARANTINED = "quarantined"
    CLEAN = "clean"
    REFUSED = "refused"


class StoredFile(models.Model):
    """A file of a case, or its uploader's until then. `withheld` hides it from the citizen's side."""

    case_id = models.BigIntegerField(null=True, blank=True)
    owner_subject = models.CharField(max_length=60, blank=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=100)
    size = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    path = models.CharField(max_length=80)
    state = models.CharField(max_length=12, choices=FileState.choices, default=FileState.QUARANTINED)
    refused_why = models.CharField(max_length=60, blank=True)
    withheld = models.BooleanField(default=False)
    uploaded_at = models.DateTimeField()
    uploaded_by = models.CharField(max_length=60)
    checked_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    declared = Declared(
        purpose="to keep the documents that a case is informed by and the letters that are sent",
        retention=Retention.CASE,
        rows=RowRule(
            using=f"{EVERYTHING} or {_OWN} or {_HELD} or {_POSTED} or ({_SEES_CASE} and (not withheld or {IS_STAFF}))",
            check=f"{EVERYTHING} or {_OWN} or {_POSTED} or {_SEES_CASE}",
        ),
        rights=Rights.ALL,
        plain="id case_id kind size state refused_why withheld uploaded_at checked_at version",
        ordinary="owner_subject uploaded_by",
        sensitive="name sha256 path",
        article15="name kind size uploaded_at",
    )

    class Meta:
        indexes = [
            models.Index(fields=["case_id", "uploaded_at"], name="file_by_case"),
            models.Index(fields=["sha256"], name="file_by_content"),
            models.Index(fields=["state"], name="file_waiting", condition=models.Q(state="quarantined")),
            models.Index(fields=["owner_subject"], name="file_unclaimed", condition=models.Q(case_id__isnull=True)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(case_id__isnull=False) | ~models.Q(owner_subject=""),
                name="file_has_a_case_or_an_owner",
            ),
            models.CheckConstraint(
                condition=models.Q(state="refused", refused_why__gt="")
                | (~models.Q(state="refused") & models.Q(refused_why="")),
                name="file_refused_for_a_reason",
            ),
            models.CheckConstraint(condition=models.Q(size__gt=0), name="file_not_empty"),
        ]

    def __str__(self) -> str:
        return f"file {self.pk}"
