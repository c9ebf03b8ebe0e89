"""Start-up of the audit app: it writes the look-up log whenever a scope is left."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Who looked, and who did what."""

    name = "borgerfokus.foundation.audit"
    label = "audit"

    def ready(self) -> None:
        """Register the writer of the look-up log."""
        from borgerfokus.foundation.access import scope
        from borgerfokus.foundation.audit import lookups

        scope.on_leave(lookups.write)
