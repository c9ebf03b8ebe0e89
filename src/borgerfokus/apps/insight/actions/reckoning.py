"""Reckoning how forecasts and simulation held by the released log: once, when it is frozen, as of its moment."""

from datetime import UTC, datetime
from pathlib import Path

from borgerfokus.apps.insight.actions.foretelling import foretell_quarter
from borgerfokus.apps.insight.actions.proving import prove
from borgerfokus.apps.insight.queries.forecasting import proven
from borgerfokus.apps.insight.queries.logs import RELEASED, state_of
from borgerfokus.apps.insight.queries.simulating import record


def prove_released(*, root: Path) -> bool:
    """Reckon what is not reckoned yet; whether anything was. For the system alone."""
    folder = root / RELEASED
    state = state_of(folder)
    if state is None or record(folder) is not None:
        return False
    at = datetime.fromtimestamp(state.refreshed_us / 1_000_000, tz=UTC)
    if proven(folder) is None:
        prove(folder=folder, at=at)
    foretell_quarter(folder=folder, at=at)
    return True
