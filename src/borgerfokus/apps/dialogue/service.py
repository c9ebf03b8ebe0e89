"""The door of dialogue: what the web, the API and the commands may call."""

from borgerfokus.apps.dialogue.actions.answering import TaskAnswer, answer_task, mark_seen
from borgerfokus.apps.dialogue.actions.complaints import NewComplaint, answer_complaint, complain
from borgerfokus.apps.dialogue.actions.concern_handling import (
    NewAssessment as NewConcernAssessment,
)
from borgerfokus.apps.dialogue.actions.concern_handling import (
    NewChild,
)
from borgerfokus.apps.dialogue.actions.concern_handling import assess as assess_concern
from borgerfokus.apps.dialogue.actions.concern_handling import hand as hand_concern
from borgerfokus.apps.dialogue.actions.concern_handling import match as match_concern
from borgerfokus.apps.dialogue.actions.concern_handling import receipt_sent as concern_receipt_sent
from borgerfokus.apps.dialogue.actions.concern_handling import register_child as register_child_of_concern
from borgerfokus.apps.dialogue.actions.concern_handling import take as take_concern
from borgerfokus.apps.dialogue.actions.concern_handling import unmatch as unmatch_concern
from borgerfokus.apps.dialogue.actions.concern_intake import (
    Child,
    NewConcern,
    Received,
    Who,
)
from borgerfokus.apps.dialogue.actions.concern_intake import receive as receive_concern
from borgerfokus.apps.dialogue.actions.concern_intake import record as record_concern
from borgerfokus.apps.dialogue.actions.concern_ways import NewWay
from borgerfokus.apps.dialogue.actions.concern_ways import decide as decide_concern
from borgerfokus.apps.dialogue.actions.concern_ways import decide_identity as decide_notifier_identity
from borgerfokus.apps.dialogue.actions.concern_ways import reopen as reopen_concern
from borgerfokus.apps.dialogue.actions.drafting import (
    Started,
    Unfinished,
    drop_draft,
    save_draft,
    start_or_resume,
    unfinished,
)
from borgerfokus.apps.dialogue.actions.experiences import Told as ToldExperience
from borgerfokus.apps.dialogue.actions.experiences import decline as decline_question
from borgerfokus.apps.dialogue.actions.experiences import tell as tell_experience
from borgerfokus.apps.dialogue.actions.experiences import withdraw as withdraw_experience
from borgerfokus.apps.dialogue.actions.letters import hand_over, send_on_paper
from borgerfokus.apps.dialogue.actions.notices import register as register_notice
from borgerfokus.apps.dialogue.actions.own import (
    NOT_A_NUMBER,
    NewMeasure,
    NewSeries,
    delete_own,
    measure,
    share_own,
    start_series,
    write_own_note,
)
from borgerfokus.apps.dialogue.actions.receipts import letter as concern_receipt_letter
from borgerfokus.apps.dialogue.actions.receipts import text_of as concern_receipt_text
from borgerfokus.apps.dialogue.actions.sharing import share as share_document
from borgerfokus.apps.dialogue.actions.sharing import unshare as unshare_document
from borgerfokus.apps.dialogue.actions.submitting import NewRequest, Submitted, submit
from borgerfokus.apps.dialogue.models import (
    Complaint,
    ComplaintKind,
    Concern,
    ConcernAlarm,
    Experience,
    OrderTrail,
    PhaseQuestion,
)
from borgerfokus.apps.dialogue.policies import relation_to
from borgerfokus.apps.dialogue.queries.complaints import complaints_for, own_complaints
from borgerfokus.apps.dialogue.queries.concerns import Board, Line, Told, on_duty_staff, siblings_of
from borgerfokus.apps.dialogue.queries.concerns import alarms_of as concern_alarms
from borgerfokus.apps.dialogue.queries.concerns import board as duty_board
from borgerfokus.apps.dialogue.queries.concerns import earlier as earlier_concerns
from borgerfokus.apps.dialogue.queries.concerns import find as find_concern
from borgerfokus.apps.dialogue.queries.concerns import limits as concern_limits
from borgerfokus.apps.dialogue.queries.concerns import of_children as concerns_of_children
from borgerfokus.apps.dialogue.queries.concerns import urgent as urgent_concerns
from borgerfokus.apps.dialogue.queries.duty import SCREENING, is_on_duty
from borgerfokus.apps.dialogue.queries.expected import Expected, ExpectedKind
from borgerfokus.apps.dialogue.queries.expected import expected_of as tasks_of
from borgerfokus.apps.dialogue.queries.experiences import (
    experience_of,
    find_question,
    open_question,
    told_of,
)
from borgerfokus.apps.dialogue.queries.inbox import TICKED_OFF, InboxKind, Incoming, inbox_of
from borgerfokus.apps.dialogue.queries.occasions import NOW, RESULTS, Occasion
from borgerfokus.apps.dialogue.queries.own import NoteView, Own, SeriesView, own_of, shared_own
from borgerfokus.apps.dialogue.queries.prefill import PREFILLED, known_answers
from borgerfokus.apps.dialogue.queries.requests import (
    NoticeView,
    RequestView,
    notices_of,
    requests_of,
    visible_to,
)
from borgerfokus.apps.dialogue.queries.sharing import SharedView, shared_in, shared_with, trails
from borgerfokus.apps.dialogue.queries.texts import NoticeKind

