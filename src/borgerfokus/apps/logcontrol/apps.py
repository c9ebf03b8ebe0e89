"""Start-up of the log control app."""

from django.apps import AppConfig


class LogcontrolConfig(AppConfig):
    """Control of who has looked, review of rights, and the nightly comparison with what citizens see."""

    name = "borgerfokus.apps.logcontrol"
    label = "logcontrol"
