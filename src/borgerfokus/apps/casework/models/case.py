"""The case, what kind it is, whom it is about, and the dates it must keep."""

from datetime import datetime
from functools import lru_cache

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models

from borgerfokus.core.casework.casetype import CaseType, parse
from borgerfokus.core.offers.words import Group
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention
from borgerfokus.foundation.organisation.models import Employee, Unit
from borgerfokus.foundation.people.models import Person


class CaseTypeVersion(models.Model):
    """One version of a case type document. A case keeps the version that it started with."""

    key = models.SlugField(max_length=60)
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=12, choices=[(s, s) for s in ("concept", "published", "retired")])
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    document = models.TextField()
    title = models.CharField(max_length=200)
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=60)
    version = models.PositiveIntegerField(default=1)

    declared = Declared(
        purpose="to run each kind of case by the act and by what the municipality has decided",
        retention=Retention.PERMANENT,
        rows=rows.open_to_all(),
        plain="id key number state valid_from valid_to document title saved_at saved_by version",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "number"], name="casetype_number_once"),
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gt=models.F("valid_from")),
                name="casetype_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} v{self.number}"

    @property
    def spec(self) -> CaseType:
        """The parsed document, read once by each process: the document of a version is never written again.

        What is saved has been parsed before, so an error here is a damaged database.
        """
        if self._state.adding:
            return parsed(self.document)
        known = (str(connection.settings_dict["NAME"]), self.pk, self.key, self.number, self.saved_at)
        if known not in _specs:
            _specs[known] = parsed(self.document)
        return _specs[known]


_specs: dict[tuple[str, int, str, int, datetime], CaseType] = {}
"""By database and by everything that tells a version from another one: a database may be restored from a copy."""


@lru_cache(maxsize=256)
def parsed(document: str) -> CaseType:
    """Parse a stored document, once for each text. Raises ValueError on a document that no longer parses."""
    found = parse(document)
    if not isinstance(found, CaseType):
        raise ValueError(f"a stored case type does not parse: {found}")
    return found


class Case(models.Model):
    """A case. What lists show (phase, ball, next date) is kept on the row, written by the actions alone.

    `target_groups` are those that the assessment says the citizen belongs to; the offers proposed fit one of them.
    """

    number = models.CharField(max_length=20, unique=True)
    type_version = models.ForeignKey(CaseTypeVersion, on_delete=models.PROTECT, related_name="cases")
    type_key = models.SlugField(max_length=60)
    title = models.CharField(max_length=200)
    citizen = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="cases")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="cases")
    caseworker = models.ForeignKey(Employee, on_delete=models.PROTECT, null=True, blank=True, related_name="cases")
    source = models.CharField(max_length=20)
    need = models.TextField(blank=True)
    target_groups = ArrayField(
        models.CharField(max_length=20, choices=[(one.value, one.value) for one in Group]), default=list, blank=True
    )
    phase = models.CharField(max_length=20)
    waiting_for = models.CharField(max_length=20, blank=True)
    waiting_on = models.CharField(max_length=160, blank=True)
    closed_reason = models.CharField(max_length=30, blank=True)
    outcome = models.CharField(max_length=20, blank=True)
    received_at = models.DateTimeField()
    phase_since = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    follow_up_on = models.DateField(null=True, blank=True)
    moments = models.JSONField(default=dict)
    ball = models.CharField(max_length=8, default="us")
    ball_since = models.DateTimeField()
    next_act = models.CharField(max_length=40, blank=True)
    next_due = models.DateField(null=True, blank=True)
    next_due_key = models.CharField(max_length=60, blank=True)
    next_due_basis = models.CharField(max_length=12, blank=True)
    sealed = models.BooleanField(default=False)
    last_activity_at = models.DateTimeField()
    event_count = models.PositiveIntegerField(default=0)
    last_link = models.BinaryField(max_length=32, default=bytes(32))
    version = models.PositiveIntegerField(default=1)

    declared = Declared(
        purpose="to run the case and show the citizen where it stands",
        retention=Retention.CASE,
        rows=rows.cases(),
        plain="id number type_version unit caseworker source event_count last_link version last_activity_at next_act "
        "next_due next_due_key next_due_basis",
        ordinary="citizen received_at moments phase phase_since waiting_for closed_at closed_reason decided_at "
        "follow_up_on ball ball_since sealed",
        sensitive="type_key title need target_groups waiting_on outcome",
        article15="number title need target_groups phase outcome received_at decided_at closed_at follow_up_on",
    )

    class Meta:
        indexes = [
            models.Index(fields=["unit", "phase", "next_due"], name="case_work_list"),
            models.Index(fields=["caseworker", "next_due"], name="case_by_caseworker"),
            models.Index(fields=["citizen"], name="case_by_citizen"),
            models.Index(fields=["type_key", "received_at"], name="case_by_type"),
            models.Index(
                fields=["next_due"], name="case_open_by_due", condition=~models.Q(phase="closed")
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(phase="closed", closed_at__isnull=False)
                | (~models.Q(phase="closed") & models.Q(closed_at__isnull=True)),
                name="case_closed_has_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(ball__in=["you", "us", "other", "none"]), name="case_ball_known"
            ),
        ]

    def __str__(self) -> str:
        return self.number


