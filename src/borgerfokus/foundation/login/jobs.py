"""The daily clearing of what has run out: sessions, tokens of clients, counts, and drafts that nobody has touched."""

from datetime import datetime, timedelta

from django.contrib.sessions.models import Session

from borgerfokus.foundation.drafts import service as drafts
from borgerfokus.foundation.jobs.registering import daily
from borgerfokus.foundation.login import clients, devices, limits

_DEVICES_KEPT = timedelta(days=30)


@daily(name="login.clear", hour=4)
def clear(*, at: datetime) -> None:
    """Remove sessions, tokens, counts and drafts whose time is over."""
    Session.objects.filter(expire_date__lt=at).delete()
    devices.purge(before=at - _DEVICES_KEPT)
    limits.purge(at=at)
    clients.purge(at=at)
    drafts.purge(at=at)
