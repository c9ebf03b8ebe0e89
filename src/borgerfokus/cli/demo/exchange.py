"""The systems that are told, in the demo: put up, fed and tried by the platform's own actions after the load."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from django.conf import settings

from borgerfokus.apps.exchange import service as exchange
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.exchange.fields import AS_BEFORE, FieldGroup
from borgerfokus.core.exchange.retrying import WAITS
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.login import service as login
from borgerfokus.foundation.organisation.models import Unit

_BY: Final = system("demo")
_DOWN: Final = exchange.Behaviour(failing=1.0)
_READS: Final = frozenset({Verb.API_CASES_READ, Verb.API_EVENTS_READ})


@dataclass(frozen=True)
class _Told:
    """A program of the demo and its integration. `places`: so many of the newest of the stream are told.

    `down`: its receiver has been away since yesterday.
    """

    program: str
    units: tuple[str, ...]
    verbs: frozenset[Verb]
    groups: frozenset[str]
    new: exchange.NewIntegration
    places: int = 150
    down: bool = False


_TOLD: Final = (
    _Told(
        program="Journalsystemet",
        units=("voksenteamet", "ydelsesteamet", "visitation"),
        verbs=frozenset(login.API_VERBS),
        groups=frozenset(FieldGroup),
        new=exchange.NewIntegration("journalsystemet", "Journalsystemet", "", "webhook", "simulated"),
    ),
    _Told(
        program="Sags- og dokumentindekset",
        units=("voksenteamet", "ydelsesteamet"),
        verbs=_READS | {Verb.API_DOCUMENTS_READ},
        groups=AS_BEFORE | {FieldGroup.DOCUMENT_BASIS},
        new=exchange.NewIntegration(
            "sagsindekset", "Sags- og dokumentindekset", "", "index", "simulated", topics=("case",)
        ),
    ),
    _Told(
        program="Rehabiliteringsportalen",
        units=("voksenteamet", "visitation"),
        verbs=_READS,
        groups=frozenset({FieldGroup.CASE_COURSE}),
        new=exchange.NewIntegration(
            "rehabiliteringsportalen",
            "Rehabiliteringsportalen",
            "",
            "webhook",
            "address",
            address="https://portal.nabosund.invalid/haendelser",
            topics=("case", "decision"),
        ),
        places=1_500,
        down=True,
    ),
)


def build(*, now: datetime) -> None:
    """Put the integrations up two days ago, and let what has happened since be told, as far as it gets there."""
    exchange.place_all(at=now)
    for told in _TOLD:
        _tell(told, now=now)


def _tell(told: _Told, *, now: datetime) -> None:
    begun = now - timedelta(days=2)
    units = frozenset(Unit.objects.filter(key__in=told.units).values_list("pk", flat=True))
    new = login.NewClient(name=told.program, verbs=told.verbs, units=units, groups=told.groups)
    with acting_as(_BY, purpose=Purpose.ADMINISTRATION, at=begun):
        client = login.make_client(new=new, by=_BY, at=begun)
        row = exchange.add(new=replace(told.new, client=client.client_id), by=_BY, at=begun)
        if isinstance(row, Refusal):
            raise ValueError(row.code)
        exchange.replay(key=row.key, position=max(1, exchange.newest() - told.places), by=_BY, at=begun)
    folder = Path(settings.EXCHANGE_ROOT) / row.key
    if not told.down:
        while exchange.carry(integration_id=row.pk, at=now - timedelta(minutes=3)):
            pass
        return
    port = exchange.counterpart(folder=folder, behaviour=_DOWN)
    at = now - sum(WAITS, timedelta(minutes=3))
    for wait in (timedelta(), *WAITS):
        at += wait
        exchange.carry(integration_id=row.pk, at=at, port=port)
