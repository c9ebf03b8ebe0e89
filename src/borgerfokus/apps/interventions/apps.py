"""Start-up of the interventions app."""

from django.apps import AppConfig


class InterventionsConfig(AppConfig):
    """Plan, goals, help, orders and follow-up."""

    name = "borgerfokus.apps.interventions"
    label = "interventions"

    def ready(self) -> None:
        """Tell decisions where plan and order stand, and end what runs when a case closes."""
        from borgerfokus.apps.interventions import handlers

        handlers.connect()
