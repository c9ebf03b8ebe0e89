"""The door of dialogue: what the web, the API and the commands may call."""

from borgerfokus.apps.dialogue.actions.answering import TaskAnswer, answer_task, mark_seen
from borgerfokus.apps.dialogue.actions.drafting import (
    Started,
    Unfinished,
    drop_draft,
    save_draft,
    start_or_resume,
    unfinished,
)
from borgerfokus.apps.dialogue.actions.experiences import Told
from borgerfokus.apps.dialogue.actions.experiences import decline as decline_question
from borgerfokus.apps.dialogue.actions.experiences import tell as tell_experience
from borgerfokus.apps.dialogue.actions.experiences import withdraw as withdraw_experience
from borgerfokus.apps.dialogue.actions.letters import hand_over, send_on_paper
from borgerfokus.apps.dialogue.actions.sharing import share as share_document
from borgerfokus.apps.dialogue.actions.sharing import unshare as unshare_document
from borgerfokus.apps.dialogue.actions.submitting import NewRequest, Submitted, submit
from borgerfokus.apps.dialogue.models import Experience, OrderTrail, PhaseQuestion
from borgerfokus.apps.dialogue.policies import relation_to
from borgerfokus.apps.dialogue.queries.expected import Expected, ExpectedKind
from borgerfokus.apps.dialogue.queries.expected import expected_of as tasks_of
from borgerfokus.apps.dialogue.queries.experiences import (
    experience_of,
    find_question,
    open_question,
    told_of,
)
from borgerfokus.apps.dialogue.queries.inbox import TICKED_OFF, InboxKind, Incoming, inbox_of
from borgerfokus.apps.dialogue.queries.occasions import NOW, RESULTS
from borgerfokus.apps.dialogue.queries.requests import (
    NoticeView,
    RequestView,
    notices_of,
    requests_of,
    visible_to,
)
from borgerfokus.apps.dialogue.queries.sharing import SharedView, shared_in, shared_with, trails

__all__ = [
    "NOW",
    "RESULTS",
    "TICKED_OFF",
    "Expected",
    "ExpectedKind",
    "Experience",
    "InboxKind",
    "Incoming",
    "NewRequest",
    "NoticeView",
    "OrderTrail",
    "PhaseQuestion",
    "RequestView",
    "SharedView",
    "Started",
    "Submitted",
    "TaskAnswer",
    "Told",
    "Unfinished",
    "answer_task",
    "decline_question",
    "drop_draft",
    "experience_of",
    "find_question",
    "hand_over",
    "inbox_of",
    "mark_seen",
    "notices_of",
    "open_question",
    "relation_to",
    "requests_of",
    "save_draft",
    "send_on_paper",
    "share_document",
    "shared_in",
    "shared_with",
    "start_or_resume",
    "submit",
    "tasks_of",
    "tell_experience",
    "told_of",
    "trails",
    "unfinished",
    "unshare_document",
    "visible_to",
    "withdraw_experience",
]
