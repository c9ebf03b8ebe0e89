"""Appointments of citizens, times of groups, and what they hold: an employee or a room is held once at a time."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeBoundary, RangeOperators
from django.db import models

from borgerfokus.apps.booking.models.places import AppointmentReason, Room, of_employee
from borgerfokus.apps.casework.models import Case
from borgerfokus.core.booking.words import (
    CHANGE_NAMES,
    INTERPRETING_NAMES,
    PLACE_NAMES,
    STATE_NAMES,
    Interpreting,
    State,
)
from borgerfokus.core.coordination.video import is_web_address
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention
from borgerfokus.foundation.organisation.models import Employee

_SEES_CASE = "exists (select 1 from casework_case c where c.id = case_id)"
_IS_MINE = "bf_held_for(booking_appointment.id)"
"""By a function: holds themselves are seen through appointments."""
_SEES_ITS_CASE = (
    "exists (select 1 from booking_appointment a join casework_case c on c.id = a.case_id where a.id = appointment_id)"
)
_OF_SEEN = "exists (select 1 from booking_appointment a where a.id = booking_hold.appointment_id)"
_SEEN_IN_GROUP = "exists (select 1 from booking_appointment a where a.group_id = booking_hold.group_id)"
_MADE_BY = "select 'employee:' || g.made_by_id from booking_grouptime g where g.id = booking_hold.group_id"
_OF_GROUP = f"(group_id is not null and ({_SEEN_IN_GROUP} or {rows.SUBJECT} = ({_MADE_BY})))"


class GroupTime(models.Model):
    """A time at which several citizens come, `[starts, ends)`. Who comes stands in their own appointments."""

    reason = models.ForeignKey(AppointmentReason, on_delete=models.PROTECT, related_name="+")
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    place = models.CharField(max_length=10, choices=[(one.value, one.value) for one in PLACE_NAMES])
    room = models.ForeignKey(Room, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    video = models.URLField(max_length=300, blank=True)
    seats = models.PositiveSmallIntegerField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="+")
    cancelled_at = models.DateTimeField(null=True, blank=True)

    declared = Declared(
        purpose="to meet several citizens at a time",
        retention=Retention.PERMANENT,
        rows=rows.open_to_all(),
        plain="id reason starts ends place room video seats made_at made_by cancelled_at",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(ends__gt=models.F("starts")), name="group_ends_after_it_starts"),
            models.CheckConstraint(condition=models.Q(seats__gte=1), name="group_has_a_seat"),
        ]

    def __str__(self) -> str:
        return f"group {self.pk}"


class Appointment(models.Model):
    """One citizen's appointment in a case, `[starts, ends)`. `sequence` grows each time it is moved or cancelled.

    One in a group has that group and a seat in it, and holds nobody itself. One that is offered to who has waited
    holds its staff, or its seat, until `offered_until`. Address and telephone are not kept here:
    they are read from the register when the appointment is shown.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="appointments")
    reason = models.ForeignKey(AppointmentReason, on_delete=models.PROTECT, related_name="+")
    group = models.ForeignKey(GroupTime, on_delete=models.PROTECT, null=True, blank=True, related_name="appointments")
    seat = models.PositiveSmallIntegerField(null=True, blank=True)
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    place = models.CharField(max_length=10, choices=[(one.value, one.value) for one in PLACE_NAMES])
    room = models.ForeignKey(Room, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    video = models.URLField(max_length=300, blank=True)
    state = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in STATE_NAMES], default=State.BOOKED.value
    )
    why_not = models.TextField(blank=True)
    interpreting = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in INTERPRETING_NAMES], default=Interpreting.NONE.value
    )
    language = models.CharField(max_length=40, blank=True)
    uid = models.UUIDField(unique=True)
    sequence = models.PositiveIntegerField(default=0)
    booked_at = models.DateTimeField()
    booked_by = models.CharField(max_length=60)
    changed_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True, blank=True)
    offered_until = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    declared = Declared(
        purpose="to meet the citizen at a time that suits both",
        retention=Retention.CASE,
        rows=rows.RowRule(
            using=f"{rows.EVERYTHING} or {_SEES_CASE} or {_IS_MINE}", check=f"{rows.EVERYTHING} or {_SEES_CASE}"
        ),
        plain="id case group seat starts ends place room state uid sequence booked_at booked_by changed_at "
        "reminded_at offered_until version",
        sensitive="reason video why_not interpreting language",
        article15="reason starts ends place video state offered_until why_not language",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__gt=models.F("starts")), name="appointment_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=models.Q(group__isnull=True, seat__isnull=True)
                | models.Q(group__isnull=False, seat__isnull=False),
                name="appointment_in_a_group_has_a_seat",
            ),
            models.UniqueConstraint(
                fields=["group", "seat"],
                condition=models.Q(state__in=("booked", "offered")),
                name="appointment_seat_once",
            ),
            models.UniqueConstraint(
                fields=["group", "case"],
                condition=models.Q(state__in=("booked", "offered")),
                name="appointment_group_once_in_a_case",
            ),
            models.CheckConstraint(
                condition=models.Q(interpreting="none", language="")
                | (~models.Q(interpreting="none") & ~models.Q(language="")),
                name="appointment_interpreter_has_a_language",
            ),
            models.CheckConstraint(
                condition=models.Q(state="offered", offered_until__isnull=False)
                | (~models.Q(state="offered") & models.Q(offered_until__isnull=True)),
                name="appointment_offered_until_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(why_not="") | models.Q(state="cancelled"), name="appointment_why_only_when_cancelled"
            ),
        ]
        indexes = [models.Index(fields=["starts"], name="appointment_by_start")]

    def __str__(self) -> str:
        return f"appointment {self.pk}"

    @property
    def video_link(self) -> str:
        """Where the video is, "" when it is not an address of the web: nothing else is ever made a link."""
        return self.video if is_web_address(text=self.video) else ""


