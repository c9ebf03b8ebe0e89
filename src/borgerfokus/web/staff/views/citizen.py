"""One citizen, one picture: everything that this caseworker may know of, on one line of time."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from borgerfokus.apps.coordination import service as coordination
from borgerfokus.core.access import Verb
from borgerfokus.core.coordination import sharing as law
from borgerfokus.core.dates import day_of
from borgerfokus.core.transition.words import Status
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.people import queries as people
from borgerfokus.web import frame
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, Chip, ContactView, Item, LineView, PersonView
from borgerfokus.web.frame import on_day, on_moment, say
from borgerfokus.web.present import joint, lines, ways
from borgerfokus.web.present import people as persons
from borgerfokus.web.present.words import short_date
from borgerfokus.web.staff import joint as deeds
from borgerfokus.web.staff import keys
from borgerfokus.web.staff.acts import joining
from borgerfokus.web.staff.found import citizen_of, token_of
from borgerfokus.web.staff.joint import Forms


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
def show(request: HttpRequest, token: str) -> HttpResponse:
    """GET: the picture. POST: coordinator, common goals, sharing."""
    place = open_citizen(request, token)
    if request.method != "POST":
        return page(place, {})
    if not place.mine:
        raise Hidden("no case of one's own")
    return deeds.post(place, joining.DEEDS, page)


def open_citizen(request: HttpRequest, token: str) -> joining.CitizenPlace:
    """The citizen of a token. Raises Hidden when it is no token of today, or nothing may be known; logs the look-up."""
    citizen_id = citizen_of(token)
    asked = frame.asked(request)
    if citizen_id is None:
        raise Hidden("citizen token")
    known = coordination.known_of(citizen_id=citizen_id, by=asked.actor, at=asked.moment)
    card = people.card(citizen_id, case_id=known.cases[0].pk if known.cases else None)
    mine = coordination.own_cases(citizen_id=citizen_id, by=asked.actor, at=asked.moment)
    return joining.CitizenPlace(request=request, card=card, known=known, mine=tuple(mine))


@dataclass(frozen=True)
class _Read:
    """What the page is made of, read once."""

    place: joining.CitizenPlace
    helps: Mapping[int, coordination.Help]
    meetings: list[coordination.Meeting]
    goals: list[coordination.CommonGoal]
    coordinators: list[coordination.Coordinator]
    young: coordination.OnTheWay | None


def _read(place: joining.CitizenPlace) -> _Read:
    citizen_id = place.card.id
    return _Read(
        place=place,
        helps=coordination.helps_of(cases=place.known.cases, by=place.by, at=place.at),
        meetings=coordination.meetings_of(citizen_id=citizen_id, by=place.by, at=place.at),
        goals=coordination.goals_of(citizen_id=citizen_id, by=place.by, at=place.at),
        coordinators=coordination.coordinators_of(citizen_id=citizen_id, by=place.by, at=place.at),
        young=coordination.of_citizen(citizen_id=citizen_id, by=place.by, at=place.at),
    )


def page(place: joining.CitizenPlace, given: Mapping[str, deeds.DeedForm], *, status: int = 200) -> HttpResponse:
    """The picture, with a form that came back in its place."""
    read, forms = _read(place), Forms(place, joining.DEEDS, given)
    now = next((one for one in read.coordinators if one.ends is None), None)
    works = bool(place.mine)
    running = [one for one in read.goals if one.status == "running"]
    return frame.show(
        place.request,
        "staff/citizen.html",
        page=frame.page(
            place.request,
            title=_("Hele billedet: %(name)s") % {"name": place.card.name},
            place="staff",
            current="staff:list",
            crumbs=(Crumb(_("Sager"), reverse("staff:list")), Crumb(_("Hele billedet"))),
        ),
        status=status,
        head=_head(place),
        say=_finding(read),
        line=_line(read),
        coordinator=_coordinator(now),
        before=tuple(_before(one) for one in read.coordinators if one.ends is not None),
        wanted=place.known.wants_coordinator and now is None,
        goals=tuple(joint.goal(one, reader="staff") for one in read.goals),
        meetings=tuple(_meeting(one) for one in read.meetings),
        new_meeting=Action(
            _("Indkald til møde"), reverse("staff:meeting-new", args=[token_of(place.card)]), "secondary"
        )
        if works
        else None,
        shared=tuple(_shared(one, place) for one in coordination.sharings_of(cases=place.known.cases)),
        shared_with_me=tuple(
            _with_me(one) for one in coordination.shared_with(by=place.by, citizen_id=place.card.id, at=place.at)
        ),
        shared_themes=tuple(
            joint.shared_theme(one) for one in coordination.shared_themes(known=place.known, at=place.at)
        ),
        young=_young(read.young, place),
        forms={
            "appoint": forms.get("appoint") if works else None,
            "coordinator-end": forms.get("coordinator-end") if works and now else None,
            "goal": forms.get("goal") if works else None,
            "goal-join": forms.get("goal-join") if works and running else None,
            "goal-status": forms.get("goal-status") if works and read.goals else None,
            "share": forms.get("share") if works else None,
        },
        here=place.request.path,
        open_fold=str(place.request.GET.get("vis", "")),
        hints=keys.everywhere(),
    )


def _head(place: joining.CitizenPlace) -> PersonView:
    case = place.known.cases[0] if place.known.cases else None
    return PersonView(
        name=place.card.name,
        identity=persons.identity(place.card, on=place.today),
        flags=persons.flags(place.card),
        subject=_("Hele billedet"),
        meta=(_("Kun det, du må vide. Opslaget er logget, og borgeren kan se det."),),
        actions=(Action(_("Til sagen"), reverse("staff:case", args=[case.number])),) if case else (),
    )


def _finding(read: _Read) -> str:
    known = read.place.known
    open_ = len(known.running) + sum(one.closed_at is None for one in known.elsewhere)
    units = len(known.units)
    said = [
        ngettext("%(name)s har %(n)s åben sag, du må kende,", "%(name)s har %(n)s åbne sager, du må kende,", open_)
        % {"name": read.place.card.given_name, "n": open_}
        + ngettext(" i %(n)s enhed.", " i %(n)s enheder.", units) % {"n": units}
    ]
    due = min((case.next_due for case in known.running if case.next_due), default=None)
    if due is not None:
        said.append(_("Den næste dato er %(day)s.") % {"day": on_day(due)})
    waits = sum(case.ball == "you" for case in known.running)
    if waits:
        said.append(ngettext("%(n)s sag venter på borgeren.", "%(n)s sager venter på borgeren.", waits) % {"n": waits})
    return " ".join(said)


def _line(read: _Read) -> LineView:
    known = read.place.known
    told = lines.Told(
        cases=known.cases,
        helps=read.helps,
        meetings=[one for one in read.meetings if one.state != "cancelled"],
        hrefs={case.pk: reverse("staff:case", args=[case.number]) for case in known.cases},
        titles={case.pk: say(case.type_version.spec.title_staff) for case in known.cases},
        elsewhere=known.elsewhere,
        reader=read.place.by.id,
    )
    return lines.view(told, today=read.place.today, caption=_("Sager og hjælp på én tidslinje"))


def _coordinator(row: coordination.Coordinator | None) -> ContactView | None:
    if row is None:
        return None
    return ContactView(
        heading=_("Koordinator"),
        name=row.employee.name,
        initials=persons.initials(row.employee.name),
        role=_("siden %(day)s") % {"day": on_day(row.starts)},
        phone=row.employee.phone,
        phone_href=f"tel:+45{row.employee.phone.replace(' ', '')}",
        note=row.why,
    )


def _before(row: coordination.Coordinator) -> Item:
    ends = short_date(day_of(row.ends)) if row.ends else ""
    return Item(
        title=row.employee.name, text=f"{short_date(day_of(row.starts))} – {ends} · {row.ended_why}", icon="person"
    )


def _meeting(row: coordination.Meeting) -> Item:
    return Item(
        title=row.title,
        text=f"{on_moment(row.starts)} · {row.place or row.video}",
        href=reverse("staff:meeting", args=[row.pk]),
        icon="calendar-month",
        chip=joint.meeting_chip(row.state),
    )


def _shared(row: coordination.Sharing, place: joining.CitizenPlace) -> Item:
    runs = row.withdrawn_at is None and row.ends > place.at
    ground = law.grounds()[row.ground]
    chip = Chip(_("gælder til %(day)s") % {"day": short_date(day_of(row.ends))}, "fjord") if runs else Chip(_("slut"))
    stop = Action(
        _("Stop delingen"),
        place.request.path,
        method="post",
        context=joint.receiver(row),
        fields=(("act", "share-stop"), ("sharing", str(row.pk))),
    )
    mine = {case.pk for case in place.mine}
    return Item(
        title=_("%(receiver)s ser: %(what)s") % {"receiver": joint.receiver(row), "what": joint.parts(row)},
        text=f"{say(ground.title)} ({ground.article}) · {row.purpose} · {row.case.number}",
        icon="share",
        chip=chip,
        actions=(stop,) if runs and row.case_id in mine else (),
    )


def _with_me(row: coordination.Sharing) -> Item:
    ground = law.grounds()[row.ground]
    return Item(
        title=_("Du ser: %(what)s") % {"what": joint.parts(row)},
        text=f"{say(ground.title)} ({ground.article}) · {row.purpose}",
        icon="visibility",
        chip=Chip(_("gælder til %(day)s") % {"day": short_date(day_of(row.ends))}, "fjord"),
    )


def _young(found: coordination.OnTheWay | None, place: joining.CitizenPlace) -> Item | None:
    if found is None:
        return None
    one = ways.way(found, place.card, today=place.today)
    where = reverse("staff:young", args=[token_of(place.card)])
    return Item(
        title=_("På vej til 18 år"),
        text=f"{ways.age_words(one.course)} · {_('%(n)s af 6 aftalt') % {'n': one.course.agreed}}",
        href=where,
        icon="flag",
        chip=ways.status_chip(one.course),
        actions=(Action(_("Åbn"), where, "primary" if one.course.status is Status.GAP else "secondary"),),
    )
