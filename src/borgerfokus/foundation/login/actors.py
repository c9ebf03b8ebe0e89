"""From a session to an actor: read anew for every request, so that a right that has ended is refused at the
next one.
"""

from datetime import datetime

from django.contrib.sessions.backends.base import SessionBase
from django.db import connection
from django.utils.timezone import localdate

from borgerfokus.foundation.access.actor import ANONYMOUS, Actor, ActorKind
from borgerfokus.foundation.login import sessions
from borgerfokus.foundation.login.sessions import LoggedIn
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.queries import NotEngaged
from borgerfokus.foundation.people import queries as people


class Gone(LookupError):
    """Whoever logged in is no longer somebody here: the engagement has ended, or the citizen is not known."""


class TooYoung(Gone):
    """A child who cannot log in itself yet: its parents with custody do."""


def of_session(session: SessionBase, *, at: datetime) -> Actor:
    """The actor of a session; ANONYMOUS without one. The session of somebody who is gone is ended."""
    who = sessions.read(session, at=at)
    if who is None:
        return ANONYMOUS
    try:
        return actor_of(who, at=at)
    except Gone:
        sessions.end(session)
        return ANONYMOUS


def actor_of(who: LoggedIn, *, at: datetime) -> Actor:
    """The actor as it stands at a moment. Raises Gone."""
    if who.kind is ActorKind.EMPLOYEE:
        try:
            return organisation.actor_for(employee_id=who.id, on=localdate(at))
        except NotEngaged as error:
            raise Gone(who.subject) from error
    with connection.cursor() as cursor:
        cursor.execute("select bf_citizen_name(%s)", [who.id])
        name: str | None = cursor.fetchone()[0]
    if name is None:
        raise Gone(who.subject)
    actor = people.actor_for(person_id=who.id, name=name, at=at)
    if not actor.verbs:
        raise TooYoung(who.subject)
    return actor
