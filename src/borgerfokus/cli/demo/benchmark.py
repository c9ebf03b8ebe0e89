"""The other municipalities of the demo: 98 that do not exist, read into the hub as if they had sent their files."""

from datetime import datetime
from typing import Final

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.insight import service as insight
from borgerfokus.core.benchmark.document import Definition
from borgerfokus.core.benchmark.synthetic import Level, World
from borgerfokus.core.dates import day_of
from borgerfokus.core.indicators import Indicator, load_shipped
from borgerfokus.foundation.access.actor import system

WORLD: Final = World("fjordby")
_SHARE, _DAYS, _NUMBER = (0.72, 0.45), (14.0, 16.0), (1.4, 1.5)
_USUAL: Final = {"percent": _SHARE, "days": _DAYS, "number": _NUMBER}
_PER_CITIZEN: Final = 0.012
_FJORDBY: Final = {"population": 14_000, "density": 96.4, "older": 25.1, "income": 287.5}


def build(*, now: datetime) -> None:
    """Fill the hub with a quarter of theirs, and with the key figures of theirs and ours."""
    by = system("demo")
    starts, _ends = casework.quarter_before(day_of(now))
    levels = [level(one) for one in load_shipped() if one.statistic.value != "count"]
    insight.invent(world=WORLD, quarter=casework.quarter_of(starts), levels=levels, own=_FJORDBY, by=by, at=now)


def level(one: Indicator) -> Level:
    """The common figure of an indicator in the demo's country: the target where there is one."""
    usual, spread = _USUAL[one.measure.value]
    value = one.target or usual
    definition = Definition(
        key=one.key,
        version=one.version,
        title=one.title,
        definition=one.definition,
        statistic=one.statistic.value,
        measure=one.measure.value,
        direction=one.direction.value,
    )
    return Level(definition, value, spread * value / usual, _PER_CITIZEN)
