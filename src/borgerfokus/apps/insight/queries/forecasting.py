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
from borgerfokus.core.dates import COPENHAGEN, day_of
from borgerfokus.core.forecast import Curve, Drift, Levels, Likeness, Record, Spell, Way

OPENED: Final = "case.opened"
"""With this a case is in its first phase; that it came there is no event of its own."""

_FIRST: Final = f"phase.{Phase.INTAKE}"
_PHASES: Final = tuple(
    f"phase.{phase}" for phase in (Phase.CONTACT, Phase.INTAKE, Phase.INFORMATION, Phase.ASSESSMENT, Phase.DECISION)
)
BEFORE_DECISION: Final = (OPENED, *_PHASES)
"""Coming to these, a case waits for its decision."""

YEARS: Final = 2
"""So far back cases are compared with: older ones were another practice."""

PROVEN: Final = "forecast.json"
_DAY: Final = 86_400_000_000
Stays = Mapping[tuple[str, str], Sequence[Spell]]


@dataclass(frozen=True)
class Proven:
    """How far the ranges held on the later half of the cases, over everything and by kind, and when it was reckoned.

    `drift`: whether the newest cases go otherwise. `levels`: the points of the curves that hold now, by kind and phase.
    """

    day: date
    whole: Record | None
    kinds: Mapping[str, Record]
    drift: Drift | None
    levels: Mapping[tuple[str, str], Levels]


def outlook(*, folder: Path, kind: str, phase: str, since: datetime, at: datetime) -> Forecast | None:
    """What cases of a kind that stood in a phase since then tell; None with too few, or when it is decided."""
    found = likeness(folder=folder, kind=kind, phase=phase, since=since, at=at)
    if found is None:
        return None
    today = day_of(at)
    known = proven(folder)
    said = forecast.said_of(found, known.levels.get((kind, f"phase.{phase}")) if known else None)

    def on(days: float | None) -> date | None:
        return None if days is None else today + timedelta(days=round(days))

    return Forecast(cases=found.cases, **{name: on(days) for name, days in asdict(said).items()})


def likeness(*, folder: Path, kind: str, phase: str, since: datetime, at: datetime) -> Likeness | None:
    """The rest of the wait of cases like this one; None with too few."""
    if f"phase.{phase}" not in _PHASES:
        return None
    return _like(folder, day_of(at), kind, phase, (at - since) // timedelta(days=1))


def _like(folder: Path, day: date, kind: str, phase: str, stood: int) -> Likeness | None:
    """Remembered for the day, but not that there is no log yet."""
    return _like_of_the_day(folder, day, kind, phase, stood) if (folder / STATE).exists() else None


@lru_cache(maxsize=4_096)
def _like_of_the_day(folder: Path, day: date, kind: str, phase: str, stood: int) -> Likeness | None:
    return forecast.like(_stays(folder, day).get((kind, f"phase.{phase}"), ()), stood=stood)


def came_in(log: Log, *, before: date, weeks: int, units: frozenset[str]) -> dict[str, list[int]]:
    """How many cases of each kind began in each of the whole weeks before a Monday, oldest first; of some units."""
    ends = int(datetime.combine(before, time(), tzinfo=COPENHAGEN).timestamp() * 1_000_000)
    cases = log.cases.filter(log.cases.first_us >= ends - weeks * 7 * _DAY, log.cases.first_us < ends)
    codes = [code for code, key in enumerate(log.words.lists["unit"]) if key in units]
    cases = cases.filter(cases.last_unit.isin(codes))
    week = ((ends - cases.first_us - 1) // (7 * _DAY)).name("week")
    found: dict[str, list[int]] = {}
    for row in log.rows(cases.group_by("kind", week).aggregate(cases=cases.count())):
        counts = found.setdefault(log.words.word("kind", row["kind"]), [0] * weeks)
        counts[weeks - 1 - row["week"]] = row["cases"]
    return found


def fresh(*, folder: Path, kind: str, day: date) -> Curve | None:
    """The wait of cases of a kind from their first day; None with too few."""
    for phase in _PHASES:
        found = _like(folder, day, kind, phase.removeprefix("phase."), 0)
        if found is not None:
            return found.curve
    return None


def proven(folder: Path) -> Proven | None:
    """How far the ranges held, as it was last reckoned; None before the first time."""
    path = folder / PROVEN
    return _proven(path, path.stat().st_mtime_ns) if path.exists() else None


@lru_cache(maxsize=4)
def _proven(path: Path, written: int) -> Proven | None:
    del written
    told = json.loads(path.read_text("utf-8"))
    if "levels" not in told:
        return None
    moved = told["drift"]
    return Proven(
        day=date.fromisoformat(told["day"]),
        whole=Record(**told["whole"]) if told["whole"] else None,
        kinds={kind: Record(**record) for kind, record in told["kinds"].items()},
        drift=Drift(**{**moved, "way": Way(moved["way"])}) if moved else None,
        levels={(kind, phase): Levels(**levels) for kind, phase, levels in told["levels"]},
    )


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
        came = log.words.word("activity", row["activity"])
        key = (log.words.word("kind", row["kind"]), _FIRST if came == OPENED else came)
        stayed, waited = ((row[name] - row["us"]) / _DAY for name in ("left", "ended"))
        found.setdefault(key, []).append(Spell(row["us"] / _DAY, min(stayed, waited), waited, row["decided"]))
    return found
