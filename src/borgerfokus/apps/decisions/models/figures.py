"""How many appeals were reversed in a year, as the council is told it: after disclosure control, and frozen."""

from django.db import models
from django.db.models import Q

from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention


class ReversalFigure(models.Model):
    """How many appeals over one case type (`type_key` "": all) the body considered in a year, and changed or sent back.

    All None: too few to tell of. A year is reckoned once, when it is over.
    """

    year = models.PositiveSmallIntegerField()
    type_key = models.SlugField(max_length=60, blank=True)
    considered = models.PositiveIntegerField(null=True, blank=True)
    reversed = models.PositiveIntegerField(null=True, blank=True)
    percent = models.PositiveSmallIntegerField(null=True, blank=True)
    reckoned_at = models.DateTimeField()

    declared = Declared(
        purpose="to tell the council how often decisions are reversed, without telling of anybody",
        retention=Retention.PERMANENT,
        rows=rows.open_to_all(),
        plain="id year type_key considered reversed percent reckoned_at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "type_key"], name="reversal_figure_once"),
            models.CheckConstraint(
                condition=Q(considered__isnull=True, reversed__isnull=True, percent__isnull=True)
                | Q(considered__isnull=False, reversed__isnull=False, percent__isnull=False),
                name="reversal_figure_shown_whole_or_not",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.type_key or 'all'}"
