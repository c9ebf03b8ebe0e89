"""Start-up of the journal app."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """Notes and documents: the open journal."""

    name = "borgerfokus.apps.journal"
    label = "journal"
