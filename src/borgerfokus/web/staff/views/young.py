"""One young person on the way to 18: the six topics, both owners, milestones, need and cost, and what was said."""

from collections.abc import Mapping
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.coordination import service as coordination
from borgerfokus.core.access import Verb
from borgerfokus.core.transition import cost
from borgerfokus.core.transition.words import STATE_TITLES, TOPIC_TITLES, Topic
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.people import queries as people
from borgerfokus.web import frame
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, Alert, Cell, Chip, ChipKind, Column, Item, PersonView, Row
from borgerfokus.web.frame import on_day, say
from borgerfokus.web.present import offers as offer_words
from borgerfokus.web.present import people as persons
from borgerfokus.web.present import ways
from borgerfokus.web.present.words import short_date
from borgerfokus.web.staff import joint as deeds
from borgerfokus.web.staff import keys
from borgerfokus.web.staff.acts import growing
from borgerfokus.web.staff.acts.growing import YoungPlace
from borgerfokus.web.staff.found import citizen_of
from borgerfokus.web.staff.joint import DeedForm, Forms

_CHIPS: dict[str, ChipKind] = {"agreed": "ok", "going": "fjord", "open": "line", "late": "bad"}


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
def show(request: HttpRequest, token: str) -> HttpResponse:
    """GET: the page. POST: one of its deeds, for those who may."""
    place = _open(request, token)
    if request.method == "POST":
        if not place.edits:
            raise Hidden("not an owner")
        return deeds.post(place, growing.DEEDS, _page)
    return _page(place, {})


def _open(request: HttpRequest, token: str) -> YoungPlace:
    asked, citizen_id = frame.asked(request), citizen_of(token)
    if citizen_id is None:
        raise Hidden("citizen token")
    found = coordination.transition_of(citizen_id=citizen_id, by=asked.actor, at=asked.moment)
    edits = coordination.may_edit_transition(transition=found.row, by=asked.actor, at=asked.moment)
    card = people.card(citizen_id, case_id=found.row.case_id)
    return YoungPlace(request=request, card=card, found=found, edits=edits)


def _page(place: YoungPlace, given: Mapping[str, DeedForm], *, status: int = 200) -> HttpResponse:
    one = ways.way(place.found, place.card, today=place.today)
    forms, row = Forms(place, growing.DEEDS, given), place.found.row
    days = {
        name: getattr(row, name) for name in ("met_on", "applied_on", "child_ends", "adult_starts", "need", "version")
    }
    chosen = str(place.request.GET.get("emne", ""))
    begun = {"topic": chosen} | _as_it_stands(place, chosen)
    return frame.show(
        place.request,
        "staff/young.html",
        page=frame.page(
            place.request,
            title=_("På vej til 18 år: %(name)s") % {"name": place.card.name},
            place="staff",
            current="staff:board",
            crumbs=(Crumb(_("På vej til 18 år"), reverse("staff:board")), Crumb(place.card.name)),
        ),
        status=status,
        head=_head(place, one),
        way=ways.view(one, href=""),
        gap=Alert("error", ways.gap_words(one.course)) if one.course.gap else None,
        eighteen=on_day(one.course.eighteen),
        ready_by=ways.ready_by(one.course),
        steps=ways.milestones(one.course),
        topics=_topics(place, one),
        wish=row.wish,
        need=row.need,
        cost_columns=_cost_columns(place.edits),
        cost_rows=_cost_rows(place),
        total=_total(one.cost),
        entries=_entries(place),
        forms={name: forms.get(name) for name in ("owner", "need")}
        | {"topic": forms.get("topic", **begun), "days": forms.get("days", **days)}
        if place.edits
        else dict.fromkeys(("owner", "need", "topic", "days")),
        here=place.request.path,
        open_fold="topic" if chosen else str(place.request.GET.get("vis", "")),
        hints=keys.everywhere(),
    )


def _as_it_stands(place: YoungPlace, topic: str) -> dict[str, object]:
    row = next((one for one in place.found.topics if one.topic == topic), None)
    return {"state": row.state, "text": row.text, "due": row.due} if row else {"state": "open"}