class Deadline(models.Model):
    """A date the case must keep, as `core.casework.deadlines` reckons it; rewritten whenever something moves it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="deadlines")
    key = models.CharField(max_length=60)
    basis = models.CharField(max_length=12)
    due = models.DateField()
    original_due = models.DateField()
    status = models.CharField(max_length=12)
    moved_days = models.IntegerField(default=0)
    met_on = models.DateField(null=True, blank=True)
    slip_told_at = models.DateTimeField(null=True, blank=True)

    declared = Declared(
        purpose="to keep the dates that the act and the municipality promise",
        retention=Retention.CASE,
        rows=rows.of_case(),
        plain="id case key basis due original_due status moved_days met_on slip_told_at",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "key"], name="deadline_once")]
        indexes = [models.Index(fields=["status", "due"], name="deadline_running")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.key} {self.due}"


class Suspension(models.Model):
    """The case waits `[starts, ends)` for somebody, and its dates move with it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="suspensions")
    waiting_for = models.CharField(max_length=20)
    waiting_on = models.CharField(max_length=160, blank=True)
    reason = models.TextField()
    answer_by = models.DateField(null=True, blank=True)
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True, blank=True)

    declared = Declared(
        purpose="to move the dates while the case waits, and to say why",
        retention=Retention.CASE,
        rows=rows.of_case(),
        plain="id case waiting_for answer_by starts ends",
        sensitive="waiting_on reason",
        article15="waiting_for waiting_on reason answer_by starts ends",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(ends__isnull=True), name="suspension_one_at_a_time"
            ),
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gte=models.F("starts")),
                name="suspension_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.starts:%Y-%m-%d}"


class Extension(models.Model):
    """A deadline is given a new date, with a reason that the citizen has been told."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="extensions")
    deadline_key = models.CharField(max_length=60)
    new_due = models.DateField()
    reason = models.TextField()
    decided_at = models.DateTimeField()
    decided_by = models.CharField(max_length=60)

    declared = Declared(
        purpose="to give a new date in time, and to say why",
        retention=Retention.CASE,
        rows=rows.of_case(),
        plain="id case deadline_key new_due decided_at decided_by",
        sensitive="reason",
        article15="new_due reason decided_at",
    )

    def __str__(self) -> str:
        return f"{self.case_id} {self.deadline_key} → {self.new_due}"


class Party(models.Model):
    """Somebody the case is about or who takes part in it, for as long as that lasts."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="parties")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="party_in")
    role = models.CharField(max_length=20, choices=[(r, r) for r in ("party", "representative", "relative")])
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True, blank=True)

    declared = Declared(
        purpose="to know who has the rights of a party and who takes part",
        retention=Retention.CASE,
        rows=rows.of_case(),
        plain="id case starts ends",
        ordinary="person role",
        article15="role starts ends",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "person", "role"], condition=models.Q(ends__isnull=True), name="party_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.role}"
