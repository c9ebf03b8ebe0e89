"""The door of drafts. Everybody reads and writes their own only; the database holds that too."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.utils.timezone import localdate

from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.drafts.models import Draft
from borgerfokus.foundation.parameters import service as parameters

SIZE_LIMIT = 200_000
"""Characters of a draft as JSON: some 60 written pages."""

_CITIZEN = "citizen:"
_SAVE = """
insert into drafts_draft as draft (subject, key, content, saved_at, version) values (%s, %s, %s, %s, 1)
on conflict (subject, key) do update
  set content = excluded.content, saved_at = excluded.saved_at, version = draft.version + 1
  where %s::int is null or draft.version = %s
returning version
"""


class DraftTooLarge(ValueError):
    """The draft is longer than SIZE_LIMIT; nothing was saved."""


class DraftChanged(RuntimeError):
    """The draft was saved elsewhere (another window) since `version` was read; nothing was overwritten."""


@dataclass(frozen=True)
class Stored:
    """A draft as it stands."""

    key: str
    content: Mapping[str, Any]
    saved_at: datetime
    version: int


def save(
    *, key: str, content: Mapping[str, Any], by: Actor, at: datetime, version: int | None = None
) -> Stored:
    """Keep what the actor has typed under `key`, in place of what was there.

    With `version`, only if nobody has saved since that version. Raises DraftTooLarge or DraftChanged.
    """
    text = json.dumps(content, ensure_ascii=False)
    if len(text) > SIZE_LIMIT:
        raise DraftTooLarge(f"a draft may hold {SIZE_LIMIT} characters")
    with connection.cursor() as cursor:
        cursor.execute(_SAVE, [by.subject, key, text, at, version, version])
        row = cursor.fetchone()
    if row is None:
        raise DraftChanged(key)
    return Stored(key=key, content=content, saved_at=at, version=row[0])


def load(*, key: str, by: Actor) -> Stored | None:
    """The actor's draft under `key`, or None."""
    draft = Draft.objects.filter(subject=by.subject, key=key).first()
    return _stored(draft) if draft else None


def drop(*, key: str, by: Actor) -> bool:
    """Remove the actor's draft, because it was sent or given up. Returns whether there was one."""
    removed, _ = Draft.objects.filter(subject=by.subject, key=key).delete()
    return removed > 0


def list_(*, by: Actor, prefix: str = "") -> list[Stored]:
    """The actor's drafts whose key begins with `prefix`, the last saved first."""
    drafts = Draft.objects.filter(subject=by.subject, key__startswith=prefix).order_by("-saved_at", "-id")
    return [_stored(draft) for draft in drafts]


@dataclass(frozen=True)
class Kept:
    """A citizen's draft as the platform knows of it: whose, under which key, and when it was left. Not what it says."""

    id: int
    person_id: int
    key: str
    saved_at: datetime
    version: int


def of_citizens(*, prefix: str) -> list[Kept]:
    """Every citizen's draft whose key begins with `prefix`. As the platform. One query."""
    rows = Draft.objects.filter(subject__startswith=_CITIZEN, key__startswith=prefix).order_by("id")
    found = rows.values_list("id", "subject", "key", "saved_at", "version")
    return [Kept(number, int(who.removeprefix(_CITIZEN)), key, at, version) for number, who, key, at, version in found]


def purge(*, at: datetime) -> int:
    """Remove what nobody has touched for as long as drafts are kept. As the platform. Returns how many."""
    days = parameters.at("own.draft_retention", on=localdate(at)).number
    removed, _ = Draft.objects.filter(saved_at__lt=at - timedelta(days=days)).delete()
    return removed


def _stored(draft: Draft) -> Stored:
    return Stored(key=draft.key, content=draft.content, saved_at=draft.saved_at, version=draft.version)
