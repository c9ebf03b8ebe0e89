"""Start-up of the rights app."""

from django.apps import AppConfig


class RightsConfig(AppConfig):
    """The citizen's rights to the file and to data: access, extract, correction, erasure."""

    name = "borgerfokus.apps.rights"
    label = "rights"

    def ready(self) -> None:
        """Tell casework that a request for access near its date is the next act."""
        from borgerfokus.apps.rights import handlers

        handlers.connect()
