"""Who answers for whom, and the templates of answers. Nothing here is about citizens."""

from django.db import models

from borgerfokus.foundation.access.declare import Declared, Retention
from borgerfokus.foundation.access.rows import open_to_all
from borgerfokus.foundation.organisation.models import Employee, Unit


class Delegation(models.Model):
    """A colleague answers an employee's messages, `[starts, ends)`. It ends by itself, or earlier when it is ended.

    Why somebody is away is nobody's business, and is not kept.
    """

    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="+")
    starts = models.DateField()
    ends = models.DateField()
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=60)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True)

    declared = Declared(
        purpose="to let a colleague answer while somebody is away",
        retention=Retention.PERMANENT,
        rows=open_to_all(),
        plain="id employee to starts ends given_at given_by ended_at ended_by",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__gt=models.F("starts")), name="delegation_ends_after_it_starts"
            ),
            models.CheckConstraint(condition=~models.Q(employee=models.F("to")), name="delegation_to_another"),
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True, ended_by="")
                | (models.Q(ended_at__isnull=False) & ~models.Q(ended_by="")),
                name="delegation_ended_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.to_id} for {self.employee_id}"


class AnswerTemplate(models.Model):
    """One version of a template for answers. A change is a new row; the one that is not replaced is what it now says.

    Without a `unit` it is for the whole municipality. Words in braces are filled in (`core.messages.template`).
    `retired`: it is no longer offered.
    """

    key = models.SlugField(max_length=60)
    number = models.PositiveIntegerField()
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=120)
    body = models.TextField()
    retired = models.BooleanField(default=False)
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=60)
    saved_by_name = models.CharField(max_length=200)
    replaced_at = models.DateTimeField(null=True, blank=True)

    declared = Declared(
        purpose="to let staff begin an answer from words that the unit has agreed on",
        retention=Retention.PERMANENT,
        rows=open_to_all(),
        plain="id key number unit title body retired saved_at saved_by saved_by_name replaced_at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "number"], name="answer_template_version_once"),
            models.UniqueConstraint(
                fields=["key"], condition=models.Q(replaced_at__isnull=True), name="answer_template_one_in_force"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} v{self.number}"
