"""Sharing documents with who carries out an order, and what is left when the order is over."""

from datetime import datetime

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.events import Announced
from borgerfokus.apps.dialogue.events import DocumentShared
from borgerfokus.apps.dialogue.models import OrderTrail, SharedDocument
from borgerfokus.apps.interventions.events import OrderAnswered, OrderEnded
from borgerfokus.apps.interventions.models import Order
from borgerfokus.apps.journal.models import Entry
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.core.interventions.words import OPEN_ORDERS, OrderState
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden


def share(*, case_id: int, order: int, entry: int, by: Actor, at: datetime) -> Refusal | None:
    """Let the provider of an open order read a document. Refused for one that is withheld from the citizen.

    Raises Hidden for an order or a document of another case.
    """
    with casework.changing(case_id=case_id, verb=Verb.CASE_EDIT, by=by, at=at, action="order.share") as opened:
        to = Order.objects.select_related("unit").filter(pk=order, case=opened.case, state__in=OPEN_ORDERS).first()
        document = Entry.objects.filter(pk=entry, case=opened.case, documents__isnull=False).first()
        if to is None or document is None:
            raise Hidden(f"order {order} or document {entry}")
        if document.withheld:
            return _WITHHELD
        if SharedDocument.objects.filter(order=to, entry=document, ended_at__isnull=True).exists():
            return None
        SharedDocument.objects.create(case=opened.case, order=to, entry=document, shared_at=at, shared_by=by.subject)
        opened.append(DocumentShared(order=to.pk, entry=document.pk, unit=to.unit.name, shared=True))
    return None


def unshare(*, case_id: int, shared: int, by: Actor, at: datetime) -> None:
    """Let the provider no longer read a document. Raises Hidden for a sharing of another case."""
    with casework.changing(case_id=case_id, verb=Verb.CASE_EDIT, by=by, at=at, action="order.unshare") as opened:
        rows = SharedDocument.objects.select_related("order__unit").filter(case=opened.case, ended_at__isnull=True)
        row = rows.filter(pk=shared).first()
        if row is None:
            raise Hidden(f"sharing {shared}")
        row.ended_at = at
        row.save(update_fields=["ended_at"])
        told = DocumentShared(order=row.order_id, entry=row.entry_id, unit=row.order.unit.name, shared=False)
        opened.append(told)


def keep_trail(opened: casework.OpenCase, event: Announced) -> None:
    """When an order is refused or ended, the provider keeps that it was there, and no more."""
    if isinstance(event, OrderAnswered) and event.answer != OrderState.REFUSED:
        return
    if not isinstance(event, OrderAnswered | OrderEnded):
        return
    order = Order.objects.select_related("intervention").get(pk=event.order)
    row = OrderTrail(
        unit_id=order.unit_id,
        order_number=order.pk,
        form=order.intervention.form,
        sent_on=day_of(order.sent_at),
        answered_on=day_of(order.answered_at) if order.answered_at else None,
        started_on=order.started_on,
        over_on=day_of(opened.at),
        refused=order.state == OrderState.REFUSED,
    )
    OrderTrail.objects.bulk_create([row], ignore_conflicts=True)


_WITHHELD = Refusal(
    code="order.withheld",
    text=Text(
        da="Dokumentet holdes tilbage for borgeren og kan ikke deles med den, der giver hjælpen.",
        en="The document is withheld from the citizen and cannot be shared with the one who gives the help.",
    ),
    article="forvaltningsloven § 28",
)
