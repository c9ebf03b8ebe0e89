"""The port that deliveries leave by, and what a counterpart can answer. Adapters: `webhooks`, `filing`, `simulated`."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from borgerfokus.core.exchange.retrying import Trouble


class Unavailable(OSError):
    """It is not known whether the counterpart has it; the same is offered again later."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


@dataclass(frozen=True)
class Parcel:
    """One delivery as it is offered. `message_id` is the same every time, `name` a file's; `attempt` counts from 1."""

    message_id: str
    name: str
    media_type: str
    content: bytes
    attempt: int


class Port(Protocol):
    """A way out. The counterpart recognises a parcel by its message id, so that offering one twice delivers it once."""

    def send(self, parcel: Parcel, *, at: datetime) -> None:
        """Offer a parcel; returns when the counterpart says that it has it. Raises Unavailable. Reads no database."""
        ...
