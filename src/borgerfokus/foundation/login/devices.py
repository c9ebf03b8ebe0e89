"""Where somebody is logged in: a row for each session, with the kind of browser and system and nothing finer.

Ending a session removes it from the store that every process reads, so it is over at the very next request everywhere.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.db import connection
from django.http import HttpRequest

from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.inserting import insert
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.login import sessions
from borgerfokus.foundation.login.models import Device
from borgerfokus.foundation.login.sessions import LoggedIn

_BROWSERS: Final = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"))
_BROWSERS_LAST: Final = (("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"))
_SYSTEMS: Final = (
    (r"iPhone", "iPhone"),
    (r"iPad", "iPad"),
    (r"Android", "Android"),
    (r"Windows", "Windows"),
    (r"CrOS", "ChromeOS"),
    (r"Mac OS X|Macintosh", "macOS"),
    (r"Linux", "Linux"),
)
"""In the order they are asked: every browser says that it is others too."""


@dataclass(frozen=True)
class Open:
    """A session that runs: since when, last used when, and in what. `here` is the one that asks."""

    id: int
    begun_at: datetime
    used_at: datetime
    browser: str
    system: str
    here: bool


def browser_of(agent: str) -> str:
    """The kind of browser that a User-Agent names, or ""."""
    return next((name for mark, name in (*_BROWSERS, *_BROWSERS_LAST) if f"{mark}/" in agent), "")


def system_of(agent: str) -> str:
    """The system that a User-Agent names, or ""."""
    return next((name for marks, name in _SYSTEMS if re.search(marks, agent)), "")


def remember(request: HttpRequest, *, who: LoggedIn) -> None:
    """Keep that a session has begun. It has its id already."""
    agent = request.META.get("HTTP_USER_AGENT", "")
    insert(
        [
            Device(
                subject=who.subject,
                session_key=str(request.session.session_key),
                browser=browser_of(agent),
                system=system_of(agent),
                begun_at=who.since,
            )
        ]
    )


def open_of(*, by: Actor, session: SessionBase, at: datetime) -> list[Open]:
    """The actor's sessions that run, the one that asks first, then the last used. Two queries."""
    rows = list(Device.objects.filter(subject=by.subject, ended_at__isnull=True))
    stored = Session.objects.filter(session_key__in=[row.session_key for row in rows], expire_date__gt=at)
    used = {one.session_key: sessions.last_used(one.get_decoded(), subject=by.subject, at=at) for one in stored}
    found = [
        Open(row.pk, row.begun_at, moment, row.browser, row.system, here=row.session_key == session.session_key)
        for row in rows
        if (moment := used.get(row.session_key))
    ]
    return sorted(found, key=lambda one: (not one.here, -one.used_at.timestamp()))


def end(*, device_id: int, by: Actor, at: datetime) -> None:
    """End one of the actor's own sessions. Raises Hidden for another's."""
    row = Device.objects.filter(pk=device_id, subject=by.subject, ended_at__isnull=True).first()
    if row is None:
        raise Hidden(f"session {device_id}")
    _end([row], by=by, at=at)


def end_all(*, by: Actor, session: SessionBase, but_this: bool, at: datetime) -> int:
    """End all of the actor's sessions, with or without the one that asks. Returns how many ran."""
    rows = list(Device.objects.filter(subject=by.subject, ended_at__isnull=True))
    ending = [row for row in rows if not (but_this and row.session_key == session.session_key)]
    return _end(ending, by=by, at=at)


def ended_elsewhere(session_key: str) -> str:
    """Whose session had this id before it was ended from another device, or "": what is posted is kept for them."""
    with connection.cursor() as cursor:
        cursor.execute("select bf_ended_session(%s)", [session_key])
        found: str | None = cursor.fetchone()[0]
    return found or ""


def purge(*, before: datetime) -> None:
    """Forget sessions that began long ago and are over."""
    running = Session.objects.values("session_key")
    Device.objects.filter(begun_at__lt=before).exclude(session_key__in=running).delete()


def _end(rows: Sequence[Device], *, by: Actor, at: datetime) -> int:
    ended, _each = Session.objects.filter(session_key__in=[row.session_key for row in rows]).delete()
    Device.objects.filter(pk__in=[row.pk for row in rows]).update(ended_at=at)
    if rows:
        audit.record(action="login.end_sessions", by=by, at=at, number=len(rows))
    return ended
