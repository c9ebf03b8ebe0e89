"""Indicators: what is counted, how, and which way is good, as documents; their figures over the event table."""

from borgerfokus.core.indicators.document import (
    THEME_NAMES,
    Direction,
    Indicator,
    Measure,
    Theme,
    UnusableIndicator,
    load_shipped,
    read,
)
from borgerfokus.core.indicators.figures import VALUES, Figure, Window, by_month, by_unit, figure, valued, whole
from borgerfokus.core.indicators.formula import Coded, Statistic
from borgerfokus.core.indicators.trend import Limits, Signal, limits_of, signals

__all__ = [
    "THEME_NAMES",
    "VALUES",
    "Coded",
    "Direction",
    "Figure",
    "Indicator",
    "Limits",
    "Measure",
    "Signal",
    "Statistic",
    "Theme",
    "UnusableIndicator",
    "Window",
    "by_month",
    "by_unit",
    "figure",
    "limits_of",
    "load_shipped",
    "read",
    "signals",
    "valued",
    "whole",
]
