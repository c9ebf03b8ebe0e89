"""Start-up of the access app: after every migration the database's own rights are written anew."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccessConfig(AppConfig):
    """Who may do what, in code and in the database."""

    name = "borgerfokus.foundation.access"
    label = "access"

    def ready(self) -> None:
        """Listen once: the last app to migrate is not known, so each run writes the same rights again."""
        post_migrate.connect(_write_rights, sender=self)


def _write_rights(**_: Any) -> None:
    from borgerfokus.foundation.access import rights

    rights.write()
