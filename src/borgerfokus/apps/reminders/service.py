"""The door to reminders of staff: what others may call."""

from borgerfokus.apps.reminders.actions.choosing import (
    Choice,
    ask_to_end,
    check_link,
    choose,
    end,
    token_of,
)
from borgerfokus.apps.reminders.actions.sending import run as send_due
from borgerfokus.apps.reminders.models import Rhythm, StaffReminder
from borgerfokus.apps.reminders.queries import chosen, preview

__all__ = [
    "Choice",
    "Rhythm",
    "StaffReminder",
    "ask_to_end",
    "check_link",
    "choose",
    "chosen",
    "end",
    "preview",
    "send_due",
    "token_of",
]
