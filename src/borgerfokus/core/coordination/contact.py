"""Contact around a handover: the longest time that a citizen heard nothing, and how many had the case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

CONTACT_KINDS = frozenset(
    {
        "request.received",
        "comment.written",
        "statement.given",
        "message.asked",
        "message.answered",
        "message.written",
        "notice.sent",
        "decision.issued",
        "hearing.sent",
    }
)
"""Events by which citizen and municipality have heard from each other."""
CONTACT_CHANNELS = frozenset({"phone", "meeting", "home_visit", "e_mail", "desk", "video", "letter"})
"""Notes that tell of a contact; other notes are the municipality's own."""
_OF_ITSELF = "handed_over"
"""The letter that every handover sends of itself: counted, it would make each of them end the silence that day."""


@dataclass(frozen=True)
class Around:
    """One handover: the day it was accepted, and every day of contact in the case."""

    unit: int
    handed_on: date
    contacts: tuple[date, ...]
    caseworkers: int


@dataclass(frozen=True)
class Measured:
    """Figures of one unit. None where there are too few handovers to tell."""

    unit: int
    handovers: int
    days_median: float | None
    days_longest: int | None
    caseworkers_mean: float | None


def is_contact(kind: str, payload: Mapping[str, object]) -> bool:
    """Whether an event of the case is a contact with the citizen. The letter about the handover itself is none."""
    if payload.get("notice_kind") == _OF_ITSELF:
        return False
    return kind in CONTACT_KINDS or (kind == "note.written" and payload.get("channel") in CONTACT_CHANNELS)


def silence(one: Around, *, window: int, today: date) -> int:
    """Days from the last contact before the handover to the first after it, at most `window` days to each side.

    A contact on the day itself counts as the first after. While nobody has called yet, the days go on to today.
    """
    earliest = one.handed_on - timedelta(days=window)
    latest = min(today, one.handed_on + timedelta(days=window))
    before = [day for day in one.contacts if day < one.handed_on]
    after = [day for day in one.contacts if day >= one.handed_on]
    return (min([*after, latest]) - max([*before, earliest])).days if latest > earliest else 0


def measure(rows: Iterable[Around], *, window: int, minimum: int, today: date) -> list[Measured]:
    """The figures of each unit that took cases over, by the unit; held back below `minimum` handovers."""
    by_unit: dict[int, list[Around]] = {}
    for row in rows:
        by_unit.setdefault(row.unit, []).append(row)
    return [_measured(unit, found, window, minimum, today) for unit, found in sorted(by_unit.items())]


def _measured(unit: int, rows: list[Around], window: int, minimum: int, today: date) -> Measured:
    if len(rows) < minimum:
        return Measured(unit, len(rows), None, None, None)
    quiet = [silence(row, window=window, today=today) for row in rows]
    hands = sum(row.caseworkers for row in rows) / len(rows)
    return Measured(unit, len(rows), median(quiet), max(quiet), round(hands, 1))
