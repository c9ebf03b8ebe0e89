"""One-time help: somebody sits beside the citizen for an hour, with a code that the citizen makes on the own page.

The code works once, for some minutes. It opens the citizen's cases to whoever enters it while logged in, as far as
`core.access.ACTING` says, until the hour is over or one of the two ends it; the next request is then refused.
Everything seen is logged in the helper's name.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import connection, transaction
from django.db.models import Q, QuerySet

from borgerfokus.core.access import Verb
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.foundation.people import cipher, queries
from borgerfokus.foundation.people.models import OneTimeHelp
from borgerfokus.foundation.people.service import NotAllowed

_SIGNS: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""No sign that is mistaken for another: 40 bits in eight of them, for minutes only."""
_LENGTH: Final = 8
_HALF: Final = 4
_SHOWN: Final = 10


@dataclass(frozen=True)
class Code:
    """A code that waits for a helper."""

    id: int
    text: str
    until: datetime


@dataclass(frozen=True)
class Beside:
    """Somebody who sat or sits beside somebody. `over_at`: when it ended, or will."""

    id: int
    person_id: int
    person: str
    helper_id: int
    helper: str
    started_at: datetime
    over_at: datetime
    running: bool


def make_code(*, by: Actor, at: datetime) -> Code:
    """A new code; one that was not used is over. Raises NotAllowed for who cannot give a power."""
    if not by.is_citizen or not by.can(Verb.POWER_GIVE):
        raise NotAllowed
    minutes = parameters.at("own.one_time_code", on=day_of(at)).number
    until = at + timedelta(minutes=minutes)
    with transaction.atomic():
        _unused(by).update(ended_at=at, ended_by=by.subject)
        text = "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))
        row = OneTimeHelp.objects.create(
            person_id=by.id,
            code_sealed=cipher.seal_text(text),
            code_index=cipher.blind_text(text),
            made_at=at,
            code_until=until,
        )
        audit.record(action="beside.code", by=by, at=at, about=f"one_time_help:{row.pk}")
    return Code(row.pk, _spaced(text), until)


def code_of(*, by: Actor, at: datetime) -> Code | None:
    """The citizen's own code, while it can be used."""
    row = _unused(by).filter(code_until__gt=at).first()
    return Code(row.pk, _spaced(cipher.unseal_text(bytes(row.code_sealed))), row.code_until) if row else None


def begin(*, code: str, by: Actor, at: datetime) -> bool:
    """Sit down beside whoever made the code. Returns whether it works; from the next request it does."""
    if not by.is_citizen:
        raise NotAllowed
    clean = "".join(sign for sign in code.upper() if sign in _SIGNS)
    minutes = parameters.at("own.one_time_help", on=day_of(at)).number
    with connection.cursor() as cursor:
        cursor.execute(
            "select bf_sit_beside(%s, %s, %s, %s)",
            [cipher.blind_text(clean), by.id, at, at + timedelta(minutes=minutes)],
        )
        found: int | None = cursor.fetchone()[0]
    about = f"one_time_help:{found}" if found else ""
    audit.record(action="beside.begin" if found else "beside.wrong_code", by=by, at=at, about=about)
    return found is not None


def end(*, help_id: int, by: Actor, at: datetime) -> bool:
    """End it now: the citizen or the helper. A code that was not used is over too. Returns whether there was one."""
    ended = _running(at).filter(id=help_id).update(ended_at=at, ended_by=by.subject)
    if ended:
        audit.record(action="beside.end", by=by, at=at, about=f"one_time_help:{help_id}")
    return bool(ended)


def with_me(*, by: Actor, at: datetime, running: bool = False) -> tuple[Beside, ...]:
    """Who has sat beside the citizen, the newest first; with `running` only who does right now."""
    rows = OneTimeHelp.objects.filter(person_id=by.id, helper__isnull=False).order_by("-started_at", "-id")
    if running:
        rows = rows.filter(ended_at__isnull=True, ends_at__gt=at)
    return _told(rows[:_SHOWN], at)


def helped_by_me(*, by: Actor, at: datetime) -> tuple[Beside, ...]:
    """Beside whom the actor sits right now."""
    rows = OneTimeHelp.objects.filter(helper_id=by.id, ended_at__isnull=True, ends_at__gt=at).order_by("id")
    return _told(rows, at)


def _told(rows: Iterable[OneTimeHelp], at: datetime) -> tuple[Beside, ...]:
    listed = [(row, row.helper_id, row.started_at, row.ended_at or row.ends_at) for row in rows]
    people = queries.cards(number for row, helper, _began, _over in listed for number in (row.person_id, helper or 0))
    return tuple(
        Beside(
            id=row.pk,
            person_id=row.person_id,
            person=people[row.person_id].name,
            helper_id=helper,
            helper=people[helper].name,
            started_at=began,
            over_at=over,
            running=over > at,
        )
        for row, helper, began, over in listed
        if helper is not None and began is not None and over is not None and helper in people
    )


def _unused(by: Actor) -> QuerySet[OneTimeHelp]:
    return OneTimeHelp.objects.filter(person_id=by.id, started_at__isnull=True, ended_at__isnull=True)


def _running(at: datetime) -> QuerySet[OneTimeHelp]:
    return OneTimeHelp.objects.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=at), ended_at__isnull=True)


def _spaced(text: str) -> str:
    return f"{text[:_HALF]} {text[_HALF:]}"
