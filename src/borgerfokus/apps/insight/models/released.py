"""Figures of indicators as the committee and everybody are told them: after disclosure control, and frozen."""

from django.db import models
from django.db.models import Q

from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention


class IndicatorFigure(models.Model):
    """One indicator in the quarter that ended before `until`: all of it, one of its months, a department, or a part.

    `month` is 202611, 0 for the whole quarter; `unit` the key of a department, `part` that of an offer, "" for all of
    them. `value` and `cases`
    None: too few to tell of. A release is reckoned once and never again, whatever the log says later.
    """

    until = models.DateField()
    indicator = models.SlugField(max_length=60)
    version = models.PositiveIntegerField()
    month = models.PositiveIntegerField(default=0)
    unit = models.SlugField(max_length=60, blank=True)
    part = models.SlugField(max_length=60, blank=True)
    value = models.FloatField(null=True, blank=True)
    cases = models.PositiveIntegerField(null=True, blank=True)
    reckoned_at = models.DateTimeField()

    declared = Declared(
        purpose="to tell the committee and everybody how casework goes, without telling of anybody",
        retention=Retention.PERMANENT,
        rows=rows.open_to_all(),
        plain="id until indicator version month unit part value cases reckoned_at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["until", "indicator", "month", "unit", "part"], name="indicator_figure_once"
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=True, cases__isnull=True) | Q(value__isnull=False, cases__isnull=False),
                name="indicator_figure_shown_whole_or_not",
            ),
            models.CheckConstraint(
                condition=(Q(month=0) & Q(unit="")) | (Q(month=0) & Q(part="")) | (Q(unit="") & Q(part="")),
                name="indicator_figure_of_month_unit_or_part",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.until} {self.indicator} {self.month or self.unit or self.part or 'all'}"
