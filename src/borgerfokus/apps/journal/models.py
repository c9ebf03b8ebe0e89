"""The journal: entries, seen to exist by all who see the case, and their texts, which may be withheld."""

from django.db import models

from borgerfokus.apps.casework.models import Case
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.files.models import StoredFile

IS_CITIZEN = "(select current_setting('bf.subject', true) like 'citizen:%%')"
OPEN_TO_READER = (
    f"(not {IS_CITIZEN} or exists (select 1 from journal_entry e where e.id = entry_id and not e.withheld))"
)


class EntryKind(models.TextChoices):
    """What an entry is."""

    NOTE = "note"
    DOCUMENT = "document"
    LETTER = "letter"
    COMMENT = "comment"
    STATEMENT = "statement"
    MESSAGE = "message"


class Entry(models.Model):
    """An entry of the journal. What it says stands in its texts; that it exists is always shown."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="entries")
    kind = models.CharField(max_length=12, choices=EntryKind.choices)
    channel = models.CharField(max_length=20, blank=True)
    happened_at = models.DateTimeField()
    created_at = models.DateTimeField()
    author = models.CharField(max_length=60)
    author_name = models.CharField(max_length=200)
    about = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="comments")
    withheld = models.BooleanField(default=False)
    withheld_ground = models.CharField(max_length=60, blank=True)
    withheld_article = models.CharField(max_length=120, blank=True)
    withheld_review_on = models.DateField(null=True, blank=True)
    withheld_by = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    declared = Declared(
        purpose="to keep what is said and sent in a case, in the order it happened",
        retention=Retention.CASE,
        rows=rows.of_case(),
        plain="id case kind channel happened_at created_at about withheld withheld_review_on version",
        ordinary="author author_name withheld_by",
        sensitive="withheld_ground withheld_article",
        article15="kind channel happened_at withheld_ground withheld_article withheld_review_on",
    )

    class Meta:
        indexes = [models.Index(fields=["case", "-happened_at"], name="entry_of_case")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(withheld=False)
                | ~models.Q(withheld_ground="")
                & ~models.Q(withheld_article="")
                & models.Q(withheld_review_on__isnull=False),
                name="entry_withheld_has_ground_article_and_review",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="comment") | models.Q(withheld=False), name="entry_comment_is_open"
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="message") | models.Q(withheld=False), name="entry_message_is_open"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class EntryText(models.Model):
    """One version of what an entry says. A correction is a new row; the old one stays."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="texts")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    body = models.TextField(blank=True)
    reason = models.CharField(max_length=300, blank=True)
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=60)
    writer_name = models.CharField(max_length=200)

    declared = Declared(
        purpose="to keep what an entry says, and what it said before it was corrected",
        retention=Retention.CASE,
        rows=rows.of_case(also=OPEN_TO_READER),
        rights=Rights.APPEND,
        plain="id entry case number written_at",
        ordinary="written_by writer_name",
        sensitive="title body reason",
        article15="title body reason written_at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "number"], name="entry_text_in_order"),
            models.CheckConstraint(
                condition=models.Q(number=1) | ~models.Q(reason=""), name="entry_correction_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} v{self.number}"


class Direction(models.TextChoices):
    """Which way a document went."""

    IN = "in"
    OUT = "out"
    INTERNAL = "internal"


class DocumentVersion(models.Model):
    """One version of the file of a document or letter."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="documents")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    direction = models.CharField(max_length=10, choices=Direction.choices)
    with_whom = models.CharField(max_length=160, blank=True)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=60)

    declared = Declared(
        purpose="to keep the documents of a case, and every version of them",
        retention=Retention.CASE,
        rows=rows.of_case(also=OPEN_TO_READER),
        rights=Rights.APPEND,
        plain="id entry case number file direction added_at added_by",
        sensitive="with_whom",
        article15="direction with_whom added_at",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "number"], name="document_in_order")]

    def __str__(self) -> str:
        return f"{self.entry_id} file v{self.number}"
