"""Indicators: what is counted, how, and which way is good, as documents; their figures over the event table."""

from borgerfokus.core.indicators.cells import CELLS, Ask, asked, cells_of, merged, taken_away
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
    UNIT_ROOM,
    VALUES,
    By,
    Figure,
    Window,
    by_month,
    by_unit,
    figure,
    valued,
    whole,
    within,
)
from borgerfokus.core.indicators.formula import Coded, Statistic
from borgerfokus.core.indicators.trend import Limits, Signal, limits_of, signals
from borgerfokus.core.indicators.watch import RULE_NAMES, TARGET_MONTHS, Raised, WatchRule, raised
from borgerfokus.core.indicators.words import SIGNAL_WORDS, month_words, written

__all__ = [
    "CELLS",
    "RULE_NAMES",
    "SIGNAL_WORDS",
    "TARGET_MONTHS",
    "THEME_NAMES",
    "UNIT_ROOM",
    "VALUES",
    "Ask",
    "Audience",
    "By",
    "Coded",
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
    "asked",
    "by_month",
    "by_unit",
    "cells_of",
    "coarse",
    "figure",
    "limits_of",
    "load_shipped",
    "merged",
    "month_words",
    "raised",
    "read",
    "rounded",
    "signals",
    "taken_away",
    "valued",
    "whole",
    "within",
    "written",
]
