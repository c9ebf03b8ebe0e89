"""Start-up of the outbox app."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    """Letters on their way out, and the receipts that come back."""

    name = "borgerfokus.foundation.outbox"
    label = "outbox"
