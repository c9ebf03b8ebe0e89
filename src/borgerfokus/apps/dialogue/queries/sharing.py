"""Reads of what is shared with who carries out an order, and of what such a unit keeps when it is over."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, OuterRef, QuerySet, Subquery

from borgerfokus.apps.dialogue.models import OrderTrail, SharedDocument
from borgerfokus.apps.journal.models import DocumentVersion, EntryText
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.actor import Actor


@dataclass(frozen=True)
class SharedView:
    """A shared document in its newest version. `unit` is with whom; `file_id` leads to the file."""

    id: int
    order: int
    entry: int
    unit: str
    title: str
    file_id: int
    name: str
    size: int
    state: str
    shared_at: datetime


def shared_in(*, case_id: int) -> list[SharedView]:
    """What is shared from a case that the caller may see, newest first. One query."""
    return [_view(row) for row in _shared().filter(case_id=case_id)]


def shared_with(*, order_id: int) -> list[SharedView]:
    """What is shared with an order that the caller may carry out, newest first. One query."""
    return [_view(row) for row in _shared().filter(order_id=order_id)]


def trails(*, by: Actor, newest: int) -> list[OrderTrail]:
    """The orders that the actor's own units have had and no longer see, newest first. One query."""
    if not by.can(Verb.ORDER_CARRY_OUT):
        return []
    units = [int(one.removeprefix("unit:")) for one in by.subjects if one.startswith("unit:")]
    rows = OrderTrail.objects.filter(unit_id__in=units).select_related("unit")
    return list(rows.order_by("-over_on", "-pk")[:newest])


def _shared() -> QuerySet[SharedDocument]:
    """The running sharings of documents that are not withheld, with the newest title and file."""
    texts = EntryText.objects.filter(entry=OuterRef("entry")).order_by("-number")
    files = DocumentVersion.objects.filter(entry=OuterRef("entry")).order_by("-number")
    rows = SharedDocument.objects.filter(ended_at__isnull=True, entry__withheld=False).annotate(
        unit_name=F("order__unit__name"),
        title=Subquery(texts.values("title")[:1]),
        file_id=Subquery(files.values("file_id")[:1]),
        file_name=Subquery(files.values("file__name")[:1]),
        file_size=Subquery(files.values("file__size")[:1]),
        file_state=Subquery(files.values("file__state")[:1]),
    )
    return rows.order_by("-shared_at", "-pk")


def _view(row: SharedDocument) -> SharedView:
    told = vars(row)
    return SharedView(
        id=row.pk,
        order=row.order_id,
        entry=row.entry_id,
        unit=told["unit_name"],
        title=told["title"] or told["file_name"],
        file_id=told["file_id"],
        name=told["file_name"],
        size=told["file_size"],
        state=told["file_state"],
        shared_at=row.shared_at,
    )
