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
from borgerfokus.apps.dialogue.actions.letters import hand_over, send_on_paper
from borgerfokus.apps.dialogue.actions.submitting import NewRequest, Submitted, submit
from borgerfokus.apps.dialogue.policies import relation_to
from borgerfokus.apps.dialogue.queries.expected import Expected, ExpectedKind
from borgerfokus.apps.dialogue.queries.expected import expected_of as tasks_of
from borgerfokus.apps.dialogue.queries.inbox import TICKED_OFF, InboxKind, Incoming, inbox_of
from borgerfokus.apps.dialogue.queries.occasions import NOW, RESULTS
from borgerfokus.apps.dialogue.queries.requests import (
    NoticeView,
    RequestView,
    notices_of,
    requests_of,
    visible_to,
)

__all__ = [
    "NOW",
    "RESULTS",
    "TICKED_OFF",
    "Expected",
    "ExpectedKind",
    "InboxKind",
    "Incoming",
    "NewRequest",
    "NoticeView",
    "RequestView",
    "Started",
    "Submitted",
    "TaskAnswer",
    "Unfinished",
    "answer_task",
    "drop_draft",
    "hand_over",
    "inbox_of",
    "mark_seen",
    "notices_of",
    "relation_to",
    "requests_of",
    "save_draft",
    "send_on_paper",
    "start_or_resume",
    "submit",
    "tasks_of",
    "unfinished",
    "visible_to",
]
