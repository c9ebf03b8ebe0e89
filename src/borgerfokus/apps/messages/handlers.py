"""What messages let dialogue tell the citizen."""

from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.messages.events import MessageAnswered, MessageWritten
from borgerfokus.apps.messages.queries import notices


def connect() -> None:
    """Let the citizen be told that there is a message. Called at start-up."""
    for kind in (MessageAnswered.kind, MessageWritten.kind):
        dialogue.register_notice(kind, notices.of_message)
