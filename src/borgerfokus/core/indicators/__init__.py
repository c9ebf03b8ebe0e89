"""Indicators: what is counted, how, and which way is good, as documents; their figures over the event table."""

from borgerfokus.core.indicators.document import (
    THEME_NAMES,
    Audience,
    Direction,
    Indicator,
    Measure,
    Theme,
    UnusableIndicator,
    load_shipped,
    read,
)
from borgerfokus.core.indicators.door import coarse, rounded
from borgerfokus.core.indicators.figures import (
    VALUES,
    Crowd,
    Figure,
    Window,
    by_month,
    by_unit,
    by_unit_and_month,
    figure,
    of_people,
    valued,
    whole,
    within,
)
from borgerfokus.core.indicators.formula import Coded, Statistic
from borgerfokus.core.indicators.trend import Limits, Signal, limits_of, signals
from borgerfokus.core.indicators.watch import RULE_NAMES, TARGET_MONTHS, Raised, WatchRule, raised
from borgerfokus.core.indicators.words import SIGNAL_WORDS, month_words, written

__all__ = [
    "RULE_NAMES",
    "SIGNAL_WORDS",
    "TARGET_MONTHS",
    "THEME_NAMES",
    "VALUES",
    "Audience",
    "Coded",
    "Crowd",
    "Direction",
    "Figure",
    "Indicator",
    "Limits",
    "Measure",
    "Raised",
    "Signal",
    "Statistic",
    "Theme",
    "UnusableIndicator",
    "WatchRule",
    "Window",
    "by_month",
    "by_unit",
    "by_unit_and_month",
    "coarse",
    "figure",
    "limits_of",
    "load_shipped",
    "month_words",
    "of_people",
    "raised",
    "read",
    "rounded",
    "signals",
    "valued",
    "whole",
    "within",
    "written",
]
