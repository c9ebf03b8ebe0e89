"""The peer: pm4py on a log that is replicated in memory. It runs in an environment of its own, never in the product's.

    python -m venv peer && peer/bin/pip install pm4py
    peer/bin/python benchmarks/flow/peer.py LOG.xes.gz TIMES > peer.json
"""

import json
import resource
import sys
from time import perf_counter

import pandas as pd
import pm4py

CASE, ACTIVITY, TIME = "case:concept:name", "concept:name", "time:timestamp"


def replicated(path: str, times: int) -> pd.DataFrame:
    """The log `times` over, with other names for the cases, each copy a millisecond later."""
    log = pm4py.read_xes(path)[[CASE, ACTIVITY, TIME]]
    parts = []
    for copy in range(times):
        part = log.copy()
        part[CASE] = f"{copy}/" + part[CASE]
        part[TIME] = part[TIME] + pd.Timedelta(milliseconds=copy)
        parts.append(part)
    return pm4py.format_dataframe(pd.concat(parts, ignore_index=True), case_id=CASE, activity_key=ACTIVITY)


def main() -> None:
    """Measure, and print what was found with how long it took."""
    log = replicated(sys.argv[1], int(sys.argv[2]))
    took = {}

    def timed(name: str, work):  # noqa: ANN001, ANN202 (a benchmark)
        began = perf_counter()
        found = work()
        took[name] = round(perf_counter() - began, 4)
        return found

    counts, _, _ = timed("edges: frequency", lambda: pm4py.discover_dfg(log))
    performance, _, _ = timed("edges: mean and median", lambda: pm4py.discover_performance_dfg(log))
    variants = timed("variants", lambda: pm4py.get_variants(log))
    lengths = timed("durations", lambda: pm4py.get_all_case_durations(log))
    spread = pd.Series(lengths)
    found = {
        "events": len(log),
        "took": took,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "edges": sorted(
            [one, other, times, round(performance[one, other]["mean"], 3), round(performance[one, other]["median"], 3)]
            for (one, other), times in counts.items()
        ),
        "variants": sorted(
            [list(order), len(cases) if hasattr(cases, "__len__") else cases] for order, cases in variants.items()
        ),
        "durations": [len(lengths), round(float(spread.mean()), 3), round(float(spread.median()), 3)],
    }
    json.dump(found, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
