"""Start-up of the messages app."""

from django.apps import AppConfig


class MessagesConfig(AppConfig):
    """Secure messages in a case, between the citizen and whoever answers."""

    name = "borgerfokus.apps.messages"
    label = "case_messages"

    def ready(self) -> None:
        """Let the citizen be told that there is a message."""
        from borgerfokus.apps.messages import handlers

        handlers.connect()
