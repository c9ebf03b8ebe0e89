"""How the promise of an answer was kept, as anybody may see it."""

from django.db import models

from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention


class AnswerFigure(models.Model):
    """How many messages were answered within the promise in a quarter ("2026Q3"), in the whole municipality.

    Counts are rounded; None where they are too small. A release is frozen.
    """

    quarter = models.CharField(max_length=6, unique=True)
    kept = models.PositiveIntegerField(null=True, blank=True)
    answers = models.PositiveIntegerField(null=True, blank=True)
    percent = models.PositiveSmallIntegerField(null=True, blank=True)
    reckoned_at = models.DateTimeField()

    declared = Declared(
        purpose="to show in public how often messages are answered within what is promised",
        retention=Retention.PERMANENT,
        rows=rows.open_to_all(),
        plain="id quarter kept answers percent reckoned_at",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kept__isnull=True, answers__isnull=True, percent__isnull=True)
                | models.Q(kept__isnull=False, answers__isnull=False, percent__isnull=False),
                name="answer_figure_shown_whole_or_not",
            ),
        ]

    def __str__(self) -> str:
        return self.quarter
