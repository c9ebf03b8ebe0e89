"""Log control: the rounds, what waits, who is watched over, and one round with its draw."""

from collections.abc import Callable, Mapping
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from borgerfokus.apps.logcontrol import service as logcontrol
from borgerfokus.apps.logcontrol.service import ControlItem, ControlRound
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.identity import Cpr, InvalidIdentifier
from borgerfokus.core.logcontrol.words import State
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.people import queries as people
from borgerfokus.web.design.page import Crumb, Page
from borgerfokus.web.design.views import Action, Cell, Column, Item, Kpi, Row, Term
from borgerfokus.web.frame import asked, on_day, on_moment, page, show, today, told
from borgerfokus.web.numbers import posted, whole
from borgerfokus.web.present import logcontrol as words
from borgerfokus.web.present.words import whole_number

REVIEWS = staff_only(purpose=Purpose.SUPERVISION, verb=Verb.LOOKUPS_REVIEW)
CURRENT = "management:control"
_NOT_A_NUMBER = Refusal(
    code="logcontrol.not_a_number",
    text=Text(da="Skriv personnummeret med ti tal.", en="Write the ten digits of the personal number."),
    article="",
)


@REVIEWS
@require_http_methods(["GET", "POST"])
def control(request: HttpRequest) -> HttpResponse:
    """What waits for the reader, the rounds, and for the officer the alarms and who is watched over."""
    if request.method == "POST":
        return _act(request)
    by, on = asked(request).actor, today(request)
    waiting = logcontrol.waiting_for(by=by)
    return show(
        request,
        "management/control.html",
        page=framed(request, _("Logkontrol")),
        note=_("Har alle, der slog borgere op, en grund?"),
        actions=(Action(_("Alle opslag"), reverse("management:lookups")),),
        alarms=tuple(
            {"id": one.pk, "missing": one.missing, "day": on_day(one.day)} for one in logcontrol.alarms(by=by)
        ),
        last_night=_last_night(by),
        kpis=_kpis(waiting, on),
        waiting=tuple(item_line(one, on=on) for one in waiting[:50]),
        round_columns=(
            Column(_("Periode")),
            Column(_("Tilstand")),
            Column(_("Opslag"), numeric=True),
            Column(_("Frist")),
        ),
        rounds=tuple(_round_row(one, on=on) for one in logcontrol.rounds_for(by=by)),
        units=_units(by, on),
        today=on.isoformat(),
        month_ago=date(on.year, on.month, 1).isoformat(),
        is_officer=logcontrol.is_officer(by),
        known=_known(by),
    )


@REVIEWS
@require_http_methods(["GET", "POST"])
def one_round(request: HttpRequest, round_id: int) -> HttpResponse:
    """One round: its draw, and the look-ups in it. POST: draw it."""
    by, at, on = asked(request).actor, asked(request).moment, today(request)
    row = logcontrol.find_round(round_id=round_id, by=by)
    if request.method == "POST":
        refused = logcontrol.ask_for_draw(round_id=row.pk, by=by, at=at)
        told(request, refused, _("Opslagene bliver trukket nu. Genindlæs siden om lidt."))
        return redirect("management:control-round", row.pk)
    items = [] if row.state == logcontrol.RoundState.PLANNED else logcontrol.items_of(row, by=by)
    chosen = request.GET.get("tilstand", "")
    return show(
        request,
        "management/control_round.html",
        page=framed(request, words.round_title(row), Crumb(words.round_title(row))),
        round=row,
        chip=words.round_chip(row),
        actions=_round_actions(row),
        may_draw=row.state == logcontrol.RoundState.PLANNED and row.ends <= on,
        terms=_terms(row),
        faults=_faults(row, by),
        checked=logcontrol.is_officer(by) and row.drawn_at is not None,
        columns=_columns(),
        rows=tuple(_item_row(one) for one in items if chosen in {"", one.state}),
        states=tuple((state.value, words.state_chip(ControlItem(state=state)).text) for state in State),
        state=chosen,
    )


def framed(request: HttpRequest, title: str, *crumbs: Crumb) -> Page:
    """The frame of a page of log control."""
    start = Crumb(_("Logkontrol"), reverse(CURRENT))
    return page(
        request, title=title, place="management", current=CURRENT, crumbs=(start, *crumbs) if crumbs else ()
    )


def item_line(item: ControlItem, *, on: date) -> Item:
    """A look-up that waits, as a line of a list. The citizen is not shown in lists."""
    texts = words.reasons(item)
    return Item(
        title=f"{item.employee.name}, {on_moment(item.looked_at)}",
        text=texts[0] if texts else words.kind(item),
        href=reverse("management:control-item", args=[item.pk]),
        chip=words.state_chip(item),
        due=words.due(item.round.review_due, on=on) if item.round.review_due and item.decided_at is None else None,
    )


def _act(request: HttpRequest) -> HttpResponse:
    act = _ACTS.get(request.POST.get("act", ""))
    if act is None:
        raise Hidden("act")
    return act(request) or redirect(CURRENT)


def _plan(request: HttpRequest) -> HttpResponse | None:
    by, at = asked(request).actor, asked(request).moment
    units = tuple(one for one in map(whole, request.POST.getlist("units")) if one is not None)
    try:
        first, last = (date.fromisoformat(request.POST.get(name, "")) for name in ("starts", "last"))
        new = logcontrol.NewRound(first, date.fromordinal(last.toordinal() + 1), units)
    except (ValueError, OverflowError):
        new = logcontrol.NewRound(today(request), today(request), units)
    made = logcontrol.plan(new=new, by=by, at=at)
    if isinstance(made, Refusal):
        told(request, made, "")
        return None
    told(request, None, _("Runden er planlagt, og frøet er lovet. Træk opslagene, når du er klar."))
    return redirect("management:control-round", made.pk)


