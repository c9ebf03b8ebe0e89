"""What appointments are made of: reasons in versions, rooms, opening hours, absences. Nothing about citizens."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from borgerfokus.core.booking.rules import Reason
from borgerfokus.core.booking.words import NEUTRAL, Booker, Place
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.organisation.models import Employee, Unit

_SAME_UNIT = f"(e.unit_id = any({rows.UNITS}) or ('unit:' || e.unit_id) = any({rows.SUBJECTS}))"
_ENGAGED = "exists (select 1 from organisation_engagement e where e.employee_id = {table}.employee_id and "
_COLLEAGUE = f"({rows.IS_STAFF} and {_ENGAGED}{_SAME_UNIT}))"
"""Who works in a unit of the employee's. Everybody else learns of free times alone, by `bf_taken`."""


def of_employee(table: str, *, or_else: str = "false") -> rows.RowRule:
    """Rows of an employee's calendar: the employee's own, and the colleagues'."""
    mine = f"('employee:' || employee_id) = {rows.SUBJECT}"
    return rows.RowRule(using=f"{rows.EVERYTHING} or {mine} or {_COLLEAGUE.format(table=table)} or ({or_else})")


class AppointmentReason(models.Model):
    """One version of what an appointment can be about. The one that is not replaced is the reason as it now is.

    Lengths are minutes; `notice_hours` and `horizon_days` bound how soon and how far ahead others than staff book.
    """

    key = models.SlugField(max_length=60)
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=120)
    title_en = models.CharField(max_length=120)
    bring = models.TextField(blank=True)
    bring_en = models.TextField(blank=True)
    minutes = models.PositiveSmallIntegerField()
    buffer = models.PositiveSmallIntegerField(default=0)
    notice_hours = models.PositiveSmallIntegerField(default=0)
    horizon_days = models.PositiveSmallIntegerField(default=60)
    places = ArrayField(models.CharField(max_length=10))
    bookers = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    own_caseworker = models.BooleanField(default=True)
    sensitive = models.BooleanField(default=False)
    interpreter = models.BooleanField(default=False)
    group_size = models.PositiveSmallIntegerField(default=1)
    in_use = models.BooleanField(default=True)
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=60)
    replaced_at = models.DateTimeField(null=True, blank=True)

    declared = Declared(
        purpose="to say what one can book an appointment about, how long it takes and who may book it",
        retention=Retention.PERMANENT,
        rows=rows.open_to_all(),
        plain="id key number title title_en bring bring_en minutes buffer notice_hours horizon_days places bookers "
        "own_caseworker sensitive interpreter group_size in_use saved_at saved_by replaced_at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "number"], name="appointment_reason_version_once"),
            models.UniqueConstraint(
                fields=["key"], condition=models.Q(replaced_at__isnull=True), name="appointment_reason_one_in_force"
            ),
            models.CheckConstraint(
                condition=models.Q(minutes__gte=5, group_size__gte=1), name="appointment_reason_has_a_length"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} v{self.number}"

    @property
    def value(self) -> Reason:
        """The reason as `core.booking` reckons with it."""
        return Reason(
            key=self.key,
            minutes=self.minutes,
            buffer=self.buffer,
            notice_hours=self.notice_hours,
            horizon_days=self.horizon_days,
            places=frozenset(Place(one) for one in self.places),
            bookers=frozenset(Booker(one) for one in self.bookers),
            own_caseworker=self.own_caseworker,
            sensitive=self.sensitive,
            interpreter=self.interpreter,
            group_size=self.group_size,
        )

    @property
    def name(self) -> Text:
        """What it is about, in full."""
        return Text(da=self.title, en=self.title_en)

    @property
    def shown(self) -> Text:
        """What it is called in lists, notices and calendars: a neutral word when it is sensitive."""
        return NEUTRAL if self.sensitive else self.name


class Room(models.Model):
    """A room of a unit in which people can meet. `closed_at`: nothing new is booked there."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="rooms")
    name = models.CharField(max_length=80)
    address = models.CharField(max_length=160, blank=True)
    seats = models.PositiveSmallIntegerField(default=4)
    closed_at = models.DateTimeField(null=True, blank=True)

    declared = Declared(
        purpose="to know where people can meet",
        retention=Retention.PERMANENT,
        rows=rows.open_to_all(),
        plain="id unit name address seats closed_at",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "name"], name="room_once_in_a_unit")]

    def __str__(self) -> str:
        return self.name

    @property
    def words(self) -> str:
        """The name and the address."""
        return ", ".join(part for part in (self.name, self.address) if part)


class OpeningHours(models.Model):
    """When an employee can be met on a weekday (Monday is 1), from one time of day to another."""

    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="opening_hours")
    weekday = models.PositiveSmallIntegerField()
    begins = models.TimeField()
    ends = models.TimeField()

    declared = Declared(
        purpose="to know when somebody can be met",
        retention=Retention.PERMANENT,
        rows=of_employee("booking_openinghours"),
        rights=Rights.ALL,
        plain="id weekday begins ends",
        ordinary="employee",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(ends__gt=models.F("begins")), name="hours_end_after_they_begin"),
            models.CheckConstraint(condition=models.Q(weekday__range=(1, 7)), name="hours_on_a_weekday"),
            models.UniqueConstraint(fields=["employee", "weekday", "begins"], name="hours_once"),
        ]

    def __str__(self) -> str:
        return f"{self.employee_id} {self.weekday} {self.begins}"


class Absence(models.Model):
    """An employee cannot be met from one moment to another. Why is nobody's business."""

    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="absences")
    starts = models.DateTimeField()
    ends = models.DateTimeField()

    declared = Declared(
        purpose="to offer no times at which somebody is away",
        retention=Retention.PERMANENT,
        rows=of_employee("booking_absence"),
        rights=Rights.ALL,
        plain="id starts ends",
        ordinary="employee",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(ends__gt=models.F("starts")), name="absence_ends_after_it_starts")
        ]
        indexes = [models.Index(fields=["employee", "ends"], name="absence_by_employee")]

    def __str__(self) -> str:
        return f"{self.employee_id} away"
