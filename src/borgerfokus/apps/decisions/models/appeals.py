"""The appeal of a decision, and what the appeal body came to."""

from django.db import models

from borgerfokus.apps.casework.models import Case, Task
from borgerfokus.apps.decisions.models.decisions import Decision
from borgerfokus.apps.journal.models import Entry
from borgerfokus.core.decisions.outcomes import AppealOutcome, BoardOutcome
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.organisation.models import Employee
from borgerfokus.foundation.people.models import Person


class AppealState(models.TextChoices):
    """How far an appeal is with us. `REASSESSED`: reversed in full, so that nothing goes to the appeal body."""

    FILED = "filed"
    REASSESSED = "reassessed"
    FORWARDED = "forwarded"
    WITHDRAWN = "withdrawn"


class Appeal(models.Model):
    """An appeal against a decision. A late one is kept and flagged: whether it is heard is the appeal body's to say.

    `relation` is what `filed_by` is to the party ("party", "guardian", "power_of_attorney", "party_representative").
    When the reassessment is not done by `reassess_by`, the party is told when to expect it (`expected_on`).
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="appeals")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="appeals")
    state = models.CharField(max_length=10, choices=AppealState.choices, default=AppealState.FILED)
    filed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    relation = models.CharField(max_length=24)
    registered_by = models.CharField(max_length=60)
    channel = models.CharField(max_length=20)
    text = models.TextField()
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    filed_at = models.DateTimeField()
    received_on = models.DateField()
    in_time = models.BooleanField()
    reassess_by = models.DateField()
    late_told_at = models.DateTimeField(null=True, blank=True)
    expected_on = models.DateField(null=True, blank=True)
    task = models.ForeignKey(Task, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    outcome = models.CharField(max_length=10, blank=True, choices=[(one.value, one.value) for one in AppealOutcome])
    reasons = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=60, blank=True)
    forwarded_at = models.DateTimeField(null=True, blank=True)
    forwarded_to = models.CharField(max_length=160, blank=True)
    file_entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    new_decision = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    declared = Declared(
        purpose="to let the party have the decision tried again, in time",
        retention=Retention.CASE,
        rows=rows.of_case(),
        plain="id case decision state registered_by channel entry filed_at received_on in_time reassess_by "
        "late_told_at expected_on task answered_at answered_by forwarded_at forwarded_to file_entry new_decision",
        ordinary="filed_by relation",
        sensitive="text outcome reasons",
        article15="filed_by relation text filed_at received_on in_time reassess_by expected_on outcome reasons "
        "answered_at forwarded_at forwarded_to",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["decision"], condition=~models.Q(state="withdrawn"), name="appeal_once_for_a_decision"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["reassessed", "forwarded"], answered_at__isnull=False)
                & ~models.Q(outcome="")
                & ~models.Q(reasons="")
                | models.Q(state__in=["filed", "withdrawn"], answered_at__isnull=True, outcome="", reasons=""),
                name="appeal_answer_has_outcome_and_reasons",
            ),
            models.CheckConstraint(
                condition=models.Q(state="forwarded", forwarded_at__isnull=False) & ~models.Q(forwarded_to="")
                | ~models.Q(state="forwarded") & models.Q(forwarded_at__isnull=True),
                name="appeal_forwarded_to_somebody",
            ),
            models.CheckConstraint(
                condition=models.Q(late_told_at__isnull=True, expected_on__isnull=True)
                | models.Q(late_told_at__isnull=False, expected_on__isnull=False),
                name="appeal_late_has_a_new_date",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} appeal {self.pk} {self.state}"


class BoardDecision(models.Model):
    """What the appeal body decided about a forwarded appeal, as it was written down here.

    `reasons` is what the body said in short; `learning` what we do otherwise from now on, owed when it was changed or
    sent back. Somebody answers for it (`learning_owner`) until a day, and says what was done (`learning_note`).
    """

    appeal = models.OneToOneField(Appeal, on_delete=models.PROTECT, related_name="board")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="board_decisions")
    outcome = models.CharField(max_length=10, choices=[(one.value, one.value) for one in BoardOutcome])
    decided_on = models.DateField()
    reasons = models.TextField()
    learning = models.TextField(blank=True)
    learning_owner = models.ForeignKey(Employee, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    learning_due = models.DateField(null=True, blank=True)
    learning_done_at = models.DateTimeField(null=True, blank=True)
    learning_done_by = models.CharField(max_length=60, blank=True)
    learning_note = models.TextField(blank=True)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    registered_at = models.DateTimeField()
    registered_by = models.CharField(max_length=60)

    declared = Declared(
        purpose="to follow the appeal body's decision, and to learn from it (retssikkerhedsloven § 79 b)",
        retention=Retention.CASE,
        rows=rows.of_case(),
        plain="id appeal case outcome decided_on learning_owner learning_due learning_done_at learning_done_by entry "
        "registered_at registered_by",
        sensitive="reasons learning learning_note",
        article15="outcome decided_on reasons learning learning_note",
    )

    class Meta:
        indexes = [models.Index(fields=["decided_on"], name="board_decision_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(outcome__in=["changed", "remitted"]) | ~models.Q(learning=""),
                name="board_decision_lost_is_learnt_from",
            ),
            models.CheckConstraint(
                condition=models.Q(learning_owner__isnull=True, learning_due__isnull=True)
                | models.Q(learning_owner__isnull=False, learning_due__isnull=False) & ~models.Q(learning=""),
                name="board_learning_owned_until_a_day",
            ),
            models.CheckConstraint(
                condition=models.Q(learning_done_at__isnull=True, learning_note="", learning_done_by="")
                | models.Q(learning_done_at__isnull=False, learning_owner__isnull=False)
                & ~models.Q(learning_note="")
                & ~models.Q(learning_done_by=""),
                name="board_learning_done_says_what",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} board {self.outcome}"


class CouncilTreatment(models.Model):
    """The council has treated the year's reversals (retssikkerhedsloven § 79 b). A correction is a new row.

    With an action plan, `text` is the plan; without, why none is needed, and the appeal body is told (`told_on`).
    """

    year = models.PositiveSmallIntegerField()
    treated_on = models.DateField()
    action_plan = models.BooleanField()
    text = models.TextField()
    told_on = models.DateField(null=True, blank=True)
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=60)

    declared = Declared(
        purpose="to show that the council has treated how often its decisions are reversed, and what it decided",
        retention=Retention.PERMANENT,
        rows=rows.open_to_all(),
        rights=Rights.APPEND,
        plain="id year treated_on action_plan text told_on saved_at saved_by",
    )

    class Meta:
        indexes = [models.Index(fields=["year"], name="council_treatment_by_year")]
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="council_treatment_says_what_or_why_not"),
            models.CheckConstraint(
                condition=models.Q(action_plan=True) | models.Q(told_on__isnull=False),
                name="council_without_a_plan_tells_the_body",
            ),
        ]

    def __str__(self) -> str:
        return f"council {self.year}"
