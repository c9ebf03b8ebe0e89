"""The letters that booking lets dialogue write."""

from borgerfokus.apps.booking.events import (
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentMoved,
    AppointmentOffered,
    AppointmentReminded,
)
from borgerfokus.apps.booking.queries import letters
from borgerfokus.apps.dialogue import service as dialogue


def connect() -> None:
    """Register the letters. Called at start-up."""
    dialogue.register_notice(AppointmentBooked.kind, letters.booked)
    dialogue.register_notice(AppointmentMoved.kind, letters.booked)
    dialogue.register_notice(AppointmentReminded.kind, letters.booked)
    dialogue.register_notice(AppointmentCancelled.kind, letters.cancelled)
    dialogue.register_notice(AppointmentOffered.kind, letters.offered)
