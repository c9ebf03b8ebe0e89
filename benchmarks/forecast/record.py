"""How far forecasts hold on a log from outside: `record.py LOG.xes.gz`. A stay is the time between two activities.

Prints, over the later half of the cases, the shares within the ranges and the mean days off, beside two plain guesses.
"""

import gzip
import sys
from collections import defaultdict
from pathlib import Path

from borgerfokus.core import forecast
from borgerfokus.core.flow import xes
from borgerfokus.core.forecast import Spell

DAY = 86_400_000_000


def spells(log: Path) -> dict[tuple[str, str], list[Spell]]:
    """Every stay, by the activity it follows; the wait goes on to the last event of the case."""
    found = defaultdict(list)
    with gzip.open(log) as source:
        for trace in xes.read(iter(lambda: source.read(1 << 16), b"")):
            moments = [event.us / DAY for event in trace.events]
            for event, us, left in zip(trace.events, moments, moments[1:], strict=False):
                found["log", event.activity].append(Spell(us, left - us, moments[-1] - us, decided=True))
    return found


if __name__ == "__main__":
    told = forecast.record(forecast.trials(spells(Path(sys.argv[1]))))
    if told is None:
        sys.exit("The log has too few cases.")
    sys.stdout.write(f"{told.cases} asked · nine of ten {told.nine_of_ten:.1%} · half {told.half:.1%}\n")
    sys.stdout.write(f"days off {told.off:.2f} · phase {told.off_mean_of_phase:.2f} · all {told.off_mean_of_all:.2f}\n")
