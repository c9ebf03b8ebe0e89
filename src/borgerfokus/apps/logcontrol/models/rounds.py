"""A round of log control, the look-ups in it, and the nightly comparison of the log with what citizens see."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from borgerfokus.apps.logcontrol.models.people import OFFICER
from borgerfokus.core.logcontrol.words import Ground, Kind, Outcome, Signal, State
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention
from borgerfokus.foundation.organisation.models import Employee, Unit

_REVIEWS_ROUND = f"'lookups.review' = any({rows.VERBS})"
_REVIEWER = f"('employee:' || reviewer_id) = {rows.SUBJECT}"
_SELF = f"('employee:' || employee_id) = {rows.SUBJECT}"


def _of(words: type[Kind] | type[State] | type[Ground] | type[Outcome] | type[Signal]) -> list[tuple[str, str]]:
    return [(one.value, one.value) for one in words]


class RoundState(models.TextChoices):
    """How far a round is."""

    PLANNED = "planned"
    DRAWN = "drawn"
    DONE = "done"


class ControlRound(models.Model):
    """The look-ups of `[starts, ends)`, of all units or of some.

    `promise` is the SHA-256 of the seed and stands in the log of acts from the moment the round is planned; the seed is
    shown when the round is drawn. `list_sum` is the sum of everything that could be drawn, `population` how many.
    """

    monthly = models.BooleanField(default=False)
    starts = models.DateField()
    ends = models.DateField()
    units = ArrayField(models.BigIntegerField(), default=list, blank=True)
    sample_size = models.PositiveIntegerField()
    ranked_size = models.PositiveIntegerField()
    seed = models.CharField(max_length=64)
    promise = models.CharField(max_length=64)
    state = models.CharField(max_length=8, choices=RoundState.choices, default=RoundState.PLANNED)
    population = models.PositiveIntegerField(null=True, blank=True)
    list_sum = models.CharField(max_length=64, blank=True)
    review_due = models.DateField(null=True, blank=True)
    planned_at = models.DateTimeField()
    planned_by = models.CharField(max_length=60)
    drawn_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    declared = Declared(
        purpose="to control at fixed times, and by lot, that citizens are looked up for a reason",
        retention=Retention.LOG,
        rows=rows.RowRule(using=f"{rows.EVERYTHING} or {_REVIEWS_ROUND}"),
        plain="id monthly starts ends units sample_size ranked_size seed promise state population list_sum review_due "
        "planned_at planned_by drawn_at done_at",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(ends__gt=models.F("starts")), name="round_ends_after_it_starts"),
            models.UniqueConstraint(fields=["starts"], condition=models.Q(monthly=True), name="round_monthly_once"),
            models.CheckConstraint(
                condition=models.Q(state="planned", drawn_at__isnull=True, population__isnull=True, list_sum="")
                | ~models.Q(state="planned") & models.Q(drawn_at__isnull=False, population__isnull=False),
                name="round_drawn_has_a_time_and_a_list",
            ),
            models.CheckConstraint(
                condition=models.Q(state="done", done_at__isnull=False)
                | ~models.Q(state="done") & models.Q(done_at__isnull=True),
                name="round_done_has_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts} to {self.ends}"


class ControlItem(models.Model):
    """What one employee did to see one citizen on one day: drawn or ranked, explained, and closed or escalated.

    `lookup_id` is the first row of the log behind it and `times` how many there are. `reviewer` is the leader who
    judges it; without one the data protection officer does. Nobody judges an own look-up.
    """

    round = models.ForeignKey(ControlRound, on_delete=models.CASCADE, related_name="items")
    kind = models.CharField(max_length=6, choices=_of(Kind))
    rank = models.PositiveIntegerField()
    lookup_id = models.BigIntegerField()
    looked_at = models.DateTimeField()
    times = models.PositiveIntegerField()
    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    person_id = models.BigIntegerField()
    case_number = models.CharField(max_length=20, blank=True)
    look = models.CharField(max_length=20)
    purpose = models.CharField(max_length=30)
    signals = ArrayField(models.CharField(max_length=20, choices=_of(Signal)), default=list, blank=True)
    score = models.FloatField(default=0)
    reviewer = models.ForeignKey(Employee, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=10, choices=_of(State), default=State.OPEN)
    question = models.TextField(blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    answer_due = models.DateField(null=True, blank=True)
    reminders = models.PositiveSmallIntegerField(default=0)
    reminded_on = models.DateField(null=True, blank=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    ground = models.CharField(max_length=10, choices=_of(Ground), blank=True)
    note = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=60, blank=True)
    outcome = models.CharField(max_length=10, choices=_of(Outcome), blank=True)
    outcome_note = models.TextField(blank=True)
    concluded_at = models.DateTimeField(null=True, blank=True)
    concluded_by = models.CharField(max_length=60, blank=True)
    version = models.PositiveIntegerField(default=1)

    declared = Declared(
        purpose="to have look-ups that nothing explains, and some drawn by lot, explained by whoever made them",
        retention=Retention.LOG,
        rows=rows.RowRule(
            using=f"{rows.EVERYTHING} or {_REVIEWER} or ({OFFICER} and not {_SELF}) "
            f"or ({_SELF} and asked_at is not null)",
        ),
        plain="id round kind rank lookup_id times unit case_number look purpose state asked_at answer_due reminders "
        "reminded_on answered_at decided_at decided_by concluded_at concluded_by version",
        ordinary="employee person_id reviewer looked_at score",
        sensitive="signals question answer ground note outcome outcome_note",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "lookup_id"], name="item_once_in_a_round"),
            models.CheckConstraint(
                condition=models.Q(asked_at__isnull=True, question="", answer_due__isnull=True)
                | models.Q(asked_at__isnull=False, answer_due__isnull=False) & ~models.Q(question=""),
                name="item_asked_has_a_question_and_a_date",
            ),
            models.CheckConstraint(
                condition=models.Q(answered_at__isnull=True, answer="")
                | models.Q(answered_at__isnull=False, asked_at__isnull=False) & ~models.Q(answer=""),
                name="item_answered_was_asked",
            ),
            models.CheckConstraint(
                condition=models.Q(state="closed") & ~models.Q(ground="")
                | models.Q(state__in=["escalated", "concluded"], ground="") & ~models.Q(note="")
                | models.Q(state__in=["open", "asked", "answered"], ground="", note="", decided_at__isnull=True),
                name="item_ended_has_a_ground",
            ),
            models.CheckConstraint(
                condition=models.Q(state="concluded", concluded_at__isnull=False) & ~models.Q(outcome="")
                | ~models.Q(state="concluded") & models.Q(concluded_at__isnull=True, outcome=""),
                name="item_concluded_has_an_outcome",
            ),
            models.CheckConstraint(
                condition=models.Q(reviewer__isnull=True) | ~models.Q(reviewer=models.F("employee")),
                name="item_judged_by_another",
            ),
        ]
        indexes = [
            models.Index(
                fields=["reviewer", "round"],
                name="item_to_review",
                condition=models.Q(state__in=["open", "asked", "answered"]),
            ),
            models.Index(fields=["employee", "asked_at"], name="item_of_employee"),
        ]

    def __str__(self) -> str:
        return f"{self.round_id}/{self.rank}"


class Reconciliation(models.Model):
    """One night's comparison: the look-ups of a day, and those of them that the citizen's own page would not list."""

    day = models.DateField(unique=True)
    at = models.DateTimeField()
    looked = models.PositiveIntegerField()
    persons = models.PositiveIntegerField()
    missing = models.PositiveIntegerField(default=0)
    missing_ids = ArrayField(models.BigIntegerField(), default=list, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    seen_by = models.CharField(max_length=60, blank=True)
    note = models.TextField(blank=True)

    declared = Declared(
        purpose="to raise an alarm when somebody was looked up and would not see it",
        retention=Retention.LOG,
        rows=rows.RowRule(using=f"{rows.EVERYTHING} or {OFFICER}"),
        plain="id day at looked persons missing missing_ids seen_at seen_by note",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(seen_at__isnull=True, seen_by="", note="")
                | models.Q(seen_at__isnull=False) & ~models.Q(seen_by="") & ~models.Q(note=""),
                name="reconciliation_seen_has_a_note",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.missing} of {self.looked}"
