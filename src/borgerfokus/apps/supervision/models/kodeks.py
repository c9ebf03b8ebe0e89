"""The kodeks in its versions, and how each team kept it month by month."""

from django.db import models

from borgerfokus.core.kodeks import Statement, from_stored
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.organisation.models import Unit


class KodeksVersion(models.Model):
    """The statements from `valid_from` until another version takes over, with the reason for the change."""

    number = models.PositiveIntegerField(unique=True)
    valid_from = models.DateField()
    statements = models.JSONField(default=list)
    reason = models.TextField()
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=60)

    declared = Declared(
        purpose="to say in the open what good casework is here, and since when",
        retention=Retention.PERMANENT,
        rows=rows.open_to_all(),
        rights=Rights.APPEND,
        plain="id number valid_from statements reason saved_at saved_by",
    )

    class Meta:
        indexes = [models.Index(fields=["-valid_from", "-number"], name="kodeks_in_force")]
        constraints = [models.CheckConstraint(condition=~models.Q(reason=""), name="kodeks_version_has_a_reason")]

    def __str__(self) -> str:
        return f"kodeks v{self.number}"

    @property
    def content(self) -> tuple[Statement, ...]:
        """The statements."""
        return from_stored(self.statements)


class KodeksFigure(models.Model):
    """In how many open cases of a unit a statement was kept on a day, of those it applied to."""

    on = models.DateField()
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    statement = models.CharField(max_length=40)
    kept = models.PositiveIntegerField()
    applied = models.PositiveIntegerField()

    declared = Declared(
        purpose="to see over time whether the kodeks is kept, without the cases",
        retention=Retention.PERMANENT,
        rows=rows.RowRule(using=f"{rows.EVERYTHING} or unit_id = any({rows.UNITS})"),
        rights=Rights.APPEND,
        plain="id on unit statement kept applied",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["on", "unit", "statement"], name="kodeks_figure_once"),
            models.CheckConstraint(
                condition=models.Q(kept__lte=models.F("applied")), name="kodeks_figure_kept_of_applied"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.unit_id} {self.statement}"
