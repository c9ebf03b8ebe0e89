"""Groups: make a time for several, see who comes, and call it off."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.casework import service as casework
from borgerfokus.core.access import Verb
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.people import queries as people
from borgerfokus.web import frame
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Item, Term
from borgerfokus.web.frame import say
from borgerfokus.web.present import appointments as words
from borgerfokus.web.staff import joint as deeds
from borgerfokus.web.staff import keys
from borgerfokus.web.staff.acts import grouping as acts
from borgerfokus.web.staff.acts.grouping import OneGroup
from borgerfokus.web.staff.joint import DeedForm, Forms


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.APPOINTMENT_BOOK)
def new(request: HttpRequest) -> HttpResponse:
    """GET: the form. POST: make the group."""
    place = frame.Place(request)
    return deeds.post(place, acts.NEW, _form) if request.method == "POST" else _form(place, {})


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.APPOINTMENT_BOOK)
def one(request: HttpRequest, group_id: int) -> HttpResponse:
    """GET: the group. POST: call it off."""
    asked = frame.asked(request)
    group = booking.group(group_id=group_id)
    rows = booking.in_group(group_id=group_id, by=asked.actor, at=asked.moment)
    place = OneGroup(request=request, group=group, rows=tuple(rows))
    return deeds.post(place, acts.OFF, _page) if request.method == "POST" else _page(place, {})


def _form(place: frame.Place, given: Mapping[str, DeedForm], *, status: int = 200) -> HttpResponse:
    title = _("Nyt hold")
    return frame.show(
        place.request,
        "staff/group_new.html",
        page=frame.page(place.request, title=title, place="staff", current="staff:calendar", crumbs=_crumbs(title)),
        status=status,
        form=Forms(place, acts.NEW, given).get("new"),
        here=place.request.path,
        hints=keys.everywhere(),
    )


def _page(place: OneGroup, given: Mapping[str, DeedForm], *, status: int = 200) -> HttpResponse:
    group, title = place.group, say(place.group.reason.name)
    holders = [one.employee for one in group.holds.all() if one.employee is not None]
    may_end = group.cancelled_at is None and group.starts > place.at
    mine = place.by.id in {group.made_by_id, *(one.pk for one in holders)}
    taken = len(booking.seats_taken(group_ids=[group.pk])[group.pk])
    where = group.room.words if group.room else words.place_name(group.place, staff=True)
    return frame.show(
        place.request,
        "staff/group.html",
        page=frame.page(place.request, title=title, place="staff", current="staff:calendar", crumbs=_crumbs(title)),
        status=status,
        note=_("Aflyst") if group.cancelled_at else _("%(n)s pladser er taget") % {"n": f"{taken}/{group.seats}"},
        terms=(
            Term(_("Hvornår"), f"{words.day_title(day_of(group.starts))}, {words.clocks(group.starts, group.ends)}"),
            Term(_("Sted"), where),
            Term(_("Med"), ", ".join(one.name for one in holders)),
        ),
        comers=_comers(place),
        hidden=taken - sum(row.state in booking.SEATED for row in place.rows),
        off=Forms(place, acts.OFF, given).get("off") if may_end and mine else None,
        here=place.request.path,
        hints=keys.everywhere(),
    )


def _comers(place: OneGroup) -> tuple[Item, ...]:
    seen = casework.visible_to(place.by, at=place.at).filter(pk__in=[row.case_id for row in place.rows]).in_bulk()
    on_account = {one.citizen_id: one.pk for one in seen.values()}
    cards = people.cards(on_account, case_ids=on_account)
    return tuple(
        Item(
            title=cards[seen[row.case_id].citizen_id].name,
            text=seen[row.case_id].number,
            href=reverse("staff:appointment", args=[row.pk]),
            icon="person",
            chip=words.state_chip(row, at=place.at),
        )
        for row in place.rows
        if row.case_id in seen
    )


def _crumbs(title: str) -> tuple[Crumb, ...]:
    return (Crumb(_("Kalender"), reverse("staff:calendar")), Crumb(title))
