"""Keeping integrations: a new one, a pause, an end, a new secret, and what is done by hand with what did not arrive."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from borgerfokus.apps.exchange.actions import refusals
from borgerfokus.apps.exchange.actions.contents import guard
from borgerfokus.apps.exchange.models import (
    Counterpart,
    Delivery,
    DeliveryState,
    Integration,
    IntegrationState,
    Way,
)
from borgerfokus.apps.exchange.queries import stream
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.exchange.addresses import target_of
from borgerfokus.core.exchange.topics import TOPICS
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.login import service as login

OLD_SECRET_LIVES: Final = timedelta(days=1)
"""How long messages are signed with the secret before, too, while the receiver takes the new one into use."""


@dataclass(frozen=True)
class NewIntegration:
    """What an integration is to be. `client` is the client_id that it acts as; `topics` empty: everything.

    `from_start`: told of everything that there is, not only of what happens from now on.
    """

    key: str
    name: str
    client: str
    way: str
    counterpart: str
    address: str = ""
    topics: tuple[str, ...] = ()
    from_start: bool = False


def add(*, new: NewIntegration, by: Actor, at: datetime) -> Integration | Refusal:
    """Put up an integration. Needs CLIENT_EDIT (else Hidden)."""
    _may(by)
    client = login.find_client(client_id=new.client)
    refused = _wrong(new)
    if refused is not None:
        return refused
    if client is None or not client.active or not {Verb.API_EVENTS_READ, Verb.API_CASES_READ} <= set(client.verbs):
        return refusals.NO_CLIENT
    try:
        with transaction.atomic():
            row = Integration.objects.create(
                key=new.key,
                name=new.name.strip(),
                client=client,
                way=new.way,
                counterpart=new.counterpart,
                address=new.address.strip(),
                topics=sorted(set(new.topics)),
                spread_to=0 if new.from_start else stream.newest(),
                made_at=at,
                made_by=by.subject,
            )
    except IntegrityError:
        return refusals.KEY_TAKEN
    audit.record(action="integration.add", by=by, at=at, about=f"integration:{row.pk}")
    return row


def change(
    *, key: str, name: str, address: str, topics: Iterable[str], version: int, by: Actor, at: datetime
) -> Refusal | None:
    """Change the name, the address, and what it is told of, unless somebody else has since `version`."""
    with transaction.atomic():
        row = _locked(key, by)
        if row.version != version:
            return refusals.CHANGED
        new = NewIntegration(row.key, name, "", row.way, row.counterpart, address, tuple(topics))
        refused = _wrong(new)
        if refused is not None:
            return refused
        row.name, row.address, row.topics = name.strip(), address.strip(), sorted(set(topics))
        _save(row, "integration.change", by, at)
    return None


def pause(*, key: str, by: Actor, at: datetime) -> Refusal | None:
    """Send nothing until it is resumed. What happens meanwhile waits."""
    return _turn(key, IntegrationState.PAUSED, "integration.pause", by, at)


def resume(*, key: str, by: Actor, at: datetime) -> Refusal | None:
    """Go on where it was paused; what waits is due at once."""
    refused = _turn(key, IntegrationState.RUNNING, "integration.resume", by, at)
    if refused is None:
        _waiting(key).update(next_try_at=at)
    return refused


def end(*, key: str, by: Actor, at: datetime) -> Refusal | None:
    """Take it down for good. What waits is put aside."""
    with transaction.atomic():
        refused = _turn(key, IntegrationState.ENDED, "integration.end", by, at)
        if refused is None:
            rows = Delivery.objects.filter(integration__key=key, state__in=_UNSETTLED)
            rows.update(state=DeliveryState.SKIPPED, settled_at=at, settled_by=by.subject)
    return refused


def renew_secret(*, key: str, by: Actor, at: datetime) -> Integration | Refusal:
    """A new secret; for a day messages carry a signature with the one before as well."""
    with transaction.atomic():
        row = _locked(key, by)
        if row.way != Way.WEBHOOK or row.state == IntegrationState.ENDED:
            return refusals.NOT_NOW
        row.secret_number += 1
        row.old_secret_until = at + OLD_SECRET_LIVES
        _save(row, "integration.secret", by, at)
    return row


def retry(*, key: str, by: Actor, at: datetime) -> int:
    """Try everything that waits or was given up again, now. Returns how many."""
    with transaction.atomic():
        row = _locked(key, by)
        found = Delivery.objects.filter(integration=row, state__in=_UNSETTLED)
        number = found.update(state=DeliveryState.WAITING, attempts=0, next_try_at=at)
        audit.record(action="integration.retry", by=by, at=at, about=f"integration:{row.pk}", number=number)
    return number


def skip(*, key: str, delivery_id: int, by: Actor, at: datetime) -> Refusal | None:
    """Put a dead letter aside, so that the later ones of its case can go on."""
    with transaction.atomic():
        row = _locked(key, by)
        dead = Delivery.objects.filter(pk=delivery_id, integration=row, state=DeliveryState.DEAD)
        if not dead.update(state=DeliveryState.SKIPPED, settled_at=at, settled_by=by.subject):
            return refusals.NOT_NOW
        audit.record(action="integration.skip", by=by, at=at, about=f"delivery:{delivery_id}")
    return None


def replay(*, key: str, position: int, by: Actor, at: datetime) -> Refusal | None:
    """Send everything from a place of the stream on once more, each under the id that it had."""
    with transaction.atomic():
        row = _locked(key, by)
        if row.state == IntegrationState.ENDED:
            return refusals.NOT_NOW
        if not 1 <= position <= stream.newest():
            return refusals.NO_PLACE
        Delivery.objects.filter(integration=row, position__gte=position).delete()
        row.spread_to = min(row.spread_to, position - 1)
        _save(row, "integration.replay", by, at, position=position)
    return None


_BEFORE: Final = {
    IntegrationState.PAUSED: {IntegrationState.RUNNING},
    IntegrationState.RUNNING: {IntegrationState.PAUSED},
    IntegrationState.ENDED: {IntegrationState.RUNNING, IntegrationState.PAUSED},
}
_UNSETTLED: Final = (DeliveryState.WAITING, DeliveryState.DEAD)


def _wrong(new: NewIntegration) -> Refusal | None:
    if not new.name.strip() or not new.key:
        return refusals.NO_NAME
    if new.way not in Way.values or new.counterpart not in Counterpart.values:
        return refusals.NO_WAY
    if (new.counterpart == Counterpart.ADDRESS) and new.way != Way.WEBHOOK:
        return refusals.NO_WAY
    if not set(new.topics) <= set(TOPICS):
        return refusals.NO_TOPIC
    if new.counterpart != Counterpart.ADDRESS:
        return refusals.ADDRESS_UNUSED if new.address.strip() else None
    target = target_of(new.address.strip(), guard=guard())
    return target if isinstance(target, Refusal) else None


def _turn(key: str, after: IntegrationState, action: str, by: Actor, at: datetime) -> Refusal | None:
    with transaction.atomic():
        row = _locked(key, by)
        if row.state not in _BEFORE[after]:
            return refusals.NOT_NOW
        row.state = after
        _save(row, action, by, at)
    return None


def _save(row: Integration, action: str, by: Actor, at: datetime, **more: int) -> None:
    row.version += 1
    row.save()
    audit.record(action=action, by=by, at=at, about=f"integration:{row.pk}", **more)


def _locked(key: str, by: Actor) -> Integration:
    _may(by)
    row = Integration.objects.select_for_update().filter(key=key).first()
    if row is None:
        raise Hidden(f"integration {key}")
    return row


def _waiting(key: str) -> QuerySet[Delivery]:
    return Delivery.objects.filter(integration__key=key, state=DeliveryState.WAITING)


def _may(by: Actor) -> None:
    if not by.can(Verb.CLIENT_EDIT):
        raise Hidden("integrations")