def _head(place: YoungPlace, one: ways.Way) -> PersonView:
    row = place.found.row
    return PersonView(
        name=place.card.name,
        identity=persons.identity(place.card, on=place.today),
        flags=(ways.status_chip(one.course), *persons.flags(place.card)),
        subject=_("På vej til 18 år"),
        meta=(ways.age_words(one.course), row.child_unit.name, row.adult_unit.name),
    )


def _topics(place: YoungPlace, one: ways.Way) -> tuple[Item, ...]:
    by_topic = {row.topic: row for row in place.found.topics}
    found = []
    for topic in Topic:
        row, state = by_topic.get(topic.value), one.course.topics[topic]
        told = _("%(name)s, %(day)s") % {"name": row.by_name, "day": on_day(row.at)} if row else ""
        due = _("senest %(day)s") % {"day": short_date(row.due)} if row and row.due else ""
        edit = Action(
            _("Ændr"), f"{place.request.path}?emne={topic.value}#topic", "secondary", context=say(TOPIC_TITLES[topic])
        )
        found.append(
            Item(
                title=say(TOPIC_TITLES[topic]),
                text=" · ".join(part for part in (row.text if row else _("Ikke begyndt."), due, told) if part),
                chip=Chip(say(STATE_TITLES[state]), _CHIPS[state.value]),
                actions=(edit,) if place.edits else (),
            )
        )
    return tuple(found)


def _cost_columns(edits: bool) -> tuple[Column, ...]:
    more = (Column(_("Handling"), hidden=True),) if edits else ()
    return (Column(_("Tilbud")), Column(_("Omfang")), Column(_("Pris")), Column(_("Pr. år"), numeric=True), *more)


def _cost_rows(place: YoungPlace) -> tuple[Row, ...]:
    return tuple(_cost_row(need, place) for need in place.found.needs)


def _cost_row(need: coordination.TransitionNeed, place: YoungPlace) -> Row:
    price = need.offer.value.price
    by_hours = cost.counts_hours(price)
    extent = _("%(low)s–%(high)s timer om ugen") if by_hours else _("%(low)s–%(high)s måneder om året")
    year = cost.yearly(price, cost.Extent(need.low, need.likely, need.high))
    drop = Action(
        _("Fjern"),
        place.request.path,
        method="post",
        context=offer_words.title(need.offer),
        fields=(("act", "need-drop"), ("need", str(need.pk))),
    )
    return Row(
        cells=(
            Cell(offer_words.title(need.offer), sub=need.offer.provider),
            extent % {"low": _number(need.low), "high": _number(need.high)},
            offer_words.price(need.offer),
            Cell(ways.kroner(year.likely), sub=ways.span(year)),
            *((drop,) if place.edits else ()),
        )
    )


def _number(amount: Decimal) -> str:
    text = f"{amount:f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if frame.page_language() == "da" else text


def _total(whole: cost.Cost | None) -> str:
    if whole is None:
        return _("Udgiften som voksen er ukendt, til I har valgt det, I regner med.")
    return _("Vi regner med %(likely)s om året (mellem %(low)s og %(high)s)") % {
        "likely": ways.kroner(whole.likely),
        "low": ways.kroner(whole.low),
        "high": ways.kroner(whole.high),
    }


def _entries(place: YoungPlace) -> tuple[Item, ...]:
    rows = place.found.row.entries.order_by("-at", "-id")[:20]
    return tuple(
        Item(
            title=_entry_title(row.kind, row.about),
            text=" · ".join(part for part in (row.text, row.by_name, on_day(row.at)) if part),
        )
        for row in rows
    )


def _entry_title(kind: str, about: str) -> str:
    topics = {topic.value: say(title) for topic, title in TOPIC_TITLES.items()}
    if about in topics:
        return topics[about]
    return {
        "owner": _("Ejer, voksne") if about == "adult" else _("Ejer, børn"),
        "days": _("Dage og behov"),
        "need": _("Forventet hjælp"),
        "drop": _("Ikke længere forventet"),
        "wish": _("Den unges eget ønske"),
    }.get(kind, kind)
