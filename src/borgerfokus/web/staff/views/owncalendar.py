"""One's own calendar: opening hours, absences, the feed by a secret address, and a calendar outside."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.booking import service as booking
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web import frame
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, Chip, Item, Term
from borgerfokus.web.frame import Place, on_moment
from borgerfokus.web.numbers import whole
from borgerfokus.web.staff import doing, keys
from borgerfokus.web.staff import joint as deeds
from borgerfokus.web.staff.acts.own import OWN
from borgerfokus.web.staff.joint import DeedForm, Forms


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.APPOINTMENT_BOOK, keeps_text=False)
def show(request: HttpRequest) -> HttpResponse:
    """GET: hours, absences, feed and calendar outside. POST: one of the deeds."""
    place = Place(request)
    if request.method != "POST":
        return _page(place, {})
    if request.POST.get("act") == "back":
        number = request.POST.get("absence", "")
        booking.drop_absence(absence_id=whole(number) or 0, by=place.by, at=place.at)
        messages.success(request, _("Fraværet er fjernet."))
        return HttpResponseRedirect(f"{request.path}#away")
    if request.POST.get("act") == "feed":
        return _fresh_feed(place)
    return deeds.post(place, OWN, _page)


def _fresh_feed(place: Place) -> HttpResponse:
    """A new secret address, shown on this page alone: it is kept as a hash, and must not lie in a message either."""
    if not doing.first_time(place.request):
        messages.info(place.request, _("Det er allerede gjort."))
        return HttpResponseRedirect(f"{place.request.path}#feed")
    token = booking.make_feed(by=place.by, at=place.at)
    return _page(place, {}, fresh=place.request.build_absolute_uri(reverse("public:feed", args=[token])))


def _page(place: Place, given: Mapping[str, DeedForm], *, status: int = 200, fresh: str = "") -> HttpResponse:
    forms, title = Forms(place, OWN, given), _("Åbningstider og fravær")
    made = booking.feed_made(by=place.by)
    outside = booking.outside_of(by=place.by)
    return frame.show(
        place.request,
        "staff/calendar_own.html",
        page=frame.page(
            place.request,
            title=title,
            place="staff",
            current="staff:calendar",
            crumbs=(Crumb(_("Kalender"), reverse("staff:calendar")), Crumb(title)),
        ),
        status=status,
        hours=forms.get("hours"),
        away=forms.get("away", first=place.today, last=place.today),
        absences=tuple(_absence(one, place) for one in booking.absences_of(employee_id=place.by.id, since=place.at)),
        fresh=fresh,
        feed=_("Lavet %(when)s") % {"when": on_moment(made)} if made else "",
        feed_acts=_feed_acts(place, has_feed=made is not None),
        outside=_terms(outside),
        outside_chip=_chip(outside),
        outside_acts=_outside_acts(place) if outside else (),
        connect=forms.get("connect") if outside is None else None,
        here=place.request.path,
        hints=keys.everywhere(),
    )


def _absence(row: booking.Absence, place: Place) -> Item:
    text = _("%(starts)s til %(ends)s") % {"starts": on_moment(row.starts), "ends": on_moment(row.ends)}
    return Item(title=text, icon="time", actions=(_button(place, _("Fjern"), "back", text, ("absence", str(row.pk))),))


def _feed_acts(place: Place, *, has_feed: bool) -> tuple[Action, ...]:
    make = _button(place, _("Lav en ny adresse") if has_feed else _("Lav en adresse"), "feed")
    return (make, _button(place, _("Luk adressen"), "no-feed")) if has_feed else (make,)


def _outside_acts(place: Place) -> tuple[Action, ...]:
    return (_button(place, _("Hent nu"), "sync"), _button(place, _("Fjern forbindelsen"), "disconnect"))


def _button(place: Place, label: str, act: str, context: str = "", *more: tuple[str, str]) -> Action:
    fields = (("act", act), ("once", doing.fresh_key()), *more)
    return Action(label, place.request.path, "secondary", "post", context=context, fields=fields)


def _terms(row: booking.OutsideCalendar | None) -> tuple[Term, ...]:
    if row is None:
        return ()
    synced = on_moment(row.synced_at) if row.synced_at else _("ikke endnu")
    return (Term(_("Adresse"), row.address), Term(_("Bruger"), row.user_name), Term(_("Sidst hentet"), synced))


def _chip(row: booking.OutsideCalendar | None) -> Chip | None:
    if row is None:
        return None
    faults = {
        "": Chip(_("Virker"), "ok"),
        "not_allowed": Chip(_("Adressen må ikke bruges"), "bad"),
        "unreachable": Chip(_("Svarer ikke"), "warn"),
        "refused": Chip(_("Kalenderen siger nej"), "bad"),
        "not_a_calendar": Chip(_("Kan ikke læses"), "bad"),
        "too_much": Chip(_("For stor eller for langsom"), "warn"),
    }
    return faults[row.fault]
