"""Start-up of the insight app."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    """The event table and what is read from it, and the released figures of effect and experience."""

    name = "borgerfokus.apps.insight"
    label = "insight"
