"""Drafts: text that is not sent yet, one row for each form of each person."""

from django.db import models

from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.access.rows import of_subject


class Draft(models.Model):
    """What `subject` ("employee:12", "person:7") has typed under `key`. `version` grows with each save."""

    subject = models.CharField(max_length=60)
    key = models.CharField(max_length=200)
    content = models.JSONField(default=dict)
    saved_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    declared = Declared(
        purpose="to keep what somebody has typed until it is sent",
        retention=Retention.SHORT,
        rows=of_subject(),
        rights=Rights.ALL,
        plain="id saved_at version",
        ordinary="subject key",
        sensitive="content",
        article15="content saved_at",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subject", "key"], name="draft_once_per_key")]
        indexes = [models.Index(fields=["saved_at"], name="draft_by_age")]

    def __str__(self) -> str:
        return f"draft {self.pk}"
