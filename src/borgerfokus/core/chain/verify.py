"""Does the event log of a case still say what it said? Every deviation, by number, as data."""

import hmac
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from borgerfokus.core.chain.commitment import Json, NotCanonical, WeakSalt, commit
from borgerfokus.core.chain.link import GENESIS, Link, link


class FaultKind(StrEnum):
    """What is wrong with a chain."""

    EDITED = "edited"
    MISSING = "missing"
    INSERTED = "inserted"
    REORDERED = "reordered"
    TRUNCATED = "truncated"
    HEAD_MISMATCH = "head_mismatch"
    PAYLOAD_MISMATCH = "payload_mismatch"
    ERASED_UNRECORDED = "erased_unrecorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One deviation: its kind, the number of the event it was seen at, and a sentence for the operator."""

    kind: FaultKind
    seq: int
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainRow:
    """One stored event. `payload` and `salt` are both None after erasure."""

    fields: Link
    previous: bytes
    hash: bytes
    payload: Mapping[str, Json] | None
    salt: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The last link of a case as it was written down outside the database."""

    case_id: str
    seq: int
    hash: bytes


def verify_case(
    *,
    case_id: str,
    rows: Sequence[ChainRow],
    key: bytes,
    recorded_head: Head | None,
    erased: frozenset[int] | None = None,
) -> tuple[Fault, ...]:
    """All faults in the chain of one case, by event number; empty means that it verifies.

    `rows` come in stored order. Events cut off at the end, and a whole chain made anew by somebody who
    holds the key, are seen only against `recorded_head`. `erased` names the events whose erasure is
    recorded elsewhere in the log; with None any erasure is accepted.
    """
    ordered = sorted(rows, key=lambda row: row.fields.seq)
    faults = [
        *_order_faults(case_id=case_id, rows=rows),
        *_link_faults(rows=ordered, key=key),
        *_payload_faults(rows=ordered, erased=erased),
        *_head_faults(rows=ordered, recorded=recorded_head),
    ]
    return tuple(sorted(faults, key=lambda fault: (fault.seq, fault.kind)))


def _order_faults(*, case_id: str, rows: Sequence[ChainRow]) -> Iterable[Fault]:
    numbers = [row.fields.seq for row in rows]
    if numbers != sorted(numbers):
        yield Fault(kind=FaultKind.REORDERED, seq=min(numbers), detail="the events are not stored in order")
    for row in rows:
        if row.fields.case_id != case_id:
            yield Fault(
                kind=FaultKind.INSERTED, seq=row.fields.seq, detail=f"belongs to case {row.fields.case_id}"
            )
    for number, count in Counter(numbers).items():
        if count > 1 or number < 1:
            yield Fault(
                kind=FaultKind.INSERTED, seq=number, detail=f"the number {number} occurs {count} times"
            )
    for number in sorted(set(range(1, max(numbers, default=0) + 1)) - set(numbers)):
        yield Fault(kind=FaultKind.MISSING, seq=number, detail=f"event {number} is gone")


def _link_faults(*, rows: Sequence[ChainRow], key: bytes) -> Iterable[Fault]:
    expected, expected_seq = GENESIS, 1
    for row in rows:
        seq = row.fields.seq
        made = link(key=key, previous=row.previous, fields=row.fields)
        if not hmac.compare_digest(made, row.hash):
            yield Fault(kind=FaultKind.EDITED, seq=seq, detail="the event does not match its own hash")
        if seq == expected_seq and row.previous != expected:
            yield Fault(
                kind=FaultKind.REORDERED, seq=seq, detail="does not point back to the event before it"
            )
        expected, expected_seq = row.hash, seq + 1


def _payload_faults(*, rows: Sequence[ChainRow], erased: frozenset[int] | None) -> Iterable[Fault]:
    for row in rows:
        seq = row.fields.seq
        if row.payload is None and row.salt is None:
            if erased is not None and seq not in erased:
                detail = "the content is erased, and no erasure is recorded"
                yield Fault(kind=FaultKind.ERASED_UNRECORDED, seq=seq, detail=detail)
        elif not _matches(row):
            detail = "the content is not the one that was committed to"
            yield Fault(kind=FaultKind.PAYLOAD_MISMATCH, seq=seq, detail=detail)


def _matches(row: ChainRow) -> bool:
    if row.payload is None or row.salt is None:
        return False
    try:
        made = commit(payload=row.payload, salt=row.salt)
    except (NotCanonical, WeakSalt):
        return False
    return hmac.compare_digest(made, row.fields.commitment)


def _head_faults(*, rows: Sequence[ChainRow], recorded: Head | None) -> Iterable[Fault]:
    if recorded is None:
        return
    last = rows[-1].fields.seq if rows else 0
    if last < recorded.seq:
        detail = f"ends at {last}; event {recorded.seq} was recorded as the last"
        yield Fault(kind=FaultKind.TRUNCATED, seq=last + 1, detail=detail)
    for row in rows:
        if row.fields.seq == recorded.seq and row.hash != recorded.hash:
            detail = "differs from the head written down outside the database"
            yield Fault(kind=FaultKind.HEAD_MISMATCH, seq=recorded.seq, detail=detail)
