"""What an effort may be said to have done: paired change, shares with their uncertainty, and the cautions in words.

Pure Python: no numerical package is needed to run. Nothing is told about fewer people than the disclosure rule allows.
"""

from borgerfokus.core.effect.paired import Change, paired_change
from borgerfokus.core.effect.regression import Everybody, by_itself, everybody
from borgerfokus.core.effect.shares import Interval, Proportion, proportion, wilson
from borgerfokus.core.effect.size import Size, size_of

__all__ = [
    "Change",
    "Everybody",
    "Interval",
    "Proportion",
    "Size",
    "by_itself",
    "everybody",
    "paired_change",
    "proportion",
    "size_of",
    "wilson",
]
