"""A municipality next door that releases figures, with a key of its own."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from tests.factories.world import World

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.dialogue.events import RequestReceived
from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.models import PeerRelease
from borgerfokus.core.access import Verb
from borgerfokus.core.benchmark.document import Definition, Release, Released, canonical, written
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.indicators import Indicator, load_shipped
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as

CODE, NAME, QUARTER = "9991", "Nabosund Kommune", "2026Q3"
SYSTEM = system("test")


def definition_of(one: Indicator) -> Definition:
    """An indicator of ours as a release defines it."""
    return Definition(
        key=one.key,
        version=one.version,
        title=one.title,
        definition=one.definition,
        statistic=one.statistic.value,
        measure=one.measure.value,
        direction=one.direction.value,
    )


def indicator(key: str) -> Indicator:
    """An indicator that comes along."""
    return next(one for one in load_shipped() if one.key == key)


def release(**other: object) -> Release:
    """What the neighbour releases."""
    figure = Released(indicator="digital", kind="", cases=250, value=0.62, error=0.031)
    made = Release(
        municipality=CODE,
        name=NAME,
        synthetic=False,
        quarter=QUARTER,
        number=1,
        released_on="2026-10-05",
        suppress_up_to=7,
        round_to=5,
        definitions=(definition_of(indicator("digital")),),
        figures=(figure,),
    )
    return replace(made, **other)  # type: ignore[arg-type]


def figures(**values: object) -> tuple[Released, ...]:
    """The one figure of the release with other values."""
    return (replace(release().figures[0], **values),)  # type: ignore[arg-type]


def ask(world: World, number: int, *, days_ago: int = 100, by: Actor = SYSTEM, kind: str = "sel-85") -> None:
    """So many citizens ask for help, in the summer unless told otherwise; `by` writes it down."""
    moment = world.at - timedelta(days=days_ago)
    for _ in range(number):
        worker = by if by.is_employee else None
        case = world.case(citizen_id=world.person(), type_key=kind, days_ago=days_ago, caseworker=worker)
        with (
            acting_as(by, purpose=Purpose.OPERATION, at=moment),
            casework.changing(case_id=case.pk, verb=Verb.CASE_EDIT, by=by, at=moment) as opened,
        ):
            opened.append(RequestReceived(request=1, entry=1, channel="self_service", relation="own"))


class Neighbour:
    """Signs, sends and corrects."""

    def __init__(self, at: datetime, by: Actor = SYSTEM) -> None:
        self.at, self.by = at, by
        self.secret = self.secret_of(0)

    @staticmethod
    def secret_of(place: int) -> Ed25519PrivateKey:
        """A private key, another for each place."""
        return Ed25519PrivateKey.from_private_bytes(bytes([place]) * 32)

    @property
    def key(self) -> str:
        """The public key."""
        return self.secret.public_key().public_bytes_raw().hex()

    def introduce(self, **other: object) -> object:
        """Become known."""
        told: Mapping[str, object] = {"code": CODE, "name": NAME, "key": self.key, "synthetic": False, **other}
        with acting_as(self.by, purpose=Purpose.LEADERSHIP, at=self.at):
            return insight.know(by=self.by, at=self.at, **told)  # type: ignore[arg-type]

    def file(self, made: Release) -> bytes:
        """The signed file."""
        content = canonical(made)
        key = self.secret.public_key().public_bytes_raw()
        return written(content, key=key, signature=self.secret.sign(content))

    def send(self, file: bytes) -> PeerRelease | Refusal:
        """Have it read."""
        with acting_as(self.by, purpose=Purpose.LEADERSHIP, at=self.at):
            return insight.receive(content=file, by=self.by, at=self.at)

    def sends(self, **other: object) -> PeerRelease | Refusal:
        """Sign and have it read."""
        return self.send(self.file(release(**other)))
