"""Notifications of concern about a child (barnets lov §§ 133-137): what was told, by whom, and what was done about it.

Anybody may hand one in, so anybody may add a row; only the unit on duty may read one. Who notified stands in a table
of its own, which no case, journal or letter leads to.
"""

import uuid

from django.db import models

from borgerfokus.apps.casework.models import Case
from borgerfokus.core.concerns import Channel, Danger, Function, HappeningKind, Identity, Way
from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.access.rows import EVERYTHING, UNITS, VERBS, RowRule
from borgerfokus.foundation.organisation.models import Employee, Unit
from borgerfokus.foundation.people.models import Person

_OPEN = (
    "(case_id is null or not bf_is_sealed(case_id) or exists (select 1 from casework_case k where k.id = case_id))"
)
"""One that belongs to a sealed case is there for whoever sees the case, and for nobody else on duty."""
_ON_DUTY = f"('concern.handle' = any({VERBS}) and (unit_id is null or unit_id = any({UNITS})) and {_OPEN})"
_NEW = "(taken_by_id is null and citizen_id is null and way = '' and version = 1)"
_SEES_CONCERN = "exists (select 1 from dialogue_concern c where c.id = concern_id)"


class Concern(models.Model):
    """One notification. The clock begins at `received_at` and ends with the first assessment.

    `child_…` is the child as the notifier knows it; `citizen` is the child once somebody has found out who it is.
    `held_back` marks one that came in while very many did: it is shown in a list of its own, with the same clock.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(max_length=16, unique=True)
    sent_key = models.UUIDField(unique=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    channel = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Channel])
    language = models.CharField(max_length=2, choices=[(one, one) for one in ("da", "en")])
    received_at = models.DateTimeField()
    registered_at = models.DateTimeField()
    assess_by = models.DateTimeField()
    child_name = models.CharField(max_length=160, blank=True)
    child_age = models.CharField(max_length=80, blank=True)
    child_address = models.CharField(max_length=240, blank=True)
    child_school = models.CharField(max_length=160, blank=True)
    seen = models.TextField()
    siblings = models.TextField(blank=True)
    parents_know = models.CharField(max_length=8, blank=True)
    told_acute = models.BooleanField(default=False)
    told_violence = models.BooleanField(default=False)
    held_back = models.BooleanField(default=False)
    file_ids = models.JSONField(default=list)
    citizen = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    taken_by = models.ForeignKey(Employee, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    taken_at = models.DateTimeField(null=True, blank=True)
    assessed_at = models.DateTimeField(null=True, blank=True)
    violence = models.BooleanField(default=False)
    way = models.CharField(max_length=12, blank=True, choices=[(one.value, one.value) for one in Way])
    way_reason = models.TextField(blank=True)
    way_at = models.DateTimeField(null=True, blank=True)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True, related_name="concerns")
    version = models.PositiveIntegerField(default=1)

    declared = Declared(
        purpose="to look after a child that somebody is worried about, within the time that the act gives",
        retention=Retention.PERSON,
        rows=RowRule(using=f"{EVERYTHING} or {_ON_DUTY}", check=f"{EVERYTHING} or {_ON_DUTY} or {_NEW}"),
        plain="id reference sent_key unit channel language registered_at assess_by held_back file_ids taken_by "
        "taken_at case version",
        ordinary="citizen received_at assessed_at way way_at",
        sensitive="child_name child_age child_address child_school seen siblings parents_know told_acute told_violence "
        "violence way_reason",
        article15="child_name child_age child_address child_school seen siblings received_at assessed_at way "
        "way_reason",
    )

    class Meta:
        indexes = [
            models.Index(fields=["unit", "assess_by"], name="concern_open", condition=models.Q(way="")),
            models.Index(fields=["citizen"], name="concern_by_child"),
            models.Index(fields=["registered_at"], name="concern_by_time"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(assess_by__gt=models.F("received_at")), name="concern_has_a_clock"
            ),
            models.CheckConstraint(condition=~models.Q(seen=""), name="concern_says_something"),
            models.CheckConstraint(
                condition=models.Q(taken_by__isnull=True, taken_at__isnull=True)
                | models.Q(taken_by__isnull=False, taken_at__isnull=False),
                name="concern_taken_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(way="", way_at__isnull=True) | (~models.Q(way="") & models.Q(way_at__isnull=False)),
                name="concern_way_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(way="") | models.Q(assessed_at__isnull=False), name="concern_closed_when_assessed"
            ),
            models.CheckConstraint(
                condition=~models.Q(way=Way.NO_FURTHER) | ~models.Q(way_reason=""),
                name="concern_no_further_has_a_ground",
            ),
            models.CheckConstraint(
                condition=models.Q(way__in=[Way.OPENED, Way.JOINED], case__isnull=False)
                | (~models.Q(way__in=[Way.OPENED, Way.JOINED]) & models.Q(case__isnull=True)),
                name="concern_way_leads_to_a_case",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class Notifier(models.Model):
    """Who notified. `identity` says whether the family may learn it: "" undecided, and then held back as well.

    `receipt_…` is the receipt that the notifier is owed; somebody anonymous is owed none.
    """

    concern = models.OneToOneField(Concern, on_delete=models.CASCADE, primary_key=True, related_name="notifier")
    anonymous = models.BooleanField()
    function = models.CharField(max_length=16, choices=[(one.value, one.value) for one in Function])
    name = models.CharField(max_length=160, blank=True)
    organisation = models.CharField(max_length=160, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    email = models.CharField(max_length=160, blank=True)
    address = models.CharField(max_length=240, blank=True)
    receipt_due = models.DateField(null=True, blank=True)
    receipt_how = models.CharField(max_length=10, blank=True)
    receipt_at = models.DateTimeField(null=True, blank=True)
    receipt_by = models.CharField(max_length=60, blank=True)
    identity = models.CharField(max_length=10, blank=True, choices=[(one.value, one.value) for one in Identity])
    identity_ground = models.TextField(blank=True)
    identity_at = models.DateTimeField(null=True, blank=True)
    identity_by = models.CharField(max_length=60, blank=True)

    declared = Declared(
        purpose="to be able to ask the one who notified, to send the receipt, and to keep secret who it was",
        retention=Retention.PERSON,
        rows=RowRule(
            using=f"{EVERYTHING} or {_SEES_CONCERN}",
            check=f"{EVERYTHING} or {_SEES_CONCERN} or (identity = '' and receipt_how = '')",
        ),
        plain="concern receipt_due receipt_how receipt_at receipt_by identity identity_at identity_by",
        ordinary="anonymous function name organisation phone email address",
        sensitive="identity_ground",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(anonymous=False)
                | models.Q(name="", organisation="", phone="", email="", address="", receipt_due__isnull=True),
                name="notifier_anonymous_is_unknown",
            ),
            models.CheckConstraint(
                condition=models.Q(receipt_how="", receipt_at__isnull=True)
                | (~models.Q(receipt_how="") & models.Q(receipt_at__isnull=False)),
                name="notifier_receipt_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(identity="", identity_at__isnull=True)
                | (~models.Q(identity="") & models.Q(identity_at__isnull=False) & ~models.Q(identity_ground="")),
                name="notifier_identity_has_a_ground",
            ),
        ]
        indexes = [
            models.Index(
                fields=["receipt_due"],
                name="notifier_receipt_owed",
                condition=models.Q(receipt_at__isnull=True, receipt_due__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"notifier of {self.concern_id}"


class ConcernAssessment(models.Model):
    """Whether the child is in danger, why, and what was done at once. A second one by somebody else is number 2."""

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="assessments")
    number = models.PositiveIntegerField()
    danger = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Danger])
    violence = models.BooleanField()
    ground = models.TextField()
    done_now = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=60)
    by_name = models.CharField(max_length=200)

    declared = Declared(
        purpose="to show that somebody looked at the danger to the child in time, and on what ground",
        retention=Retention.PERSON,
        rows=RowRule(using=f"{EVERYTHING} or {_SEES_CONCERN}"),
        rights=Rights.APPEND,
        plain="id concern number at by",
        ordinary="by_name",
        sensitive="danger violence ground done_now",
        article15="danger ground done_now at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["concern", "number"], name="concern_assessed_in_order"),
            models.UniqueConstraint(fields=["concern", "by"], name="concern_assessed_by_two"),
            models.CheckConstraint(condition=~models.Q(ground=""), name="concern_assessment_has_a_ground"),
            models.CheckConstraint(
                condition=~models.Q(danger=Danger.ACUTE) | ~models.Q(done_now=""), name="concern_acute_has_an_act"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.concern_id} #{self.number}"


class ConcernAlarm(models.Model):
    """One alarm about a notification, given once, to the one who has it, its unit, or its leader."""

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="alarms")
    kind = models.CharField(max_length=12)
    subject = models.CharField(max_length=60)
    at = models.DateTimeField()

    declared = Declared(
        purpose="to warn whoever must act before the time is out, once",
        retention=Retention.PERSON,
        rows=RowRule(using=f"{EVERYTHING} or {_SEES_CONCERN}"),
        rights=Rights.APPEND,
        plain="id concern kind subject at",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["concern", "kind", "subject"], name="concern_alarm_once")]

    def __str__(self) -> str:
        return f"{self.concern_id} {self.kind}"


class ConcernHappening(models.Model):
    """Something that happened to a notification: who did it, when, and in which words."""

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="happenings")
    kind = models.CharField(max_length=20, choices=[(one.value, one.value) for one in HappeningKind])
    note = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=60)
    by_name = models.CharField(max_length=200, blank=True)

    declared = Declared(
        purpose="to show afterwards how a notification was handled",
        retention=Retention.PERSON,
        rows=RowRule(using=f"{EVERYTHING} or {_SEES_CONCERN}", check="true"),
        rights=Rights.APPEND,
        plain="id concern kind at by",
        ordinary="by_name",
        sensitive="note",
        article15="kind at",
    )

    class Meta:
        indexes = [models.Index(fields=["concern", "at"], name="concern_happening_by_time")]

    def __str__(self) -> str:
        return f"{self.concern_id} {self.kind}"
