"""The stream of events, the integrations that are fed from it, and each delivery on its way."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from borgerfokus.apps.casework.models import Event
from borgerfokus.foundation.access import rows
from borgerfokus.foundation.access.declare import Declared, Retention, Rights
from borgerfokus.foundation.login.models import Client

_KEEPERS = rows.by_verb("client.edit")


class Way(models.TextChoices):
    """What an integration sends."""

    WEBHOOK = "webhook"
    INDEX = "index"
    CARE_PLAN = "care_plan"


class Counterpart(models.TextChoices):
    """Who takes it: an address, a folder, or a stand-in that behaves as a system outside may."""

    ADDRESS = "address"
    FILES = "files"
    SIMULATED = "simulated"


class IntegrationState(models.TextChoices):
    """Whether it runs."""

    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class DeliveryState(models.TextChoices):
    """How far a delivery has come. One that waits or is dead holds back the later ones of its case."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    DEAD = "dead"
    SKIPPED = "skipped"
    WITHHELD = "withheld"


class Arrival(models.Model):
    """An event that has no place in the stream yet. A trigger writes it with the event, so that none is forgotten."""

    event_id = models.BigIntegerField(primary_key=True)
    case_id = models.BigIntegerField()

    declared = Declared(
        purpose="to give every event its place in the stream, also when transactions end in another order",
        retention=Retention.CASE,
        rows=rows.RowRule(using=rows.EVERYTHING),
        rights=Rights.ALL,
        plain="event_id case_id",
    )

    def __str__(self) -> str:
        return f"arrival {self.event_id}"


class Place(models.Model):
    """The place of an event in the stream, given once, in the order in which each case's events happened."""

    position = models.BigAutoField(primary_key=True)
    event = models.OneToOneField(Event, on_delete=models.DO_NOTHING, related_name="place")
    case_id = models.BigIntegerField(db_index=True)

    declared = Declared(
        purpose="to let other systems read on from where they were",
        retention=Retention.CASE,
        rows=rows.of_case(),
        rights=Rights.APPEND,
        plain="position event case_id",
    )

    def __str__(self) -> str:
        return f"place {self.position}"


class Integration(models.Model):
    """One system that is told. It acts as its `client`: what that may not see is not sent.

    `topics` are first words of kinds of event, all when empty. `spread_to` is the place up to which its deliveries are
    made. `last_failure` is a code; `failing_since` is set while nothing arrives.
    """

    key = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=160)
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="integrations")
    way = models.CharField(max_length=12, choices=Way.choices)
    counterpart = models.CharField(max_length=12, choices=Counterpart.choices)
    address = models.CharField(max_length=500, blank=True)
    topics = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    state = models.CharField(max_length=8, choices=IntegrationState.choices, default=IntegrationState.RUNNING)
    secret_number = models.PositiveIntegerField(default=1)
    old_secret_until = models.DateTimeField(null=True, blank=True)
    spread_to = models.BigIntegerField(default=0)
    last_success_at = models.DateTimeField(null=True, blank=True)
    last_failure_at = models.DateTimeField(null=True, blank=True)
    last_failure = models.CharField(max_length=20, blank=True)
    failing_since = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=60)
    version = models.PositiveIntegerField(default=1)

    declared = Declared(
        purpose="to know which systems are told of what, and whether it reaches them",
        retention=Retention.PERMANENT,
        rows=_KEEPERS,
        plain="id key name client way counterpart address topics state secret_number old_secret_until spread_to "
        "last_success_at last_failure_at last_failure failing_since made_at made_by version",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(counterpart="address") & ~Q(address="") | ~Q(counterpart="address") & Q(address=""),
                name="integration_address_where_one_is_called",
            ),
            models.CheckConstraint(
                condition=Q(last_failure_at__isnull=True, last_failure="")
                | Q(last_failure_at__isnull=False) & ~Q(last_failure=""),
                name="integration_failure_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.key


class Delivery(models.Model):
    """One event on its way to one integration. It names the case by number only, and says nothing of what happened.

    `settled_by` is who put it aside by hand. What has arrived is forgotten after a month.
    """

    integration = models.ForeignKey(Integration, on_delete=models.CASCADE, related_name="deliveries")
    case_id = models.BigIntegerField()
    case_number = models.CharField(max_length=20)
    event_id = models.BigIntegerField()
    position = models.BigIntegerField()
    seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=60)
    happened_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=DeliveryState.choices, default=DeliveryState.WAITING)
    attempts = models.PositiveIntegerField(default=0)
    next_try_at = models.DateTimeField()
    last_trouble = models.CharField(max_length=20, blank=True)
    tried_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.CharField(max_length=60, blank=True)

    declared = Declared(
        purpose="to bring every event to every system that is told, once and in the order of its case",
        retention=Retention.CASE,
        rows=_KEEPERS,
        rights=Rights.ALL,
        plain="id integration case_id case_number event_id position seq kind happened_at state attempts next_try_at "
        "last_trouble tried_at settled_at settled_by",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["integration", "event_id"], name="delivery_once_for_each_integration"),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "dead"], settled_at__isnull=True)
                | Q(state__in=["delivered", "skipped", "withheld"], settled_at__isnull=False),
                name="delivery_settled_at_a_time",
            ),
        ]
        indexes = [
            models.Index(
                fields=["integration", "case_id", "position"],
                name="delivery_of_case_in_order",
                condition=Q(state__in=["waiting", "dead"]),
            ),
            models.Index(fields=["integration", "next_try_at"], name="delivery_due", condition=Q(state="waiting")),
            models.Index(fields=["integration", "-position"], name="delivery_newest"),
            models.Index(fields=["settled_at"], name="delivery_to_forget", condition=Q(state="delivered")),
        ]

    def __str__(self) -> str:
        return f"{self.integration_id} {self.case_number}#{self.seq}"
