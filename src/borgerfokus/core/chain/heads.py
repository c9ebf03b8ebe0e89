"""The daily head: one digest over all events of a day, written outside the database and chained day by day.

Each day's digest covers the day before, so an older backup or a case that is gone as a whole no longer
matches.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from borgerfokus.core.chain.link import GENESIS

_DOMAIN: Final = b"borgerfokus.head.1\x00"


class RepeatedRow(ValueError):
    """The same event occurs twice in a day."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class HeadRow:
    """One event of the day: case, number and hash."""

    case_id: str
    seq: int
    hash: bytes


def head_digest(*, previous: bytes, rows: Iterable[HeadRow]) -> bytes:
    """The 32-byte digest of a day: the day before, then the day's events in any order.

    A day without events has a digest too. Raises `RepeatedRow`.
    """
    ordered = sorted(rows)
    digest = hashlib.sha256(_DOMAIN + previous)
    before: HeadRow | None = None
    for row in ordered:
        if before is not None and (before.case_id, before.seq) == (row.case_id, row.seq):
            raise RepeatedRow(f"event {row.seq} of case {row.case_id} occurs twice")
        name = row.case_id.encode("utf-8")
        digest.update(len(name).to_bytes(4, "big") + name + row.seq.to_bytes(8, "big") + row.hash)
        before = row
    return digest.digest()


def verify_heads(
    *,
    days: Mapping[date, Iterable[HeadRow]],
    recorded: Mapping[date, bytes],
    before: bytes = GENESIS,
) -> tuple[date, ...]:
    """The recorded days whose events no longer give the digest that was written down, oldest first.

    `before` is the digest of the day before the first recorded one. Each day is checked against the recorded
    digest of the day before it, so one changed day is reported as one day. A day with an event twice has changed.
    """
    changed = []
    previous = before
    for day in sorted(recorded):
        if not _is(recorded[day], previous=previous, rows=days.get(day, ())):
            changed.append(day)
        previous = recorded[day]
    return tuple(changed)


def _is(digest: bytes, *, previous: bytes, rows: Iterable[HeadRow]) -> bool:
    try:
        return head_digest(previous=previous, rows=rows) == digest
    except RepeatedRow:
        return False
