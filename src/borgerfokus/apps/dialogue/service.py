"""The door of dialogue: what the web, the API and the commands may call."""

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

__all__ = [
    "NewRequest",
    "Started",
    "Submitted",
    "Unfinished",
    "drop_draft",
    "hand_over",
    "save_draft",
    "send_on_paper",
    "start_or_resume",
    "submit",
    "unfinished",
]
