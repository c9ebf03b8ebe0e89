"""The courses of a kind of case as a simulation draws them, and how well it foretold the last quarter."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

from ibis.expr import types as ir

from borgerfokus.apps.insight.queries.asking import Question, code, micros, selected
from borgerfokus.apps.insight.queries.logs import Log
from borgerfokus.core import simulation
from borgerfokus.core.flow.balls import Happened
from borgerfokus.core.simulation import Course, Foretold, Range

NEWEST: Final = 300
"""So many of the newest decided cases are drawn from."""
_PROVEN_ON: Final = 5_000
SEED: Final = 1
FORETOLD: Final = "foretold.json"
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_YEAR: Final = 365
_DAY: Final = 86_400e6


@dataclass(frozen=True)
class Record:
    """What was foretold of a span before it began, and what came, by kind. Reckoned on `day`."""

    day: date
    starts: date
    ends: date
    kinds: Mapping[str, Foretold]


def courses(log: Log, question: Question, *, newest: int = NEWEST) -> list[Course]:
    """The courses of the newest decided cases of a question, in the order in which they began."""
    return _courses(log, drawn(log, question, newest=newest))


def drawn(log: Log, question: Question, *, newest: int = NEWEST) -> ir.Table:
    """The newest decided cases of a question, and when they first were (`case_no`, `decided`)."""
    cases = selected(log, question)
    first = log.events.filter(log.events.activity == code(log, "activity", "decision.issued"))
    decided = first.group_by("case_no").aggregate(decided=first.us.min())
    chosen = cases.inner_join(decided, "case_no").order_by(decided.decided.desc(), "case_no").limit(newest)
    return chosen.select("case_no", "decided")


def _courses(log: Log, chosen: ir.Table) -> list[Course]:
    events = log.events.inner_join(chosen, "case_no")
    events = events.filter(events.us <= events.decided)
    told = events.left_join(log.details, ["case_no", "place"]).order_by("case_no", "place")
    rows = log.rows(told.select("case_no", "us", "activity", "detail"))
    found = (
        simulation.course_of([_happened(log, row) for row in of_case], since=_EPOCH)
        for _number, of_case in groupby(rows, key=itemgetter("case_no"))
    )
    return sorted((one for one in found if one is not None and one.stretches), key=lambda one: one.began)


def _happened(log: Log, row: dict[str, Any]) -> Happened:
    return Happened(
        at=_EPOCH + timedelta(microseconds=row["us"]),
        activity=log.words.word("activity", row["activity"]),
        detail=log.words.word("detail", row["detail"]) if row["detail"] is not None else "",
    )


def foretell(log: Log, kind: str, *, starts: date, ends: date, workers: int) -> Foretold | None:
    """What would have been foretold of the cases decided in a span from what was known when it began."""
    question = Question(kind, starts=_moment(starts) - timedelta(days=2 * _YEAR), ends=_moment(ends))
    first, last = (micros(_moment(day)) / _DAY for day in (starts, ends))
    found = courses(log, question, newest=_PROVEN_ON)
    return simulation.foretell(found, _undecided(log, question), span=(first, last), workers=workers, seed=SEED)


def _undecided(log: Log, question: Question) -> list[float]:
    """When the cases of a question came that wait for their decision, in days."""
    cases = selected(log, question)
    told = log.events.activity.isin([code(log, "activity", word) for word in ("decision.issued", "phase.closed")])
    waiting = cases.anti_join(log.events.filter(told), "case_no")
    return [row["first_us"] / _DAY for row in log.rows(waiting.select("first_us").order_by("first_us"))]


def record(folder: Path) -> Record | None:
    """What was foretold, as it was last reckoned; None before the first time."""
    path = folder / FORETOLD
    if not path.exists():
        return None
    told = json.loads(path.read_text("utf-8"))
    days = {name: date.fromisoformat(told[name]) for name in ("day", "starts", "ends")}
    kinds = {kind: Foretold(**one | {"said": Range(**one["said"])}) for kind, one in told["kinds"].items()}
    return Record(**days, kinds=kinds)


def stored(found: Record) -> str:
    """The record as it is kept."""
    days = {name: getattr(found, name).isoformat() for name in ("day", "starts", "ends")}
    return json.dumps(days | {"kinds": {kind: asdict(one) for kind, one in found.kinds.items()}})


def sources(found: Sequence[Course]) -> list[str]:
    """Who owed answers in the courses, by how many days, most first."""
    days: dict[str, float] = {}
    for course in found:
        for stretch in course.stretches:
            if stretch.source:
                days[stretch.source] = days.get(stretch.source, 0.0) + stretch.days
    return sorted(days, key=lambda source: -days[source])


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
