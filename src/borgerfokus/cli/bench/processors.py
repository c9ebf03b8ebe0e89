"""Processor time and memory of processes, read from /proc (Linux; nothing is known elsewhere)."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_PROC = Path("/proc")
_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Use:
    """Milliseconds of processor time, and bytes of memory in use."""

    milliseconds: float
    octets: int


def family(leader: int) -> set[int]:
    """A process and everything it has started, as far as it still runs."""
    found, fresh = set[int](), {leader}
    while fresh:
        found |= fresh
        fresh = {child for parent in fresh for child in _children(parent)} - found
    return found


def servers_of(database: str) -> set[int]:
    """The server processes of PostgreSQL that serve this database."""
    found = set()
    for entry in _PROC.glob("[0-9]*"):
        try:
            words = (entry / "cmdline").read_bytes().split(b"\0")[0].split()
        except OSError:
            continue
        if words[:1] == [b"postgres:"] and database.encode() in words:
            found.add(int(entry.name))
    return found


def use(processes: Iterable[int]) -> Use:
    """What these processes have used since they began. One that has ended counts nothing."""
    ticks = pages = 0
    for process in processes:
        try:
            after_name = (_PROC / str(process) / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        ticks += int(after_name[11]) + int(after_name[12])
        pages += int(after_name[21])
    return Use(milliseconds=1000 * ticks / _TICKS, octets=pages * _PAGE)


def _children(parent: int) -> list[int]:
    found = []
    for told in (_PROC / str(parent) / "task").glob("*/children"):
        try:
            found += [int(word) for word in told.read_text().split()]
        except OSError:
            continue
    return found
