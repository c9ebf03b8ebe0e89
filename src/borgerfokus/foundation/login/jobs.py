"""The daily clearing of what has run out: sessions, tokens of clients, and drafts that nobody has touched."""

from datetime import datetime

from django.contrib.sessions.models import Session

from borgerfokus.foundation.drafts import service as drafts
from borgerfokus.foundation.jobs.registering import daily
from borgerfokus.foundation.login import clients


@daily(name="login.clear", hour=4)
def clear(*, at: datetime) -> None:
    """Remove sessions, tokens and drafts whose time is over."""
    Session.objects.filter(expire_date__lt=at).delete()
    clients.purge(at=at)
    drafts.purge(at=at)
