"""What rights announce."""

from dataclasses import dataclass
from typing import ClassVar

from borgerfokus.apps.casework.events import Fact


@dataclass(frozen=True)
class AccessAsked(Fact):
    """Somebody has asked to see the file. `asked_by` is the act: fvl for a party, ofl for anybody else."""

    kind: ClassVar[str] = "access.asked"
    request: int
    asked_by: str
    channel: str
    due: str


@dataclass(frozen=True)
class AccessDelayed(Fact):
    """A letter gives a later date, with the reason."""

    kind: ClassVar[str] = "access.delayed"
    request: int
    before: str
    due: str


@dataclass(frozen=True)
class AccessRead(Fact):
    """A second reader has read the refusal."""

    kind: ClassVar[str] = "access.read"
    request: int
    reader: int


@dataclass(frozen=True)
class AccessAnswered(Fact):
    """The request is answered; `entry` is the letter, `appeal_until` the new last day to appeal, or ""."""

    kind: ClassVar[str] = "access.answered"
    request: int
    outcome: str
    entry: int
    appeal_until: str


@dataclass(frozen=True)
class AccessWithdrawn(Fact):
    """Whoever asked no longer wants it."""

    kind: ClassVar[str] = "access.withdrawn"
    request: int


@dataclass(frozen=True)
class AccessComplained(Fact):
    """Whoever asked complains that it takes too long."""

    kind: ClassVar[str] = "access.complained"
    request: int
    forward_by: str


@dataclass(frozen=True)
class AccessComplaintForwarded(Fact):
    """The complaint over the delay has been passed on."""

    kind: ClassVar[str] = "access.complaint_forwarded"
    request: int


@dataclass(frozen=True)
class DataRequested(Fact):
    """The citizen says that something is wrong, or should be erased."""

    kind: ClassVar[str] = "data.requested"
    request: int
    request_kind: str
    due: str


@dataclass(frozen=True)
class DataAnswered(Fact):
    """The request about data is answered."""

    kind: ClassVar[str] = "data.answered"
    request: int
    request_kind: str
    outcome: str
