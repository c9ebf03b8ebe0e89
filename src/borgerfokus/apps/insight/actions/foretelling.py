"""Reckoning once a day how well the simulation would have foretold the last whole quarter."""

import os
from datetime import datetime
from pathlib import Path

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.insight.queries.flow import kinds
from borgerfokus.apps.insight.queries.logs import open_log
from borgerfokus.apps.insight.queries.simulating import FORETOLD, Record, foretell, record, stored
from borgerfokus.core.dates import day_of

WORKERS = 8
"""How many are taken to work on a kind where nobody has said so: the effort is fitted to them."""


def foretell_quarter(*, folder: Path, at: datetime) -> Record | None:
    """Foretell the last whole quarter kind by kind, and keep it; None when it is done today, or without a log."""
    day, before = day_of(at), record(folder)
    log = open_log(folder)
    if log is None or (before is not None and before.day == day):
        return None
    starts, ends = casework.quarter_before(day)
    found = {}
    for kind, _cases in kinds(log):
        told = foretell(log, kind, starts=starts, ends=ends, workers=WORKERS)
        if told is not None:
            found[kind] = told
    made = Record(day, starts, ends, found)
    unfinished = folder / f"{FORETOLD}.{os.getpid()}"
    unfinished.write_text(stored(made), "utf-8")
    unfinished.replace(folder / FORETOLD)
    return made
