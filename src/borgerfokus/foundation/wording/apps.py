"""Start-up of the wording app."""

from django.apps import AppConfig


class WordingConfig(AppConfig):
    """The municipality's own versions of the texts of its letters, laid over those that come along."""

    name = "borgerfokus.foundation.wording"
    label = "wording"

    def ready(self) -> None:
        """Let every scope know whether a version has been saved."""
        from borgerfokus.foundation.access import scope
        from borgerfokus.foundation.wording import service

        scope.bring("wording", service.NEWEST)
