"""What became of a letter, told to whoever asked to know, in the transaction that records it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.outbox.models import ChannelName, Message


class Outcome(StrEnum):
    """The ends that a letter's way can have."""

    RECEIVED = "received"
    FAILED = "failed"
    HANDED_TO_PERSON = "handed_to_person"


@dataclass(frozen=True)
class Result:
    """One letter's end. `at` is when it was received, or when it was given up; `trouble` is a code, or ""."""

    outcome: Outcome
    message_id: UUID
    kind: str
    reference: str
    case_id: int
    person_id: int
    channel: ChannelName
    at: datetime
    noted_at: datetime
    by: Actor
    trouble: str = ""


Listener = Callable[[Result], None]
_listeners: list[tuple[str, Listener]] = []


def on_result(*, kind_prefix: str, listener: Listener) -> None:
    """Call `listener` with every result of messages whose kind begins so; apps register at start-up.

    It runs in the open scope and the same transaction: if it raises, nothing is recorded, and it comes again.
    """
    if (kind_prefix, listener) not in _listeners:
        _listeners.append((kind_prefix, listener))


def tell(message: Message, *, outcome: Outcome, at: datetime, noted_at: datetime, by: Actor) -> None:
    """Call everybody who asked for results of this kind. A letter of no case has its end on the operators' page."""
    if message.case_id is None:
        return
    result = Result(
        outcome=outcome,
        message_id=message.message_id,
        kind=message.kind,
        reference=message.reference,
        case_id=message.case_id,
        person_id=message.person_id,
        channel=ChannelName(message.channel),
        at=at,
        noted_at=noted_at,
        by=by,
        trouble=message.last_error,
    )
    for prefix, listener in _listeners:
        if message.kind.startswith(prefix):
            listener(result)
