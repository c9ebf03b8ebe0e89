"""Start-up of the rights app."""

from django.apps import AppConfig


class RightsConfig(AppConfig):
    """The citizen's rights to the file and to data: access, extract, correction, erasure."""

    name = "borgerfokus.apps.rights"
    label = "rights"
