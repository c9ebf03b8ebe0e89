"""Versions of the texts of letters, and which version each letter was made from."""

from django.db import models

from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.access.rows import open_to_all


class WordingState(models.TextChoices):
    """How far a version is. A published one is never changed: it is followed by another, or retired."""

    CONCEPT = "concept"
    PUBLISHED = "published"
    RETIRED = "retired"


class WordingVersion(models.Model):
    """The municipality's text of one letter, for one case type or (`case_type` empty) for all.

    `parts` holds `{name: {da, en}}` for each part that differs from the packaged text. Of the published versions the
    one that is valid on the day and has the highest number holds; one for the case type goes before one for all.
    """

    key = models.CharField(max_length=80)
    case_type = models.CharField(max_length=60, blank=True)
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=WordingState.choices, default=WordingState.CONCEPT)
    parts = models.JSONField(default=dict)
    note = models.CharField(max_length=300, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=60)
    saved_by_name = models.CharField(max_length=200)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.CharField(max_length=60, blank=True)
    published_by_name = models.CharField(max_length=200, blank=True)
    edits = models.PositiveIntegerField(default=1)

    declared = Declared(
        purpose="to write to citizens in the municipality's own words, and to know which words were used when",
        retention=Retention.PERMANENT,
        rows=open_to_all(),
        plain="id key case_type number state parts note valid_from valid_to saved_at saved_by saved_by_name "
        "published_at published_by published_by_name edits",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "case_type", "number"], name="wording_number_once"),
            models.UniqueConstraint(
                fields=["key", "case_type"], condition=models.Q(state="concept"), name="wording_one_concept"
            ),
            models.CheckConstraint(
                condition=models.Q(state="concept", published_at__isnull=True, published_by="")
                | ~models.Q(state="concept")
                & models.Q(published_at__isnull=False, valid_from__isnull=False)
                & ~models.Q(published_by=""),
                name="wording_published_by_somebody_from_a_day",
            ),
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gte=models.F("valid_from")),
                name="wording_ends_after_it_starts",
            ),
        ]
        indexes = [models.Index(fields=["state", "key"], name="wording_published_by_key")]

    def __str__(self) -> str:
        return f"{self.key} {self.case_type or '*'} {self.number}"


class WordingUse(models.Model):
    """Which text a letter was made from: a version of the municipality's, or (None) the packaged one."""

    file_id = models.BigIntegerField(unique=True)
    key = models.CharField(max_length=80)
    version = models.ForeignKey(WordingVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="uses")
    at = models.DateTimeField()

    declared = Declared(
        purpose="to know later in which words a letter was written",
        retention=Retention.PERMANENT,
        rows=open_to_all(),
        rights=Rights.APPEND,
        plain="id file_id key version at",
    )

    def __str__(self) -> str:
        return f"{self.key} → file {self.file_id}"
