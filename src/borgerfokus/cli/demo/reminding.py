"""Who of the cast is reminded by e-mail, through the real acts."""

from datetime import datetime, timedelta
from typing import Final

from borgerfokus.apps.reminders import service as reminders
from borgerfokus.cli.demo.done import done
from borgerfokus.cli.demo.knowing import Staff

_DAILY, _WEEKLY = reminders.Rhythm.DAILY, reminders.Rhythm.WEEKLY
_CHOSEN: Final = (("Karen Lindvad", _DAILY, True), ("Birgitte Solgaard", _WEEKLY, False), ("Oskar Brink", _DAILY, True))
"""Who chooses, how often, and whether of messages too. Oskar Brink is away, and gets none meanwhile."""
_AGO: Final = timedelta(days=12)


def tell(*, staff: Staff, now: datetime) -> None:
    """Choose, some days ago; the worker sends from the next morning on."""
    for who, rhythm, of_messages in _CHOSEN:
        choice = reminders.Choice(
            deadlines=True, appointments=True, messages=of_messages, rhythm=rhythm, language="da"
        )
        done(reminders.choose(choice=choice, by=staff.named(who), at=now - _AGO))
