"""Start-up of the insight app."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    """Figures of many citizens, after disclosure control: whether help works, and how courses were found."""

    name = "borgerfokus.apps.insight"
    label = "insight"
