"""Keeping case types: a new version as a concept, checked, published, retired."""

from collections.abc import Callable
from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Max

from borgerfokus.apps.casework.models import CaseTypeVersion
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.casetype import CaseType, ConfigurationError, parse, resolve, shipped_bases
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit

_LISTENERS: list[Callable[[str, datetime], None]] = []


def save_version(
    *, document: str, by: Actor, at: datetime
) -> CaseTypeVersion | tuple[ConfigurationError, ...]:
    """Keep a document as the next version of its case type, as a concept. Returns every error in it otherwise.

    A document that names a base is put together with it first: what is kept is whole, and no base can change it later.
    """
    _may(by)
    whole = resolve(document=document, bases=shipped_bases())
    if not isinstance(whole, str):
        return whole
    parsed = parse(whole)
    if not isinstance(parsed, CaseType):
        return parsed
    with transaction.atomic():
        newest = CaseTypeVersion.objects.filter(key=parsed.key).aggregate(Max("number"))["number__max"] or 0
        row = CaseTypeVersion.objects.create(
            key=parsed.key,
            number=newest + 1,
            state="concept",
            valid_from=parsed.valid.start,
            valid_to=parsed.valid.end,
            document=whole,
            title=parsed.title_staff.da,
            saved_at=at,
            saved_by=by.subject,
        )
        audit.record(action="case_type.save", by=by, at=at, about=str(row))
    return row


def publish(*, version_id: int, version: int, by: Actor, at: datetime) -> Refusal | None:
    """Let the version start cases from its first day. The one before it ends that day."""
    _may(by)
    with transaction.atomic():
        row = CaseTypeVersion.objects.select_for_update().filter(pk=version_id).first()
        if row is None:
            raise Hidden(f"case type version {version_id}")
        if row.state != "concept" or row.version != version:
            return _NOT_A_CONCEPT
        before = CaseTypeVersion.objects.filter(key=row.key, state="published", valid_from__lt=row.valid_from)
        before.filter(valid_to__isnull=True).update(valid_to=row.valid_from, version=F("version") + 1)
        _set_state(row, "published", at)
        audit.record(action="case_type.publish", by=by, at=at, about=str(row))
    return None


def retire(*, version_id: int, on: date, by: Actor, at: datetime) -> Refusal | None:
    """The version starts no more cases; those it started keep it."""
    _may(by)
    with transaction.atomic():
        row = CaseTypeVersion.objects.select_for_update().filter(pk=version_id).first()
        if row is None:
            raise Hidden(f"case type version {version_id}")
        if row.state != "published":
            return _NOT_PUBLISHED
        if on > row.valid_from:
            row.valid_to = on
        _set_state(row, "retired", at)
        audit.record(action="case_type.retire", by=by, at=at, about=str(row))
    return None


def on_type_changed(listener: Callable[[str, datetime], None]) -> None:
    """Let an app above hear the key of every case type that is published or retired, in the same transaction."""
    _LISTENERS.append(listener)


def _set_state(row: CaseTypeVersion, state: str, at: datetime) -> None:
    row.state = state
    row.version += 1
    row.save(update_fields=["state", "version", "valid_to"])
    for listener in _LISTENERS:
        listener(row.key, at)


def _may(by: Actor) -> None:
    if not by.can(Verb.CASE_TYPE_EDIT):
        raise Hidden("case types")


_NOT_A_CONCEPT = Refusal(
    code="not_a_concept",
    text=Text(
        da="Udgaven er ikke længere et udkast, eller den er ændret imens. Genindlæs siden og se efter.",
        en="The version is no longer a concept, or it was changed meanwhile. Reload the page and look again.",
    ),
    article="",
)
_NOT_PUBLISHED = Refusal(
    code="not_published",
    text=Text(da="Kun en udgivet udgave kan trækkes tilbage.", en="Only a published version can be retired."),
    article="",
)
