"""What citizens are asked about their course, and what they answer."""

from django.db import models

from borgerfokus.apps.casework.models import Case
from borgerfokus.core.experience import Answer
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.access.rows import EVERYTHING, IS_STAFF, OWN_PERSONS, RowRule
from borgerfokus.foundation.people.models import Person

_OF_CASE = rows.of_case()
_SEEN_CASE = "exists (select 1 from casework_case c where c.id = case_id)"


class PhaseQuestion(models.Model):
    """The citizen is asked how a phase of the case went: once, however often the case goes through it.

    `closed_at` is when it was answered or declined; which of the two stands nowhere but in the answer itself.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="phase_questions")
    phase = models.CharField(max_length=20)
    asked_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    declared = Declared(
        purpose="to ask the citizen once after each phase how it went, and never again",
        retention=Retention.CASE,
        rows=_OF_CASE,
        plain="id case phase asked_at closed_at",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "phase"], name="phase_question_once")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.phase}"


class Experience(models.Model):
    """How the citizen found a phase. Staff read it only when `named`; beside that it counts in figures of many.

    `coherent` may be left out. `answered_by` is the subject of whoever answered: the citizen, or who acts for it.
    """

    question = models.OneToOneField(PhaseQuestion, on_delete=models.CASCADE, related_name="experience")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="experiences")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    understood = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Answer])
    coherent = models.CharField(max_length=8, blank=True, choices=[(one.value, one.value) for one in Answer])
    words = models.TextField(blank=True)
    named = models.BooleanField(default=False)
    answered_at = models.DateTimeField()
    answered_by = models.CharField(max_length=60)

    declared = Declared(
        purpose="to learn from citizens whether their course was understood and hung together",
        retention=Retention.CASE,
        rows=RowRule(
            using=f"{EVERYTHING} or person_id = any({OWN_PERSONS}) or (named and {IS_STAFF} and {_SEEN_CASE})",
            check=f"{EVERYTHING} or person_id = any({OWN_PERSONS})",
        ),
        rights=Rights.ALL,
        plain="id question case answered_at",
        ordinary="person understood coherent named answered_by",
        sensitive="words",
        article15="understood coherent words named answered_at",
    )

    def __str__(self) -> str:
        return f"experience {self.pk}"
