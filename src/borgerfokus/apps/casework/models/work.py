"""The work around a case: tasks, checklists, handovers, consultations and saved views."""

from django.db import models

from borgerfokus.apps.casework.models.case import Case
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.organisation.models import Employee, Unit

_IS_CITIZEN = "(select current_setting('bf.subject', true) like 'citizen:%%')"


class TaskFor(models.TextChoices):
    """Who has the task."""

    EMPLOYEE = "employee"
    UNIT = "unit"
    CITIZEN = "citizen"


class Task(models.Model):
    """Something somebody must do, with a date. The citizen's own tasks are shown on the citizen's page."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="tasks")
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    detail = models.TextField(blank=True)
    for_whom = models.CharField(max_length=10, choices=TaskFor.choices)
    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, null=True, blank=True, related_name="tasks")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="tasks")
    reference = models.CharField(max_length=80, blank=True)
    due = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=60)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.CharField(max_length=60, blank=True)
    result = models.CharField(max_length=40, blank=True)

    declared = Declared(
        purpose="to see to it that what must be done is done in time",
        retention=Retention.CASE,
        rows=rows.of_case(also=f"for_whom = 'citizen' or created_by = {rows.SUBJECT} or not {_IS_CITIZEN}"),
        plain="id case kind for_whom employee unit reference due created_at created_by done_at done_by result",
        sensitive="title detail",
        article15="title detail due done_at",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(models.Q(for_whom="employee", employee__isnull=False, unit__isnull=True))
                | models.Q(for_whom="unit", employee__isnull=True, unit__isnull=False)
                | models.Q(for_whom="citizen", employee__isnull=True, unit__isnull=True),
                name="task_has_one_owner",
            ),
            models.CheckConstraint(
                condition=models.Q(done_at__isnull=True, done_by="")
                | models.Q(done_at__isnull=False) & ~models.Q(done_by=""),
                name="task_done_has_a_hand",
            ),
        ]
        indexes = [
            models.Index(fields=["employee", "due"], name="task_of_employee", condition=models.Q(done_at__isnull=True)),
            models.Index(fields=["unit", "due"], name="task_of_unit", condition=models.Q(done_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.kind}"


class ChecklistTick(models.Model):
    """A point of a phase's checklist, ticked off."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="ticks")
    phase = models.CharField(max_length=20)
    item = models.CharField(max_length=60)
    at = models.DateTimeField()
    by = models.CharField(max_length=60)

    declared = Declared(
        purpose="to see what has been done in each phase",
        retention=Retention.CASE,
        rows=rows.of_case(also=f"not {_IS_CITIZEN}"),
        rights=Rights.ALL,
        plain="id case phase item at by",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "phase", "item"], name="tick_once")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.phase}/{self.item}"


class Handover(models.Model):
    """A case offered from one unit to another. The giving unit owns it until a person accepts.

    `to_employee` is who is meant to take it. Before that the two talk: `talk_on` is the day, or `no_talk_why` says why
    there was none. `citizen_invited` is told with each talk, with `citizen_why_not` when the answer is no.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="handovers")
    from_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    to_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="handovers_in")
    to_employee = models.ForeignKey(Employee, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    must_know = models.TextField()
    promised = models.TextField(blank=True)
    talk_on = models.DateField(null=True, blank=True)
    talk_with = models.CharField(max_length=300, blank=True)
    talk_summary = models.TextField(blank=True)
    talk_by = models.CharField(max_length=60, blank=True)
    citizen_invited = models.BooleanField(null=True, blank=True)
    citizen_why_not = models.TextField(blank=True)
    no_talk_why = models.TextField(blank=True)
    offered_at = models.DateTimeField()
    offered_by = models.CharField(max_length=60)
    answer = models.CharField(max_length=10, blank=True, choices=[(a, a) for a in ("accepted", "refused", "recalled")])
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=60, blank=True)
    refusal_reason = models.TextField(blank=True)

    declared = Declared(
        purpose="to pass a case on without losing the thread",
        retention=Retention.CASE,
        rows=rows.of_case(),
        plain="id case from_unit to_unit to_employee offered_at offered_by answer answered_at answered_by talk_on "
        "talk_by citizen_invited",
        sensitive="must_know promised talk_with talk_summary citizen_why_not no_talk_why refusal_reason",
        article15="must_know promised talk_on talk_with talk_summary citizen_invited citizen_why_not no_talk_why "
        "offered_at answer answered_at refusal_reason",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(answer=""), name="handover_one_open_at_a_time"
            ),
            models.CheckConstraint(
                condition=~models.Q(answer="refused") | ~models.Q(refusal_reason=""),
                name="handover_refusal_has_a_reason",
            ),
            models.CheckConstraint(
                condition=~models.Q(from_unit=models.F("to_unit")), name="handover_to_another_unit"
            ),
            models.CheckConstraint(
                condition=models.Q(talk_on__isnull=True, talk_by="", citizen_invited__isnull=True)
                | (models.Q(talk_on__isnull=False, citizen_invited__isnull=False) & ~models.Q(talk_by="")),
                name="handover_talk_is_told_whole",
            ),
            models.CheckConstraint(
                condition=~models.Q(citizen_invited=False) | ~models.Q(citizen_why_not=""),
                name="handover_citizen_left_out_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} → {self.to_unit_id}"


class Consultation(models.Model):
    """Another unit is asked and may see the case for a time."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="consultations")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="consultations")
    question = models.TextField()
    due = models.DateField()
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=60)
    ends_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=60, blank=True)

    declared = Declared(
        purpose="to bring another unit's knowledge into the case",
        retention=Retention.CASE,
        rows=rows.of_case(),
        plain="id case unit due asked_at asked_by ends_at answered_at answered_by",
        sensitive="question answer",
        article15="question answer asked_at answered_at",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answer="", answered_at__isnull=True)
                | (~models.Q(answer="") & models.Q(answered_at__isnull=False)),
                name="consultation_answer_has_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} ? {self.unit_id}"


class SavedView(models.Model):
    """A work list that somebody wants to come back to: a name for a query string."""

    subject = models.CharField(max_length=60)
    name = models.CharField(max_length=80)
    query = models.CharField(max_length=400)

    declared = Declared(
        purpose="to find one's own lists again",
        retention=Retention.PERMANENT,
        rows=rows.of_subject(),
        rights=Rights.ALL,
        plain="id subject name query",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subject", "name"], name="saved_view_name_once")]

    def __str__(self) -> str:
        return self.name
