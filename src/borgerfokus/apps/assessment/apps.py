"""Start-up of the assessment app."""

from django.apps import AppConfig


class AssessmentConfig(AppConfig):
    """Whether a case is informed well enough."""

    name = "borgerfokus.apps.assessment"
    label = "assessment"

    def ready(self) -> None:
        """Tell casework which facts are missing."""
        from borgerfokus.apps.assessment import handlers

        handlers.connect()
