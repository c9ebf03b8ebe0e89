"""What colleagues say about a page, and what they ask one another once."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from borgerfokus.apps.guidance.models.pages import Page
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention, Rights


class PageComment(models.Model):
    """What a colleague says about a page. Whoever wrote it, or who keeps the page, takes it away again."""

    page = models.ForeignKey(Page, on_delete=models.PROTECT, related_name="comments")
    text = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=60)
    by_name = models.CharField(max_length=200)

    declared = Declared(
        purpose="to mend what colleagues find wrong or unclear on a page",
        retention=Retention.PERMANENT,
        rows=rows.by_verb(Verb.KNOWLEDGE_SEE.value),
        rights=Rights.ALL,
        plain="id page at by",
        ordinary="text by_name",
    )

    class Meta:
        indexes = [models.Index(fields=["page", "at"], name="page_comment_by_page")]

    def __str__(self) -> str:
        return f"comment {self.pk} on {self.page_id}"


class AskedQuestion(models.Model):
    """A question to colleagues, answered once for all. It never names a citizen."""

    title = models.CharField(max_length=160)
    text = models.TextField(blank=True)
    case_types = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=60)
    asked_by_name = models.CharField(max_length=200)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=60, blank=True)
    answered_by_name = models.CharField(max_length=200, blank=True)
    edits = models.PositiveIntegerField(default=1)

    declared = Declared(
        purpose="to answer what colleagues ask once, so that the next one finds it",
        retention=Retention.PERMANENT,
        rows=rows.by_verb(Verb.KNOWLEDGE_SEE.value),
        plain="id case_types asked_at asked_by answered_at answered_by edits",
        ordinary="title text asked_by_name answer answered_by_name",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answered_at__isnull=True, answered_by="", answer="")
                | models.Q(answered_at__isnull=False) & ~models.Q(answered_by="") & ~models.Q(answer=""),
                name="asked_question_answered_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"question {self.pk}"
