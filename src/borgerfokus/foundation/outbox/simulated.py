"""A stand-in for a channel with its bad days: the demo's channels, and the tests' adversary.

What it does follows from the message id alone, so that a run can be repeated. It keeps what it has accepted
in a table of its own and in transactions of its own, as a system outside would.
"""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F

from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.outbox.channels import (
    Accepted,
    Declined,
    Notice,
    NoticeKind,
    Parcel,
    Trouble,
    Unavailable,
)
from borgerfokus.foundation.outbox.models import ChannelName, SimulatedPost
from borgerfokus.foundation.people.models import Person

_SYSTEM = system("simulated-channel")


@dataclass(frozen=True)
class Behaviour:
    """How the stand-in behaves: shares between 0 and 1 of letters, or of tries, that meet each fault."""

    soonest: timedelta = timedelta(seconds=5)
    latest: timedelta = timedelta(seconds=40)
    unavailable: float = 0.0
    timeout_after_accepting: float = 0.0
    undeliverable: float = 0.0
    repeats_receipts: float = 0.0
    reads: float = 0.0


CALM = Behaviour()
BAD_DAY = Behaviour(
    latest=timedelta(hours=6),
    unavailable=0.2,
    timeout_after_accepting=0.2,
    undeliverable=0.03,
    repeats_receipts=0.3,
    reads=0.3,
)


class Simulated:
    """A channel as one would wish it (`CALM`) or as it may be (`BAD_DAY`)."""

    def __init__(self, name: ChannelName, behaviour: Behaviour = CALM) -> None:
        self.name = name
        self._behaviour = behaviour

    def send(self, parcel: Parcel, *, at: datetime) -> Accepted | Declined:
        """Take a letter once; offered again it is recognised. Refuses whoever is exempt."""
        if _chance(parcel.message_id, f"down {parcel.attempt}") < self._behaviour.unavailable:
            raise Unavailable(Trouble.UNAVAILABLE)
        with acting_as(_SYSTEM, purpose=Purpose.OPERATION, at=at):
            if self._refuses(parcel):
                return Declined(Trouble.EXEMPT)
            accepted_at = self._accept(parcel, at=at)
        late = f"late answer {parcel.attempt}"
        if _chance(parcel.message_id, late) < self._behaviour.timeout_after_accepting:
            raise Unavailable(Trouble.TIMEOUT)
        return Accepted(accepted_at)

    def receipts(self, waiting: Collection[UUID], *, at: datetime) -> list[Notice]:
        """Receipts for letters that have arrived, with repetitions, and now and then the last one first."""
        with acting_as(_SYSTEM, purpose=Purpose.OPERATION, at=at):
            arrived = list(SimulatedPost.objects.filter(message_id__in=waiting, arrives_at__lte=at))
        return [notice for row in arrived for notice in self._notices(row)]

    def _refuses(self, parcel: Parcel) -> bool:
        """Digital Post takes nothing for whoever is exempt from it; the other channels know of no such thing."""
        if self.name is not ChannelName.DIGITAL_POST:
            return False
        return Person.objects.filter(id=parcel.person_id, digital_post_exempt=True).exists()

    def _accept(self, parcel: Parcel, *, at: datetime) -> datetime:
        span = self._behaviour.latest - self._behaviour.soonest
        row, is_new = SimulatedPost.objects.get_or_create(
            message_id=parcel.message_id,
            defaults={
                "person_id": parcel.person_id,
                "sha256": hashlib.sha256(parcel.content).hexdigest(),
                "accepted_at": at,
                "arrives_at": at + self._behaviour.soonest + span * _chance(parcel.message_id, "way"),
            },
        )
        if not is_new:
            SimulatedPost.objects.filter(pk=row.pk).update(times_offered=F("times_offered") + 1)
        return row.accepted_at

    def _notices(self, row: SimulatedPost) -> list[Notice]:
        key = row.message_id
        if _chance(key, "lost") < self._behaviour.undeliverable:
            told = [Notice(key, f"{key}-f", NoticeKind.FAILED, row.arrives_at, Trouble.UNDELIVERABLE)]
        else:
            told = [Notice(key, f"{key}-r", NoticeKind.RECEIVED, row.arrives_at)]
            if _chance(key, "reads") < self._behaviour.reads:
                told.insert(0, Notice(key, f"{key}-o", NoticeKind.READ, row.arrives_at))
        return told * 2 if _chance(key, "twice") < self._behaviour.repeats_receipts else told


class SimulatedDigitalPost(Simulated):
    """Digital Post."""

    def __init__(self, behaviour: Behaviour = CALM) -> None:
        super().__init__(ChannelName.DIGITAL_POST, behaviour)


def _chance(message_id: UUID, what: str) -> float:
    """A number in [0, 1) that follows from the message id and what it is for."""
    digest = hashlib.sha256(f"{message_id} {what}".encode()).digest()
    return int.from_bytes(digest[:6]) / 2**48
