"""The port that letters and notices leave by, and what a channel can answer. Adapters: simulated, paper, wires."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from borgerfokus.foundation.outbox.models import ChannelName


class Trouble(StrEnum):
    """Why a try did not succeed, or a letter cannot be delivered. A code, never text from outside."""

    TIMEOUT = "timeout"
    UNAVAILABLE = "unavailable"
    UNEXPECTED = "unexpected"
    EXEMPT = "exempt"
    UNDELIVERABLE = "undeliverable"
    GIVEN_UP = "given_up"
    NO_FILE = "no_file"
    DEAD = "dead"
    RETURNED = "returned"
    STOPPED = "stopped"
    BY_HAND = "by_hand"


class NoticeKind(StrEnum):
    """What a channel tells afterwards."""

    RECEIVED = "received"
    READ = "read"
    FAILED = "failed"
    PRESUMED = "presumed"


class Unavailable(OSError):
    """The channel did not say whether it has taken the letter; the same letter is offered again later."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


@dataclass(frozen=True)
class Parcel:
    """One letter as it is offered. `attempt` counts from 1; `message_id` is the same every time.

    A notice goes to `address` and is plain text; letters are PDF and go to the person. `calendar` is an iCalendar text
    that goes along, "" for none.
    """

    message_id: UUID
    person_id: int
    title: str
    content: bytes
    attempt: int
    address: str = ""
    calendar: str = ""


@dataclass(frozen=True)
class Accepted:
    """The channel has the letter, since `at`. Said again for a letter that it had already.

    `last_word`: the channel gives no receipts, so nothing more will be heard.
    """

    at: datetime
    last_word: bool = False


@dataclass(frozen=True)
class Declined:
    """The channel will never take this letter. After `EXEMPT` it goes on paper, after `STOPPED` nowhere."""

    trouble: Trouble


@dataclass(frozen=True)
class Notice:
    """One receipt. `receipt_id` is the channel's own; the same one may come many times, and in any order."""

    message_id: UUID
    receipt_id: str
    kind: NoticeKind
    at: datetime
    trouble: Trouble | None = None


class Channel(Protocol):
    """A way out. It recognises a letter by its message id, so that offering one twice delivers it once."""

    name: ChannelName

    def send(self, parcel: Parcel, *, at: datetime) -> Accepted | Declined:
        """Offer a letter. Raises Unavailable when it is not known whether it was taken."""
        ...

    def receipts(self, waiting: Collection[UUID], *, at: datetime) -> list[Notice]:
        """What there is to tell about the letters that wait. Raises Unavailable."""
        ...
