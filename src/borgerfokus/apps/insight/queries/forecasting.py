"""When open cases can be expected to be decided: stays in each phase, read from the event table once a day."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Final

from borgerfokus.apps.insight.queries.logs import STATE, Log, open_log
from borgerfokus.core import forecast
from borgerfokus.core.casework.picture import Forecast
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.dates import day_of
from borgerfokus.core.forecast import Levels, Likeness, Record, Spell

BEFORE_DECISION: Final = tuple(
    f"phase.{phase}" for phase in (Phase.CONTACT, Phase.INTAKE, Phase.INFORMATION, Phase.ASSESSMENT, Phase.DECISION)
)
"""Coming to these phases, a case waits for its decision."""

YEARS: Final = 2
"""So far back cases are compared with: older ones were another practice."""

PROVEN: Final = "forecast.json"
_DAY: Final = 86_400_000_000
Stays = Mapping[tuple[str, str], Sequence[Spell]]


@dataclass(frozen=True)
class Proven:
    """How far the ranges held on the later half of the cases, over everything and by kind, and when it was reckoned."""

    day: date
    whole: Record | None
    kinds: Mapping[str, Record]


def outlook(*, folder: Path, kind: str, phase: str, since: datetime, at: datetime) -> Forecast | None:
    """What cases of a kind that stood in a phase since then tell; None with too few, or when it is decided."""
    found = likeness(folder=folder, kind=kind, phase=phase, since=since, at=at)
    if found is None:
        return None
    today = day_of(at)
    said = forecast.said_of(found.curve, _levels(folder, today, kind, phase))

    def on(days: float | None) -> date | None:
        return None if days is None else today + timedelta(days=round(days))

    return Forecast(cases=found.cases, **{name: on(days) for name, days in asdict(said).items()})


def likeness(*, folder: Path, kind: str, phase: str, since: datetime, at: datetime) -> Likeness | None:
    """The rest of the wait of cases like this one; None with too few."""
    if f"phase.{phase}" not in BEFORE_DECISION:
        return None
    return _like(folder, day_of(at), kind, phase, (at - since) // timedelta(days=1))


@lru_cache(maxsize=4_096)
def _like(folder: Path, day: date, kind: str, phase: str, stood: int) -> Likeness | None:
    return forecast.like(stays(folder, day).get((kind, f"phase.{phase}"), ()), stood=stood)


def incoming(log: Log, *, before: date, weeks: int, units: frozenset[str] | None) -> list[int]:
    """How many cases began in each of the whole weeks before a Monday, oldest first; of some units (keys) or all."""
    ends = int(datetime.combine(before, time(), tzinfo=UTC).timestamp() * 1_000_000)
    cases = log.cases.filter(log.cases.first_us >= ends - weeks * 7 * _DAY, log.cases.first_us < ends)
    if units is not None:
        cases = cases.filter(cases.last_unit.isin([n for n, key in enumerate(log.words.lists["unit"]) if key in units]))
    week = ((ends - cases.first_us - 1) // (7 * _DAY)).name("week")
    found = {row["week"]: row["cases"] for row in log.rows(cases.group_by(week).aggregate(cases=cases.count()))}
    return [found.get(place, 0) for place in reversed(range(weeks))]


def proven(folder: Path) -> Proven | None:
    """How far the ranges held, as it was last reckoned; None before the first time."""
    path = folder / PROVEN
    if not path.exists():
        return None
    told = json.loads(path.read_text("utf-8"))
    kinds = {kind: Record(**record) for kind, record in told["kinds"].items()}
    return Proven(date.fromisoformat(told["day"]), Record(**told["whole"]) if told["whole"] else None, kinds)


def stays(folder: Path, day: date) -> Stays:
    """Every stay of the last years in a phase before the decision, by kind and activity, as first known on a day."""
    return _stays(folder, day) if (folder / STATE).exists() else {}


@lru_cache(maxsize=4)
def _stays(folder: Path, day: date) -> Stays:
    log = open_log(folder)
    if log is None:
        return {}
    oldest = int(datetime.combine(day - timedelta(days=365 * YEARS), time(), tzinfo=UTC).timestamp() * 1_000_000)
    found: dict[tuple[str, str], list[Spell]] = {}
    for row in log.rows(log.stays.filter(log.stays.us >= oldest).order_by("us")):
        key = (log.words.word("kind", row["kind"]), log.words.word("activity", row["activity"]))
        stayed, waited = ((row[name] - row["us"]) / _DAY for name in ("left", "ended"))
        found.setdefault(key, []).append(Spell(row["us"] / _DAY, min(stayed, waited), waited, row["decided"]))
    return found


@lru_cache(maxsize=512)
def _levels(folder: Path, day: date, kind: str, phase: str) -> Levels:
    return forecast.levels_of(stays(folder, day)[kind, f"phase.{phase}"])
