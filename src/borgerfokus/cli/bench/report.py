"""The table on the screen, and the same as JSON."""

import json
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from borgerfokus.cli.bench.acts import Act
from borgerfokus.cli.bench.counting import Count
from borgerfokus.cli.bench.web import Run

GOAL_CLIENTS = 4
"""The goals in requests a second are for this many clients."""
_HEAD = (
    f"{'':18}{'klienter':>9}{'pr. sekund':>12}{'mål':>6}{'p50 ms':>9}{'p95 ms':>9}"
    f"{'SQL':>5}{'mål':>5}{'SQL i alt':>11}{'CPU web':>9}{'mål':>5}{'CPU db':>8}{'MB':>6}"
)


@dataclass(frozen=True)
class Result:
    """Everything that was measured, on how many cases."""

    cases: int
    workers: int
    seconds: float
    acts: Sequence[Act]
    counts: dict[str, Count]
    runs: Sequence[Run]
    durable: bool


def table(result: Result) -> str:
    """The runs in rows, with the goals beside what was measured."""
    acts = {act.key: act for act in result.acts}
    lines = [_HEAD, *(_line(acts[run.act], result.counts[run.act], run) for run in result.runs)]
    kept = "" if result.durable else " Databasen venter ikke på disken (fsync=off)."
    lines += [
        "",
        f"{result.cases} sager, {result.workers} webprocesser, {result.seconds:g} s pr. måling. "
        "SQL er ud over login, adgang og opslagslog; CPU er millisekunder pr. kald." + kept,
    ]
    return "\n".join(lines) + "\n"


def save(result: Result, path: Path) -> None:
    """Write everything as JSON."""
    acts = {
        act.key: {"title": act.title, "goal": asdict(act.goal), "sql": asdict(result.counts[act.key])}
        for act in result.acts
    }
    told = {
        "cases": result.cases,
        "workers": result.workers,
        "seconds": result.seconds,
        "durable": result.durable,
        "python": platform.python_version(),
        "machine": platform.machine(),
        "acts": acts,
        "runs": [asdict(run) for run in result.runs],
    }
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _line(act: Act, count: Count, run: Run) -> str:
    wanted = act.goal.per_second if run.clients == GOAL_CLIENTS else None
    return (
        f"{act.title:18}{run.clients:>9}{run.per_second:>12.1f}{_goal(wanted):>6}{run.p50:>9.1f}{run.p95:>9.1f}"
        f"{count.own:>5}{_goal(act.goal.statements):>5}{count.all:>11}"
        f"{run.cpu_web:>9.1f}{_goal(act.goal.milliseconds):>5}{run.cpu_database:>8.1f}{run.memory_mb:>6.0f}"
    )


def _goal(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
