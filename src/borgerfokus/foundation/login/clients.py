"""Programs that call the API: made with a secret shown once, let in with a token that lives an hour."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from django.contrib.auth.hashers import check_password, make_password
from django.db import connection

from borgerfokus.core.access import Verb
from borgerfokus.core.exchange.fields import AS_BEFORE, known
from borgerfokus.foundation.access.actor import ANONYMOUS, Actor, ActorKind
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.login.models import AccessToken, Client

TOKEN_LIFE: Final = timedelta(hours=1)
API_VERBS: Final = frozenset(verb for verb in Verb if verb.value.startswith("api."))


class NotAllowed(PermissionError):
    """The actor may not administer clients."""


@dataclass(frozen=True)
class NewClient:
    """A program to be let in: the API verbs it carries, the units whose cases it sees, and which fields of them."""

    name: str
    verbs: frozenset[Verb]
    units: frozenset[int] = frozenset()
    groups: frozenset[str] = AS_BEFORE


@dataclass(frozen=True)
class Credentials:
    """What the program shows to get a token. The secret is kept nowhere else."""

    client_id: str
    secret: str


@dataclass(frozen=True)
class Token:
    """An opaque bearer token and when it ends."""

    value: str
    expires_at: datetime
    seconds: int


def make(*, new: NewClient, by: Actor, at: datetime) -> Credentials:
    """Register a client. Needs CLIENT_EDIT (else NotAllowed); ValueError for a verb not of the API."""
    _may_edit(by)
    if not new.verbs <= API_VERBS:
        raise ValueError("a client carries verbs of the API only")
    made = Credentials(client_id=secrets.token_hex(8), secret=secrets.token_urlsafe(32))
    client = Client.objects.create(
        name=new.name,
        client_id=made.client_id,
        secret_hash=make_password(made.secret),
        verbs=sorted(new.verbs),
        units=sorted(new.units),
        groups=sorted(known(new.groups)),
        created=at,
    )
    audit.record(action="client.make", by=by, at=at, about=f"client:{client.pk}", verbs=sorted(new.verbs))
    return made


def end(*, client_id: str, by: Actor, at: datetime) -> bool:
    """Shut a client out: its tokens are refused at once. Needs CLIENT_EDIT. Returns whether it was open."""
    _may_edit(by)
    ended = Client.objects.filter(client_id=client_id, active=True).update(active=False)
    if ended:
        AccessToken.objects.filter(client__client_id=client_id).delete()
        audit.record(action="client.end", by=by, at=at, about=client_id)
    return bool(ended)


def change(*, client_id: str, new: NewClient, by: Actor, at: datetime) -> bool:
    """Change what an open client may do and see, from its next call on. Needs CLIENT_EDIT. Returns whether it was open.

    Raises ValueError for a verb not of the API.
    """
    _may_edit(by)
    if not new.verbs <= API_VERBS:
        raise ValueError("a client carries verbs of the API only")
    rows = Client.objects.filter(client_id=client_id, active=True)
    groups = sorted(known(new.groups))
    changed = rows.update(name=new.name, verbs=sorted(new.verbs), units=sorted(new.units), groups=groups)
    if changed:
        audit.record(
            action="client.change", by=by, at=at, about=client_id, verbs=sorted(new.verbs), groups=groups
        )
    return bool(changed)


def find(*, client_id: str) -> Client | None:
    """One client, or None."""
    return Client.objects.filter(client_id=client_id).first()


def actor_of(*, number: int) -> Actor:
    """The actor that a client is, as it stands now; ANONYMOUS when it is shut out."""
    row = Client.objects.filter(pk=number, active=True).first()
    return _actor(row.pk, row.name, row.verbs, row.units, row.groups) if row else ANONYMOUS


def all_clients() -> list[Client]:
    """Every client, by name."""
    return list(Client.objects.order_by("name", "id"))


def issue_token(*, credentials: Credentials, at: datetime) -> Token | None:
    """A token for a client that shows its secret, or None. An unknown client costs the same time as a wrong
    secret.
    """
    client = Client.objects.filter(client_id=credentials.client_id, active=True).first()
    right = check_password(credentials.secret, client.secret_hash if client else _NOBODYS_HASH)
    if client is None or not right:
        return None
    value = secrets.token_urlsafe(32)
    token = AccessToken.objects.create(client=client, token_hash=_hash(value), expires_at=at + TOKEN_LIFE)
    return Token(value=value, expires_at=token.expires_at, seconds=int(TOKEN_LIFE.total_seconds()))


def actor_of_header(header: str, *, at: datetime) -> Actor:
    """The client that an Authorization header stands for; ANONYMOUS for none or an ended token."""
    scheme, _, value = header.partition(" ")
    if scheme.lower() != "bearer" or not value.strip():
        return ANONYMOUS
    with connection.cursor() as cursor:
        cursor.execute(_WHO_SENT, [_hash(value.strip()), at])
        row = cursor.fetchone()
    return _actor(*row) if row else ANONYMOUS


def purge(*, at: datetime) -> int:
    """Remove tokens that have ended. Returns how many."""
    removed, _ = AccessToken.objects.filter(expires_at__lte=at).delete()
    return removed


def _actor(number: int, name: str, verbs: list[str], units: list[int], groups: list[str]) -> Actor:
    return Actor(
        kind=ActorKind.CLIENT,
        id=number,
        name=name,
        verbs=frozenset(verb for verb in API_VERBS if verb in verbs),
        units=frozenset(units),
        subjects=frozenset({f"client:{number}"}),
        groups=frozenset(groups),
    )


def _may_edit(by: Actor) -> None:
    if not by.can(Verb.CLIENT_EDIT):
        raise NotAllowed


def _hash(value: str) -> bytes:
    return sha256(value.encode()).digest()


_WHO_SENT: Final = """
select c.id, c.name, c.verbs, c.units, c.groups from login_accesstoken t join login_client c on c.id = t.client_id
where t.token_hash = %s and t.expires_at > %s and c.active
"""
"""Every call of the API begins with this, so it is not left to the ORM to write anew each time."""
_NOBODYS_HASH: Final = (
    "argon2$argon2id$v=19$m=102400,t=2,p=8$bm9ib2R5c3NhbHRub2JvZHk$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
)
"""A well-formed hash that no secret has, so that the time taken tells nothing."""
