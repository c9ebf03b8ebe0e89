"""The event table against the peer, on one log that is replicated: times, memory, and whether both say the same.

    python benchmarks/flow/ours.py LOG.xes.gz TIMES [PEER_PYTHON]

`PEER_PYTHON` is the interpreter of an environment with pm4py (`peer.py`). Without it the measures are held against the
column scan alone. The best of five questions counts, as for the scan.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import pyarrow as pa

from borgerfokus.apps.insight.actions.importing import import_xes
from borgerfokus.apps.insight.actions.writing import TOLD, Writer
from borgerfokus.apps.insight.queries.logs import Log, open_log
from borgerfokus.core.flow import measures
from borgerfokus.core.flow.columns import NONE

_COPIES_AT_ONCE = 50
_MILLISECOND = 1_000


def main() -> None:
    """Build, measure, and print a table in Markdown."""
    path, times = Path(sys.argv[1]), int(sys.argv[2])
    peer = json.loads(_peer(sys.argv[3], path, times)) if len(sys.argv) > 3 else None
    with TemporaryDirectory() as folder:
        began = perf_counter()
        replicate(path, times, Path(folder))
        built = perf_counter() - began
        log = opened(Path(folder) / "many")
        print(f"{log.state.events} events, {log.state.cases} cases, built in {built:.1f} s\n")
        print("| question | seconds | scans | peer, seconds | times faster |\n|---|---|---|---|---|")
        questions(log, peer)
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"\npeak MB: {own}, peer {peer and peer['peak_mb']}")
        if peer:
            print("the same edges and variants:", same(log, peer))


def opened(folder: Path) -> Log:
    """The log of a folder that has one."""
    log = open_log(folder)
    if log is None:
        raise SystemExit(f"no log in {folder}")
    return log


def replicate(path: Path, times: int, folder: Path) -> None:
    """The log once in `folder/one`, and `times` over in `folder/many`, each copy a millisecond later."""
    import_xes(file=path, folder=folder / "one", name="log")
    one = opened(folder / "one")
    told = one.events.order_by("case_no", "place").to_pyarrow()
    cases = one.state.cases
    writer = Writer.begin(folder / "many")
    writer.words.lists.update({name: list(words) for name, words in one.words.lists.items()})
    for first in range(0, times, _COPIES_AT_ONCE):
        copies = [_copy(told, copy, cases) for copy in range(first, min(first + _COPIES_AT_ONCE, times))]
        writer.add(pa.concat_tables(copies))
    writer.finish(source="benchmark")


def _copy(told: "pa.Table", copy: int, cases: int) -> "pa.Table":
    columns = {name: told[name] for name in TOLD.names if name in told.column_names}
    columns["case_no"] = pa.compute.add(told["case_no"], copy * cases)
    columns["us"] = pa.compute.add(told["us"], copy * _MILLISECOND)
    columns["hand"] = pa.array([NONE] * told.num_rows, pa.int64())
    return pa.table({name: columns[name] for name in TOLD.names}, schema=TOLD)


def questions(log: Log, peer: dict[str, Any] | None) -> None:
    """One row for each question."""
    events, cases = log.events, log.cases
    columns = events.aggregate(a=events.before.sum(), b=events.activity.sum(), c=events.since.sum())
    scan = _best(lambda: log.rows(columns))
    print(f"| scan of the columns | {scan:.3f} | 1 | | |")
    took = peer["took"] if peer else {}
    edges = (took.get("edges: frequency", 0) + took.get("edges: mean and median", 0)) or None
    for name, question, theirs in (
        ("edges: frequency, mean, median", lambda: log.rows(measures.edges(events)), edges),
        ("variants", lambda: log.rows(measures.variants(cases)), took.get("variants")),
        ("durations", lambda: log.rows(measures.durations(cases)), took.get("durations")),
    ):
        ours = _best(question)
        faster = f"{theirs / ours:.0f}" if theirs else ""
        print(f"| {name} | {ours:.3f} | {ours / scan:.1f} | {theirs or ''} | {faster} |")


def _best(question: Callable[[], Any]) -> float:
    found = []
    for _ in range(5):
        began = perf_counter()
        question()
        found.append(perf_counter() - began)
    return min(found)


def same(log: Log, peer: dict[str, Any]) -> bool:
    """Whether edges (to the millisecond) and the counts of variants are those of the peer."""

    def word(code: int) -> str:
        return log.words.word("activity", code)

    ours = sorted(
        (word(row["before"]), word(row["activity"]), row["times"], row["mean_us"] / 1e6, row["median_us"] / 1e6)
        for row in log.rows(measures.edges(log.events))
    )
    pairs = zip(ours, peer["edges"], strict=True)
    edges = all(
        one[:3] == tuple(other[:3]) and abs(one[3] - other[3]) < 0.002 and abs(one[4] - other[4]) < 0.002
        for one, other in pairs
    )
    counts = sorted(row["cases"] for row in log.rows(measures.variants(log.cases)))
    return edges and counts == sorted(count for _, count in peer["variants"])


def _peer(python: str, path: Path, times: int) -> str:
    command = [python, str(Path(__file__).with_name("peer.py")), str(path), str(times)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
