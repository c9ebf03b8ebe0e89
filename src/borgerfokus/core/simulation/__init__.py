"""What if: how long cases would take with faster answers, more hands or a phase less, by drawing courses anew.

How it is reckoned, and what it cannot know, stands in `docs/reference/flow.md`.
"""

from borgerfokus.core.simulation.courses import Course, Stretch, Who, course_of
from borgerfokus.core.simulation.fitting import calibrated
from borgerfokus.core.simulation.queue import Change, Setting
from borgerfokus.core.simulation.saying import Answer, Foretold, Range, answers, foretell

__all__ = [
    "Answer",
    "Change",
    "Course",
    "Foretold",
    "Range",
    "Setting",
    "Stretch",
    "Who",
    "answers",
    "calibrated",
    "course_of",
    "foretell",
]
