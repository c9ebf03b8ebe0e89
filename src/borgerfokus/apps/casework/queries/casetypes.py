"""Case types in force, and their versions."""

from datetime import date
from functools import lru_cache

from django.db.models import Q, QuerySet

from borgerfokus.apps.casework.models import CaseTypeVersion
from borgerfokus.foundation.access.compiled import ON, Compiled, word


def version_for(*, key: str, on: date) -> CaseTypeVersion | None:
    """The published version that starts cases received on this day; the newest wins. None when there is none."""
    found = _version_for().objects({word("key"): key, ON: on})
    return found[0] if found else None


def in_force(*, on: date) -> QuerySet[CaseTypeVersion]:
    """The published versions valid on a day."""
    return CaseTypeVersion.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gt=on), state="published", valid_from__lte=on
    )


@lru_cache(maxsize=1)
def _version_for() -> Compiled:
    return Compiled.of(in_force(on=ON).filter(key=word("key")).order_by("-valid_from", "-number")[:1])


def newest_in_force(*, on: date) -> list[CaseTypeVersion]:
    """One version for each key, as a new case would get it, by title."""
    newest: dict[str, CaseTypeVersion] = {version.key: version for version in _in_order().objects({ON: on})}
    return sorted(newest.values(), key=lambda version: version.title)


@lru_cache(maxsize=1)
def _in_order() -> Compiled:
    return Compiled.of(in_force(on=ON).defer("document").order_by("key", "valid_from", "number"))


def all_versions() -> QuerySet[CaseTypeVersion]:
    """Every version, newest first within its key."""
    return CaseTypeVersion.objects.order_by("key", "-number")
