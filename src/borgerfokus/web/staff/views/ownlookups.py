"""My own look-ups: what I am asked to explain, and everything that the log has of me."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from borgerfokus.apps.logcontrol import service as logcontrol
from borgerfokus.apps.logcontrol.service import ControlItem
from borgerfokus.core.access import Verb
from borgerfokus.core.logcontrol.words import State
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.audit import queries as audit
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people.queries import Card
from borgerfokus.web.design.views import Column, Paging, Row
from borgerfokus.web.frame import asked, on_day, on_moment, page, say, show, today, told
from borgerfokus.web.numbers import posted, whole
from borgerfokus.web.present import logcontrol as words
from borgerfokus.web.present.lookups import look, purpose

_CURRENT = "staff:own-lookups"
_PAGE = 50


@staff_only(purpose=Purpose.SUPERVISION, verb=Verb.LOOKUPS_SEE_OWN)
@require_http_methods(["GET", "POST"])
def mine(request: HttpRequest) -> HttpResponse:
    """GET: the questions first, then the log of my look-ups without names. POST: explain one."""
    by, at = asked(request).actor, asked(request).moment
    refused_id = 0
    if request.method == "POST":
        number = posted(request, "item") or 0
        refused = logcontrol.answer(item_id=number, text=request.POST.get("answer", ""), by=by, at=at)
        if told(request, refused, _("Din forklaring er sendt til din leder.")):
            return redirect(_CURRENT)
        refused_id = number
    questions = logcontrol.asked_of(by=by)
    cards = people.cards(one.person_id for one in questions if one.state == State.ASKED)
    found = audit.by_staff(newest=_PAGE + 1, subject=by.subject, after=_after(request))
    shown = found[:_PAGE]
    waiting = sum(one.state == State.ASKED for one in questions)
    return show(
        request,
        "staff/own_lookups.html",
        status=422 if refused_id else 200,
        page=page(request, title=_("Mine opslag"), place="staff", current="staff:day"),
        note=ngettext("%(n)s opslag skal forklares", "%(n)s opslag skal forklares", waiting) % {"n": waiting},
        questions=tuple(_question(one, cards, request) for one in questions),
        columns=(Column(_("Hvornår")), Column(_("Hvad")), Column(_("Formål"))),
        rows=tuple(Row(cells=(on_moment(one.at), say(look(one.look)), say(purpose(one.purpose)))) for one in shown),
        paging=Paging(
            summary=_("%(n)s opslag") % {"n": len(shown)},
            older_href=f"?efter={shown[-1].at.timestamp()}_{shown[-1].id}" if len(found) > _PAGE else "",
        ),
    )


def _question(one: ControlItem, cards: dict[int, Card], request: HttpRequest) -> dict[str, object]:
    open_now = one.state == State.ASKED
    return {
        "id": one.pk,
        "open": open_now,
        "when": on_moment(one.looked_at),
        "citizen": cards[one.person_id].name if one.person_id in cards else "",
        "case": one.case_number,
        "question": one.question,
        "answer": one.answer,
        "due": words.due(one.answer_due, on=today(request)) if open_now and one.answer_due else None,
        "reminded": on_day(one.reminded_on) if open_now and one.reminded_on else "",
    }


def _after(request: HttpRequest) -> audit.Place | None:
    moment, _sep, number = request.GET.get("efter", "").partition("_")
    try:
        at = datetime.fromtimestamp(float(moment), tz=asked(request).moment.tzinfo)
    except (ValueError, OverflowError, OSError):
        return None
    row = whole(number)
    return None if row is None else audit.Place(at=at, id=row)
