"""The clock of an assessment: real hours from receipt, over nights, weekends and changes of the clock alike."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from borgerfokus.core.dates import add_hours

_HOUR = 3600.0


class Light(StrEnum):
    """How near the end of the time is; `DONE` once the danger has been assessed."""

    DONE = "done"
    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    OVER = "over"


@dataclass(frozen=True)
class Limits:
    """Hours before the end of the time: when the unit is warned, and when the leader is called in."""

    warn: int
    escalate: int


def assess_by(*, received_at: datetime, hours: int) -> datetime:
    """When the danger must have been assessed. `hours` is the parameter `barnets_lov.acute_assessment`."""
    return add_hours(received_at, hours)


def hours_left(*, assess_by: datetime, at: datetime) -> float:
    """Real hours until the end of the time; negative after it."""
    return (assess_by.astimezone(UTC) - at.astimezone(UTC)).total_seconds() / _HOUR


def light(*, assess_by: datetime, at: datetime, limits: Limits, assessed: bool) -> Light:
    """The colour on the duty screen."""
    left = hours_left(assess_by=assess_by, at=at)
    if assessed:
        return Light.DONE
    if left <= 0:
        return Light.OVER
    if left <= limits.escalate:
        return Light.RED
    return Light.AMBER if left <= limits.warn else Light.GREEN
