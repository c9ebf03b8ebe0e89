"""The orders of one's unit: those that wait for an answer first, those that run, and what is over, without names."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext
from django.views.decorators.http import require_http_methods

from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.interventions import service as interventions
from borgerfokus.apps.interventions.service import Order
from borgerfokus.core.access import Verb
from borgerfokus.core.dates import day_of
from borgerfokus.core.interventions.words import FORMS, Form, OrderState
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people.queries import Card
from borgerfokus.web.design.views import Cell, Column, Kpi, Paging, Row
from borgerfokus.web.frame import asked, page, say, show, today
from borgerfokus.web.partner import consulting, words
from borgerfokus.web.present import picture
from borgerfokus.web.present.words import short_date

_TRAILS = 50
_PER_PAGE = 50
_BY_NAME = "borger"
_SORTS = (
    ("", gettext_noop("Nærmeste frist")),
    (_BY_NAME, gettext_noop("Borgerens navn")),
    ("hjaelp", gettext_noop("Hjælp")),
    ("nyeste", gettext_noop("Nyeste bestilling")),
    ("notat", gettext_noop("Længst siden notat")),
)


@staff_only(purpose=Purpose.ORDER, verb=Verb.ORDER_CARRY_OUT)
@require_http_methods(["GET", "HEAD", "POST"])
def orders(request: HttpRequest) -> HttpResponse:
    """Every order that the reader's units may see now, those that run a page at a time. POST: answer a question.

    Whoever is named is logged as looked up; searching or ordering by name asks for everybody's.
    """
    wrong = consulting.answered(request) if request.method == "POST" else None
    if request.method == "POST" and wrong is None:
        return redirect("partner:orders")
    by, at = asked(request).actor, asked(request).moment
    rows = interventions.orders_to(by, at=at).select_related("unit", "intervention", "case")
    every = list(rows.annotate(last_note=Max("notes__at")))
    wanted, order = request.GET.get("q", "").strip()[:80], request.GET.get("orden", "")
    cards = _cards(every) if wanted or order == _BY_NAME else {}
    found = _ordered([one for one in every if _fits(one, cards, wanted.casefold())], cards, order)
    running = Paginator([one for one in found if one.state == OrderState.STARTED], _PER_PAGE)
    side = running.get_page(request.GET.get("side"))
    begun = [one for one in found if one.state != OrderState.STARTED]
    table = _Table(request, cards or _cards([*begun, *side]), with_unit=len({one.unit_id for one in found}) > 1)
    waiting = [one for one in begun if one.state == OrderState.SENT]
    return show(
        request,
        "partner/orders.html",
        status=422 if wrong else 200,
        questions=consulting.questions(request, wrong),
        page=page(request, title=_("Bestillinger"), place="partner", current="partner:orders"),
        say=_finding([one for one in every if one.state == OrderState.SENT], table),
        kpis=_kpis(every),
        columns=table.columns(_("Svar senest")),
        noted=table.columns(_("Seneste notat")),
        waiting=table.rows(waiting if order else sorted(waiting, key=lambda one: one.answer_by)),
        wanted=wanted,
        sorts=tuple((key, _(label), key == order) for key, label in _SORTS),
        accepted=table.rows(one for one in begun if one.state == OrderState.ACCEPTED),
        running=table.rows(side),
        paging=_paging(side, {"q": wanted, "orden": order}),
        over_columns=_over_columns(),
        over=_over(dialogue.trails(by=by, newest=_TRAILS)),
    )


def _cards(found: Iterable[Order]) -> dict[int, Card]:
    """The citizens, each on account of the case."""
    about = {one.case.citizen_id: one.case_id for one in found}
    return people.cards(about, case_ids=about)


def _paging(side: Page[Order], kept: Mapping[str, str]) -> Paging | None:
    if not side.has_other_pages():
        return None

    def at(number: int) -> str:
        return f"?{urlencode({**{name: value for name, value in kept.items() if value}, 'side': number})}#running"

    return Paging(
        summary=_("Side %(page)s af %(pages)s") % {"page": side.number, "pages": side.paginator.num_pages},
        older_href=at(side.next_page_number()) if side.has_next() else "",
        newer_href=at(side.previous_page_number()) if side.has_previous() else "",
    )


def _fits(one: Order, cards: dict[int, Card], wanted: str) -> bool:
    """Whether an order is one that is searched for: by the citizen's name, the help, or the order's number."""
    card = cards.get(one.case.citizen_id)
    return wanted in f"{card.name if card else ''} {one.intervention.title} {one.pk}".casefold()


def _ordered(found: list[Order], cards: dict[int, Card], order: str) -> list[Order]:
    """In the order that is chosen; without one as they come, newest first."""

    def name(one: Order) -> str:
        card = cards.get(one.case.citizen_id)
        return card.name if card else ""

    keys: dict[str, Callable[[Order], Any]] = {
        _BY_NAME: name,
        "hjaelp": lambda one: one.intervention.title,
        "notat": lambda one: vars(one).get("last_note") or one.sent_at,
    }
    return sorted(found, key=keys[order]) if order in keys else found


class _Table:
    """Orders as rows; the unit only where there are several."""

    def __init__(self, request: HttpRequest, cards: dict[int, Card], *, with_unit: bool) -> None:
        self.today, self._cards, self._with_unit = today(request), cards, with_unit
        self._soon = picture.soon_until(self.today)

    def columns(self, third: str) -> tuple[Column, ...]:
        """The heads; the third is what is to be done next, or was done last."""
        unit = (Column(_("Enhed")),) if self._with_unit else ()
        return (Column(_("Borger")), Column(_("Hjælp")), Column(third), Column(_("Begynder")), *unit)

    def rows(self, found: Iterable[Order]) -> tuple[Row, ...]:
        """The orders, each a way to its page."""
        return tuple(self._row(one) for one in found)

    def is_late(self, one: Order) -> bool:
        """Whether the day to answer by has gone."""
        return one.answer_by < self.today

    def _row(self, one: Order) -> Row:
        card = self._cards.get(one.case.citizen_id)
        name = card.name if card else _("Borger")
        due = picture.due(one.answer_by, on=self.today, soon=self._soon) if one.state == OrderState.SENT else None
        unit = (one.unit.name,) if self._with_unit else ()
        return Row(
            cells=(
                Cell(name, sub=_("Bestilling %(n)s") % {"n": one.pk}, href=words.href(one)),
                Cell(one.intervention.title),
                due or _last_note(one),
                words.starts(one),
                *unit,
            )
        )


def _last_note(one: Order) -> str:
    """When the unit last told how it goes; the list's query brings it along."""
    noted: datetime | None = vars(one).get("last_note")
    return short_date(day_of(noted)) if noted else _("Intet endnu")


