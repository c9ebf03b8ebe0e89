"""Start-up of the dialogue app."""

from django.apps import AppConfig


class DialogueConfig(AppConfig):
    """Requests from citizens, and what they are told."""

    name = "borgerfokus.apps.dialogue"
    label = "dialogue"

    def ready(self) -> None:
        """Listen to what happens in cases, so that the citizen is written to."""
        from borgerfokus.apps.dialogue import handlers
        from borgerfokus.apps.dialogue.queries import duty
        from borgerfokus.foundation.access import scope

        handlers.connect()
        scope.bring(duty.DUTY_UNITS, duty.DUTY_UNITS_SQL)
