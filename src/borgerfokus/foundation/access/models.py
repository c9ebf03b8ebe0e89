"""Grants: who, beside the case's own unit and caseworker, may see a case, on which ground and for how long."""

from django.contrib.postgres.indexes import BTreeIndex
from django.db import models

from borgerfokus.foundation.access.declare import Declared, Retention
from borgerfokus.foundation.access.rows import EVERYTHING, SUBJECTS, RowRule

_SEES_CASE = "exists (select 1 from casework_case c where c.id = case_id)"
"""Nobody can give a case away, to itself least of all, without seeing the case already."""


class Ground(models.TextChoices):
    """Why somebody may see a case that is not of their own unit."""

    PARTY = "party"
    ATTORNEY = "attorney"
    REPRESENTATIVE = "representative"
    CONSULTATION = "consultation"
    HANDOVER = "handover"
    PARTNER = "partner"
    BREAK_GLASS = "break_glass"
    NAMED = "named"
    SUPERVISION = "supervision"
    SHARED = "shared"


OPEN_A_SEAL = (Ground.PARTY, Ground.ATTORNEY, Ground.REPRESENTATIVE, Ground.NAMED)
"""The grounds that hold for a sealed case too (`core.access.SEALED_RELATIONS`)."""


class Grant(models.Model):
    """`subject` ("employee:12", "unit:3", "person:7", "client:2") may see case `case_id` from `starts` until `ends`."""

    subject = models.CharField(max_length=60)
    case_id = models.BigIntegerField()
    ground = models.CharField(max_length=20, choices=Ground.choices)
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True, blank=True)
    given_by = models.CharField(max_length=60)
    reason = models.TextField(blank=True)

    declared = Declared(
        purpose="to let somebody outside the case's own unit see it, for a ground and a time",
        retention=Retention.CASE,
        rows=RowRule(
            using=f"{EVERYTHING} or subject = any({SUBJECTS}) or {_SEES_CASE}",
            check=f"{EVERYTHING} or {_SEES_CASE}",
        ),
        plain="id case_id ground starts ends given_by",
        ordinary="subject",
        sensitive="reason",
        article15="ground starts ends",
    )

    class Meta:
        indexes = [
            BTreeIndex(fields=["subject", "ends"], name="grant_by_subject"),
            BTreeIndex(fields=["case_id"], name="grant_by_case"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gte=models.F("starts")),
                name="grant_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=~models.Q(ground="break_glass") | (models.Q(ends__isnull=False) & ~models.Q(reason="")),
                name="grant_break_glass_has_reason_and_end",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} → {self.case_id} ({self.ground})"
