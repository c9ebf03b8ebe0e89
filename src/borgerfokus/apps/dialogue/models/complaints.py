"""Complaints about waiting time and conduct, and word of what is hard to use: to a leader, who answers."""

from django.db import models
from django.db.models import Q

from borgerfokus.apps.casework.models import Case
from borgerfokus.foundation.access.declare import Declared, Retention
from borgerfokus.foundation.access.rows import EVERYTHING, SUBJECT, UNITS, VERBS, RowRule
from borgerfokus.foundation.organisation.models import Unit
from borgerfokus.foundation.people.models import Person


class ComplaintKind(models.TextChoices):
    """What it is about. Accessibility goes to whoever runs the platform, the others to the leader of the unit."""

    WAITING = "waiting"
    CONDUCT = "conduct"
    ACCESSIBILITY = "accessibility"


_ABOUT_THE_PLATFORM = "kind = 'accessibility'"


class Complaint(models.Model):
    """Something a citizen complains of, beside the decisions of a case. It is no part of the file of the case."""

    kind = models.CharField(max_length=20, choices=ComplaintKind.choices)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    text = models.TextField()
    made_at = models.DateTimeField()
    due = models.DateField()
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=60, blank=True)

    declared = Declared(
        purpose="to answer complaints about waiting time, conduct and accessibility, and to learn from them",
        retention=Retention.PERSON,
        rows=RowRule(
            using=f"{EVERYTHING} or ('citizen:' || person_id) = {SUBJECT} "
            f"or (not {_ABOUT_THE_PLATFORM} and unit_id = any({UNITS}) and 'team.see' = any({VERBS})) "
            f"or ({_ABOUT_THE_PLATFORM} and 'configuration.check' = any({VERBS}))"
        ),
        plain="id kind unit made_at due answered_at answered_by",
        ordinary="person case",
        sensitive="text answer",
        article15="kind text made_at due answer answered_at",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="complaint_says_something"),
            models.CheckConstraint(
                condition=Q(kind="accessibility", unit__isnull=True) | ~Q(kind="accessibility") & Q(unit__isnull=False),
                name="complaint_has_its_receiver",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by="", answer="")
                | Q(answered_at__isnull=False) & ~Q(answered_by="") & ~Q(answer=""),
                name="complaint_answered_in_full",
            ),
        ]
        indexes = [models.Index(fields=["unit", "answered_at"], name="complaint_of_unit")]

    def __str__(self) -> str:
        return f"complaint {self.pk}"
