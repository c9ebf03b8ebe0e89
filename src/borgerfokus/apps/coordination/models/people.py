"""Who holds the threads for a citizen, and what of a case is shared with whom."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from borgerfokus.apps.casework.models import Case
from borgerfokus.core.coordination.sharing import Part
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention
from borgerfokus.foundation.organisation.models import Employee, Unit
from borgerfokus.foundation.people.models import Person

_SEES_CASE = "exists (select 1 from casework_case c where c.id = case_id)"
_KNOWS = "exists (select 1 from casework_case c where c.citizen_id = coordination_coordinator.citizen_id)"
_RECEIVER = (
    f"((('employee:' || employee_id) = any({rows.SUBJECTS}) or ('unit:' || unit_id) = any({rows.SUBJECTS})) "
    "and not bf_is_sealed(case_id))"
)


class Coordinator(models.Model):
    """The one who holds the threads for a citizen with several cases, `[starts, ends)`. A change is a new row.

    `case` is the case it was appointed from. Who sees a case of the citizen sees the coordinator.
    """

    citizen = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="coordinators")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="coordinators")
    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="coordinates")
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True, blank=True)
    appointed_by = models.CharField(max_length=60)
    why = models.TextField()
    ended_why = models.TextField(blank=True)

    declared = Declared(
        purpose="to give a citizen with several cases one person who holds the threads",
        retention=Retention.CASE,
        rows=rows.RowRule(
            using=f"{rows.EVERYTHING} or citizen_id = any({rows.OWN_PERSONS}) "
            f"or (citizen_id = any({rows.PERSONS}) and {_KNOWS})",
            check=f"{rows.EVERYTHING} or {_SEES_CASE}",
        ),
        plain="id case starts ends appointed_by",
        ordinary="citizen employee",
        sensitive="why ended_why",
        article15="employee starts ends why ended_why",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["citizen"], condition=models.Q(ends__isnull=True), name="coordinator_one_at_a_time"
            ),
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gte=models.F("starts")),
                name="coordinator_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True, ended_why="")
                | (models.Q(ends__isnull=False) & ~models.Q(ended_why="")),
                name="coordinator_end_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.employee_id} for {self.citizen_id}"


class Sharing(models.Model):
    """What of a case another unit or employee may see, on which ground, `[starts, ends)` or until it is withdrawn.

    `parts` are of `core.coordination.sharing.Part`, `ground` is a key of its closed list. Only the part "file" opens
    the case itself (by a grant); the others show no more than their columns. `themes` are those of the assessment that
    the part "themes" shows, as they stand when they are looked at.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="sharings")
    citizen = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    parts = ArrayField(models.CharField(max_length=10, choices=[(one.value, one.value) for one in Part]))
    themes = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    ground = models.CharField(max_length=30)
    purpose = models.TextField()
    given_how = models.CharField(max_length=300, blank=True)
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    given_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    declared = Declared(
        purpose="to let another department see what it needs of a case, on a ground, to an extent and for a time",
        retention=Retention.CASE,
        rows=rows.RowRule(
            using=f"{rows.EVERYTHING} or {_SEES_CASE} or {_RECEIVER}", check=f"{rows.EVERYTHING} or {_SEES_CASE}"
        ),
        plain="id case unit employee ground starts ends given_by withdrawn_at withdrawn_by",
        ordinary="citizen parts",
        sensitive="themes purpose given_how",
        article15="parts themes ground purpose given_how starts ends withdrawn_at",
    )

    class Meta:
        indexes = [models.Index(fields=["citizen", "ends"], name="sharing_by_citizen")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__gt=models.F("starts")), name="sharing_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=models.Q(unit__isnull=False, employee__isnull=True)
                | models.Q(unit__isnull=True, employee__isnull=False),
                name="sharing_has_one_receiver",
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at__isnull=True, withdrawn_by="")
                | (models.Q(withdrawn_at__isnull=False) & ~models.Q(withdrawn_by="")),
                name="sharing_withdrawn_by_somebody",
            ),
            models.CheckConstraint(
                condition=models.Q(parts__contains=["themes"]) & ~models.Q(themes=[])
                | ~models.Q(parts__contains=["themes"]) & models.Q(themes=[]),
                name="sharing_of_themes_names_them",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} → {self.unit_id or self.employee_id}"
