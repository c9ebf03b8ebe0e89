"""What a delivery says: made as the client that the integration acts as, just before it is offered.

A case that the client may no longer see is withheld; the look-up of its citizen is logged at the first try.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.conf import settings

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.exchange.actions.filing import FilePort
from borgerfokus.apps.exchange.actions.ports import Parcel, Port
from borgerfokus.apps.exchange.actions.simulated import counterpart
from borgerfokus.apps.exchange.actions.webhooks import WebhookPort
from borgerfokus.apps.exchange.models import Counterpart, Delivery, Integration, Way
from borgerfokus.apps.exchange.queries import documents
from borgerfokus.apps.exchange.queries.secrets import keys_of
from borgerfokus.core.exchange.addresses import Guard
from borgerfokus.core.exchange.happening import MEDIA_TYPE, Happening, body_of, cloud_event
from borgerfokus.core.exchange.retrying import Trouble
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import Look, Purpose, acting_as

_log = logging.getLogger(__name__)


@dataclass
class Made:
    """What is to be offered, by delivery (a Trouble where it could not be made), and what is withheld."""

    parcels: dict[int, Parcel | Trouble] = field(default_factory=dict)
    withheld: list[int] = field(default_factory=list)


def guard() -> Guard:
    """Where this installation sends to."""
    return Guard(hosts=settings.WEBHOOK_HOSTS, loopback=settings.WEBHOOK_LOOPBACK)


def folder_of(integration: Integration) -> Path:
    """Where the files of an integration lie."""
    return Path(settings.EXCHANGE_ROOT) / integration.key


def port_of(integration: Integration, *, at: datetime) -> Port:
    """The way out of an integration."""
    if integration.counterpart == Counterpart.ADDRESS:
        return WebhookPort(address=integration.address, keys=keys_of(integration, at=at), guard=guard())
    folder = folder_of(integration)
    return counterpart(folder=folder) if integration.counterpart == Counterpart.SIMULATED else FilePort(folder)


def make(*, integration: Integration, deliveries: Sequence[Delivery], by: Actor, at: datetime) -> Made:
    """What each delivery says, as the client may know it."""
    made = Made()
    with acting_as(by, purpose=Purpose.EXCHANGE, at=at) as scope:
        wanted = {one.case_id for one in deliveries}
        seen = dict(casework.visible_to(by, at=at).filter(pk__in=wanted).values_list("pk", "citizen_id"))
        for one in deliveries:
            if one.case_id not in seen:
                made.withheld.append(one.pk)
                continue
            if one.attempts == 1:
                scope.saw(seen[one.case_id], case_id=one.case_id, look=Look.EXTRACT)
            made.parcels[one.pk] = _parcel(integration, one, by=by, at=at)
    return made


def _parcel(integration: Integration, one: Delivery, *, by: Actor, at: datetime) -> Parcel | Trouble:
    happening = Happening(
        event_id=one.event_id,
        position=one.position,
        case_number=one.case_number,
        seq=one.seq,
        kind=one.kind,
        at=one.happened_at,
    )
    name = f"{one.position:012d}-{one.case_number}-{one.seq:06d}"
    source = settings.PUBLIC_ADDRESS
    if integration.way == Way.WEBHOOK:
        content = body_of(cloud_event(happening, source=source))
        return Parcel(happening.id, f"{name}.json", MEDIA_TYPE, content, one.attempts)
    try:
        made = _MADE[Way(integration.way)](number=one.case_number, source=source, by=by, at=at)
    except (LookupError, ValueError, TypeError, AttributeError) as error:
        _log.error("writing %s for %s: %s", one.case_number, integration.key, type(error).__name__)
        return Trouble.UNEXPECTED
    return Parcel(happening.id, f"{name}.{made.suffix}", made.media_type, made.content, one.attempts)


_MADE = {Way.INDEX: documents.index_of, Way.CARE_PLAN: documents.care_plan_of}
