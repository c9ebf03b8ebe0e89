"""The municipality's own versions of the guide, as documents."""

from django.db import models

from borgerfokus.apps.guidance.models.pages import PageState
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention


class GuideVersion(models.Model):
    """One version of the guide (TOML, `core.guidance.guide`). The published one is asked; without one the shipped."""

    number = models.PositiveIntegerField(unique=True)
    document = models.TextField()
    state = models.CharField(max_length=10, choices=PageState.choices, default=PageState.CONCEPT)
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=60)
    saved_by_name = models.CharField(max_length=200)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.CharField(max_length=60, blank=True)

    declared = Declared(
        purpose="to let the municipality ask its own questions on the way to help, and to know what was asked when",
        retention=Retention.PERMANENT,
        rows=rows.by_verb(Verb.PAGE_EDIT.value, or_else="state = 'published'"),
        plain="id number document state saved_at saved_by saved_by_name published_at published_by",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["state"], condition=models.Q(state="published"), name="guide_one_published"
            ),
            models.CheckConstraint(
                condition=models.Q(state="concept", published_at__isnull=True, published_by="")
                | ~models.Q(state="concept") & models.Q(published_at__isnull=False) & ~models.Q(published_by=""),
                name="guide_published_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"guide v{self.number}"
