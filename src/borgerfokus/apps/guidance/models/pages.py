"""Pages that people write: for everybody, or for colleagues. What was shown is never overwritten."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models

from borgerfokus.core.access import Verb
from borgerfokus.core.guidance.pages import PageKind
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention
from borgerfokus.foundation.organisation.models import Employee

_PAGE_IS_SEEN = "exists (select 1 from guidance_page p where p.id = guidance_pageversion.page_id)"


class Page(models.Model):
    """A page: what it hangs on, who answers for it, and by when it must be looked at again.

    `public` follows from the kind; `situation` is a life situation whose page it adds to. `source` says what a learning
    point came from ("appeal:7", "campaign:3"); the words are written anew, so that no citizen can be known again.
    """

    key = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(max_length=12, choices=[(one.value, one.value) for one in PageKind])
    public = models.BooleanField()
    situation = models.CharField(max_length=30, blank=True)
    case_types = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    sections = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    source = models.CharField(max_length=40, blank=True)
    owner = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="pages")
    review_on = models.DateField()
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=60)
    retired_at = models.DateTimeField(null=True, blank=True)
    retired_by = models.CharField(max_length=60, blank=True)

    declared = Declared(
        purpose="to tell citizens and colleagues what is known, and who sees to it that it stays right",
        retention=Retention.PERMANENT,
        rows=rows.by_verb(Verb.KNOWLEDGE_SEE.value, or_else="public"),
        plain="id key kind public situation case_types sections source owner review_on created_at created_by "
        "retired_at retired_by",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source"], condition=~models.Q(source=""), name="page_once_per_source"),
            models.CheckConstraint(
                condition=models.Q(retired_at__isnull=True, retired_by="")
                | models.Q(retired_at__isnull=False) & ~models.Q(retired_by=""),
                name="page_retired_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.key

    def is_due(self, on: date) -> bool:
        """Whether its day of review has come."""
        return self.retired_at is None and self.review_on <= on


class PageState(models.TextChoices):
    """How far a version is. A published one is never changed: it is followed by another, or retired."""

    CONCEPT = "concept"
    PUBLISHED = "published"
    RETIRED = "retired"


class PageVersion(models.Model):
    """One version of what a page says. `edits` grows with each save of a concept, so that two do not cross."""

    page = models.ForeignKey(Page, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=PageState.choices, default=PageState.CONCEPT)
    title = models.CharField(max_length=160)
    title_en = models.CharField(max_length=160, blank=True)
    short = models.CharField(max_length=300)
    short_en = models.CharField(max_length=300, blank=True)
    text = models.TextField()
    text_en = models.TextField(blank=True)
    search_words = models.CharField(max_length=300, blank=True)
    edits = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=60)
    saved_by_name = models.CharField(max_length=200)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.CharField(max_length=60, blank=True)

    declared = Declared(
        purpose="to know what a page said when, and to show nobody what is not finished",
        retention=Retention.PERMANENT,
        rows=rows.by_verb(Verb.KNOWLEDGE_SEE.value, or_else=f"state = 'published' and {_PAGE_IS_SEEN}"),
        plain="id page number state title title_en short short_en text text_en search_words edits saved_at saved_by "
        "saved_by_name published_at published_by",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "number"], name="page_version_once"),
            models.UniqueConstraint(
                fields=["page"], condition=models.Q(state="concept"), name="page_one_concept"
            ),
            models.UniqueConstraint(
                fields=["page"], condition=models.Q(state="published"), name="page_one_published"
            ),
            models.CheckConstraint(
                condition=models.Q(state="concept", published_at__isnull=True, published_by="")
                | ~models.Q(state="concept") & models.Q(published_at__isnull=False) & ~models.Q(published_by=""),
                name="page_published_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.page_id} v{self.number}"
