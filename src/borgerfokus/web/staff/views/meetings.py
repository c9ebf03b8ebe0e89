"""Joint meetings: call one, see it, move it, write its minutes, and take it along as a calendar file."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from borgerfokus.apps.coordination import service as coordination
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.people import queries as people
from borgerfokus.web import frame
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, Item, Term
from borgerfokus.web.frame import on_moment
from borgerfokus.web.present import calendar, joint
from borgerfokus.web.present.journal import paragraphs
from borgerfokus.web.present.words import short_date
from borgerfokus.web.staff import joint as deeds
from borgerfokus.web.staff import keys
from borgerfokus.web.staff.acts import meeting as acts
from borgerfokus.web.staff.acts.joining import CitizenPlace
from borgerfokus.web.staff.acts.meeting import MeetingPlace
from borgerfokus.web.staff.found import token_of
from borgerfokus.web.staff.joint import DeedForm, Forms
from borgerfokus.web.staff.views.citizen import open_citizen


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
def new(request: HttpRequest, token: str) -> HttpResponse:
    """GET: the form. POST: call the meeting."""
    place = open_citizen(request, token)
    if not place.mine:
        raise Hidden("no case of one's own")

    def page(_place: object, given: Mapping[str, DeedForm], *, status: int = 200) -> HttpResponse:
        title = _("Indkald til møde")
        back = Crumb(place.card.name, reverse("staff:citizen", args=[token]))
        return frame.show(
            request,
            "staff/meeting_new.html",
            page=frame.page(request, title=title, place="staff", current="staff:list", crumbs=(back, Crumb(title))),
            status=status,
            form=Forms(place, CALL, given).get("call"),
            about=place.card.name,
            here=request.path,
            hints=keys.everywhere(),
        )

    return deeds.post(place, CALL, page) if request.method == "POST" else page(place, {})


def _call(place: CitizenPlace, said: dict[str, object]) -> Refusal | HttpResponse:
    told = acts.call(place, said)
    if isinstance(told, Refusal):
        return told
    frame.told(place.request, None, _("Mødet er indkaldt."))
    return HttpResponseRedirect(reverse("staff:meeting", args=[told]))


CALL = {"call": deeds.Deed(acts.CallForm, _call)}


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
def one(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """GET: the meeting. POST: one of its deeds."""
    place = _open(request, meeting_id)
    if request.method == "POST":
        act = str(request.POST.get("act", ""))
        if (act in acts.EDITS and not place.edits) or (act in {"decide", "join"} and not place.mine):
            raise Hidden(f"deed {act}")
        return deeds.post(place, acts.DEEDS, _page)
    return _page(place, {})


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
@require_GET
def ics(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """The meeting as a calendar file. No name of the citizen stands in it: calendars are seen by others."""
    place = _open(request, meeting_id)
    link = request.build_absolute_uri(reverse("staff:meeting", args=[meeting_id]))
    return calendar.answer(place.meeting, title=_("Fælles møde om en borger"), link=link)


def _open(request: HttpRequest, meeting_id: int) -> MeetingPlace:
    asked = frame.asked(request)
    by, at = asked.actor, asked.moment
    meeting = coordination.meeting(meeting_id=meeting_id, by=by, at=at)
    cases = tuple(link.case for link in coordination.cases_of(meeting_id=meeting_id, by=by, at=at))
    mine = coordination.own_cases(citizen_id=meeting.citizen_id, by=asked.actor, at=asked.moment)
    return MeetingPlace(
        request=request,
        meeting=meeting,
        agenda=tuple(coordination.agenda_of(meeting_id=meeting_id, by=by, at=at)),
        invitees=tuple(coordination.invitees_of(meeting_id=meeting_id)),
        cases=cases,
        mine=tuple(mine),
        edits=coordination.may_edit_meeting(meeting=meeting, by=asked.actor, at=asked.moment),
    )


def _page(place: MeetingPlace, given: Mapping[str, DeedForm], *, status: int = 200) -> HttpResponse:
    meeting = place.meeting
    shown = {meeting.citizen_id, *(row.person_id for row in place.invitees if row.person_id)}
    cards = people.cards(shown, case_ids=dict.fromkeys(shown, place.cases[0].pk) if place.cases else None)
    citizen = cards[meeting.citizen_id]
    knows = bool(place.cases)
    return frame.show(
        place.request,
        "staff/meeting.html",
        page=frame.page(
            place.request,
            title=_("Møde: %(title)s") % {"title": meeting.title},
            place="staff",
            current="staff:list",
            crumbs=(
                Crumb(citizen.name, reverse("staff:citizen", args=[token_of(citizen)]) if knows else ""),
                Crumb(_("Møde")),
            ),
        ),
        status=status,
        note=citizen.name,
        title=meeting.title,
        chip=joint.meeting_chip(meeting.state),
        actions=(Action(_("Til kalenderen"), reverse("staff:meeting-ics", args=[meeting.pk]), icon="calendar-month"),),
        terms=_terms(place),
        invited=tuple(_invited(row, cards, place) for row in place.invitees),
        agenda=tuple(
            (item.title, item.case.number if item.case else "", paragraphs(item.minutes)) for item in place.agenda
        ),
        decided=tuple(
            _decided(row) for row in coordination.decisions_of(meeting_id=meeting.pk, by=place.by, at=place.at)
        ),
        forms=_forms(place, Forms(place, acts.DEEDS, given)),
        here=place.request.path,
        hints=keys.everywhere(),
    )


def _forms(place: MeetingPlace, forms: Forms) -> dict[str, DeedForm | None]:
    meeting = place.meeting
    called, begun = meeting.state == "called", meeting.starts <= place.at
    when = {
        "day": frame.asked(place.request).moment.date(),
        "where": meeting.place,
        "video": meeting.video,
        "version": meeting.version,
    }
    mine = {case.pk for case in place.mine}
    linked = any(case.pk in mine for case in place.cases)
    others = [case for case in place.mine if case.pk not in {one.pk for one in place.cases}]
    return {
        "minutes": forms.get("minutes", version=meeting.version) if place.edits and called and begun else None,
        "move": forms.get("move", **when) if place.edits and called and not begun else None,
        "cancel": forms.get("cancel") if place.edits and called else None,
        "decide": forms.get("decide") if linked and meeting.state != "cancelled" else None,
        "join": forms.get("join") if (others or linked) and meeting.state != "cancelled" and not place.edits else None,
    }


def _terms(place: MeetingPlace) -> tuple[Term, ...]:
    meeting = place.meeting
    found = [Term(_("Hvornår"), joint.meeting_when(meeting))]
    if meeting.place:
        found.append(Term(_("Sted"), meeting.place))
    if meeting.video:
        found.append(Term(_("Video"), meeting.video))
    found.append(Term(_("Indkaldt af"), meeting.called_by.name))
    if place.cases:
        found.append(Term(_("Sager"), ", ".join(case.number for case in place.cases)))
    if meeting.why_not:
        found.append(Term(_("Aflyst, fordi"), meeting.why_not))
    return tuple(found)


def _invited(row: coordination.Invitee, cards: dict[int, people.Card], place: MeetingPlace) -> Item:
    came = _told(row, place) if row.came is None else _("var med") if row.came else _("var ikke med")
    icon = "person" if row.person_id else "business" if row.unit_id else "groups" if row.name else "support-agent"
    return Item(title=joint.invitee(row, cards), text=came, icon=icon)


def _told(row: coordination.Invitee, place: MeetingPlace) -> str:
    """Whether a guest from outside has been written to; the others find the meeting here or get a letter of their own.

    What is not told lies with those who called the meeting.
    """
    if row.employee_id or row.unit_id or row.person_id == place.meeting.citizen_id:
        return ""
    if row.told_at:
        return _("har fået besked %(day)s") % {"day": on_moment(row.told_at)}
    return _("har ikke fået besked herfra: ring") if place.edits else _("har ikke fået besked herfra")


def _decided(row: coordination.MeetingDecision) -> Item:
    task = row.task
    who = task.employee.name if task.employee else task.unit.name if task.unit else _("Borgeren")
    done = _("løst") if task.done_at else _("senest %(day)s") % {"day": short_date(task.due)} if task.due else ""
    return Item(title=row.text, text=f"{who} · {done} · {row.case.number}", icon="checklist")
