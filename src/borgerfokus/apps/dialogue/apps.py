"""Start-up of the dialogue app."""

from django.apps import AppConfig


class DialogueConfig(AppConfig):
    """Requests from citizens, and what they are told."""

    name = "borgerfokus.apps.dialogue"
    label = "dialogue"
