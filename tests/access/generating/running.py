"""Sends made requests, each undone afterwards, and tells what failed with the smallest request that still fails."""

import traceback
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import asdict, dataclass, field, replace
from time import perf_counter
from typing import Any

from django.db import transaction
from django.http import HttpResponseBase

from tests.access.generating.making import TURNED_AWAY, Made, Maker
from tests.access.harness import Visitor
from tests.access.scene import Scene

MOST_SECONDS = 5.0
_TRIES = 80
_SHOWN = 300


@dataclass(frozen=True)
class Came:
    """What came back."""

    status: int
    seconds: float
    fault: str = ""
    location: str = ""

    @property
    def past(self) -> bool:
        """It came past the doors: neither turned away nor sent to log in."""
        return self.status not in TURNED_AWAY and not self.location.startswith("/log-ind")


@dataclass
class Fault:
    """One way to fail: how often, and the smallest request that was found to do it."""

    what: str
    times: int
    smallest: dict[str, Any]


@dataclass
class Told:
    """What a run came to."""

    asked: int = 0
    past: int = 0
    statuses: dict[int, int] = field(default_factory=dict)
    faults: dict[str, Fault] = field(default_factory=dict)
    slow: list[dict[str, Any]] = field(default_factory=list)
    slowest: float = 0.0
    slowest_of: str = ""
    covered: set[tuple[str, str]] = field(default_factory=set)

    @property
    def too_slow(self) -> int:
        """How many took over 5 s twice. The machine may be busy with something else once."""
        return sum(one["again"] > MOST_SECONDS for one in self.slow)

    @property
    def held(self) -> bool:
        """The bar: no 5xx, none over 5 s, at least half past the doors."""
        return not self.failed and not self.too_slow and self.past * 2 >= self.asked

    @property
    def failed(self) -> int:
        """How many answers were 5xx."""
        return sum(count for status, count in self.statuses.items() if status >= 500)

    def as_json(self) -> dict[str, Any]:
        """To print."""
        told = asdict(self)
        counts = {"failed": self.failed, "too_slow": self.too_slow, "covered": len(self.covered)}
        return {**told, **counts, "faults": list(told["faults"].values())}


@dataclass
class Sender:
    """Sends as everybody; each has logged in once."""

    scene: Scene
    visitors: dict[str, Visitor] = field(default_factory=dict)

    def send(self, made: Made) -> Came:
        """Ask, read the whole answer, undo."""
        visitor = self.visitors.get(made.key) or self.visitors.setdefault(made.key, Visitor(self.scene, made.key))
        client = visitor.client
        kept = deepcopy(client.cookies)
        kind, body = made.body
        began = perf_counter()
        try:
            with transaction.atomic():
                answer = client.generic(
                    made.method, made.path, body, kind, headers=made.headers, QUERY_STRING=made.asked
                )
                came = _read(answer, perf_counter() - began)
                transaction.set_rollback(True)
        except Exception as error:  # noqa: BLE001 (whatever it is, it is the finding)
            came = Came(599, perf_counter() - began, _where(error))
        finally:
            client.cookies = kept
        return came


def run(maker: Maker, numbers: Iterable[int], *, tell: Callable[[Told], None] = lambda _told: None) -> Told:
    """Make and send them all."""
    sender, told = Sender(maker.scene), Told()
    for number in numbers:
        made = maker.make(number)
        came = sender.send(made)
        _count(told, made, came, sender)
        if came.status >= 500:
            known = told.faults.get(came.fault)
            if known is None:
                smaller = smallest(made, lambda one, fault=came.fault: sender.send(one).fault == fault)
                told.faults[came.fault] = Fault(came.fault, 1, shown(smaller))
            else:
                known.times += 1
        tell(told)
    return told


def _count(told: Told, made: Made, came: Came, sender: Sender) -> None:
    told.asked += 1
    told.past += came.past
    told.statuses[came.status] = told.statuses.get(came.status, 0) + 1
    told.covered.add((made.url, made.method))
    if came.seconds > told.slowest:
        told.slowest, told.slowest_of = round(came.seconds, 2), f"{made.number} {made.method} {made.url} {made.key}"
    if came.seconds > MOST_SECONDS:
        again = sender.send(made).seconds
        told.slow.append({"seconds": round(came.seconds, 2), "again": round(again, 2), **shown(made)})


def smallest(made: Made, fails: Callable[[Made], bool]) -> Made:
    """Leave out and shorten for as long as it fails in the same way."""
    tries, again = 0, True
    while again and tries < _TRIES:
        again = False
        for smaller in _smaller(made):
            tries += 1
            if fails(smaller):
                made, again = smaller, True
                break
            if tries >= _TRIES:
                break
    return made


def _smaller(made: Made) -> Iterator[Made]:
    if made.headers:
        yield replace(made, headers={})
    if made.files:
        yield replace(made, files=())
    for name in ("query", "fields"):
        pairs = getattr(made, name)
        half = len(pairs) // 2
        if half > 1:
            yield replace(made, **{name: pairs[:half]})
            yield replace(made, **{name: pairs[half:]})
        for spot in range(len(pairs)):
            yield replace(made, **{name: pairs[:spot] + pairs[spot + 1 :]})
    if made.way == "multipart" and not made.files:
        yield replace(made, way="form")


def shown(made: Made) -> dict[str, Any]:
    """A request as it is written down: long values cut."""
    told = {name: value for name, value in asdict(made).items() if value not in ((), "", b"", {})}
    return {name: value if isinstance(value, int) else repr(value)[: 4 * _SHOWN] for name, value in told.items()}


def _read(answer: HttpResponseBase, seconds: float) -> Came:
    fault = ""
    if answer.status_code >= 500:
        info = getattr(answer, "exc_info", None)
        fault = _where(info[1]) if info else f"answered {answer.status_code}"
    else:
        _ = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return Came(answer.status_code, seconds, fault, answer.headers.get("Location", ""))


def _where(error: BaseException) -> str:
    """The error and the innermost place of ours that it came through."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "/borgerfokus/" in frame.filename and "/site-packages/" not in frame.filename]
    place = ours[-1] if ours else frames[-1]
    last = frames[-1]
    return (
        f"{type(error).__name__} in {place.filename.rpartition('/borgerfokus/')[2]}:{place.lineno} {place.name}"
        f" ({last.filename.rpartition('/')[2]}:{last.lineno}): {str(error)[:160]}"
    )
