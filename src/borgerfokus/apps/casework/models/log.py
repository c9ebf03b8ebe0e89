"""The event log: what happened in a case, append-only, chained by hash.

The payload stands in a table of its own, so that it can be erased by law while the chain still verifies.
"""

from django.db import models

from borgerfokus.apps.casework.models.case import Case
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention, Rights


class Event(models.Model):
    """One event. `link` is the keyed hash over the fields, the commitment to the payload and the link before."""

    case = models.ForeignKey(Case, on_delete=models.DO_NOTHING, related_name="events")
    seq = models.PositiveIntegerField()
    at = models.DateTimeField()
    kind = models.CharField(max_length=60)
    actor = models.CharField(max_length=60)
    unit_id = models.BigIntegerField(null=True, blank=True)
    phase = models.CharField(max_length=20)
    commitment = models.BinaryField(max_length=32)
    link = models.BinaryField(max_length=32)

    declared = Declared(
        purpose="to be the truth about what happened, for citizen, court and statistics",
        retention=Retention.CASE,
        rows=rows.of_case(),
        rights=Rights.APPEND,
        plain="id case seq at kind unit_id phase commitment link",
        ordinary="actor",
        article15="at kind",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "seq"], name="event_in_order")]
        indexes = [models.Index(fields=["at"], name="event_by_time")]

    def __str__(self) -> str:
        return f"{self.case_id}#{self.seq} {self.kind}"


class EventPayload(models.Model):
    """What an event says, with the salt of its commitment. Gone when the case is lawfully erased."""

    event = models.OneToOneField(Event, on_delete=models.DO_NOTHING, primary_key=True, related_name="said")
    case_id = models.BigIntegerField()
    salt = models.BinaryField(max_length=16)
    payload = models.JSONField()

    declared = Declared(
        purpose="to tell what happened",
        retention=Retention.CASE,
        rows=rows.of_case(),
        rights=Rights.APPEND,
        plain="event case_id salt",
        sensitive="payload",
        article15="payload",
    )

    class Meta:
        indexes = [models.Index(fields=["case_id"], name="payload_by_case")]

    def __str__(self) -> str:
        return f"payload of {self.event_id}"
