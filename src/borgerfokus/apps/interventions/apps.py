"""Start-up of the interventions app."""

from django.apps import AppConfig


class InterventionsConfig(AppConfig):
    """Action plans, goals, the help that is given, and what came of it."""

    name = "borgerfokus.apps.interventions"
    label = "interventions"
