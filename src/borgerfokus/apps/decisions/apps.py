"""Start-up of the decisions app."""

from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    """Hearing, decision, letter and appeal."""

    name = "borgerfokus.apps.decisions"
    label = "decisions"

    def ready(self) -> None:
        """Tell casework where a decision stands, and listen to what becomes of letters."""
        from borgerfokus.apps.decisions import handlers

        handlers.connect()
