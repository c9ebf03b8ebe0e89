"""Start-up of the decisions app."""

from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    """Hearing, decision, letter and appeal."""

    name = "borgerfokus.apps.decisions"
    label = "decisions"
