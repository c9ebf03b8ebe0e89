"""From the stream to the integrations: a delivery for each event that an integration is to be told of."""

from datetime import datetime
from typing import Final

from borgerfokus.apps.exchange.models import Delivery, Integration, IntegrationState
from borgerfokus.apps.exchange.queries import stream
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.login import service as login

CARRIER: Final[Actor] = system("exchange")
_AT_ONCE: Final = 1_000


def spread(*, integration_id: int, at: datetime) -> bool:
    """Make the next deliveries of an integration that runs. Returns whether there is more to make.

    What is for it is asked as the client that it acts as, in a transaction of the client's own.
    """
    with acting_as(CARRIER, purpose=Purpose.OPERATION, at=at):
        found = Integration.objects.filter(pk=integration_id, state=IntegrationState.RUNNING).first()
        client = login.client_actor(number=found.client_id) if found else None
    if found is None or client is None or not client.can(Verb.API_EVENTS_READ):
        return False
    with acting_as(client, purpose=Purpose.EXCHANGE, at=at):
        reading = stream.read(by=client, at=at, after=found.spread_to, limit=_AT_ONCE, topics=found.topics)
    with acting_as(CARRIER, purpose=Purpose.OPERATION, at=at):
        mine = Integration.objects.filter(pk=found.pk, spread_to=found.spread_to, state=IntegrationState.RUNNING)
        if not mine.update(spread_to=reading.after):
            return False
        Delivery.objects.bulk_create(
            (_delivery(found, told, at=at) for told in reading.items), ignore_conflicts=True, batch_size=_AT_ONCE
        )
    return reading.more


def _delivery(integration: Integration, told: stream.Told, *, at: datetime) -> Delivery:
    one = told.happening
    return Delivery(
        integration=integration,
        case_id=told.case_id,
        case_number=one.case_number,
        event_id=one.event_id,
        position=one.position,
        seq=one.seq,
        kind=one.kind,
        happened_at=one.at,
        next_try_at=at,
    )
