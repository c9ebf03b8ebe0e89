"""The login session: who, how surely, since when. It ends when unused for a while, and in any case after a
day's work.

When it ends, the browser's next session still says whose it was, so that what was typed can be kept for that
person.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest
from django.middleware.csrf import rotate_token
from django.utils.timezone import localdate

from borgerfokus.foundation.access.actor import ActorKind
from borgerfokus.foundation.login.levels import Level
from borgerfokus.foundation.parameters import service as parameters

_WHO: Final = "who"
_WAS: Final = "was"
_TOUCH_SECONDS: Final = 60
"""The session is saved at most this often for having been used, so that reading pages does not write."""

FRESH: Final = {ActorKind.CITIZEN: "gdpr.fresh_login", ActorKind.EMPLOYEE: "gdpr.fresh_login_staff"}
"""The parameter of how old a login may be for letters and powers."""
_IDLE: Final = {ActorKind.CITIZEN: "gdpr.session_citizen", ActorKind.EMPLOYEE: "gdpr.session_staff"}


@dataclass(frozen=True)
class LoggedIn:
    """Somebody who has shown who it is."""

    kind: ActorKind
    id: int
    level: Level
    since: datetime

    @property
    def subject(self) -> str:
        """The name under which drafts and logs know the actor."""
        return f"{self.kind}:{self.id}"


def begin(request: HttpRequest, *, who: LoggedIn) -> None:
    """Start a session under a new id. The CSRF secret changes too, except for somebody who comes back to own
    forms.
    """
    comes_back = request.session.get(_WAS) == who.subject
    request.session.flush()
    request.session.create()
    day = localdate(who.since)
    idle = parameters.at(_IDLE[who.kind], on=day).number
    longest = parameters.at("gdpr.session_absolute", on=day).number
    request.session[_WHO] = {
        "kind": who.kind.value,
        "id": who.id,
        "level": who.level.value,
        "since": who.since.isoformat(),
        "idle": idle * 60,
        "until": (who.since + timedelta(minutes=longest)).timestamp(),
        "used": who.since.timestamp(),
    }
    if not comes_back:
        rotate_token(request)


def read(session: SessionBase, *, at: datetime) -> LoggedIn | None:
    """Who is logged in. A session that has run out is ended here."""
    data = session.get(_WHO)
    if data is None:
        return None
    if _has_run_out(data, at):
        end(session)
        return None
    if at.timestamp() - data["used"] > _TOUCH_SECONDS:
        session[_WHO] = {**data, "used": at.timestamp()}
    return LoggedIn(
        kind=ActorKind(data["kind"]),
        id=data["id"],
        level=Level(data["level"]),
        since=datetime.fromisoformat(data["since"]),
    )


def end(session: SessionBase) -> None:
    """End the session; the new one only says whose the old was."""
    data = session.get(_WHO)
    session.flush()
    if data is not None:
        session[_WAS] = f"{data['kind']}:{data['id']}"


def is_fresh(session: SessionBase, *, at: datetime) -> bool:
    """Whether whoever is logged in has shown so lately, and surely enough, for letters and powers."""
    data = session.get(_WHO)
    if data is None:
        return False
    day = localdate(at)
    minutes = parameters.at(FRESH[ActorKind(data["kind"])], on=day).number
    level = Level(parameters.at("gdpr.assurance_level", on=day).code)
    since = datetime.fromisoformat(data["since"])
    return at < since + timedelta(minutes=minutes) and Level(data["level"]).reaches(level)


def last_used(data: Mapping[str, Any], *, subject: str, at: datetime) -> datetime | None:
    """When a stored session of the subject was last used, or None when it is over or another's."""
    who = data.get(_WHO)
    if who is None or f"{who['kind']}:{who['id']}" != subject or _has_run_out(who, at):
        return None
    return datetime.fromtimestamp(who["used"], tz=at.tzinfo)


def ended_subject(session: SessionBase) -> str:
    """Whose session was ended in this browser, or ""."""
    return str(session.get(_WAS, ""))


def _has_run_out(data: dict[str, Any], at: datetime) -> bool:
    now = at.timestamp()
    return bool(now >= data["until"] or now >= data["used"] + data["idle"])
