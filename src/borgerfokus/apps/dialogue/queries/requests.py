"""Reads of requests."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.dialogue.models import Notice, Request
from borgerfokus.foundation.access.actor import Actor


@dataclass(frozen=True)
class RequestView:
    """A request as it was handed in. `answers` by field, as `core.casework.intake` keeps them."""

    id: int
    case_id: int
    type_key: str
    type_number: int
    answers: Mapping[str, object]
    file_ids: tuple[int, ...]
    entry_id: int
    relation: str
    channel: str
    told_by: str
    submitted_by: str
    received_at: datetime
    submitted_at: datetime
    promised_on: date | None
    receipt_id: UUID | None


@dataclass(frozen=True)
class NoticeView:
    """A letter about something that happened. `is_copy`: to a guardian, or to one whose power covers the post."""

    kind: str
    person_id: int
    is_copy: bool
    message_id: UUID
    entry_id: int
    sent_at: datetime


def visible_to(actor: Actor, *, at: datetime) -> QuerySet[Request]:
    """The requests of the cases that the actor may see."""
    return Request.objects.filter(case__in=casework.visible_to(actor, at=at))


def requests_of(*, case_id: int, by: Actor, at: datetime) -> tuple[RequestView, ...]:
    """The requests behind a case, newest first; empty when there is none, or the actor may not see the case."""
    rows = visible_to(by, at=at).filter(case_id=case_id).order_by("-submitted_at", "-id")
    return tuple(
        RequestView(
            id=row.pk,
            case_id=row.case_id,
            type_key=row.type_key,
            type_number=row.type_number,
            answers=row.answers,
            file_ids=tuple(row.file_ids),
            entry_id=row.entry_id,
            relation=row.relation,
            channel=row.channel,
            told_by=row.told_by,
            submitted_by=row.submitted_by,
            received_at=row.received_at,
            submitted_at=row.submitted_at,
            promised_on=row.promised_on,
            receipt_id=row.receipt_id,
        )
        for row in rows
    )


def notices_of(*, case_id: int, by: Actor, at: datetime) -> tuple[NoticeView, ...]:
    """What the citizen has been told in a case, newest first; empty when the actor may not see it."""
    seen = casework.visible_to(by, at=at)
    rows = Notice.objects.filter(case_id=case_id, case__in=seen).order_by("-sent_at", "-id")
    return tuple(
        NoticeView(
            kind=row.kind,
            person_id=row.person_id,
            is_copy=row.is_copy,
            message_id=row.message_id,
            entry_id=row.entry_id,
            sent_at=row.sent_at,
        )
        for row in rows
    )