def _finding(waiting: Sequence[Order], table: _Table) -> str:
    late = sum(table.is_late(one) for one in waiting)
    if late:
        text = ngettext(
            "%(n)s bestilling er over fristen for svar.", "%(n)s bestillinger er over fristen for svar.", late
        )
        return text % {"n": late}
    if waiting:
        text = ngettext(
            "%(n)s bestilling venter på jeres svar.", "%(n)s bestillinger venter på jeres svar.", len(waiting)
        )
        return text % {"n": len(waiting)}
    return _("Ingen bestillinger venter på jeres svar.")


def _kpis(found: Sequence[Order]) -> tuple[Kpi, ...]:
    labels = (
        (OrderState.SENT, _("Venter på jeres svar")),
        (OrderState.ACCEPTED, _("Taget imod, ikke begyndt")),
        (OrderState.STARTED, _("I gang")),
    )
    return tuple(Kpi(label, str(sum(one.state == state for one in found))) for state, label in labels)


def _over_columns() -> tuple[Column, ...]:
    labels = (_("Bestilling"), _("Hjælp"), _("Bestilt"), _("Begyndt"), _("Slut"), _("Enhed"))
    return tuple(Column(label) for label in labels)


def _over(trails: Iterable[dialogue.OrderTrail]) -> tuple[Row, ...]:
    return tuple(
        Row(
            cells=(
                Cell(str(one.order_number)),
                say(FORMS[Form(one.form)]),
                short_date(one.sent_on),
                short_date(one.started_on) if one.started_on else "–",
                Cell(short_date(one.over_on), sub=_("sagt nej til") if one.refused else ""),
                one.unit.name,
            )
        )
        for one in trails
    )
