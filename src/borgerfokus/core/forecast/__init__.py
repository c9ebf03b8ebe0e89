"""When a case can be expected to be decided, from cases that stood where it stands, and how far such words held.

And what lies ahead of a team: cases in, decisions out, dates that may be missed, and the hours that it takes.
"""

from borgerfokus.core.forecast.drift import Drift, Way, drift
from borgerfokus.core.forecast.hours import Coming, Pace, hours_by_week, mean_days, pace
from borgerfokus.core.forecast.levels import Levels
from borgerfokus.core.forecast.likeness import Likeness, Spell, like
from borgerfokus.core.forecast.proving import Record, Said, Trial, levels_for_now, record, said_of, trials
from borgerfokus.core.forecast.survival import Curve
from borgerfokus.core.forecast.weeks import Incoming, Week, decided_by_week, incoming_by_week, missed_by_week

__all__ = [
    "Coming",
    "Curve",
    "Drift",
    "Incoming",
    "Levels",
    "Likeness",
    "Pace",
    "Record",
    "Said",
    "Spell",
    "Trial",
    "Way",
    "Week",
    "decided_by_week",
    "drift",
    "hours_by_week",
    "incoming_by_week",
    "levels_for_now",
    "like",
    "mean_days",
    "missed_by_week",
    "pace",
    "record",
    "said_of",
    "trials",
]
