"""What an employee has chosen to be reminded of by e-mail. Nothing here is about citizens."""

from django.db import models
from django.db.models import Q

from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention
from borgerfokus.foundation.organisation.models import Employee


class Rhythm(models.TextChoices):
    """How often a reminder comes."""

    DAILY = "daily"
    WEEKLY = "weekly"


class StaffReminder(models.Model):
    """An employee is reminded by e-mail, from `begun_at` until `ended_at`: how much waits, and of whom nothing.

    `sent_for` is the day, or the Monday of the week, that was last sent for.
    """

    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="+")
    deadlines = models.BooleanField()
    appointments = models.BooleanField()
    messages = models.BooleanField()
    rhythm = models.CharField(max_length=10, choices=Rhythm.choices)
    language = models.CharField(max_length=2, choices=[(one, one) for one in ("da", "en")])
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    sent_for = models.DateField(null=True, blank=True)

    declared = Declared(
        purpose="to remind staff of what waits for them",
        retention=Retention.PERMANENT,
        rows=rows.of_subject("('employee:' || employee_id)"),
        plain="id deadlines appointments messages rhythm language begun_at ended_at sent_for",
        ordinary="employee",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["employee"], condition=Q(ended_at__isnull=True), name="staff_reminder_one_runs"
            ),
            models.CheckConstraint(
                condition=Q(deadlines=True) | Q(appointments=True) | Q(messages=True),
                name="staff_reminder_of_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.employee_id} {self.rhythm}"
