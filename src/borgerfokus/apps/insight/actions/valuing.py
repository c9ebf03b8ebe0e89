"""The table of values: what each indicator counts of each case, made anew when the event table has changed."""

from dataclasses import replace
from pathlib import Path

from borgerfokus.apps.insight.actions.writing import PARQUET, generation, put_in_force
from borgerfokus.apps.insight.queries.indicators import coded
from borgerfokus.apps.insight.queries.logs import State, open_log
from borgerfokus.core import indicators


def value(*, folder: Path) -> State | None:
    """Make the table of values of a log; None where there is no log."""
    log = open_log(folder)
    if log is None:
        return None
    name = f"values-{generation(log.state.values_file) + 1:06d}.parquet"
    log.engine.to_parquet(indicators.valued(indicators.load_shipped(), coded(log)), folder / name, **PARQUET)
    state = replace(log.state, values_file=name)
    put_in_force(folder, state, before=log.state)
    return state
