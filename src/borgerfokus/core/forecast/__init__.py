"""When a case can be expected to be decided, from cases that stood where it stands, and how far such words held."""

from borgerfokus.core.forecast.levels import Levels, calibrated
from borgerfokus.core.forecast.likeness import Likeness, Spell, like
from borgerfokus.core.forecast.proving import Record, Said, Trial, levels_of, record, said_of, trials
from borgerfokus.core.forecast.survival import Curve
from borgerfokus.core.forecast.weeks import Week, decided_by_week, incoming_by_week

__all__ = [
    "Curve",
    "Levels",
    "Likeness",
    "Record",
    "Said",
    "Spell",
    "Trial",
    "Week",
    "calibrated",
    "decided_by_week",
    "incoming_by_week",
    "levels_of",
    "like",
    "record",
    "said_of",
    "trials",
]
