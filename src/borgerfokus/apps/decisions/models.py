"""Hearing of the party, decision and appeal.

What holds for two people at once stands in the database: one open decision a case, one in force, one hearing out, one
open appeal a decision, and an approver who has not written what is approved.
"""

from django.db import models

from borgerfokus.apps.casework.models import Case, Task
from borgerfokus.apps.journal.models import Entry
from borgerfokus.core.decisions.hearing import Exemption
from borgerfokus.core.decisions.outcomes import AppealOutcome, Outcome
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention
from borgerfokus.foundation.files.models import StoredFile
from borgerfokus.foundation.organisation.models import Employee
from borgerfokus.foundation.people.models import Person

_IS_CITIZEN = "(select current_setting('bf.subject', true) like 'citizen:%%')"


class HearingStage(models.TextChoices):
    """What has been done about a hearing. Where it stands on a day is `core.decisions.hearing`'s to say."""

    SENT = "sent"
    ANSWERED = "answered"
    EXEMPTED = "exempted"
    FAILED = "failed"


class Hearing(models.Model):
    """The party was asked about facts that speak against, or it is on record why not.

    `facts` holds `{key, evidence, title, value, source, as_of}` for each fact asked about; `points` the party's own,
    `{key, text}`, in the order they were made. `due` is the last day to answer; it counts from receipt.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="hearings")
    stage = models.CharField(max_length=10, choices=HearingStage.choices)
    facts = models.JSONField(default=list)
    text = models.TextField(blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.CharField(max_length=60, blank=True)
    due = models.DateField(null=True, blank=True)
    received_on = models.DateField(null=True, blank=True)
    message_id = models.UUIDField(null=True, blank=True)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    task = models.ForeignKey(Task, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=60, blank=True)
    answer_entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    points = models.JSONField(default=list)
    exemption = models.CharField(max_length=24, blank=True, choices=[(one.value, one.value) for one in Exemption])
    exempted_why = models.TextField(blank=True)
    exempted_at = models.DateTimeField(null=True, blank=True)
    exempted_by = models.CharField(max_length=60, blank=True)

    declared = Declared(
        purpose="to let the party answer what speaks against, before the case is decided",
        retention=Retention.CASE,
        rows=rows.of_case(),
        plain="id case stage sent_at sent_by due received_on message_id entry task answered_at answered_by "
        "answer_entry exemption exempted_at exempted_by",
        sensitive="facts text points exempted_why",
        article15="stage facts text sent_at due received_on answered_at points exemption exempted_why",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(stage="sent"), name="hearing_one_out_at_a_time"
            ),
            models.CheckConstraint(
                condition=models.Q(stage="exempted") | models.Q(sent_at__isnull=False, due__isnull=False),
                name="hearing_sent_has_a_date_to_answer",
            ),
            models.CheckConstraint(
                condition=models.Q(stage="answered", answered_at__isnull=False, answer_entry__isnull=False)
                | ~models.Q(stage="answered") & models.Q(answered_at__isnull=True),
                name="hearing_answered_has_an_answer",
            ),
            models.CheckConstraint(
                condition=models.Q(stage="exempted", exempted_at__isnull=False)
                & ~models.Q(exemption="")
                & ~models.Q(exempted_why="")
                | ~models.Q(stage="exempted") & models.Q(exemption="", exempted_why=""),
                name="hearing_exempted_has_ground_and_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} hearing {self.pk} {self.stage}"


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
        plain="id case number state language fact_keys drafted_at drafted_by edited_at edited_by approver "
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


class AppealState(models.TextChoices):
    """How far an appeal is with us. `REASSESSED`: reversed in full, so that nothing goes to the appeal body."""

    FILED = "filed"
    REASSESSED = "reassessed"
    FORWARDED = "forwarded"
    WITHDRAWN = "withdrawn"


class Appeal(models.Model):
    """An appeal against a decision. A late one is kept and flagged: whether it is heard is the appeal body's to say.

    `relation` is what `filed_by` is to the party ("party", "guardian", "power_of_attorney", "party_representative").
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
        plain="id case decision state registered_by channel entry filed_at received_on in_time reassess_by task "
        "answered_at answered_by forwarded_at forwarded_to file_entry new_decision",
        ordinary="filed_by relation",
        sensitive="text outcome reasons",
        article15="filed_by relation text filed_at received_on in_time reassess_by outcome reasons answered_at "
        "forwarded_at forwarded_to",
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
        ]

    def __str__(self) -> str:
        return f"{self.case_id} appeal {self.pk} {self.state}"
