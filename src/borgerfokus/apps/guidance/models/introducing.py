"""What a new colleague is led through, and how far each has come."""

from django.db import models

from borgerfokus.apps.guidance.models.pages import Page
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention, Rights

_OF_STAFF = rows.by_verb(Verb.KNOWLEDGE_SEE.value)


class Introduction(models.Model):
    """A list of what a new colleague does, reads and meets. `edits` grows with each change."""

    title = models.CharField(max_length=160)
    short = models.CharField(max_length=300, blank=True)
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=60)
    edits = models.PositiveIntegerField(default=1)
    ended_at = models.DateTimeField(null=True, blank=True)

    declared = Declared(
        purpose="to bring a new colleague up to the work",
        retention=Retention.PERMANENT,
        rows=_OF_STAFF,
        plain="id title short saved_at saved_by edits ended_at",
    )

    def __str__(self) -> str:
        return self.title


class IntroductionStep(models.Model):
    """One step of a list, with the page it is read on, if any. A step that is taken out keeps its ticks."""

    introduction = models.ForeignKey(Introduction, on_delete=models.PROTECT, related_name="steps")
    rank = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    page = models.ForeignKey(Page, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    declared = Declared(
        purpose="to bring a new colleague up to the work",
        retention=Retention.PERMANENT,
        rows=_OF_STAFF,
        plain="id introduction rank text page ended_at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["introduction", "text"],
                condition=models.Q(ended_at__isnull=True),
                name="introduction_step_once",
            )
        ]

    def __str__(self) -> str:
        return self.text


class IntroductionTick(models.Model):
    """That a colleague has done a step. It is the colleague's own: nobody else is shown it."""

    step = models.ForeignKey(IntroductionStep, on_delete=models.PROTECT, related_name="ticks")
    subject = models.CharField(max_length=60)
    at = models.DateTimeField()

    declared = Declared(
        purpose="to let a new colleague see how far the own introduction has come",
        retention=Retention.PERMANENT,
        rows=rows.of_subject(),
        rights=Rights.ALL,
        plain="id step at",
        ordinary="subject",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["step", "subject"], name="introduction_tick_once")]

    def __str__(self) -> str:
        return f"tick {self.pk}"
