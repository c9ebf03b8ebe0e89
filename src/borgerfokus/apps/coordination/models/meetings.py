"""Meetings across departments: what is on the agenda, who is invited, what was decided."""

from django.db import models

from borgerfokus.apps.casework.models import Case, Task
from borgerfokus.apps.journal.models import Entry
from borgerfokus.core.coordination.video import is_web_address
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention
from borgerfokus.foundation.organisation.models import Employee, Unit
from borgerfokus.foundation.people.models import Person

_SEES_CASE = "exists (select 1 from casework_case c where c.id = case_id)"
_OF_A_CASE = "exists (select 1 from coordination_meetingcase mc where mc.meeting_id = coordination_invitee.meeting_id)"
_CONCERNS_ONE = "exists (select 1 from coordination_meetingcase mc where mc.meeting_id = coordination_meeting.id)"
_INVITED = "exists (select 1 from coordination_invitee i where i.meeting_id = coordination_meeting.id)"
_SEES_MEETING = "exists (select 1 from coordination_meeting m where m.id = meeting_id)"


class MeetingState(models.TextChoices):
    """How far a meeting is."""

    CALLED = "called"
    HELD = "held"
    CANCELLED = "cancelled"


class Meeting(models.Model):
    """A meeting about one citizen, `[starts, ends)`. `case` is the case it was called from.

    `sequence` grows each time it is moved, so that calendars take the new time over.
    """

    citizen = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="meetings")
    title = models.CharField(max_length=200)
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    place = models.CharField(max_length=200, blank=True)
    video = models.URLField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=MeetingState.choices, default=MeetingState.CALLED)
    why_not = models.TextField(blank=True)
    sequence = models.PositiveIntegerField(default=0)
    called_at = models.DateTimeField()
    called_by = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="+")
    held_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    declared = Declared(
        purpose="to bring everybody around a citizen together, the citizen first",
        retention=Retention.CASE,
        rows=rows.RowRule(
            using=f"{rows.EVERYTHING} or {_SEES_CASE} or {_CONCERNS_ONE} or {_INVITED}",
        ),
        plain="id case starts ends state sequence called_at called_by held_at version",
        ordinary="citizen",
        sensitive="title place video why_not",
        article15="title starts ends place video state why_not",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__gt=models.F("starts")), name="meeting_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=models.Q(state="held", held_at__isnull=False)
                | (~models.Q(state="held") & models.Q(held_at__isnull=True)),
                name="meeting_held_has_a_time",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="cancelled") | ~models.Q(why_not=""), name="meeting_cancelled_with_a_reason"
            ),
            models.CheckConstraint(condition=~models.Q(place="", video=""), name="meeting_has_a_place_or_a_link"),
        ]

    def __str__(self) -> str:
        return f"meeting {self.pk}"

    @property
    def video_link(self) -> str:
        """Where the video is, "" when it is not an address of the web: nothing else is ever made a link."""
        return self.video if is_web_address(text=self.video) else ""


class MeetingCase(models.Model):
    """A case that a meeting concerns: its minutes go to that case's journal (`entry`)."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="cases")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    declared = Declared(
        purpose="to know which cases a meeting concerns",
        retention=Retention.CASE,
        rows=rows.of_case(),
        plain="id meeting case entry",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "case"], name="meeting_case_once")]

    def __str__(self) -> str:
        return f"{self.meeting_id} about {self.case_id}"


class Invitee(models.Model):
    """Somebody invited: an employee, a unit, a citizen (the one it is about or a relative), or a partner by name.

    `told_at` is when a guest from outside was last written to about the meeting as it now stands; None: not at all.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="invitees")
    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=160, blank=True)
    email = models.CharField(max_length=160, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)
    came = models.BooleanField(null=True, blank=True)

    declared = Declared(
        purpose="to know who is invited to a meeting, and who came",
        retention=Retention.CASE,
        rows=rows.RowRule(
            using=f"{rows.EVERYTHING} or ('employee:' || employee_id) = {rows.SUBJECT} or unit_id = any({rows.UNITS}) "
            f"or person_id = any({rows.OWN_PERSONS}) or {_OF_A_CASE}",
        ),
        plain="id meeting employee unit came told_at",
        ordinary="person name email",
        article15="name came",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(employee__isnull=False, unit__isnull=True, person__isnull=True, name="")
                | models.Q(employee__isnull=True, unit__isnull=False, person__isnull=True, name="")
                | models.Q(employee__isnull=True, unit__isnull=True, person__isnull=False, name="")
                | (models.Q(employee__isnull=True, unit__isnull=True, person__isnull=True) & ~models.Q(name="")),
                name="invitee_is_one",
            ),
            models.CheckConstraint(
                condition=models.Q(email="") | ~models.Q(name=""), name="invitee_with_an_address_has_a_name"
            ),
        ]

    def __str__(self) -> str:
        return f"invited to {self.meeting_id}"


class AgendaItem(models.Model):
    """A point of the agenda and its minutes. With a `case` it is seen by those alone who see that case."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="agenda")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    minutes = models.TextField(blank=True)

    declared = Declared(
        purpose="to prepare a meeting together and to keep what was said",
        retention=Retention.CASE,
        rows=rows.RowRule(
            using=f"{rows.EVERYTHING} or (case_id is null and {_SEES_MEETING}) "
            f"or (case_id is not null and {_SEES_CASE})",
        ),
        plain="id meeting position case",
        sensitive="title minutes",
        article15="title minutes",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "position"], name="agenda_in_order")]

    def __str__(self) -> str:
        return f"{self.meeting_id}.{self.position}"


class MeetingDecision(models.Model):
    """What was decided for one case: who does what by when. `task` is the task that was given for it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="decisions")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()
    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.CharField(max_length=60)

    declared = Declared(
        purpose="to see to it that what is decided at a meeting is done",
        retention=Retention.CASE,
        rows=rows.of_case(),
        plain="id meeting case task at by",
        sensitive="text",
        article15="text at",
    )

    def __str__(self) -> str:
        return f"{self.meeting_id} decided"
