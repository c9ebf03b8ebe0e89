"""Questions about a look-up: somebody wonders who has seen its data; the data protection officer answers."""

from django.db import models

from borgerfokus.foundation.access.declare import Declared, Retention
from borgerfokus.foundation.access.rows import EVERYTHING, OWN_PERSONS, VERBS, RowRule
from borgerfokus.foundation.people.models import Person


class LookupQuestion(models.Model):
    """A question about one row of the look-up log, and its answer. `person` is who was looked up.

    It belongs to no case: the unit that is asked about does not see it, the data protection officer does.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    lookup_id = models.BigIntegerField()
    looked_at = models.DateTimeField()
    question = models.TextField()
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=60)
    due = models.DateField()
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=60, blank=True)
    answered_by_name = models.CharField(max_length=200, blank=True)

    declared = Declared(
        purpose="to let the data protection officer answer who has seen somebody's data, and why",
        retention=Retention.PERSON,
        rows=RowRule(
            using=f"{EVERYTHING} or person_id = any({OWN_PERSONS}) or 'rights.oversee' = any({VERBS})",
            check=f"{EVERYTHING} or person_id = any({OWN_PERSONS}) or 'rights.oversee' = any({VERBS})",
        ),
        plain="id lookup_id looked_at asked_at due answered_at answered_by answered_by_name",
        ordinary="person asked_by",
        sensitive="question answer",
        article15="looked_at question asked_at answer answered_at",
    )

    class Meta:
        indexes = [
            models.Index(fields=["due"], name="lookup_question_waits", condition=models.Q(answered_at__isnull=True)),
            models.Index(fields=["person", "-asked_at"], name="lookup_question_of_person"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["lookup_id", "person"],
                condition=models.Q(answered_at__isnull=True),
                name="lookup_question_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(answered_at__isnull=True, answer="", answered_by="", answered_by_name="")
                | models.Q(answered_at__isnull=False) & ~models.Q(answer="") & ~models.Q(answered_by=""),
                name="lookup_question_answered_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"question {self.pk} about {self.lookup_id}"
