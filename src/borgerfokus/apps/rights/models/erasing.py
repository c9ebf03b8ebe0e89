"""Erasure: what is proposed, who has approved it, what holds it back, and the certificate that it was done."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from borgerfokus.core.rights import Block
from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.access.rows import EVERYTHING, UNITS, VERBS, RowRule

_OVERSEES = f"'rights.oversee' = any({VERBS})"
_APPROVES = f"('erase.approve' = any({VERBS}) and (unit_id = any({UNITS}) or {_OVERSEES}))"


class ProposalState(models.TextChoices):
    """How far a proposal to erase a case has come."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    ERASED = "erased"
    KEPT = "kept"


class ErasureProposal(models.Model):
    """One case that may be erased, as the nightly job found it or the citizen asked for it. Nobody's name is in it.

    `blocks` are the reasons why it may not (`core.rights.Block`), looked at again each night and before it is done.
    Two different people approve. `asked_by_citizen` names the request that it came from.
    """

    case_id = models.BigIntegerField()
    case_number = models.CharField(max_length=20)
    unit_id = models.BigIntegerField()
    type_title = models.CharField(max_length=200)
    closed_on = models.DateField()
    kept_until = models.DateField(null=True, blank=True)
    asked_by_citizen = models.BigIntegerField(null=True, blank=True)
    state = models.CharField(max_length=8, choices=ProposalState.choices, default=ProposalState.PROPOSED)
    blocks = ArrayField(
        models.CharField(max_length=12, choices=[(one.value, one.value) for one in Block]), default=list, blank=True
    )
    looked_at = models.DateTimeField()
    archive_first = models.BooleanField(default=False)
    handed_over_at = models.DateTimeField(null=True, blank=True)
    handed_over_by = models.CharField(max_length=60, blank=True)
    proposed_at = models.DateTimeField()
    first_by = models.CharField(max_length=60, blank=True)
    first_name = models.CharField(max_length=200, blank=True)
    first_at = models.DateTimeField(null=True, blank=True)
    second_by = models.CharField(max_length=60, blank=True)
    second_name = models.CharField(max_length=200, blank=True)
    second_at = models.DateTimeField(null=True, blank=True)
    kept_why = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    declared = Declared(
        purpose="to erase a case when it is no longer needed, and never by one person alone",
        retention=Retention.PERMANENT,
        rows=RowRule(using=f"{EVERYTHING} or {_APPROVES}", check=f"{EVERYTHING} or {_APPROVES}"),
        plain="id case_id case_number unit_id type_title closed_on kept_until asked_by_citizen state blocks looked_at "
        "archive_first handed_over_at handed_over_by proposed_at first_by first_name first_at second_by second_name "
        "second_at kept_why version",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case_id"],
                condition=models.Q(state__in=["proposed", "approved"]),
                name="erasure_one_proposal_for_a_case",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["approved", "erased"])
                | ~models.Q(first_by="")
                & ~models.Q(second_by="")
                & ~models.Q(first_by=models.F("second_by")),
                name="erasure_approved_by_two",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="kept") | ~models.Q(kept_why=""), name="erasure_kept_for_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"erasure of {self.case_number} {self.state}"


class LegalHold(models.Model):
    """Nothing of the case (with `whole_person` nothing of its citizen) is erased until the hold ends or is lifted."""

    case_id = models.BigIntegerField()
    case_number = models.CharField(max_length=20)
    unit_id = models.BigIntegerField()
    person_id = models.BigIntegerField(null=True, blank=True)
    whole_person = models.BooleanField(default=False)
    ground = models.CharField(max_length=300)
    set_at = models.DateTimeField()
    set_by = models.CharField(max_length=60)
    set_name = models.CharField(max_length=200)
    until = models.DateField(null=True, blank=True)
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.CharField(max_length=60, blank=True)
    lifted_why = models.CharField(max_length=300, blank=True)

    declared = Declared(
        purpose="to keep what a court, an authority or the citizen still needs",
        retention=Retention.CASE,
        rows=RowRule(using=f"{EVERYTHING} or {_APPROVES}", check=f"{EVERYTHING} or {_APPROVES}"),
        plain="id case_id case_number unit_id whole_person set_at set_by set_name until lifted_at lifted_by",
        ordinary="person_id",
        sensitive="ground lifted_why",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(lifted_at__isnull=True, lifted_by="", lifted_why="")
                | models.Q(lifted_at__isnull=False) & ~models.Q(lifted_by="") & ~models.Q(lifted_why=""),
                name="hold_lifted_for_a_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(whole_person=False, person_id__isnull=True)
                | models.Q(whole_person=True, person_id__isnull=False),
                name="hold_of_a_person_names_it",
            ),
        ]

    def __str__(self) -> str:
        return f"hold on {self.case_number}"


class Erasure(models.Model):
    """The certificate: that a case was erased, when, by whose approval, and how many rows. No personal data.

    `through` is the last event whose content is gone; `link` the chain's link when it was done.
    """

    case_id = models.BigIntegerField(unique=True)
    case_number = models.CharField(max_length=20)
    unit_id = models.BigIntegerField()
    type_title = models.CharField(max_length=200)
    erased_at = models.DateTimeField()
    because = models.CharField(max_length=12, choices=[(one, one) for one in ("retention", "citizen", "restored")])
    first_by = models.CharField(max_length=60)
    first_name = models.CharField(max_length=200)
    second_by = models.CharField(max_length=60)
    second_name = models.CharField(max_length=200)
    counts = models.JSONField(default=dict)
    files = models.PositiveIntegerField(default=0)
    through = models.PositiveIntegerField()
    link = models.BinaryField(max_length=32)

    declared = Declared(
        purpose="to prove that a case was erased lawfully, without telling whom it was about",
        retention=Retention.PERMANENT,
        rows=RowRule(using=f"{EVERYTHING} or {_APPROVES}", check=EVERYTHING),
        rights=Rights.APPEND,
        plain="id case_id case_number unit_id type_title erased_at because first_by first_name second_by second_name "
        "counts files through link",
    )

    def __str__(self) -> str:
        return f"certificate {self.pk} {self.case_number}"
