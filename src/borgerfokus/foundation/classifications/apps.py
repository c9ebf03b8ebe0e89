"""Start-up of the classifications app."""

from django.apps import AppConfig


class ClassificationsConfig(AppConfig):
    """Public classifications: KLE, FFB, FSIII, the municipalities and the regions."""

    name = "borgerfokus.foundation.classifications"
    label = "classifications"
