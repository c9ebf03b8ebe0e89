"""The help that was granted: put on the case with its first period, changed by a new period, ended."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Max

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import OpenCase
from borgerfokus.apps.interventions.actions import refusals as no
from borgerfokus.apps.interventions.actions.ordering import end_in as end_order_in
from borgerfokus.apps.interventions.events import InterventionAdded, InterventionChanged, InterventionEnded
from borgerfokus.apps.interventions.models import Goal, Intervention, InterventionPeriod
from borgerfokus.apps.offers.models import Offer
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.interventions.words import OPEN_ORDERS, Form, HelpEnd
from borgerfokus.core.offers.words import PriceUnit
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.organisation.models import Unit

_GRANTED = frozenset({Outcome.GRANTED, Outcome.PARTLY})


@dataclass(frozen=True)
class PeriodContent:
    """How much, from when until when (`ends` is the first day without), and at what price in øre for one unit."""

    starts: date
    ends: date | None = None
    hours_per_week: Decimal | None = None
    days_per_week: int | None = None
    extent: str = ""
    price_ore: int = 0
    price_unit: PriceUnit = PriceUnit.FREE


@dataclass(frozen=True)
class NewIntervention:
    """Help as it begins. `offer` is the id of a version in the catalogue, None for help that stands in none.

    `unit` is the id of the unit that gives it, None when it is nobody known here. Goals that no help works at yet are
    tied to it.
    """

    title: str
    form: Form
    provider: str
    period: PeriodContent
    offer: int | None = None
    unit: int | None = None


def add_intervention(*, case_id: int, new: NewIntervention, by: Actor, at: datetime) -> int | Refusal:
    """Put granted help on the case. Returns its id. Refused before the grant, and for a period without a day.

    Raises Hidden for an unknown offer or unit.
    """
    with casework.changing(case_id=case_id, verb=Verb.CASE_EDIT, by=by, at=at, action="intervention.add") as opened:
        if opened.case.outcome not in _GRANTED:
            return no.NOT_GRANTED
        if _has_no_day(new.period):
            return no.PERIOD_WRONG
        row = _create(opened, new)
        _period(opened, row, new.period)
        Goal.objects.filter(case=opened.case, intervention__isnull=True, removed_at__isnull=True, ended_as="").update(
            intervention=row
        )
        opened.append(
            InterventionAdded(
                intervention=row.pk,
                title=row.title,
                form=row.form,
                provider=row.provider,
                starts=new.period.starts.isoformat(),
            )
        )
    return row.pk


def change_intervention(
    *, intervention_id: int, period: PeriodContent, reason: str, by: Actor, at: datetime
) -> Refusal | None:
    """Change how much, how long or at what price from a day: a new period, which ends the one before on that day.

    On the very day that the one before begins it takes its place. Refused without a reason, before the help began, or
    when a later period is there already.
    """
    row = _row(intervention_id)
    with casework.changing(
        case_id=row.case_id, verb=Verb.CASE_EDIT, by=by, at=at, action="intervention.change"
    ) as opened:
        row = _row(intervention_id)
        there = list(row.periods.filter(withdrawn_at__isnull=True).order_by("starts"))
        if row.ended_as:
            return no.HELP_ENDED
        if refusal := _refused(there, period, reason):
            return refusal
        _make_room(opened, there[-1], period.starts)
        made = _period(opened, row, period, reason=reason.strip())
        opened.append(
            InterventionChanged(intervention=row.pk, period=made.pk, title=row.title, starts=period.starts.isoformat())
        )
    return None


def end_intervention(
    *, intervention_id: int, on: date, ended_as: HelpEnd, why: str, by: Actor, at: datetime
) -> Refusal | None:
    """End help: `on` is the first day without it. Its open orders end, and with them the access they gave."""
    row = _row(intervention_id)
    with casework.changing(case_id=row.case_id, verb=Verb.CASE_EDIT, by=by, at=at, action="intervention.end") as opened:
        row = _row(intervention_id)
        if row.ended_as:
            return no.HELP_ENDED
        end_in(opened, row=row, on=on, ended_as=ended_as, why=why)
    return None


def end_in(opened: OpenCase, *, row: Intervention, on: date, ended_as: HelpEnd, why: str) -> None:
    """As `end_intervention`, on a case that is open already."""
    for period in row.periods.filter(withdrawn_at__isnull=True):
        if period.starts >= on:
            period.withdrawn_at = opened.at
            period.save(update_fields=["withdrawn_at"])
        elif period.ends is None or period.ends > on:
            period.ends = on
            period.save(update_fields=["ends"])
    row.ended_on, row.ended_as, row.ended_why = on, ended_as, why.strip()
    row.save(update_fields=["ended_on", "ended_as", "ended_why"])
    for order in row.orders.select_related("unit").filter(state__in=OPEN_ORDERS):
        end_order_in(opened, order=order, why=why)
    opened.append(InterventionEnded(intervention=row.pk, title=row.title, ended_as=ended_as, on=on.isoformat()))


def _row(intervention_id: int) -> Intervention:
    row = Intervention.objects.filter(pk=intervention_id).first()
    if row is None:
        raise Hidden(f"intervention {intervention_id}")
    return row


def _create(opened: OpenCase, new: NewIntervention) -> Intervention:
    if new.offer is not None and not Offer.objects.filter(pk=new.offer).exists():
        raise Hidden(f"offer {new.offer}")
    if new.unit is not None and not Unit.objects.filter(pk=new.unit).exists():
        raise Hidden(f"unit {new.unit}")
    latest = opened.case.interventions.aggregate(latest=Max("number"))["latest"] or 0
    return Intervention.objects.create(
        case=opened.case,
        number=latest + 1,
        title=new.title.strip(),
        form=new.form,
        offer_id=new.offer,
        provider=new.provider.strip(),
        unit_id=new.unit,
        at=opened.at,
        by=opened.by.subject,
        by_name=opened.by.name,
    )


def _period(opened: OpenCase, row: Intervention, period: PeriodContent, *, reason: str = "") -> InterventionPeriod:
    return InterventionPeriod.objects.create(
        case=opened.case,
        intervention=row,
        starts=period.starts,
        ends=period.ends,
        hours_per_week=period.hours_per_week,
        days_per_week=period.days_per_week,
        extent=period.extent.strip(),
        price_ore=period.price_ore if period.price_unit is not PriceUnit.FREE else 0,
        price_unit=period.price_unit,
        reason=reason,
        at=opened.at,
        by=opened.by.subject,
    )


def _has_no_day(period: PeriodContent) -> bool:
    return period.ends is not None and period.ends <= period.starts


def _refused(there: list[InterventionPeriod], period: PeriodContent, reason: str) -> Refusal | None:
    if not reason.strip():
        return no.NO_CHANGE_REASON
    if not there or _has_no_day(period) or period.starts < there[0].starts:
        return no.PERIOD_WRONG
    return no.PERIOD_OVERLAPS if period.starts < there[-1].starts else None


def _make_room(opened: OpenCase, last: InterventionPeriod, day: date) -> None:
    if last.starts == day:
        last.withdrawn_at = opened.at
    elif last.ends is None or last.ends > day:
        last.ends = day
    last.save(update_fields=["ends", "withdrawn_at"])
