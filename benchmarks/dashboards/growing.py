"""How building, refreshing and answering grow with the log: each size in a process of its own, with its peak of memory.

    python benchmarks/dashboards/growing.py EVENTS…

A refresh adds 60,000 events to 20,000 of the newest cases, as the job of every minute does once it has read them:
parts, tables of cases, values and cells. The best of three answers is told.
"""

import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import pyarrow as pa
from benchmarks.dashboards.answering import WAY, ask, at_hand, build, opened

from borgerfokus.apps.insight.actions.valuing import revalue
from borgerfokus.apps.insight.actions.writing import TOLD, Writer
from borgerfokus.apps.insight.queries.asking import Question
from borgerfokus.apps.insight.queries.flow import flow
from borgerfokus.core.flow import measures
from borgerfokus.core.flow.columns import NONE
from borgerfokus.core.flow.milestones import MILESTONES
from borgerfokus.core.indicators import load_shipped

_TOUCHED, _MORE = 20_000, 3
_HOUR = 3_600_000_000


def main() -> None:
    """A row for each size, or for the one that is measured in this process."""
    if sys.argv[1] == "one":
        print(measured(int(sys.argv[2])), flush=True)
        return
    print("| events | build s | refresh s | edges ms | variants ms | dashboard ms | map ms | on disk MB | peak MB |")
    print("|---|---|---|---|---|---|---|---|---|", flush=True)
    for events in sys.argv[1:]:
        subprocess.run([sys.executable, __file__, "one", events], check=True)


def measured(events: int) -> str:
    """The row of a size."""
    with TemporaryDirectory(dir=".") as name:
        folder = Path(name)
        built = taken(lambda: build(folder, events // len(WAY)))
        refreshed = taken(lambda: refresh(folder))
        log, front = at_hand(folder), [one for one in load_shipped() if one.front]
        asked = [
            lambda: log.rows(measures.edges(log.events)),
            lambda: log.rows(measures.variants(log.cases)),
            lambda: ask(folder, front, None, frozenset({"kind-3"})),
            lambda: flow(log, Question(kind="kind-3", activities=frozenset(MILESTONES), share=0.15)),
        ]
        answers = [f"{1_000 * min(taken(one) for _time in range(3)):.0f}" for one in asked]
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) // 1_000_000
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        return f"| {log.state.events:,} | {built:.1f} | {refreshed:.1f} | {' | '.join(answers)} | {size} | {peak} |"


def refresh(folder: Path) -> None:
    """Three events more in each of the newest cases."""
    log = opened(folder)
    first = max(0, log.state.cases - _TOUCHED)
    told = log.events.filter(log.events.case_no > first).order_by("case_no", "place").to_pyarrow()
    columns = {name: told[name] for name in TOLD.names if name in told.column_names}
    whole = pa.table({**columns, "hand": pa.array([NONE] * told.num_rows, pa.int64())}).select(TOLD.names).cast(TOLD)
    last = whole.filter(pa.compute.equal(whole["place"], len(WAY)))
    more = [whole]
    for number in range(1, _MORE + 1):
        moved = {"place": pa.compute.add(last["place"], number), "us": pa.compute.add(last["us"], number * _HOUR)}
        more.append(pa.table({name: moved.get(name, last[name]) for name in TOLD.names}).cast(TOLD))
    known = pa.table({"case_no": last["case_no"], "known": pa.array([len(WAY)] * last.num_rows)})
    writer = Writer.begin(folder)
    writer.add(pa.concat_tables(more), known=known)
    writer.finish()
    revalue(folder=folder, touched=writer.touched())


def taken(question: Callable[[], object]) -> float:
    """The seconds that something takes."""
    began = perf_counter()
    question()
    return perf_counter() - began


if __name__ == "__main__":
    main()
