"""Logging a test client in, without walking through the provider."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest
from django.test import Client

from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.login import sessions
from borgerfokus.foundation.login.levels import Level
from borgerfokus.foundation.login.sessions import LoggedIn


def log_in(client: Client, actor: Actor, *, at: datetime) -> None:
    """Give the client a session as the citizen or employee, begun at a moment."""
    request = HttpRequest()
    request.session = client.session
    sessions.begin(request, who=LoggedIn(kind=actor.kind, id=actor.id, level=Level.SUBSTANTIAL, since=at))
    request.session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = str(request.session.session_key)
