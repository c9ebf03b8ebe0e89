"""Start-up of the parameters app."""

from django.apps import AppConfig


class ParametersConfig(AppConfig):
    """What the municipality itself has decided, laid over the parameters of the acts."""

    name = "borgerfokus.foundation.parameters"
    label = "parameters"
