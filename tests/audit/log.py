"""A log of some fifty cases, as rows in memory that can be tampered with, verified by the product's own `verify`."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from borgerfokus.apps.casework.queries import chain
from borgerfokus.core.chain import GENESIS, HeadRow, Link, commit, link
from borgerfokus.core.dates import day_of

FOREIGN_KEY = b"f" * 32


@dataclass(frozen=True)
class Line:
    """One event as the database keeps it, with its payload."""

    case_id: int
    seq: int
    kind: str
    at: datetime
    actor: str
    commitment: bytes
    link: bytes
    payload: Any
    salt: bytes | None


@dataclass
class Log:
    """Every event by case, and what each case's own row says of its last one."""

    lines: dict[int, list[Line]]
    ends: dict[int, tuple[int, bytes]]
    heads: Path
    head_day: date

    def copy(self) -> "Log":
        """The same log, to be tampered with."""
        lines = {case: list(lines) for case, lines in self.lines.items()}
        return Log(lines, dict(self.ends), self.heads, self.head_day)

    def covered(self, case: int) -> int:
        """How many of a case's events the heads outside the database know."""
        return sum(day_of(line.at) <= self.head_day for line in self.lines[case])

    def settle(self, case: int) -> None:
        """Let the case's own row say what its last event now is, as a careful forger would."""
        lines = self.lines[case]
        self.ends[case] = (lines[-1].seq, lines[-1].link) if lines else (0, GENESIS)


def read(*, heads: Path, head_day: date) -> Log:
    """The log of the database, in memory."""
    lines: dict[int, list[Line]] = {}
    ends: dict[int, tuple[int, bytes]] = {}
    for case_id, rows in chain._cases():
        lines[case_id] = [
            Line(*row[:5], bytes(row[5]), bytes(row[6]), row[7], bytes(row[8]) if row[8] is not None else None)
            for row in rows
        ]
        ends[case_id] = (rows[-1][-2], bytes(rows[-1][-1]))
    return Log(lines, ends, heads, head_day)


@contextmanager
def standing_in(log: Log) -> Iterator[None]:
    """`verify` reads this log instead of the database's."""

    def cases() -> Iterator[tuple[int, list[Any]]]:
        for case, lines in sorted(log.lines.items()):
            if lines:
                stored = sorted(lines, key=lambda line: line.seq)
                yield case, [(*_columns(line), *log.ends[case]) for line in stored]

    def events_of_day(day: date) -> list[HeadRow]:
        every = (line for lines in log.lines.values() for line in lines)
        return [HeadRow(case_id=str(one.case_id), seq=one.seq, hash=one.link) for one in every if day_of(one.at) == day]

    def without_events() -> dict[int, int]:
        return {case: log.ends[case][0] for case, lines in log.lines.items() if not lines and log.ends[case][0]}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chain, "_cases", cases)
        patch.setattr(chain, "events_of_day", events_of_day)
        patch.setattr(chain, "_without_events", without_events)
        yield


def faulty(log: Log) -> set[int]:
    """The cases in which `verify` finds something, 0 standing for the head of a day."""
    with standing_in(log):
        return {one.case_id for one in chain.verify(heads=log.heads).faults}


def _columns(line: Line) -> tuple[Any, ...]:
    return (
        line.case_id,
        line.seq,
        line.kind,
        line.at,
        line.actor,
        line.commitment,
        line.link,
        line.payload,
        line.salt,
    )


def relinked(lines: list[Line], *, key: bytes) -> list[Line]:
    """The lines numbered, committed and chained anew under a key."""
    made, previous = list[Line](), GENESIS
    for seq, line in enumerate(lines, start=1):
        new = commit(payload=line.payload, salt=line.salt) if line.salt is not None else line.commitment
        fields = Link(case_id=str(line.case_id), seq=seq, kind=line.kind, at=line.at, actor=line.actor, commitment=new)
        previous = link(key=key, previous=previous, fields=fields)
        made.append(replace(line, seq=seq, commitment=new, link=previous))
    return made


Tamper = Callable[[Log, int, random.Random], None]


@dataclass(frozen=True)
class Tampering:
    """The ways of changing one case of a log, by name."""

    ways: dict[str, Tamper] = field(default_factory=dict)

    def add(self, tamper: Tamper) -> Tamper:
        """Register a way under its own name."""
        self.ways[tamper.__name__] = tamper
        return tamper


TAMPERING = Tampering()


@TAMPERING.add
def edit_field(log: Log, case: int, dice: random.Random) -> None:
    """Change what an event says of itself."""
    lines = log.lines[case]
    at = dice.randrange(len(lines))
    old = lines[at]
    lines[at] = dice.choice(
        [
            replace(old, kind=f"{old.kind}x"),
            replace(old, actor="employee:999999"),
            replace(old, at=old.at.replace(microsecond=(old.at.microsecond + 1) % 1_000_000)),
            replace(old, commitment=dice.randbytes(32)),
            replace(old, link=dice.randbytes(32)),
            replace(old, seq=old.seq + dice.choice([-1, 1, 50])),
        ]
    )


