"""The decision, from draft to letter."""

from django.db import models

from borgerfokus.apps.casework.models import Case, Task
from borgerfokus.apps.journal.models import Entry
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention
from borgerfokus.foundation.files.models import StoredFile
from borgerfokus.foundation.organisation.models import Employee
from borgerfokus.foundation.people.models import Person

_IS_CITIZEN = "(select current_setting('bf.subject', true) like 'citizen:%%')"


class DecisionState(models.TextChoices):
    """How far a decision is."""

    DRAFT = "draft"
    TO_APPROVE = "to_approve"
    RETURNED = "returned"
    APPROVED = "approved"
    ISSUED = "issued"
    REPLACED = "replaced"


OPEN_STATES = (DecisionState.DRAFT, DecisionState.TO_APPROVE, DecisionState.RETURNED, DecisionState.APPROVED)
MADE_STATES = (DecisionState.ISSUED, DecisionState.REPLACED)


class LetterState(models.TextChoices):
    """Where the letter with the decision is."""

    NONE = "none"
    UNDER_WAY = "under_way"
    RECEIVED = "received"
    FAILED = "failed"


class Decision(models.Model):
    """A decision, from its first draft on. The period is `[starts, ends)`; `fact_keys` are those the reasons quote.

    `rests_on` holds `{key, evidence, theme}` for each of them: which piece of evidence the fact rested on, and which
    version of a theme, when the decision was made (empty until then).

    The citizen sees no row before it is made: a draft belongs to the municipality.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="decisions")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=DecisionState.choices, default=DecisionState.DRAFT)
    outcome = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Outcome])
    applied_for = models.CharField(max_length=300, blank=True)
    granted = models.CharField(max_length=300, blank=True)
    refused = models.CharField(max_length=300, blank=True)
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    follow_up_on = models.DateField(null=True, blank=True)
    provider = models.CharField(max_length=160, blank=True)
    rules = models.TextField(blank=True)
    considerations = models.TextField(blank=True)
    facts = models.TextField(blank=True)
    fact_keys = models.JSONField(default=list)
    rests_on = models.JSONField(default=list)
    language = models.CharField(max_length=2, default="da", choices=[(one, one) for one in ("da", "en")])
    drafted_at = models.DateTimeField()
    drafted_by = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="+")
    edited_at = models.DateTimeField()
    edited_by = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="+")
    approver = models.ForeignKey(Employee, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    approval_task = models.ForeignKey(Task, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    returned_reason = models.TextField(blank=True)
    issued_at = models.DateTimeField(null=True, blank=True)
    issued_by = models.ForeignKey(Employee, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    message_id = models.UUIDField(null=True, blank=True)
    letter = models.CharField(max_length=10, choices=LetterState.choices, default=LetterState.NONE)
    letter_task = models.ForeignKey(Task, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    received_on = models.DateField(null=True, blank=True)
    appeal_until = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    declared = Declared(
        purpose="to decide with reasons, to send the decision, and to know when it can no longer be appealed",
        retention=Retention.CASE,
        rows=rows.of_case(also=f"state in ('issued', 'replaced') or not {_IS_CITIZEN}"),
        plain="id case number state language fact_keys rests_on drafted_at drafted_by edited_at edited_by approver "
        "approval_task approved_at issued_at issued_by file entry message_id letter letter_task received_on "
        "appeal_until version",
        ordinary="starts ends follow_up_on",
        sensitive="outcome applied_for granted refused provider rules considerations facts returned_reason",
        article15="number outcome applied_for granted refused starts ends provider rules considerations facts "
        "issued_at received_on appeal_until follow_up_on",
    )

    class Meta:
        indexes = [
            models.Index(fields=["approver"], name="decision_to_approve", condition=models.Q(state="to_approve")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="decision_number_once"),
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(state__in=["draft", "to_approve", "returned", "approved"]),
                name="decision_one_open",
            ),
            models.UniqueConstraint(fields=["case"], condition=models.Q(state="issued"), name="decision_one_in_force"),
            models.CheckConstraint(
                condition=models.Q(approver__isnull=True)
                | (~models.Q(approver=models.F("drafted_by")) & ~models.Q(approver=models.F("edited_by"))),
                name="decision_approver_did_not_write_it",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="approved") | models.Q(approver__isnull=False, approved_at__isnull=False),
                name="decision_approved_by_somebody",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    state__in=["issued", "replaced"],
                    issued_at__isnull=False,
                    file__isnull=False,
                    message_id__isnull=False,
                )
                & ~models.Q(letter="none")
                | ~models.Q(state__in=["issued", "replaced"]) & models.Q(issued_at__isnull=True, letter="none"),
                name="decision_issued_has_time_and_letter",
            ),
            models.CheckConstraint(
                condition=models.Q(letter="received", received_on__isnull=False)
                | ~models.Q(letter="received") & models.Q(received_on__isnull=True, appeal_until__isnull=True),
                name="decision_clock_runs_from_receipt",
            ),
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(starts__isnull=False, ends__gt=models.F("starts")),
                name="decision_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="returned") | ~models.Q(returned_reason=""),
                name="decision_return_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} decision {self.number} {self.state}"


class DecisionCopy(models.Model):
    """The same letter to a guardian, or to somebody whose power covers the post.

    It starts no clock: the time to appeal counts from the day on which the party has the decision (`Decision`).
    """

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="copies")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    relation = models.CharField(max_length=24)
    message_id = models.UUIDField(unique=True)
    received_on = models.DateField(null=True, blank=True)

    declared = Declared(
        purpose="to let whoever has the citizen's post have the decision too",
        retention=Retention.CASE,
        rows=rows.of_case(),
        plain="id decision case message_id received_on",
        ordinary="person relation",
        article15="person relation received_on",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["decision", "person"], name="decision_copied_once_to_each")]

    def __str__(self) -> str:
        return f"{self.case_id} copy of decision {self.decision_id}"
