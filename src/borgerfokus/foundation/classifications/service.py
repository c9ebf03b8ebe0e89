"""The door of classifications: codes are read here, and an edition is replaced as a whole."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.classifications.models import Code, Edition, System

SEED = "seed"
"""The edition that comes with the platform: the few codes that its case types and its demo use."""
_COMPARED = ("parent_key", "title", "title_en", "uuid", "extra")
_BATCH = 1_000


@dataclass(frozen=True)
class NewCode:
    """A code as an edition has it."""

    key: str
    title: str
    parent_key: str = ""
    title_en: str = ""
    uuid: UUID | None = None
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Changes:
    """How an edition differs from the one in use before it, in numbers of codes."""

    new: int
    changed: int
    unchanged: int
    ended: int


def current(system: System) -> Edition | None:
    """The edition in use: the one loaded last."""
    return Edition.objects.filter(system=system).order_by("-loaded_at", "-id").first()


def codes(system: System) -> QuerySet[Code]:
    """The codes of the edition in use, by key."""
    edition = current(system)
    return Code.objects.filter(edition=edition).order_by("key") if edition else Code.objects.none()


def find(*, system: System, key: str) -> Code | None:
    """A code of the edition in use; one that has left it as the newest edition with it had it."""
    return Code.objects.filter(edition__system=system, key=key).order_by("-edition__loaded_at", "-edition_id").first()


def children(*, system: System, key: str) -> QuerySet[Code]:
    """The codes right below one (below "" stand those at the top), by key."""
    return codes(system).filter(parent_key=key)


def is_loaded(system: System) -> bool:
    """Whether an edition of the owner is in use, and not the platform's own few codes."""
    edition = current(system)
    return edition is not None and edition.name != SEED


def known_keys(system: System) -> frozenset[str]:
    """Every key that any edition has, those that have ended included."""
    return frozenset(Code.objects.filter(edition__system=system).values_list("key", flat=True))


def replace_edition(*, system: System, name: str, new: Iterable[NewCode], by: Actor, at: datetime) -> Changes:
    """Make these codes the edition `name` and put it in use. An edition with another name is kept beside it.

    Doing it twice changes nothing. Raises Hidden without the verb, and IntegrityError when a key comes twice.
    """
    if not by.can(Verb.IMPORT_RUN):
        raise Hidden("classifications")
    wanted = list(new)
    with transaction.atomic():
        before = current(system)
        changes = _changes(before, wanted)
        edition, made = Edition.objects.get_or_create(system=system, name=name, defaults={"loaded_at": at})
        if made or edition != before or changes.unchanged != len(wanted) or changes.ended:
            _fill(edition, wanted)
            edition.loaded_at = at
            edition.save(update_fields=["loaded_at"])
            audit.record(action="classification.load", by=by, at=at, about=str(edition), codes=len(wanted))
    return changes


def _changes(before: Edition | None, wanted: list[NewCode]) -> Changes:
    old = {code.key: code for code in before.codes.all()} if before else {}
    known = [one for one in wanted if one.key in old]
    same = sum(_is_same(old[one.key], one) for one in known)
    ended = len(old.keys() - {one.key for one in wanted})
    return Changes(new=len(wanted) - len(known), changed=len(known) - same, unchanged=same, ended=ended)


def _is_same(row: Code, code: NewCode) -> bool:
    return all(getattr(row, name) == getattr(code, name) for name in _COMPARED)


def _fill(edition: Edition, wanted: list[NewCode]) -> None:
    edition.codes.all().delete()
    Code.objects.bulk_create(
        [
            Code(
                edition=edition,
                key=one.key,
                parent_key=one.parent_key,
                title=one.title,
                title_en=one.title_en,
                uuid=one.uuid,
                extra=one.extra,
            )
            for one in wanted
        ],
        batch_size=_BATCH,
    )
