"""Start-up of the coordination app."""

from django.apps import AppConfig


class CoordinationConfig(AppConfig):
    """Across departments: meetings, sharing, coordinator, the transition at 18."""

    name = "borgerfokus.apps.coordination"
    label = "coordination"

    def ready(self) -> None:
        """Listen to what happens in cases, and let the citizen be written to."""
        from borgerfokus.apps.coordination import handlers

        handlers.connect()
