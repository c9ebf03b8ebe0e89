"""Start-up of the parameters app."""

from django.apps import AppConfig


class ParametersConfig(AppConfig):
    """What the municipality itself has decided, laid over the parameters of the acts."""

    name = "borgerfokus.foundation.parameters"
    label = "parameters"

    def ready(self) -> None:
        """Let every scope know whether a value has been saved."""
        from borgerfokus.foundation.access import scope
        from borgerfokus.foundation.parameters import service

        scope.bring("parameters", service.NEWEST)
