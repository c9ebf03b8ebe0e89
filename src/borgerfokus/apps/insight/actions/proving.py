"""Reckoning once a day how far the forecasts held."""

import json
import os
from collections import defaultdict
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path

from borgerfokus.apps.insight.queries.forecasting import PROVEN, Proven, proven, stays
from borgerfokus.core import forecast
from borgerfokus.core.dates import day_of
from borgerfokus.core.forecast import Trial

FEWEST = 40
"""Fewer later cases of a kind than this say nothing of the kind by itself."""


def prove(*, folder: Path, at: datetime) -> Proven | None:
    """Ask about the later half of the cases with what was known when each came, and keep how it went.

    Done once a day; returns None when it is done already, or where there is no log.
    """
    day, before = day_of(at), proven(folder)
    spells = stays(folder, day)
    if not spells or (before is not None and before.day == day):
        return None
    found = forecast.trials(spells)
    by_kind: dict[str, list[Trial]] = defaultdict(list)
    for one in found:
        by_kind[one.key].append(one)
    kinds = {
        kind: record
        for kind, trials in sorted(by_kind.items())
        if len(trials) >= FEWEST and (record := forecast.record(trials)) is not None
    }
    told = Proven(day, forecast.record(found), kinds, forecast.drift(found), forecast.levels_for_now(spells))
    levels = [(kind, phase, asdict(each)) for (kind, phase), each in sorted(told.levels.items())]
    kept = asdict(replace(told, levels={})) | {"day": day.isoformat(), "levels": levels}
    unfinished = folder / f"{PROVEN}.{os.getpid()}"
    unfinished.write_text(json.dumps(kept), "utf-8")
    unfinished.replace(folder / PROVEN)
    return told