@TAMPERING.add
def edit_payload(log: Log, case: int, dice: random.Random) -> None:
    """Change what happened, or its salt."""
    lines = log.lines[case]
    at = dice.randrange(len(lines))
    said = {"said": dice.random().hex()}
    changed = dice.choice([{"payload": said}, {"salt": dice.randbytes(16)}, {"salt": None}, {"payload": None}])
    lines[at] = replace(lines[at], **changed)


@TAMPERING.add
def take_payload_away(log: Log, case: int, dice: random.Random) -> None:
    """As a lawful erasure looks, though none is recorded."""
    lines = log.lines[case]
    at = dice.randrange(len(lines))
    lines[at] = replace(lines[at], payload=None, salt=None)


@TAMPERING.add
def delete(log: Log, case: int, dice: random.Random) -> None:
    """Take one event out of the middle, or off the end, with or without closing the gap."""
    lines = log.lines[case]
    at = dice.randrange(len(lines) - 1)
    del lines[at]
    if dice.random() < 0.5:
        log.lines[case] = [replace(line, seq=number) for number, line in enumerate(lines, start=1)]


@TAMPERING.add
def insert(log: Log, case: int, dice: random.Random) -> None:
    """Put an event in: a copy, one made up under another key, or one of another case."""
    lines = log.lines[case]
    at = dice.randrange(len(lines))
    kind = dice.choice(["copy", "forged", "foreign"])
    new = lines[at]
    if kind == "forged":
        new = replace(relinked([new], key=FOREIGN_KEY)[0], seq=lines[-1].seq + 1)
    elif kind == "foreign":
        other = dice.choice([one for one in log.lines if one != case and log.lines[one]])
        new = replace(dice.choice(log.lines[other]), case_id=case, seq=lines[-1].seq + 1)
    log.lines[case] = [*lines[: at + 1], new, *lines[at + 1 :]]
    if dice.random() < 0.5:
        log.lines[case].sort(key=lambda line: line.seq)
        log.settle(case)


@TAMPERING.add
def reorder(log: Log, case: int, dice: random.Random) -> None:
    """Let two events change places."""
    lines = log.lines[case]
    one, other = dice.sample(range(len(lines)), 2)
    first, second = lines[one], lines[other]
    lines[one], lines[other] = replace(second, seq=first.seq), replace(first, seq=second.seq)


@TAMPERING.add
def swap_payloads(log: Log, case: int, dice: random.Random) -> None:
    """Let two events change what they say."""
    lines = log.lines[case]
    one, other = dice.sample(range(len(lines)), 2)
    first, second = lines[one], lines[other]
    lines[one] = replace(first, payload=second.payload, salt=second.salt)
    lines[other] = replace(second, payload=first.payload, salt=first.salt)


@TAMPERING.add
def cut_off(log: Log, case: int, dice: random.Random) -> None:
    """Cut events off the end and leave the case's row as it was."""
    lines = log.lines[case]
    del lines[dice.randrange(1, len(lines)) :]


@TAMPERING.add
def cut_off_behind_a_head(log: Log, case: int, dice: random.Random) -> None:
    """Cut events off that a head outside the database knows, and mend the case's row."""
    lines = log.lines[case]
    del lines[dice.randrange(log.covered(case)) :]
    log.settle(case)


@TAMPERING.add
def empty(log: Log, case: int, dice: random.Random) -> None:
    """Take the whole log of a case away, sometimes with its row mended."""
    log.lines[case].clear()
    if dice.random() < 0.5:
        log.settle(case)


@TAMPERING.add
def rewrite_without_the_key(log: Log, case: int, dice: random.Random) -> None:
    """Make the whole chain anew, with another history and fresh hashes, under a key of one's own."""
    lines = [replace(line, actor="employee:999999") for line in log.lines[case]]
    log.lines[case] = relinked(lines, key=FOREIGN_KEY)
    log.settle(case)


@TAMPERING.add
def rewrite_with_the_key(log: Log, case: int, dice: random.Random) -> None:
    """Somebody who holds the key makes the chain anew: the heads outside the database tell."""
    lines = log.lines[case]
    at = dice.randrange(log.covered(case))
    lines[at] = replace(lines[at], actor="employee:999999")
    log.lines[case] = relinked(lines, key=settings.KEYS.chain)
    log.settle(case)


def older_backup(log: Log, dice: random.Random) -> Log:
    """The whole database as it once was, rows of cases and all."""
    moments = sorted({line.at for lines in log.lines.values() for line in lines if day_of(line.at) <= log.head_day})
    until = dice.choice(moments[1:])
    older = log.copy()
    older.lines = {case: [line for line in lines if line.at < until] for case, lines in log.lines.items()}
    for case in older.lines:
        older.settle(case)
    return older
