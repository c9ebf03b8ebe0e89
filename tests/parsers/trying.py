"""Gives hostile files to one parser in a process of its own, whose time, memory and sockets are held to the bar (B2).

python -m tests.parsers.trying PARSER SEED SECONDS      prints a line of JSON; without SECONDS the two hundred files
"""

import json
import resource
import signal
import socket
import sys
import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from itertools import takewhile
from types import FrameType
from typing import Any, NoReturn

MOST_SECONDS = 5.0
MOST_BYTES = 256_000_000
_BACKSTOP = 2_000_000_000
_SHOWN = 200


class TooSlowError(BaseException):
    """A parser's time is up. No parser may catch it."""


@dataclass
class Tried:
    """What came of it. `faults`: one for each way to fail, with the file's beginning."""

    parser: str = ""
    files: int = 0
    refused: int = 0
    slowest: float = 0.0
    most_memory: int = 0
    faults: dict[str, str] = field(default_factory=dict)


def give(
    reads: Callable[[bytes], Any], refuses: tuple[type[Exception], ...], files: Iterable[bytes], *, name: str
) -> Tried:
    """Give each file to the parser. Faults: an error not its own, over 5 s of processor, 256 MB more, a socket."""
    tried = Tried(parser=name)
    before = _peak()
    for content in files:
        tried.files += 1
        began = time.process_time()
        fault = _fault(reads, refuses, content, tried)
        spent = time.process_time() - began
        tried.slowest = max(tried.slowest, round(spent, 3))
        tried.most_memory = max(tried.most_memory, _peak() - before)
        if tried.most_memory > MOST_BYTES:
            fault, before = fault or "too much memory", _peak()
        if fault:
            known = sha256(content).hexdigest()[:12]
            tried.faults.setdefault(fault, f"{len(content)} bytes, {known}: {content[:_SHOWN]!r}")
    return tried


def _fault(
    reads: Callable[[bytes], Any], refuses: tuple[type[Exception], ...], content: bytes, tried: Tried
) -> str:
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
    try:
        reads(content)
    except TooSlowError:
        return "over 5 s"
    except refuses:
        tried.refused += 1
    except BaseException as error:  # noqa: BLE001 (whatever it is, it is the finding)
        frames = traceback.extract_tb(error.__traceback__)
        ours = [one for one in frames if "/src/borgerfokus/" in one.filename] or frames
        return f"{type(error).__name__} in {ours[-1].filename.rpartition('/borgerfokus/')[2]}:{ours[-1].lineno}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return ""


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def bounded() -> None:
    """No socket from here on, time up after 5 s of its processor, and an end to memory before the machine's."""

    def up(_signal: int, _frame: FrameType | None) -> NoReturn:
        raise TooSlowError

    def none(*_given: object, **_more: object) -> NoReturn:
        raise ConnectionAbortedError("a parser reached for the network")

    signal.signal(signal.SIGPROF, up)
    socket.socket.connect = none  # type: ignore[method-assign]
    socket.create_connection = none
    with open("/proc/self/statm", encoding="ascii") as told:  # noqa: PTH123 (no path of ours)
        size = int(told.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (size + _BACKSTOP, size + _BACKSTOP))


def main() -> int:
    """Try one parser; 1 where it failed."""
    import django

    django.setup()
    from tests.parsers import hostile
    from tests.parsers.registry import PARSERS

    parser = next(one for one in PARSERS if one.name == sys.argv[1])
    reads, refuses = parser.reads()
    for good in parser.good:
        reads(good)
    bounded()
    given = hostile.files(parser.good, most=parser.most, seed=sys.argv[2])
    if len(sys.argv) > 3:
        until = time.monotonic() + float(sys.argv[3])
        without_end = hostile.spoilt(parser.good, most=parser.most, seed=sys.argv[2])
        given = takewhile(lambda _one: time.monotonic() < until, without_end)
    tried = give(reads, refuses, given, name=parser.name)
    print(json.dumps(asdict(tried)))
    return 1 if tried.faults else 0


if __name__ == "__main__":
    sys.exit(main())
