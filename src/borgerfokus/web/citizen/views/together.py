"""Everything in one place: one line of time, who coordinates, common goals, meetings, and with whom we share."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.coordination import service as coordination
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.foundation.people import queries as register
from borgerfokus.web.citizen import once, shell
from borgerfokus.web.citizen import persons as people
from borgerfokus.web.citizen.persons import Person
from borgerfokus.web.citizen.present import together as words
from borgerfokus.web.design.views import Item
from borgerfokus.web.frame import asked, on_moment, show, told
from borgerfokus.web.numbers import in_address, posted
from borgerfokus.web.present import calendar, joint
from borgerfokus.web.present.journal import paragraphs

_HERE = "citizen:together"


@citizen_only()
@require_http_methods(["GET", "POST"])
def together(request: HttpRequest) -> HttpResponse:
    """What goes across my cases, or somebody's I act for (`?for=12`). A post comments on a goal or ends a consent."""
    if request.method == "POST":
        return _post(request)
    ask = asked(request)
    rows = casework.visible_to(ask.actor, at=ask.moment).select_related("type_version", "unit", "caseworker")
    cases = list(rows.order_by("closed_at", "-received_at"))
    persons = people.of(ask.actor, cases=cases)
    wanted = in_address(request, "for") or ask.actor.id
    person = persons.get(wanted) or persons[ask.actor.id]
    mine = [case for case in cases if case.citizen_id == person.id]
    title = _("Det hele samlet")
    return show(
        request,
        "citizen/together.html",
        page=shell.page(request, title=title, crumbs=shell.crumbs(title), person=person),
        title=title,
        tabs=words.tabs(persons, person.id, reverse(_HERE)),
        **_of_person(request, person, mine),
        once=once.key_of(request),
    )


def _of_person(request: HttpRequest, person: Person, cases: list[Case]) -> dict[str, Any]:
    ask = asked(request)
    by, at = ask.actor, ask.moment
    meetings = coordination.meetings_of(citizen_id=person.id, by=by, at=at)
    return {
        "line": words.line(request, cases, meetings) if cases else None,
        "coordinator": words.coordinator(coordination.coordinator_of(citizen_id=person.id, by=by, at=at)),
        "goals": tuple(
            joint.goal(one, reader="citizen") for one in coordination.goals_of(citizen_id=person.id, by=by, at=at)
        ),
        "meetings": tuple(_meeting(one) for one in meetings),
        "shared": tuple(
            words.shared(one, at=at, may_stop=person.acts) for one in coordination.sharings_of(cases=cases)
        ),
        "may_write": person.acts,
    }


def _meeting(row: coordination.Meeting) -> Item:
    return Item(
        title=row.title,
        text=f"{on_moment(row.starts)} · {row.place or row.video}",
        href=reverse("citizen:meeting", args=[row.pk]),
        icon="calendar-month",
        chip=joint.meeting_chip(row.state),
    )


def _post(request: HttpRequest) -> HttpResponse:
    ask, what = asked(request), request.POST.get("do", "")
    if what == "stop":
        number = posted(request, "sharing")
        if number is None:
            raise Hidden("sharing")
        refusal = coordination.withdraw_sharing(sharing_id=number, by=ask.actor, at=ask.moment)
        told(request, refusal, _("Dit samtykke er stoppet. Det gælder fra nu af."))
        return redirect("citizen:consents" if request.POST.get("from") == "consents" else _HERE)
    number = posted(request, "goal")
    if what != "comment" or number is None:
        raise Hidden(f"together {what}")
    if once.spend(request):
        text = request.POST.get("text", "")[:4000]
        refusal = coordination.comment_on_goal(goal_id=number, text=text, by=ask.actor, at=ask.moment)
        if isinstance(refusal, Refusal):
            once.give_back(request)
        told(request, refusal, _("Din kommentar er gemt, og din sagsbehandler kan se den."))
    return redirect(_HERE)


@dataclass(frozen=True)
class Point:
    """A point of the agenda with what was said."""

    title: str
    case: str
    said: tuple[str, ...]


@citizen_only()
@require_GET
def meeting(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """A meeting about me or somebody I act for: when, where, who, what was said and agreed."""
    ask = asked(request)
    by, at = ask.actor, ask.moment
    row = coordination.meeting(meeting_id=meeting_id, by=by, at=at)
    invited = coordination.invitees_of(meeting_id=meeting_id)
    known = {one.person_id for one in invited if one.person_id} | {row.citizen_id}
    cards = register.cards(known, case_ids=dict.fromkeys(known, row.case_id))
    agenda = coordination.agenda_of(meeting_id=meeting_id, by=by, at=at)
    return show(
        request,
        "citizen/meeting.html",
        page=shell.page(request, title=row.title, crumbs=shell.crumbs(row.title)),
        meeting=row,
        chip=joint.meeting_chip(row.state),
        when=joint.meeting_when(row),
        invited=tuple(joint.invitee(one, cards) for one in invited),
        agenda=tuple(
            Point(item.title, item.case.number if item.case else "", paragraphs(item.minutes)) for item in agenda
        ),
        decided=tuple(words.decided(one) for one in coordination.decisions_of(meeting_id=meeting_id, by=by, at=at)),
    )


@citizen_only()
@require_GET
def meeting_ics(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """The meeting for one's own calendar."""
    ask = asked(request)
    row = coordination.meeting(meeting_id=meeting_id, by=ask.actor, at=ask.moment)
    link = request.build_absolute_uri(reverse("citizen:meeting", args=[meeting_id]))
    return calendar.answer(row, title=_("Møde"), link=link)
