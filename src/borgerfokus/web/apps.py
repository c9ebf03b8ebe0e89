"""Start-up of the web."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The pages."""

    name = "borgerfokus.web"
    label = "web"
