"""Start-up of the guidance app."""

from django.apps import AppConfig


class GuidanceConfig(AppConfig):
    """Finding help before there is a case, and what colleagues know."""

    name = "borgerfokus.apps.guidance"
    label = "guidance"

    def ready(self) -> None:
        """Read the guide and the synonyms, so that a damaged one stops the start, and keep the index fresh."""
        from borgerfokus.apps.guidance import handlers

        handlers.connect()