def _watch(request: HttpRequest) -> None:
    by, at = asked(request).actor, asked(request).moment
    try:
        cpr = Cpr("".join(one for one in request.POST.get("cpr", "") if one.isdigit()))
    except InvalidIdentifier:
        told(request, _NOT_A_NUMBER, "")
        return
    refused = logcontrol.watch(cpr=cpr, why=request.POST.get("why", ""), by=by, at=at)
    told(request, refused, _("Opslag hos borgeren bliver nu set efter."))


def _unwatch(request: HttpRequest) -> None:
    logcontrol.unwatch(known_id=posted(request, "known") or 0, by=asked(request).actor, at=asked(request).moment)
    told(request, None, _("Borgeren står ikke længere på listen."))


def _deal_with(request: HttpRequest) -> None:
    refused = logcontrol.deal_with(
        reconciliation_id=posted(request, "night") or 0,
        note=request.POST.get("note", ""),
        by=asked(request).actor,
        at=asked(request).moment,
    )
    told(request, refused, _("Alarmen er lukket, og din forklaring er gemt."))


_ACTS: Mapping[str, Callable[[HttpRequest], HttpResponse | None]] = {
    "plan": _plan,
    "watch": _watch,
    "unwatch": _unwatch,
    "alarm": _deal_with,
}


def _kpis(waiting: list[ControlItem], on: date) -> tuple[Kpi, ...]:
    late = [one for one in waiting if one.round.review_due and one.round.review_due < on and one.decided_at is None]
    return (
        Kpi(_("Venter på dig"), str(len(waiting))),
        Kpi(_("Medarbejderen har svaret"), str(sum(one.state == State.ANSWERED for one in waiting))),
        Kpi(_("Sendt videre til DPO"), str(sum(one.state == State.ESCALATED for one in waiting))),
        Kpi(_("Over fristen"), str(len(late))),
    )


def _last_night(by: Actor) -> str:
    night = logcontrol.last_night(by=by)
    if night is None:
        return _("Ingen nat er sammenlignet endnu.") if logcontrol.is_officer(by) else ""
    return _("Nat til %(day)s: %(looked)s opslag hos %(persons)s borgere er sammenlignet med det, borgerne ser.") % {
        "day": on_day(night.at),
        "looked": night.looked,
        "persons": night.persons,
    }


def _round_row(row: ControlRound, *, on: date) -> Row:
    title = Cell(
        words.round_title(row),
        sub=_("Hver måned") if row.monthly else _("Planlagt i hånden"),
        href=reverse("management:control-round", args=[row.pk]),
    )
    open_due = row.review_due and row.state == logcontrol.RoundState.DRAWN
    when = words.due(row.review_due, on=on) if open_due and row.review_due else "–"
    return Row(cells=(title, words.round_chip(row), whole_number(row.population or 0), when))


def _units(by: Actor, on: date) -> tuple[tuple[int, str], ...]:
    rows = organisation.units(on=on)
    if not logcontrol.is_officer(by):
        rows = rows.filter(pk__in=by.led)
    return tuple(rows.values_list("pk", "name"))


def _known(by: Actor) -> tuple[Item, ...]:
    rows = logcontrol.known_persons(by=by)
    cards = people.cards(row.person_id for row in rows)
    return tuple(
        Item(
            title=cards[row.person_id].name,
            text=row.why,
            actions=(
                Action(
                    _("Fjern"),
                    reverse(CURRENT),
                    "tertiary",
                    "post",
                    context=cards[row.person_id].name,
                    fields=(("act", "unwatch"), ("known", str(row.pk))),
                ),
            ),
        )
        for row in rows
        if row.person_id in cards
    )


def _round_actions(row: ControlRound) -> tuple[Action, ...]:
    if row.drawn_at is None:
        return ()
    return (
        Action(_("Hent tal"), reverse("management:control-csv", args=[row.pk]), icon="download"),
        Action(_("Rapport (PDF)"), reverse("management:control-report", args=[row.pk]), icon="file-pdf"),
    )


def _terms(row: ControlRound) -> tuple[Term, ...]:
    drawn = row.drawn_at is not None
    return (
        Term(
            _("Lovet før lodtrækningen"),
            row.promise,
            sub=_("SHA-256 af frøet, skrevet i loggen %(when)s") % {"when": on_moment(row.planned_at)},
        ),
        Term(_("Frø"), row.seed if drawn else _("Vises, når der er trukket")),
        Term(_("Opslag at trække fra"), whole_number(row.population or 0) if drawn else "–"),
        Term(_("Trukket"), on_moment(row.drawn_at) if row.drawn_at else "–"),
        Term(_("Gennemgået senest"), on_day(row.review_due) if row.review_due else "–"),
    )


def _faults(row: ControlRound, by: Actor) -> tuple[str, ...]:
    return tuple(words.fault(one) for one in logcontrol.draw_faults(row)) if logcontrol.is_officer(by) else ()


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Medarbejder")),
        Column(_("Hvornår")),
        Column(_("Hvorfor i runden")),
        Column(_("Det taler imod")),
        Column(_("Tilstand")),
    )


def _item_row(item: ControlItem) -> Row:
    texts = words.reasons(item)
    return Row(
        cells=(
            Cell(
                item.employee.name,
                sub=item.unit.name if item.unit else "",
                href=reverse("management:control-item", args=[item.pk]),
            ),
            on_moment(item.looked_at),
            words.kind(item),
            Cell(texts[0] if texts else _("Intet"), sub=" ".join(texts[1:])),
            words.state_chip(item),
        )
    )