__all__ = [
    "NOT_A_NUMBER",
    "NOW",
    "PREFILLED",
    "RESULTS",
    "SCREENING",
    "TICKED_OFF",
    "Board",
    "Child",
    "Complaint",
    "ComplaintKind",
    "Concern",
    "ConcernAlarm",
    "Expected",
    "ExpectedKind",
    "Experience",
    "InboxKind",
    "Incoming",
    "Line",
    "NewChild",
    "NewComplaint",
    "NewConcern",
    "NewConcernAssessment",
    "NewMeasure",
    "NewRequest",
    "NewSeries",
    "NewWay",
    "NoteView",
    "NoticeKind",
    "NoticeView",
    "Occasion",
    "OrderTrail",
    "Own",
    "PhaseQuestion",
    "Received",
    "RequestView",
    "SeriesView",
    "SharedView",
    "Started",
    "Submitted",
    "TaskAnswer",
    "Told",
    "ToldExperience",
    "Unfinished",
    "Who",
    "answer_complaint",
    "answer_task",
    "assess_concern",
    "complain",
    "complaints_for",
    "concern_alarms",
    "concern_limits",
    "concern_receipt_letter",
    "concern_receipt_sent",
    "concern_receipt_text",
    "concerns_of_children",
    "decide_concern",
    "decide_notifier_identity",
    "decline_question",
    "delete_own",
    "drop_draft",
    "duty_board",
    "earlier_concerns",
    "experience_of",
    "find_concern",
    "find_question",
    "hand_concern",
    "hand_over",
    "inbox_of",
    "is_on_duty",
    "known_answers",
    "mark_seen",
    "match_concern",
    "measure",
    "notices_of",
    "on_duty_staff",
    "open_question",
    "own_complaints",
    "own_of",
    "receive_concern",
    "record_concern",
    "register_child_of_concern",
    "register_notice",
    "relation_to",
    "reopen_concern",
    "requests_of",
    "save_draft",
    "send_on_paper",
    "share_document",
    "share_own",
    "shared_in",
    "shared_own",
    "shared_with",
    "siblings_of",
    "start_or_resume",
    "start_series",
    "submit",
    "take_concern",
    "tasks_of",
    "tell_experience",
    "told_of",
    "trails",
    "unfinished",
    "unmatch_concern",
    "unshare_document",
    "urgent_concerns",
    "visible_to",
    "withdraw_experience",
    "write_own_note",
]
