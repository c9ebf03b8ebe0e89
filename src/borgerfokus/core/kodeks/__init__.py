"""The kodeks for good casework: a few statements, each resting on checks that are reckoned from what a case holds.

The municipality writes the statements and chooses the checks; the checks are a closed list (`checks`), so that every
one of them is tested, and means the same in every team. A check never grades a person: it says of one case that
something is kept, is not kept yet, or does not apply, and where it is mended.
"""

from borgerfokus.core.kodeks.checks import CHECKS, Check, Place, Standing, judge
from borgerfokus.core.kodeks.facts import CaseFacts, Limits
from borgerfokus.core.kodeks.statements import (
    PERSPECTIVES,
    Kept,
    Perspective,
    Statement,
    faults_of,
    from_stored,
    standing_of,
    to_stored,
)

__all__ = [
    "CHECKS",
    "PERSPECTIVES",
    "CaseFacts",
    "Check",
    "Kept",
    "Limits",
    "Perspective",
    "Place",
    "Standing",
    "Statement",
    "faults_of",
    "from_stored",
    "judge",
    "standing_of",
    "to_stored",
]
