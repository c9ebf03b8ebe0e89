"""Two append-only tables without foreign keys: who looked at whom, and who did what."""

from django.db import models

from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.access.rows import EVERYTHING, OWN_PERSONS, SUBJECT, UNITS, VERBS, RowRule

_REVIEWS = f"('lookups.review' = any({VERBS}) and (unit_id = any({UNITS}) or not 'team.see' = any({VERBS})))"
"""Leaders review their own units; who reviews without leading (the data protection officer) reviews all."""


class Lookup(models.Model):
    """One person shown to one actor. Partitioned by month in the database; `at` is part of the key there."""

    at = models.DateTimeField()
    subject = models.CharField(max_length=60)
    subject_name = models.CharField(max_length=200, blank=True)
    unit_id = models.BigIntegerField(null=True, blank=True)
    person_id = models.BigIntegerField()
    case_id = models.BigIntegerField(null=True, blank=True)
    look = models.CharField(max_length=20)
    purpose = models.CharField(max_length=30)
    reason = models.TextField(blank=True)

    declared = Declared(
        purpose="to show the citizen, and whoever supervises, who has looked",
        retention=Retention.LOG,
        rows=RowRule(
            using=f"{EVERYTHING} or person_id = any({OWN_PERSONS}) or subject = {SUBJECT} "
            f"or {_REVIEWS}",
            check="true",
        ),
        rights=Rights.APPEND,
        plain="id at unit_id case_id look purpose",
        ordinary="subject subject_name person_id",
        sensitive="reason",
        article15="at unit_id look purpose",
    )

    class Meta:
        managed = False
        db_table = "audit_lookup"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.subject} → {self.person_id}"


class Entry(models.Model):
    """One act: a dotted, globally unique name, who did it, and what it was done to."""

    at = models.DateTimeField()
    action = models.CharField(max_length=80)
    subject = models.CharField(max_length=60)
    unit_id = models.BigIntegerField(null=True, blank=True)
    case_id = models.BigIntegerField(null=True, blank=True)
    object = models.CharField(max_length=120, blank=True)
    detail = models.JSONField(default=dict)

    declared = Declared(
        purpose="to find out afterwards who did what",
        retention=Retention.LOG,
        rows=RowRule(
            using=f"{EVERYTHING} or subject = {SUBJECT} or {_REVIEWS} "
            "or exists (select 1 from casework_case c where c.id = case_id)",
            check="true",
        ),
        rights=Rights.APPEND,
        plain="id at action unit_id case_id object",
        ordinary="subject detail",
    )

    class Meta:
        indexes = [
            models.Index(fields=["case_id", "at"], name="entry_by_case"),
            models.Index(fields=["action", "at"], name="entry_by_action"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action}"
