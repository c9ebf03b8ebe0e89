"""Hearing of the party, decision and appeal.

What holds for two people at once stands in the database: one open decision a case, one in force, one hearing out, one
open appeal a decision, and an approver who has not written what is approved.
"""

from borgerfokus.apps.decisions.models.appeals import Appeal, AppealState, BoardDecision, CouncilTreatment
from borgerfokus.apps.decisions.models.decisions import (
    MADE_STATES,
    OPEN_STATES,
    Decision,
    DecisionCopy,
    DecisionState,
    LetterState,
)
from borgerfokus.apps.decisions.models.figures import ReversalFigure
from borgerfokus.apps.decisions.models.hearings import Hearing, HearingStage

__all__ = [
    "MADE_STATES",
    "OPEN_STATES",
    "Appeal",
    "AppealState",
    "BoardDecision",
    "CouncilTreatment",
    "Decision",
    "DecisionCopy",
    "DecisionState",
    "Hearing",
    "HearingStage",
    "LetterState",
    "ReversalFigure",
]
