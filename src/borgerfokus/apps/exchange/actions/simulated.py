"""A counterpart with its bad days: the demo's receiver, and the tests' adversary.

What it does follows from the message id and the try alone, so that a run can be repeated. What it takes it hands on to
a port of its own, as a system outside would keep it.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from borgerfokus.apps.exchange.actions.filing import FilePort
from borgerfokus.apps.exchange.actions.ports import Parcel, Port, Unavailable
from borgerfokus.core.exchange.retrying import Trouble


@dataclass(frozen=True)
class Behaviour:
    """Shares between 0 and 1 of the tries that meet each fault."""

    failing: float = 0.0
    timeout_after_accepting: float = 0.0
    takes_twice: float = 0.0


CALM = Behaviour()
BAD_DAY = Behaviour(failing=0.2, timeout_after_accepting=0.15, takes_twice=0.1)


@dataclass(frozen=True)
class SimulatedCounterpart:
    """A counterpart as one would wish it (`CALM`) or as it may be (`BAD_DAY`). `inner` keeps what it takes."""

    inner: Port
    behaviour: Behaviour = CALM

    def send(self, parcel: Parcel, *, at: datetime) -> None:
        """Take a parcel, or fail in one of the ways that real systems do."""
        if _chance(parcel, "failing") < self.behaviour.failing:
            raise Unavailable(Trouble.FAILING)
        self.inner.send(parcel, at=at)
        if _chance(parcel, "twice") < self.behaviour.takes_twice:
            self.inner.send(parcel, at=at)
        if _chance(parcel, "timeout") < self.behaviour.timeout_after_accepting:
            raise Unavailable(Trouble.TIMEOUT)


def counterpart(*, folder: Path, behaviour: Behaviour = CALM) -> SimulatedCounterpart:
    """A counterpart that keeps what it takes as files."""
    return SimulatedCounterpart(FilePort(folder), behaviour)


def _chance(parcel: Parcel, what: str) -> float:
    seed = f"{parcel.message_id} {parcel.attempt} {what}".encode()
    return int.from_bytes(hashlib.sha256(seed).digest()[:6]) / 2**48
