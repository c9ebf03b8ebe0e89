"""The other municipalities of the demo: 98 that do not exist, read into the hub as if they had sent their files."""

from datetime import datetime
from typing import Final

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.insight import service as insight
from borgerfokus.core.benchmark.document import Definition
from borgerfokus.core.benchmark.synthetic import Level, World
from borgerfokus.core.dates import day_of
from borgerfokus.core.indicators import Audience, Indicator, Statistic, load_shipped
from borgerfokus.foundation.access.actor import system

WORLD: Final = World("fjordby")
_USUAL: Final = {"percent": (0.3, 0.45), "days": (12.0, 12.0), "number": (0.5, 0.8), "kroner": (90_000.0, 60_000.0)}
_LEVELS: Final = {
    "appealed": (0.06, 0.24),
    "assessment_time": (1.4, 3.9),
    "back_to_information": (0.05, 0.22),
    "caseworker_time": (0.9, 1.5),
    "comments": (0.14, 0.4),
    "consulted": (0.07, 0.25),
    "deadlines_extended": (0.07, 0.25),
    "deadlines_kept": (0.9, 0.3),
    "decided_in_eight_weeks": (0.93, 0.25),
    "decision_time": (13.5, 25.0),
    "decisions": (0.006, 0.0),
    "digital": (0.6, 0.49),
    "facts_asked": (0.3, 0.46),
    "follow_up_time": (168.0, 240.0),
    "handed_over": (0.06, 0.24),
    "hands": (2.0, 2.9),
    "heard": (0.12, 0.33),
    "hearing_answered": (0.6, 0.49),
    "help_time": (24.0, 27.0),
    "information_time": (7.0, 16.0),
    "letter_time": (0.4, 0.5),
    "messages": (0.1, 0.34),
    "reminded": (0.07, 0.25),
    "start_time": (8.0, 5.1),
    "suspended": (0.12, 0.33),
    "units": (1.4, 2.3),
    "writing_time": (0.3, 2.0),
}
"""The common figure and the spread of one case, a little off what Fjordby itself has, so that it is one of many."""

_PER_CITIZEN: Final = 0.02
_FJORDBY: Final = {"population": 14_000, "density": 96.4, "older": 25.1, "income": 287.5}


def build(*, now: datetime) -> None:
    """Fill the hub with a quarter of theirs, and with the key figures of theirs and ours."""
    by = system("demo")
    starts, _ends = casework.quarter_before(day_of(now))
    told = [one for one in load_shipped() if one.is_told(Audience.COMMITTEE)]
    levels = [level(one) for one in told if one.statistic is not Statistic.COUNT or one.key in _LEVELS]
    insight.invent(world=WORLD, quarter=casework.quarter_of(starts), levels=levels, own=_FJORDBY, by=by, at=now)


def level(one: Indicator) -> Level:
    """The common figure of an indicator in the demo's country."""
    value, spread = _LEVELS.get(one.key, _USUAL[one.measure.value])
    definition = Definition(
        key=one.key,
        version=one.version,
        title=one.title,
        definition=one.definition,
        statistic=one.statistic.value,
        measure=one.measure.value,
        direction=one.direction.value,
    )
    return Level(definition, value, spread, _PER_CITIZEN)
