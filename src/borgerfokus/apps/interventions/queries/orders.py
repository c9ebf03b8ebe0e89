"""Reads of orders for who gives the help. PostgreSQL shows a unit its orders for as long as its access lasts."""

from datetime import datetime

from django.db.models import QuerySet

from borgerfokus.apps.interventions.models import Order
from borgerfokus.core.access import Verb
from borgerfokus.core.interventions.words import OPEN_ORDERS
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden


def orders_to(actor: Actor, *, at: datetime) -> QuerySet[Order]:
    """The open orders that were sent to the actor's units, while their access lasts; the newest first."""
    if not actor.can(Verb.ORDER_CARRY_OUT):
        return Order.objects.none()
    rows = Order.objects.filter(unit_id__in=actor.workplaces, state__in=OPEN_ORDERS, access_ends__gt=at)
    return rows.select_related("unit", "intervention").order_by("-sent_at", "-pk")


def find_order(*, order_id: int, by: Actor, at: datetime) -> Order:
    """An open order that was sent to one of the actor's units. Raises Hidden."""
    order = orders_to(by, at=at).filter(pk=order_id).first()
    if order is None:
        raise Hidden(f"order {order_id}")
    return order