class Hold(models.Model):
    """An employee or a room is held for an appointment or a group, time afterwards included, `[starts, ends)`.

    PostgreSQL itself refuses a second hold of the same at the same time (`hold_employee_once`, `hold_room_once`).
    """

    appointment = models.ForeignKey(Appointment, on_delete=models.CASCADE, null=True, blank=True, related_name="holds")
    group = models.ForeignKey(GroupTime, on_delete=models.CASCADE, null=True, blank=True, related_name="holds")
    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, null=True, blank=True, related_name="holds")
    room = models.ForeignKey(Room, on_delete=models.PROTECT, null=True, blank=True, related_name="holds")
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    released = models.BooleanField(default=False)

    declared = Declared(
        purpose="to book nobody and no room twice at a time",
        retention=Retention.CASE,
        rows=of_employee("booking_hold", or_else=f"{_OF_SEEN} or {_OF_GROUP}"),
        plain="id appointment group room starts ends released",
        ordinary="employee",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(ends__gt=models.F("starts")), name="hold_ends_after_it_starts"),
            models.CheckConstraint(
                condition=models.Q(appointment__isnull=True, group__isnull=False)
                | models.Q(appointment__isnull=False, group__isnull=True),
                name="hold_for_one",
            ),
            models.CheckConstraint(
                condition=models.Q(employee__isnull=True, room__isnull=False)
                | models.Q(employee__isnull=False, room__isnull=True),
                name="hold_of_one",
            ),
            *(
                ExclusionConstraint(
                    name=f"hold_{held}_once",
                    expressions=[
                        (held, RangeOperators.EQUAL),
                        (
                            models.Func(
                                "starts",
                                "ends",
                                RangeBoundary(),
                                function="TSTZRANGE",
                                output_field=DateTimeRangeField(),
                            ),
                            RangeOperators.OVERLAPS,
                        ),
                    ],
                    condition=models.Q(released=False, **{f"{held}__isnull": False}),
                )
                for held in ("employee", "room")
            ),
        ]

    def __str__(self) -> str:
        return f"held {self.starts}"


class AppointmentEntry(models.Model):
    """A line of an appointment's history: what was done, when, by whom, and the time that it then had."""

    appointment = models.ForeignKey(Appointment, on_delete=models.CASCADE, related_name="entries")
    change = models.CharField(max_length=12, choices=[(one.value, one.value) for one in CHANGE_NAMES])
    starts = models.DateTimeField()
    why = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=60)
    by_name = models.CharField(max_length=200)

    declared = Declared(
        purpose="to see how an appointment came to be as it is",
        retention=Retention.CASE,
        rows=rows.RowRule(using=f"{rows.EVERYTHING} or {_SEES_ITS_CASE}"),
        plain="id appointment change starts at by",
        ordinary="by_name",
        sensitive="why",
        article15="change starts why at",
    )

    def __str__(self) -> str:
        return f"{self.appointment_id} {self.change}"


class WaitingPlace(models.Model):
    """A citizen waits for a time about something. `reason_key` is the reason, in whichever version."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="waiting_places")
    reason_key = models.SlugField(max_length=60)
    note = models.CharField(max_length=300, blank=True)
    since = models.DateTimeField()
    by = models.CharField(max_length=60)
    ended_at = models.DateTimeField(null=True, blank=True)

    declared = Declared(
        purpose="to offer a time that becomes free to whoever has waited longest",
        retention=Retention.CASE,
        rows=rows.of_case(),
        plain="id case since by ended_at",
        sensitive="reason_key note",
        article15="reason_key note since",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "reason_key"], condition=models.Q(ended_at__isnull=True), name="waiting_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} waits"
