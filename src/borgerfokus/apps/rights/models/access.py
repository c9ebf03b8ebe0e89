"""Access to the file: who asked, by when it is answered, and how each record is treated."""

from django.db import models

from borgerfokus.apps.casework.models import Case, Task
from borgerfokus.apps.decisions.models import Decision
from borgerfokus.apps.journal.models import Entry
from borgerfokus.core.rights import AskedBy, Ground, Outcome, Treatment
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention
from borgerfokus.foundation.files.models import StoredFile
from borgerfokus.foundation.organisation.models import Employee
from borgerfokus.foundation.people.models import Person

_IS_CITIZEN = "(select current_setting('bf.subject', true) like 'citizen:%%')"


class AccessState(models.TextChoices):
    """How far a request for access has come."""

    OPEN = "open"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


class AccessRequest(models.Model):
    """A request to see the file of one case. Whoever asks for all cases has one for each, with the same `batch`.

    A party or who acts for one is `person`; anybody else stands by `name` and `reach` alone. `due` is the last day to
    answer as it now stands, `first_due` as the act has it; the two differ when a letter gave a new date. `halted` is
    the decision whose time to appeal stands still meanwhile, and `halted_until` the day it would have ended.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="access_requests")
    batch = models.UUIDField()
    asked_by = models.CharField(max_length=3, choices=[(one.value, one.value) for one in AskedBy])
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    relation = models.CharField(max_length=20)
    name = models.CharField(max_length=200, blank=True)
    reach = models.CharField(max_length=200, blank=True)
    channel = models.CharField(max_length=20)
    wanted = models.TextField(blank=True)
    simple = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=AccessState.choices, default=AccessState.OPEN)
    received_on = models.DateField()
    registered_at = models.DateTimeField()
    registered_by = models.CharField(max_length=60)
    first_due = models.DateField()
    due = models.DateField()
    delay_reason = models.TextField(blank=True)
    delayed_at = models.DateTimeField(null=True, blank=True)
    prepared_at = models.DateTimeField(null=True, blank=True)
    prepared_by = models.ForeignKey(Employee, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reasons = models.TextField(blank=True)
    more_access = models.BooleanField(default=False)
    more_access_why = models.TextField(blank=True)
    reader = models.ForeignKey(Employee, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    read_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=8, blank=True, choices=[(one.value, one.value) for one in Outcome])
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=60, blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    task = models.ForeignKey(Task, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    halted = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    halted_until = models.DateField(null=True, blank=True)
    complaint = models.TextField(blank=True)
    complained_at = models.DateTimeField(null=True, blank=True)
    forward_by = models.DateField(null=True, blank=True)
    forwarded_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    declared = Declared(
        purpose="to answer who asks to see the file, in time and with grounds for what is left out",
        retention=Retention.CASE,
        rows=rows.of_case(also=f"asked_by = 'fvl' or not {_IS_CITIZEN}"),
        plain="id case batch asked_by channel simple state received_on registered_at registered_by first_due due "
        "delayed_at prepared_at prepared_by more_access reader read_at answered_at answered_by file entry task halted "
        "halted_until complained_at forward_by forwarded_at version",
        ordinary="person relation name reach",
        sensitive="wanted delay_reason reasons more_access_why outcome complaint",
        article15="relation wanted received_on due delay_reason reasons more_access_why outcome answered_at complaint "
        "complained_at forwarded_at",
    )

    class Meta:
        indexes = [
            models.Index(fields=["due"], name="access_open_by_due", condition=models.Q(state="open")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "person"], condition=models.Q(state="open"), name="access_one_open_for_a_person"
            ),
            models.CheckConstraint(
                condition=models.Q(person__isnull=False, name="") | models.Q(person__isnull=True) & ~models.Q(name=""),
                name="access_asked_by_somebody",
            ),
            models.CheckConstraint(
                condition=models.Q(state="answered", answered_at__isnull=False) & ~models.Q(outcome="")
                | ~models.Q(state="answered") & models.Q(answered_at__isnull=True, outcome=""),
                name="access_answered_with_an_outcome",
            ),
            models.CheckConstraint(
                condition=models.Q(delayed_at__isnull=True, delay_reason="")
                | models.Q(delayed_at__isnull=False) & ~models.Q(delay_reason=""),
                name="access_delay_has_a_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(complained_at__isnull=True, complaint="", forward_by__isnull=True)
                | models.Q(complained_at__isnull=False, forward_by__isnull=False) & ~models.Q(complaint=""),
                name="access_complaint_has_a_date",
            ),
            models.CheckConstraint(
                condition=models.Q(reader__isnull=True, read_at__isnull=True)
                | models.Q(reader__isnull=False, read_at__isnull=False)
                & ~models.Q(reader=models.F("prepared_by")),
                name="access_read_by_somebody_else",
            ),
            models.CheckConstraint(
                condition=models.Q(halted__isnull=True, halted_until__isnull=True)
                | models.Q(halted__isnull=False, halted_until__isnull=False),
                name="access_halts_a_decision_until",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} access {self.pk} {self.state}"


class AccessItem(models.Model):
    """How one record of the case is treated. `source` names it ("entry:12", "draft:3"); what it says stays there.

    `marks` are the ranges of characters that are blacked out of the text as it stood in version `text_number`.
    `extract` takes the place of a document that is not given out as it is.
    """

    request = models.ForeignKey(AccessRequest, on_delete=models.CASCADE, related_name="items")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    source = models.CharField(max_length=40)
    place = models.PositiveIntegerField()
    treatment = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Treatment])
    ground = models.CharField(max_length=12, blank=True, choices=[(one.value, one.value) for one in Ground])
    note = models.CharField(max_length=300, blank=True)
    marks = models.JSONField(default=list)
    text_number = models.PositiveIntegerField(default=0)
    extract = models.TextField(blank=True)
    internal = models.BooleanField(default=False)
    facts_seen = models.BooleanField(default=False)
    others = models.BooleanField(default=False)
    settled = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    declared = Declared(
        purpose="to say of each record whether it is released, and on which ground it is not",
        retention=Retention.CASE,
        rows=rows.of_case(also=f"not {_IS_CITIZEN}"),
        plain="id request case source place text_number internal facts_seen others settled version",
        sensitive="treatment ground note marks extract",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["request", "source"], name="access_item_once"),
            models.CheckConstraint(
                condition=models.Q(treatment="released") | ~models.Q(ground=""), name="access_item_has_a_ground"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.source} {self.treatment}"
