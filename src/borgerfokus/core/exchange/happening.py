"""An event as other systems get it: a CloudEvent in its structured JSON mode, with ids and nothing about anybody."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

MEDIA_TYPE: Final = "application/cloudevents+json"
TYPE_PREFIX: Final = "dk.borgerfokus."


@dataclass(frozen=True)
class Happening:
    """One event of a case. `position` is its place in the stream, `seq` its number in the case."""

    event_id: int
    position: int
    case_number: str
    seq: int
    kind: str
    at: datetime

    @property
    def id(self) -> str:
        """The event's id in every system: the same however often and by whichever way it is sent."""
        return f"evt_{self.event_id}"


def cloud_event(happening: Happening, *, source: str) -> dict[str, Any]:
    """The event after CloudEvents 1.0. `partitionkey` is what order is kept within, `sequence` the order itself."""
    return {
        "specversion": "1.0",
        "id": happening.id,
        "source": source,
        "type": TYPE_PREFIX + happening.kind,
        "subject": happening.case_number,
        "time": happening.at.isoformat(),
        "datacontenttype": "application/json",
        "partitionkey": happening.case_number,
        "sequence": f"{happening.seq:010d}",
        "data": {"case": happening.case_number, "seq": happening.seq, "position": happening.position},
    }


def body_of(event: dict[str, Any]) -> bytes:
    """The event as it is sent and signed."""
    return json.dumps(event, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
