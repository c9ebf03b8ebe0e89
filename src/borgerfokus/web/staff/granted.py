"""The help that was granted on its tab: periods with price and cost, orders with answers, notes of the provider."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from borgerfokus.apps.interventions.service import Intervention, InterventionPeriod, Order, OrderQuestion, StatusNote
from borgerfokus.core.access import Verb
from borgerfokus.core.assessment import frames
from borgerfokus.core.interventions.cost import cost, year_from
from borgerfokus.core.interventions.words import FORMS, HELP_ENDS, OPEN_ORDERS, ORDER_STATES, Form, HelpEnd, OrderState
from borgerfokus.core.periods import Period
from borgerfokus.core.words import period_words
from borgerfokus.web.design.views import Action, Cell, Chip, Column, Item, Row, SaidView, Term
from borgerfokus.web.frame import on_day, on_moment, say
from borgerfokus.web.present.amounts import intensity, number, price
from borgerfokus.web.present.goals import measured_words
from borgerfokus.web.present.journal import paragraphs
from borgerfokus.web.staff.casepage import OpenedCase


@dataclass(frozen=True)
class HelpView:
    """Help: what and by whom, its periods as a table, its orders, and what the provider tells."""

    id: int
    title: str
    chip: Chip
    terms: tuple[Term, ...]
    rows: tuple[Row, ...]
    orders: tuple[Item, ...]
    notes: tuple[SaidView, ...]
    questions: tuple[SaidView, ...]


def columns() -> tuple[Column, ...]:
    """The columns of a table of periods."""
    return (
        Column(_("Periode")),
        Column(_("Omfang")),
        Column(_("Pris")),
        Column(_("Årligt"), numeric=True),
        Column(_("Hvorfor ændret")),
    )


def all_help(opened: OpenedCase) -> tuple[HelpView, ...]:
    """All help of the case, what runs first."""
    rows = sorted(opened.help.interventions, key=lambda one: (bool(one.ended_as), one.number))
    return tuple(_help(opened, one) for one in rows)


def _help(opened: OpenedCase, row: Intervention) -> HelpView:
    orders = opened.help.orders_of(row)
    return HelpView(
        id=row.pk,
        title=row.title,
        chip=_chip(row, orders),
        terms=tuple(_terms(opened, row)),
        rows=tuple(_period(opened, row, one) for one in opened.help.periods_of(row)),
        orders=tuple(_order(opened, one) for one in orders),
        notes=tuple(_note(opened, one) for order in orders for one in opened.help.notes_on(order)),
        questions=tuple(_question(one) for order in orders for one in opened.help.questions_on(order)),
    )


def _chip(row: Intervention, orders: tuple[Order, ...]) -> Chip:
    if row.ended_as:
        return Chip(say(HELP_ENDS[HelpEnd(row.ended_as)]), "line")
    newest = next(iter(orders), None)
    if newest is None:
        return Chip(_("Ikke bestilt"), "warn") if row.unit_id else Chip(_("På sagen"), "line")
    return order_chip(newest)


def order_chip(order: Order) -> Chip:
    """How far an order is."""
    words = say(ORDER_STATES[OrderState(order.state)])
    match OrderState(order.state):
        case OrderState.STARTED:
            return Chip(words, "ok")
        case OrderState.REFUSED:
            return Chip(words, "bad")
        case OrderState.SENT | OrderState.ACCEPTED:
            return Chip(words, "warn")
        case OrderState.ENDED:
            return Chip(words, "line")


def _terms(opened: OpenedCase, row: Intervention) -> Iterator[Term]:
    yield Term(_("Form"), say(FORMS[Form(row.form)]))
    yield Term(_("Udføres af"), row.provider)
    yearly = cost(opened.help.priced(row), within=year_from(opened.today))
    yield Term(_("De næste 12 måneder"), say(yearly.text()) if yearly is not None else _("Kan ikke regnes ud"))
    if row.ended_on is not None:
        yield Term(_("Slut fra"), on_day(row.ended_on), sub=row.ended_why)


def _period(opened: OpenedCase, row: Intervention, one: InterventionPeriod) -> Row:
    priced = next(found for found in opened.help.priced(row) if found.period.start == one.starts)
    yearly = cost([priced], within=year_from(one.starts))
    period = Period(one.starts, one.ends)
    return Row(
        cells=(
            say(period_words(period)),
            Cell(intensity(one), sub=one.extent),
            price(one),
            say(yearly.text()) if yearly is not None else "–",
            one.reason or "–",
        ),
        here=period.contains(opened.today) and not row.ended_as,
    )


def _order(opened: OpenedCase, one: Order) -> Item:
    said = [one.brief]
    if one.state == OrderState.SENT:
        said = [_("Svar senest %(day)s.") % {"day": on_day(one.answer_by)}, one.brief]
    if one.start_promised:
        said = [_("Har lovet at begynde %(day)s.") % {"day": on_day(one.start_promised)}, one.brief]
    if one.started_on:
        said = [_("Begyndte %(day)s.") % {"day": on_day(one.started_on)}, one.brief]
    if one.refusal_reason:
        said = [_("Derfor ikke: %(why)s") % {"why": one.refusal_reason}]
    ends = OrderState(one.state) in OPEN_ORDERS and opened.may(Verb.CASE_EDIT)
    fields = (("act", "order-end"), ("order", str(one.pk)))
    label = _("Træk tilbage") if one.state == OrderState.SENT else _("Afslut bestillingen")
    back = Action(
        label,
        opened.href("help"),
        "tertiary",
        "post",
        context=one.unit.name,
        fields=fields,
        confirm=_("Enheden kan ikke længere se sagen. Vil du fortsætte?"),
    )
    return Item(
        title=_("Bestilt hos %(unit)s %(day)s") % {"unit": one.unit.name, "day": on_day(one.sent_at)},
        text=" ".join(said),
        chip=order_chip(one),
        actions=(back,) if ends else (),
    )


def _question(one: OrderQuestion) -> SaidView:
    meta = _("%(who)s, %(when)s") % {"who": one.by_name, "when": on_moment(one.at)}
    if one.answered_at is None:
        return SaidView(f"{meta} · {_('Svar senest %(day)s') % {'day': on_day(one.answer_by)}}", paragraphs(one.text))
    answered = _("Svar: %(who)s") % {"who": f"{one.answered_name}, {on_moment(one.answered_at)}"}
    return SaidView(meta, (*paragraphs(one.text), answered, *paragraphs(one.answer)))


def _note(opened: OpenedCase, one: StatusNote) -> SaidView:
    meta = _("%(who)s, %(when)s") % {"who": one.by_name, "when": on_moment(one.at)}
    if one.measure:
        meta = f"{meta} · {one.measure}: {number(one.measured)}" if one.measured is not None else meta
    titles = {goal.pk: goal for goal in opened.help.goals}
    found = []
    for said in opened.help.noted(one):
        goal = titles.get(said.goal_id)
        if goal is not None:
            seen = measured_words(goal, said, frames().get(goal.frame))
            found.append(f"{goal.title}: " + " · ".join(part for part in (seen, said.text) if part))
    return SaidView(meta, (*paragraphs(one.text), *found))
