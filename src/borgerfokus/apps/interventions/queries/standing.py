"""Where plan and order of a case stand, for its next act."""

from datetime import date, datetime
from functools import lru_cache

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.interventions.models import ActionPlan, Intervention, Order
from borgerfokus.core.casework.help_situation import NOTHING_GRANTED, HelpSituation, OrderStanding, PlanStanding
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.dates import add_months, day_of
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.interventions.plan import PLAN_ARTICLES, must_offer
from borgerfokus.core.interventions.words import OrderState, PlanState
from borgerfokus.foundation.access.compiled import ID, Together
from borgerfokus.foundation.parameters import service as parameters

_HELPED = frozenset({Phase.INTERVENTION, Phase.FOLLOW_UP})
_GRANTED = frozenset({Outcome.GRANTED, Outcome.PARTLY})
_STANDARD = "sel.follow_up_interval"
_PLANS = {
    PlanState.DRAFT: PlanStanding.BEING_WRITTEN,
    PlanState.SHOWN: PlanStanding.SHOWN,
    PlanState.AGREED: PlanStanding.AGREED,
    PlanState.DECLINED: PlanStanding.DECLINED,
}
_FIRST = (PlanStanding.BEING_WRITTEN, PlanStanding.SHOWN, PlanStanding.AGREED, PlanStanding.DECLINED)
_ORDERS = {
    OrderState.SENT: OrderStanding.SENT,
    OrderState.ACCEPTED: OrderStanding.ACCEPTED,
    OrderState.REFUSED: OrderStanding.REFUSED,
}


def next_follow_up_on(*, case: Case, on: date) -> date:
    """When help that is looked at on a day is looked at again: by the case type's plan, or the act."""
    spec = case.type_version.spec.follow_up
    months = spec.months or parameters.at(spec.parameter or _STANDARD, on=on).number
    return add_months(on, months)


def plan_must_be_offered(*, case: Case, on: date) -> bool:
    """Whether the act asks that the citizen is offered a plan with this kind of help."""
    return must_offer(case.type_version.spec.plan, parameters=parameters.parameters(), on=on)


def situation_of(case: Case, at: datetime) -> HelpSituation:
    """Where plan and order stand. One query, and none for a case without a grant."""
    if case.outcome not in _GRANTED:
        return NOTHING_GRANTED
    rows = _rows().read({ID: case.pk})
    kind = case.type_version.spec.plan
    asked_for = case.phase in _HELPED and plan_must_be_offered(case=case, on=day_of(at))
    order = _waiting(rows["orders"])
    return HelpSituation(
        plan=_plan(rows["plans"], asked_for=asked_for),
        plan_article=PLAN_ARTICLES[kind] if kind else "",
        order=_ORDERS.get(OrderState(order.state), OrderStanding.NONE) if order else _unsent(rows),
        receiver=order.unit.name if order else "",
        answer_by=order.answer_by if order else None,
        starts_on=order.start_promised if order else None,
    )


def _plan(plans: list[ActionPlan], *, asked_for: bool) -> PlanStanding:
    """What is being written stands before what is agreed; a no thanks is respected."""
    found = {_PLANS[PlanState(one.state)] for one in plans}
    if any(one.state == PlanState.SHOWN and one.citizen_signed_at for one in plans):
        return PlanStanding.TO_SIGN
    for standing in _FIRST:
        if standing in found:
            return standing
    return PlanStanding.TO_OFFER if asked_for else PlanStanding.NOT_ASKED_FOR


def _waiting(orders: list[Order]) -> Order | None:
    """The order that something is to be done about: a refused one first, then the one that waits longest.

    A refusal is dealt with when the same help has been ordered again, or has ended.
    """
    latest: dict[int, Order] = {}
    for order in orders:
        latest.setdefault(order.intervention_id, order)
    for state in (OrderState.REFUSED, OrderState.SENT, OrderState.ACCEPTED):
        found = [one for one in latest.values() if one.state == state]
        if found:
            return min(found, key=lambda one: one.answer_by)
    return None


def _unsent(rows: dict[str, list[Intervention]]) -> OrderStanding:
    """Help that a unit is to give, and that has not been ordered yet."""
    return OrderStanding.TO_SEND if rows["unsent"] else OrderStanding.NONE


@lru_cache(maxsize=1)
def _rows() -> Together:
    running = Intervention.objects.filter(case_id=ID, ended_as="")
    return Together.of(
        plans=ActionPlan.objects.filter(case_id=ID, state__in=list(_PLANS)).order_by("-number"),
        orders=Order.objects.filter(case_id=ID, intervention__ended_as="").select_related("unit").order_by("-pk"),
        unsent=running.filter(unit__isnull=False, orders__isnull=True).order_by("number")[:1],
    )
