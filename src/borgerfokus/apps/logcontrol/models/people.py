"""Who is who: which citizen an employee is, and which citizens everybody knows of. Without foreign keys to citizens."""

from django.db import models

from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.organisation.models import Employee

OFFICER = f"'log_control.lead' = any({rows.VERBS})"


class StaffPerson(models.Model):
    """The citizen that an employee is, from the payroll. Read by the job that ranks, and by nobody else."""

    employee = models.OneToOneField(Employee, on_delete=models.CASCADE, related_name="+")
    person_id = models.BigIntegerField(unique=True)
    saved_at = models.DateTimeField()

    declared = Declared(
        purpose="to see in the control of the look-up log when an employee has looked at family, neighbours or self",
        retention=Retention.PERMANENT,
        rows=rows.RowRule(using=rows.EVERYTHING),
        rights=Rights.ALL,
        plain="id saved_at",
        ordinary="employee person_id",
    )

    def __str__(self) -> str:
        return f"{self.employee_id} is {self.person_id}"


class KnownPerson(models.Model):
    """A citizen that many know, so that look-ups without a reason are likelier. Kept by the data protection officer."""

    person_id = models.BigIntegerField()
    why = models.CharField(max_length=200)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=60)
    ended_at = models.DateTimeField(null=True, blank=True)

    declared = Declared(
        purpose="to watch over look-ups at those whom many are curious about",
        retention=Retention.PERMANENT,
        rows=rows.RowRule(using=f"{rows.EVERYTHING} or {OFFICER} or person_id = any({rows.OWN_PERSONS})"),
        plain="id added_at added_by ended_at",
        ordinary="person_id why",
        article15="why added_at ended_at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person_id"], condition=models.Q(ended_at__isnull=True), name="known_person_once"
            ),
        ]

    def __str__(self) -> str:
        return f"known {self.pk}"
