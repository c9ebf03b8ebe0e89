"""The door of decisions: what the apps above, the web, the API and the commands may call."""

from borgerfokus.apps.decisions.actions.appeals import (
    NewAppeal,
    Reassessment,
    file_appeal,
    reassess,
    withdraw_appeal,
)
from borgerfokus.apps.decisions.actions.approval import approve, return_with_reason, send_to_approval
from borgerfokus.apps.decisions.actions.board import NewBoardDecision, finish_learning, register_board_decision
from borgerfokus.apps.decisions.actions.council import Treatment, treat_reversals
from borgerfokus.apps.decisions.actions.drafts import DraftContent, NewDraft, save_draft, start_draft
from borgerfokus.apps.decisions.actions.halting import halt_appeal_in, run_appeal_in
from borgerfokus.apps.decisions.actions.hearings import (
    HearingAnswer,
    NewHearing,
    answer_hearing,
    exempt_hearing,
    send_hearing,
)
from borgerfokus.apps.decisions.actions.issuing import Issued, issue
from borgerfokus.apps.decisions.actions.moretime import answer_more_time, ask_more_time
from borgerfokus.apps.decisions.actions.publishing import publish_reversals
from borgerfokus.apps.decisions.actions.results import hand_letter_over, send_letter_again
from borgerfokus.apps.decisions.models import (
    AppealState,
    CouncilTreatment,
    DecisionState,
    HearingStage,
    LetterState,
    ReversalFigure,
)
from borgerfokus.apps.decisions.queries.appeals import AppealView, BoardView, appeals_of
from borgerfokus.apps.decisions.queries.event_words import words_of
from borgerfokus.apps.decisions.queries.guidance import appeal_guidance
from borgerfokus.apps.decisions.queries.letter import Checked
from borgerfokus.apps.decisions.queries.next_act import next_act_of, register_help, situation_of
from borgerfokus.apps.decisions.queries.preview import (
    Preview,
    letter_checks,
    preview,
    propose_again,
    readability_of,
)
from borgerfokus.apps.decisions.queries.reversals import (
    Lesson,
    Reversals,
    lessons,
    lessons_of_type,
    rates,
    reversals,
    told_reversals,
    treatment_of,
)
from borgerfokus.apps.decisions.queries.rows import visible_to
from borgerfokus.apps.decisions.queries.sender import Frame, frame_of
from borgerfokus.apps.decisions.queries.sender import frame_of as letter_frame
from borgerfokus.apps.decisions.queries.standing import REASSESSMENT, Standing, standing_of
from borgerfokus.apps.decisions.queries.views import (
    DecisionView,
    HearingView,
    MadeDecision,
    decision_of,
    decisions_of,
    hearings_of,
    made_decisions_of,
    to_approve,
)

__all__ = [
    "REASSESSMENT",
    "AppealState",
    "AppealView",
    "BoardView",
    "Checked",
    "CouncilTreatment",
    "DecisionState",
    "DecisionView",
    "DraftContent",
    "Frame",
    "HearingAnswer",
    "HearingStage",
    "HearingView",
    "Issued",
    "Lesson",
    "LetterState",
    "MadeDecision",
    "NewAppeal",
    "NewBoardDecision",
    "NewDraft",
    "NewHearing",
    "Preview",
    "Reassessment",
    "ReversalFigure",
    "Reversals",
    "Standing",
    "Treatment",
    "answer_hearing",
    "answer_more_time",
    "appeal_guidance",
    "appeals_of",
    "approve",
    "ask_more_time",
    "decision_of",
    "decisions_of",
    "exempt_hearing",
    "file_appeal",
    "finish_learning",
    "frame_of",
    "halt_appeal_in",
    "hand_letter_over",
    "hearings_of",
    "issue",
    "lessons",
    "lessons_of_type",
    "letter_checks",
    "letter_frame",
    "made_decisions_of",
    "next_act_of",
    "preview",
    "propose_again",
    "publish_reversals",
    "rates",
    "readability_of",
    "reassess",
    "register_board_decision",
    "register_help",
    "return_with_reason",
    "reversals",
    "run_appeal_in",
    "save_draft",
    "send_hearing",
    "send_letter_again",
    "send_to_approval",
    "situation_of",
    "standing_of",
    "start_draft",
    "to_approve",
    "told_reversals",
    "treat_reversals",
    "treatment_of",
    "visible_to",
    "withdraw_appeal",
    "words_of",
]
