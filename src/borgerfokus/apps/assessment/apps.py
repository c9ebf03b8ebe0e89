"""Start-up of the assessment app."""

from django.apps import AppConfig


class AssessmentConfig(AppConfig):
    """Whether a case is informed well enough."""

    name = "borgerfokus.apps.assessment"
    label = "assessment"
