"""Figures that anybody may see: after disclosure control, frozen for the quarter they are about."""

from django.db import models

from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention


class PromiseFigure(models.Model):
    """How often a date was kept in a quarter ("2026Q3"). Counts are rounded; None where they are too small."""

    type_key = models.SlugField(max_length=60)
    quarter = models.CharField(max_length=6)
    kept = models.PositiveIntegerField(null=True, blank=True)
    decided = models.PositiveIntegerField(null=True, blank=True)
    percent = models.PositiveSmallIntegerField(null=True, blank=True)
    reckoned_at = models.DateTimeField()

    declared = Declared(
        purpose="to show in public how often the municipality keeps its promises",
        retention=Retention.PERMANENT,
        rows=rows.open_to_all(),
        plain="id type_key quarter kept decided percent reckoned_at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["type_key", "quarter"], name="promise_figure_once"),
            models.CheckConstraint(
                condition=models.Q(kept__isnull=True, decided__isnull=True, percent__isnull=True)
                | models.Q(kept__isnull=False, decided__isnull=False, percent__isnull=False),
                name="promise_figure_shown_whole_or_not",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.type_key} {self.quarter}"
