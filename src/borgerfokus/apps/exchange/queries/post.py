"""How Digital Post is doing: numbers alone, for those who keep integrations and see no letter."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from borgerfokus.core.exchange.health import Health, health_of


@dataclass(frozen=True)
class PostStanding:
    """What waits, what could not be delivered, when the last was sent, and the newest trouble (a code, or "")."""

    waiting: int
    failed: int
    last_sent: datetime | None
    trouble: str

    @property
    def health(self) -> Health:
        """How it is doing, in one word."""
        return health_of(
            state="running",
            open_client=True,
            failing=bool(self.waiting and self.trouble),
            dead=self.failed,
            ever=self.last_sent is not None,
        )


def post_standing() -> PostStanding:
    """Digital Post as it stands. One query; the caller may keep integrations."""
    with connection.cursor() as cursor:
        cursor.execute("select waiting, failed, last_sent, trouble from bf_post_standing()")
        waiting, failed, last_sent, trouble = cursor.fetchone()
    return PostStanding(waiting, failed, last_sent, trouble or "")
