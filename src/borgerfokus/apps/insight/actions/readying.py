"""Reckoning the figures of dashboards once a day, where a log is too large to be asked by each page."""

from datetime import date, datetime
from pathlib import Path

from borgerfokus.apps.insight.actions.preparing import Units, write
from borgerfokus.apps.insight.queries import prepared
from borgerfokus.apps.insight.queries.logs import open_log, state_of
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.organisation import queries as organisation


def prepare(*, folder: Path, at: datetime) -> bool:
    """Reckon the figures of a large log, unless it is done today. Returns whether it was."""
    state, day = state_of(folder), day_of(at)
    if state is None or state.events < prepared.LARGE or state.figures_on == day.isoformat():
        return False
    log = open_log(folder)
    if log is None:
        return False
    return write(log, folder=folder, scopes=_scopes(day), day=day)


def _scopes(day: date) -> list[Units]:
    """Everywhere, each unit, and each unit with all below it; each once."""
    units = {one.pk: one.key for one in organisation.units(on=day)}
    found: dict[Units, None] = {None: None}
    for pk, key in units.items():
        found[frozenset({key})] = None
        found[frozenset(units[one] for one in organisation.descendants([pk], on=day) if one in units)] = None
    return list(found)
