"""How a citizen wants to hear that there is something new."""

from django.db import models

from borgerfokus.foundation.access.declare import Declared, Retention
from borgerfokus.foundation.access.rows import of_person


class WayKind(models.TextChoices):
    """By which way somebody is told. `PAPER`: notices come as letters on paper."""

    EMAIL = "email"
    SMS = "sms"
    PAPER = "paper"


class StoppedWhy(models.TextChoices):
    """Why a way is no longer used."""

    ASKED = "asked"
    REPLACED = "replaced"
    BOUNCED = "bounced"


class NoticeWay(models.Model):
    """A way that a citizen has chosen, from `confirmed_at` until `stopped_at`. One that is over stays as history.

    The address is sealed as personal numbers are. It is used once the citizen has typed the code that was sent to it;
    `codes` counts the codes sent, `tries` the wrong answers to the newest one.
    """

    person_id = models.BigIntegerField()
    channel = models.CharField(max_length=10, choices=WayKind.choices)
    address_sealed = models.BinaryField(default=b"")
    chosen_at = models.DateTimeField()
    codes = models.PositiveSmallIntegerField(default=0)
    code_sent_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)
    stopped_why = models.CharField(max_length=10, blank=True, choices=StoppedWhy.choices)

    declared = Declared(
        purpose="to tell the citizen of news in the way that the citizen has chosen",
        retention=Retention.PERSON,
        rows=of_person(),
        plain="id channel chosen_at codes code_sent_at tries confirmed_at stopped_at stopped_why",
        ordinary="person_id address_sealed",
        article15="channel address_sealed chosen_at confirmed_at stopped_at stopped_why",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person_id", "channel"],
                condition=models.Q(stopped_at__isnull=True),
                name="notice_way_one_of_a_kind",
            ),
            models.CheckConstraint(
                condition=models.Q(channel="paper", address_sealed=b"")
                | ~models.Q(channel="paper") & ~models.Q(address_sealed=b""),
                name="notice_way_leads_somewhere",
            ),
            models.CheckConstraint(
                condition=models.Q(stopped_at__isnull=True, stopped_why="")
                | models.Q(stopped_at__isnull=False) & ~models.Q(stopped_why=""),
                name="notice_way_stopped_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"way {self.pk}"
