"""Start-up of the drafts app."""

from django.apps import AppConfig


class DraftsConfig(AppConfig):
    """What somebody has typed and not sent yet."""

    name = "borgerfokus.foundation.drafts"
    label = "drafts"
