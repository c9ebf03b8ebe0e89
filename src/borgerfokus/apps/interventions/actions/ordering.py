"""Ordering help from who gives it: send, answer, report the start, end. The receiver sees the case for as long."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import OpenCase
from borgerfokus.apps.interventions import policies
from borgerfokus.apps.interventions.actions import refusals as no
from borgerfokus.apps.interventions.events import OrderAnswered, OrderEnded, OrderSent, OrderStarted
from borgerfokus.apps.interventions.models import Goal, Intervention, Order, OrderGoal
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.lifecycle import steps_from
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.dates import day_of, end_of_day
from borgerfokus.core.interventions.words import OPEN_ORDERS, OrderState
from borgerfokus.foundation.access import service as access
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.models import Ground
from borgerfokus.foundation.organisation.models import Unit

REFUSED = "order_refused"
"""The kind of the task that a no becomes."""


@dataclass(frozen=True)
class NewOrder:
    """What is ordered from which unit. `brief` is what it needs to know; `goals` are ids of goals that run.

    `access_until` is the last day on which the unit sees the case, if the order has not ended before.
    """

    intervention: int
    unit: int
    brief: str
    goals: Sequence[int]
    start_wanted: date
    answer_by: date
    access_until: date


@dataclass(frozen=True)
class OrderAnswer:
    """Accepted with a day that the help begins, or refused with a reason."""

    accepted: bool
    start_promised: date | None = None
    reason: str = ""


def send_order(*, case_id: int, new: NewOrder, by: Actor, at: datetime) -> int | Refusal:
    """Order help from a unit, which may see the case from now on. Returns the order's id.

    Refused without a brief, with dates that cannot be, or while the unit has an order of the same help. Raises Hidden
    for help or goals of another case and an unknown unit.
    """
    with casework.changing(case_id=case_id, verb=Verb.CASE_EDIT, by=by, at=at, action="order.send") as opened:
        row = Intervention.objects.filter(pk=new.intervention, case=opened.case).first()
        unit = Unit.objects.filter(pk=new.unit).first()
        goals = _goals(opened, new.goals)
        if row is None or unit is None:
            raise Hidden(f"intervention {new.intervention} or unit {new.unit}")
        if refusal := _refused(row, unit, new, day_of(at)):
            return refusal
        order = Order.objects.create(
            case=opened.case,
            intervention=row,
            unit=unit,
            state=OrderState.SENT,
            brief=new.brief.strip(),
            start_wanted=new.start_wanted,
            answer_by=new.answer_by,
            access_ends=end_of_day(new.access_until),
            sent_at=at,
            sent_by=by.subject,
            sent_name=by.name,
        )
        OrderGoal.objects.bulk_create([OrderGoal(case=opened.case, order=order, goal=goal) for goal in goals])
        access.give(
            subject=f"unit:{unit.pk}",
            case_id=case_id,
            ground=Ground.PARTNER,
            by=by,
            at=at,
            ends=order.access_ends,
            reason=row.title,
        )
        opened.append(OrderSent(order=order.pk, intervention=row.pk, unit=unit.name))
    return order.pk


def answer_order(*, order_id: int, answer: OrderAnswer, by: Actor, at: datetime) -> Refusal | None:
    """Accept an order with a day, or refuse it with a reason: its access ends then.

    For the receiving unit, and for who enters what the unit has told. Raises Hidden for everybody else.
    """
    with carrying_out(order_id, by, at, "order.answer") as (opened, order):
        if order.state != OrderState.SENT:
            return no.ORDER_ANSWERED
        if not answer.accepted and not answer.reason.strip():
            return no.ORDER_NO_REASON
        order.state = OrderState.ACCEPTED if answer.accepted else OrderState.REFUSED
        order.answered_at, order.answered_by, order.answered_name = at, by.subject, by.name
        order.start_promised = (answer.start_promised or order.start_wanted) if answer.accepted else None
        order.refusal_reason = "" if answer.accepted else answer.reason.strip()
        order.save()
        if not answer.accepted:
            casework.give_in(opened, task=_find_another(opened, order, at))
            _end_access(opened, order)
        starts = order.start_promised.isoformat() if order.start_promised else ""
        opened.append(OrderAnswered(order=order.pk, unit=order.unit.name, answer=order.state, starts=starts))
    return None


def _find_another(opened: OpenCase, order: Order, at: datetime) -> casework.NewTask:
    """Who said no is gone from the case, and the citizen still waits for the help."""
    return casework.NewTask(
        kind=REFUSED,
        title=f"{order.unit.name} kan ikke give hjælpen",
        detail="Find en anden. Grunden står ved bestillingen under hjælp.",
        due=max(order.start_wanted, day_of(at)),
        reference=f"order:{order.pk}",
        **casework.owner_of_work(opened),
    )


def report_start(*, order_id: int, on: date, by: Actor, at: datetime) -> Refusal | None:
    """The help has begun on a day. A case that waits for its help to start goes on to the help."""
    with carrying_out(order_id, by, at, "order.start") as (opened, order):
        if order.state != OrderState.ACCEPTED:
            return no.ORDER_NOT_ACCEPTED if order.state == OrderState.SENT else no.ORDER_ANSWERED
        if on > day_of(at):
            return no.ORDER_START_DAY
        if Step.START_INTERVENTION in steps_from(casework.state_of(opened.case)):
            refusal = casework.step_in(opened, step=Step.START_INTERVENTION)
            if refusal is not None:
                return refusal
        order.state, order.started_on, order.started_by = OrderState.STARTED, on, by.subject
        order.save()
        opened.append(OrderStarted(order=order.pk, unit=order.unit.name, on=on.isoformat()))
    return None


def end_order(*, order_id: int, why: str, by: Actor, at: datetime) -> Refusal | None:
    """End an order, or take back one that is not answered. The unit no longer sees the case."""
    order = _order(order_id)
    with casework.changing(case_id=order.case_id, verb=Verb.CASE_EDIT, by=by, at=at, action="order.end") as opened:
        order = _order(order_id)
        if order.state not in OPEN_ORDERS:
            return no.ORDER_ANSWERED
        end_in(opened, order=order, why=why)
    return None


def end_in(opened: OpenCase, *, order: Order, why: str) -> None:
    """As `end_order`, on a case that is open already."""
    order.state, order.ended_at, order.ended_why = OrderState.ENDED, opened.at, why.strip()
    order.save(update_fields=["state", "ended_at", "ended_why"])
    _end_access(opened, order)
    opened.append(OrderEnded(order=order.pk, unit=order.unit.name))


@contextmanager
def carrying_out(order_id: int, by: Actor, at: datetime, action: str) -> Iterator[tuple[OpenCase, Order]]:
    """The case of an order opened, and the order as it stands now that nobody else can change it."""
    case_id = _order(order_id).case_id
    with casework.changing(case_id=case_id, verb=Verb.ORDER_CARRY_OUT, by=by, at=at, action=action) as opened:
        order = _order(order_id)
        policies.carries_out(order=order, case=opened.case, by=by, at=at)
        yield opened, order


def _end_access(opened: OpenCase, order: Order) -> None:
    """The unit's access ends, unless it has another order in the same case."""
    others = Order.objects.filter(case=opened.case, unit=order.unit, state__in=OPEN_ORDERS).exclude(pk=order.pk)
    if not others.exists():
        access.end(case_id=opened.case.pk, ground=Ground.PARTNER, subject=f"unit:{order.unit_id}", at=opened.at)


def _goals(opened: OpenCase, ids: Sequence[int]) -> list[Goal]:
    found = list(Goal.objects.filter(case=opened.case, pk__in=ids, removed_at__isnull=True, ended_as=""))
    if len(found) != len(set(ids)):
        raise Hidden("goal of another case")
    return found


def _refused(row: Intervention, unit: Unit, new: NewOrder, today: date) -> Refusal | None:
    if row.ended_as:
        return no.HELP_ENDED
    if not new.brief.strip():
        return no.ORDER_BRIEF
    if new.answer_by <= today or new.access_until < max(today, new.start_wanted):
        return no.ORDER_DATES
    if row.orders.filter(unit=unit, state__in=OPEN_ORDERS).exists():
        return no.ORDER_THERE
    return None


def _order(order_id: int) -> Order:
    order = Order.objects.select_related("unit").filter(pk=order_id).first()
    if order is None:
        raise Hidden(f"order {order_id}")
    return order
