"""What citizens hand in and are told; what providers are shown; what staff have looked at."""

from django.db import models

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.interventions.models import Order
from borgerfokus.apps.journal.models import Entry
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.access.rows import EVERYTHING, IS_STAFF, OWN_PERSONS, SUBJECT, SUBJECTS, RowRule
from borgerfokus.foundation.organisation.models import Unit
from borgerfokus.foundation.people.models import Person

_OF_CASE = rows.of_case()
_HANDED_IN = f"(submitted_by = {SUBJECT} and ({IS_STAFF} or citizen_id = any({OWN_PERSONS})))"


class Request(models.Model):
    """What a citizen asked for, as it was handed in. `answers` is the form as `core.casework.intake` keeps it.

    `relation` is what `submitted_by` is to the citizen: self, guardian, attorney, representative, staff or system.
    `told_by`: who told it to staff on the phone or at the desk, when it was not the citizen.
    Whoever hands a request in sees it again, also when its case was opened after the scope was, or is another
    unit's: a second submit is known by it.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="requests")
    type_key = models.SlugField(max_length=60)
    type_number = models.PositiveIntegerField()
    citizen = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    submitted_by = models.CharField(max_length=60)
    relation = models.CharField(max_length=20)
    channel = models.CharField(max_length=20)
    told_by = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=2, choices=[(one, one) for one in ("da", "en")])
    answers = models.JSONField(default=dict)
    file_ids = models.JSONField(default=list)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    received_at = models.DateTimeField()
    submitted_at = models.DateTimeField()
    promised_on = models.DateField(null=True, blank=True)
    receipt_id = models.UUIDField(null=True, blank=True)
    idempotency_key = models.CharField(max_length=80)

    declared = Declared(
        purpose="to keep what the citizen asked for, in the citizen's own words",
        retention=Retention.CASE,
        rows=RowRule(using=f"{_OF_CASE.using} or {_HANDED_IN}", check=_OF_CASE.check),
        plain="id case type_number channel language file_ids entry received_at submitted_at promised_on receipt_id "
        "idempotency_key",
        ordinary="citizen submitted_by relation told_by",
        sensitive="type_key answers",
        article15="type_key answers relation channel told_by received_at submitted_at promised_on",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["submitted_by", "idempotency_key"], name="request_handed_in_once"),
            models.CheckConstraint(condition=~models.Q(idempotency_key=""), name="request_has_a_key"),
        ]
        indexes = [models.Index(fields=["-submitted_at"], name="request_by_time")]

    def __str__(self) -> str:
        return f"request {self.pk}"


class Notice(models.Model):
    """A letter about one event of a case to one receiver: sent once, whatever is tried again."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="notices")
    event_seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=24)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    is_copy = models.BooleanField(default=False)
    message_id = models.UUIDField(unique=True)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=2, choices=[(one, one) for one in ("da", "en")])
    sent_at = models.DateTimeField()

    declared = Declared(
        purpose="to tell the citizen what happens in the case, once, and to be able to show it",
        retention=Retention.CASE,
        rows=rows.of_case(),
        rights=Rights.APPEND,
        plain="id case event_seq kind is_copy message_id entry language sent_at",
        ordinary="person",
        article15="kind person is_copy sent_at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "event_seq", "kind", "person"], name="notice_once_for_an_event"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.kind} #{self.event_seq}"


class SharedDocument(models.Model):
    """A document of the case that whoever carries out an order may read, for as long as the order gives access."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="documents")
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="+")
    shared_at = models.DateTimeField()
    shared_by = models.CharField(max_length=60)
    ended_at = models.DateTimeField(null=True, blank=True)

    declared = Declared(
        purpose="to give who carries out the help the documents it needs, and no others",
        retention=Retention.CASE,
        rows=_OF_CASE,
        plain="id case order entry shared_at shared_by ended_at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["order", "entry"], condition=models.Q(ended_at__isnull=True), name="shared_document_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.order_id} {self.entry_id}"


class OrderTrail(models.Model):
    """What a provider keeps of an order when its access is over: which, what kind of help, and when. Nobody's name.

    `order_number` is the order's id; it leads nowhere, for the order itself is no longer shown.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    order_number = models.BigIntegerField(unique=True)
    form = models.CharField(max_length=8)
    sent_on = models.DateField()
    answered_on = models.DateField(null=True, blank=True)
    started_on = models.DateField(null=True, blank=True)
    over_on = models.DateField()
    refused = models.BooleanField(default=False)

    declared = Declared(
        purpose="to let a provider see which orders it has had, without showing the citizens any longer",
        retention=Retention.PERMANENT,
        rows=RowRule(using=f"{EVERYTHING} or ('unit:' || unit_id) = any({SUBJECTS})", check="true"),
        rights=Rights.APPEND,
        plain="id unit order_number form sent_on answered_on started_on over_on refused",
    )

    class Meta:
        indexes = [models.Index(fields=["unit", "-over_on"], name="order_trail_of_unit")]

    def __str__(self) -> str:
        return f"{self.order_number} {self.unit_id}"


class Seen(models.Model):
    """Something in the inbox that somebody has looked at. `item` names it ("comment:12")."""

    subject = models.CharField(max_length=60)
    item = models.CharField(max_length=80)
    at = models.DateTimeField()

    declared = Declared(
        purpose="to show in an inbox what is new only",
        retention=Retention.SHORT,
        rows=rows.of_subject(),
        rights=Rights.ALL,
        plain="id item at",
        ordinary="subject",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subject", "item"], name="seen_once")]
        indexes = [models.Index(fields=["at"], name="seen_by_age")]

    def __str__(self) -> str:
        return self.item
