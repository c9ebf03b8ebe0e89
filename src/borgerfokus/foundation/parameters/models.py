"""The municipality's own values, as dated rows that are never changed."""

from django.db import models

from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.access.rows import open_to_all


class MunicipalValue(models.Model):
    """`key` holds `value` from `from_day`. A correction is a new row: of one day the last one saved holds."""

    key = models.CharField(max_length=80)
    from_day = models.DateField()
    value = models.JSONField()
    reference_act = models.CharField(max_length=160, blank=True)
    reference_section = models.CharField(max_length=80, blank=True)
    reason = models.TextField()
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=60)

    declared = Declared(
        purpose="to show which deadlines and limits the municipality has decided, when and why",
        retention=Retention.PERMANENT,
        rows=open_to_all(),
        rights=Rights.APPEND,
        plain="id key from_day value reference_act reference_section reason saved_at saved_by",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="municipal_value_has_a_reason"),
        ]
        indexes = [models.Index(fields=["key", "from_day"], name="municipal_value_by_key")]

    def __str__(self) -> str:
        return f"{self.key} from {self.from_day}"
