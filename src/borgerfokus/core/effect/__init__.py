"""What an effort may be said to have done: paired change, shares with their uncertainty, and the cautions in words.

Pure Python: no numerical package is needed to run. Nothing is told about fewer people than the disclosure rule allows.
"""

from borgerfokus.core.effect.paired import Change, paired_change
from borgerfokus.core.effect.shares import Interval, Proportion, proportion, wilson

__all__ = ["Change", "Interval", "Proportion", "paired_change", "proportion", "wilson"]
