"""Calendars outside: the feed that others read, and an employee's own calendar that is read and written to."""

from django.db import models

from borgerfokus.apps.booking.models.places import of_employee
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.organisation.models import Employee

_OWN = f"('employee:' || employee_id) = {rows.SUBJECT}"
_OF_MY_CALENDAR = "exists (select 1 from booking_outsidecalendar c where c.id = calendar_id)"


class CalendarFeed(models.Model):
    """A secret address under which somebody's own appointments are read by a calendar. Only the hash is kept."""

    subject = models.CharField(max_length=60)
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    declared = Declared(
        purpose="to let somebody see the own appointments in the own calendar",
        retention=Retention.PERSON,
        rows=rows.of_subject(),
        plain="id token_hash made_at revoked_at",
        ordinary="subject",
        article15="made_at revoked_at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject"], condition=models.Q(revoked_at__isnull=True), name="calendar_feed_one_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"feed {self.pk}"


class OutsideCalendar(models.Model):
    """An employee's calendar on a CalDAV server. The secret is kept encrypted; `fault` is a code of what went wrong."""

    employee = models.OneToOneField(Employee, on_delete=models.PROTECT, related_name="outside_calendar")
    address = models.URLField(max_length=300)
    user_name = models.CharField(max_length=120)
    secret_sealed = models.BinaryField()
    connected_at = models.DateTimeField()
    synced_at = models.DateTimeField(null=True, blank=True)
    fault = models.CharField(max_length=20, blank=True)

    declared = Declared(
        purpose="to take what else an employee has to do into account, and to show appointments where it looks",
        retention=Retention.PERMANENT,
        rows=rows.RowRule(using=f"{rows.EVERYTHING} or {_OWN}"),
        rights=Rights.ALL,
        plain="id connected_at synced_at fault secret_sealed",
        ordinary="employee address user_name",
    )

    def __str__(self) -> str:
        return f"calendar of {self.employee_id}"


class OutsideBusy(models.Model):
    """A span in which an employee is busy according to the own calendar. No title is kept."""

    calendar = models.ForeignKey(OutsideCalendar, on_delete=models.CASCADE, related_name="busy")
    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="+")
    starts = models.DateTimeField()
    ends = models.DateTimeField()

    declared = Declared(
        purpose="to offer no times at which somebody is busy elsewhere",
        retention=Retention.SHORT,
        rows=of_employee("booking_outsidebusy"),
        rights=Rights.ALL,
        plain="id calendar starts ends",
        ordinary="employee",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(ends__gt=models.F("starts")), name="busy_ends_after_it_starts")
        ]
        indexes = [models.Index(fields=["employee", "ends"], name="busy_by_employee")]

    def __str__(self) -> str:
        return f"{self.employee_id} busy"


class OutsideCopy(models.Model):
    """What of our appointments stands in an employee's own calendar, and in which version."""

    calendar = models.ForeignKey(OutsideCalendar, on_delete=models.CASCADE, related_name="copies")
    uid = models.UUIDField()
    sequence = models.PositiveIntegerField()

    declared = Declared(
        purpose="to write each appointment to the own calendar once, and to take it out when it is off",
        retention=Retention.SHORT,
        rows=rows.RowRule(using=f"{rows.EVERYTHING} or {_OF_MY_CALENDAR}"),
        rights=Rights.ALL,
        plain="id calendar uid sequence",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["calendar", "uid"], name="outside_copy_once")]

    def __str__(self) -> str:
        return f"copy {self.uid}"
