"""Templates of answers: made, changed in versions, and taken out of use."""

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from django.db import transaction

from borgerfokus.apps.messages import policies
from borgerfokus.apps.messages.actions import refusals
from borgerfokus.apps.messages.models import AnswerTemplate
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.messages import template as words
from borgerfokus.core.texts import typed
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit


@dataclass(frozen=True)
class TemplateContent:
    """What a template is called and says. `unit` None: for the whole municipality."""

    title: str
    body: str
    unit: int | None


def add(*, content: TemplateContent, by: Actor, at: datetime) -> str | Refusal:
    """Make a template. Returns its key, or why not. Raises Hidden."""
    policies.require_template(unit_id=content.unit, by=by)
    refusal = _wrong(content)
    if refusal is not None:
        return refusal
    key = uuid4().hex[:12]
    _save(key, 1, content, retired=False, by=by, at=at)
    return key


def change(*, key: str, number: int, content: TemplateContent, by: Actor, at: datetime) -> Refusal | None:
    """Save a new version; `number` is the one that was read. Refused when somebody else saved first. Raises Hidden."""
    policies.require_template(unit_id=content.unit, by=by)
    refusal = _wrong(content)
    if refusal is not None:
        return refusal
    with transaction.atomic():
        row = _locked(key, by)
        if row.number != number:
            return refusals.CHANGED_MEANWHILE
        _replace(row, at)
        _save(key, number + 1, content, retired=row.retired, by=by, at=at)
    return None


def retire(*, key: str, retired: bool, by: Actor, at: datetime) -> None:
    """Take a template out of use, or back into it. A version like any other, so that history tells. Raises Hidden."""
    with transaction.atomic():
        row = _locked(key, by)
        if row.retired != retired:
            _replace(row, at)
            content = TemplateContent(title=row.title, body=row.body, unit=row.unit_id)
            _save(key, row.number + 1, content, retired=retired, by=by, at=at)


def _locked(key: str, by: Actor) -> AnswerTemplate:
    row = AnswerTemplate.objects.select_for_update().filter(key=key, replaced_at__isnull=True).first()
    if row is None:
        raise Hidden(f"template {key}")
    policies.require_template(unit_id=row.unit_id, by=by)
    return row


def _replace(row: AnswerTemplate, at: datetime) -> None:
    AnswerTemplate.objects.filter(pk=row.pk).update(replaced_at=at)


def _save(key: str, number: int, content: TemplateContent, *, retired: bool, by: Actor, at: datetime) -> None:
    AnswerTemplate.objects.create(
        key=key,
        number=number,
        unit_id=content.unit,
        title=typed(content.title)[:120],
        body=typed(content.body),
        retired=retired,
        saved_at=at,
        saved_by=by.subject,
        saved_by_name=by.name,
    )
    audit.record(action="message.template", by=by, at=at, about=f"template:{key}:{number}")


def _wrong(content: TemplateContent) -> Refusal | None:
    if not typed(content.title) or not typed(content.body):
        return refusals.TEMPLATE_EMPTY
    unknown = words.unknown_words(text=content.body)
    return refusals.unknown_words(unknown) if unknown else None
