"""What is made anew when the event table has changed: what each indicator counts of each case, and stays in phases."""

from dataclasses import replace
from pathlib import Path

from borgerfokus.apps.insight.actions.writing import PARQUET, generation, put_in_force
from borgerfokus.apps.insight.queries.forecasting import BEFORE_DECISION
from borgerfokus.apps.insight.queries.indicators import coded
from borgerfokus.apps.insight.queries.logs import State, open_log
from borgerfokus.core import indicators
from borgerfokus.core.flow.stays import stays


def value(*, folder: Path) -> State | None:
    """Make the tables of values and of stays of a log; None where there is no log."""
    log = open_log(folder)
    if log is None:
        return None
    number = generation(log.state.values_file) + 1
    values, waits = f"values-{number:06d}.parquet", f"stays-{number:06d}.parquet"
    codes = {word: code for code, word in enumerate(log.words.lists["activity"])}
    told = indicators.valued(indicators.load_shipped(), coded(log))
    if log.people is not None:
        told = indicators.of_people(told, log.people)
    log.engine.to_parquet(told, folder / values, **PARQUET)
    waiting = stays(log.events, codes=codes, phases=BEFORE_DECISION, seen=log.state.refreshed_us)
    log.engine.to_parquet(waiting, folder / waits, **PARQUET)
    state = replace(log.state, values_file=values, stays_file=waits)
    put_in_force(folder, state, before=log.state)
    return state
