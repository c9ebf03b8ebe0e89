"""Start-up of the supervision app."""

from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    """Leaders' review of samples of cases, and the kodeks for good casework."""

    name = "borgerfokus.apps.supervision"
    label = "supervision"
