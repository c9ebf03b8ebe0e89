"""The work list: filters in the address, pages, totals, saved views, handing out, export and print."""

from collections.abc import Iterator

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Case, Totals
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.words import PHASE_TITLES
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Look, Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.web import frame
from borgerfokus.web.design.views import Action, Kpi, Paging, StateView
from borgerfokus.web.frame import say
from borgerfokus.web.numbers import posted, whole
from borgerfokus.web.present import acts
from borgerfokus.web.present.sheets import csv_answer
from borgerfokus.web.staff import caserows, keys, listing
from borgerfokus.web.staff.listing import Listing

EXPORT_LIMIT = 10_000
PRINT_LIMIT = 500


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """One page of the list; ?print=1 all of it without pages."""
    asked, day, asked_for = frame.asked(request), caserows.day_of(request), listing.read(request)
    totals = casework.totals(by=asked.actor, filters=asked_for.filters, day=day)
    printing = bool(request.GET.get("print"))
    if printing:
        cases = list(
            casework.all_listed(
                by=asked.actor, filters=asked_for.filters, day=day, sort=asked_for.sort, limit=PRINT_LIMIT
            )
        )
        paging = None
    else:
        found = casework.work_list(
            by=asked.actor, filters=asked_for.filters, day=day, sort=asked_for.sort, cursor=asked_for.cursor
        )
        cases, paging = list(found.cases), _paging(asked_for, found, totals)
    cards = caserows.names(cases)
    hands_out = asked.actor.can(Verb.CASE_ASSIGN) and not printing
    return frame.show(
        request,
        "staff/list.html",
        page=frame.page(request, title=_("Sager"), place="staff", current="staff:list"),
        columns=caserows.columns(wide=True),
        rows=tuple(
            caserows.row(case, cards.get(case.citizen_id), day=day, reader=asked.actor.id, wide=True, pick=hands_out)
            for case in cases
        ),
        fields=list(asked_for.form),
        here=reverse("staff:list"),
        active=asked_for.active(),
        count=_count(totals.count),
        kpis=_kpis(asked_for, totals),
        paging=paging,
        printing=printing,
        actions=_actions(request, asked_for),
        query=asked_for.query(),
        views=saved_views(request),
        colleagues=_colleagues(request) if hands_out else (),
        back=request.get_full_path(),
        empty=_empty(),
        hints=keys.of_day(),
    )


def _count(number: int) -> str:
    return ngettext("%(n)s sag", "%(n)s sager", number) % {"n": number}


def _paging(asked_for: Listing, found: casework.ListPage, totals: Totals) -> Paging:
    return Paging(
        summary=_("%(shown)s af %(all)s") % {"shown": len(found.cases), "all": _count(totals.count)},
        older_href=asked_for.at(found.older),
        newer_href=asked_for.at(found.newer),
    )


def _kpis(asked_for: Listing, totals: Totals) -> tuple[Kpi, ...]:
    return (
        Kpi(_("Over fristen"), str(totals.over), href=asked_for.href(frist="over")),
        Kpi(_("Frist snart"), str(totals.soon), href=asked_for.href(frist="soon")),
        Kpi(_("Bolden er hos os"), str(totals.us), href=asked_for.href(bold="us")),
        Kpi(
            _("Hos borger eller andre"),
            str(totals.you + totals.other),
            note=_("%(you)s hos borger, %(other)s hos andre") % {"you": totals.you, "other": totals.other},
        ),
        Kpi(_("Uden sagsbehandler"), str(totals.nobody), href=asked_for.href(sagsbehandler=listing.NOBODY)),
    )


def _actions(request: HttpRequest, asked_for: Listing) -> tuple[Action, ...]:
    found = [
        Action(_("Hent som CSV"), f"{reverse('staff:list-csv')}?{asked_for.query()}", icon="download"),
        Action(_("Indhentning"), reverse("staff:chase"), icon="hourglass"),
        Action(_("Til print"), asked_for.href(print="1"), icon="print"),
    ]
    if frame.asked(request).actor.can(Verb.CASE_OPEN):
        found.append(Action(_("Ny sag"), reverse("staff:new"), "primary", icon="plus", key="c"))
    return tuple(found)


def _colleagues(request: HttpRequest) -> tuple[tuple[str, str], ...]:
    actor = frame.asked(request).actor
    staff = organisation.staff_of(unit_ids=actor.led, on=frame.today(request))
    return tuple((str(one.id), f"{one.name}, {one.unit}") for one in staff)


def _empty() -> StateView:
    return StateView(
        kind="empty",
        heading=_("Ingen sager her"),
        paragraphs=(_("Fjern et filter, eller vælg en anden visning."),),
        actions=(Action(_("Vis alle mine sager"), listing.address(f"sagsbehandler={listing.MINE}")),),
    )


def saved_views(request: HttpRequest) -> tuple[tuple[str, str, str, Action], ...]:
    """The lists one has saved: name, address, how many cases, and the way to forget it."""
    asked, day = frame.asked(request), caserows.day_of(request)
    rows = casework.saved_views(by=asked.actor)
    counts = casework.count_of(
        by=asked.actor, views=[listing.saved(one.query, by=asked.actor) for one in rows], day=day
    )
    return tuple(
        (
            one.name,
            listing.address(one.query),
            str(count),
            Action(
                _("Glem"),
                reverse("staff:view-drop"),
                "tertiary",
                "post",
                context=one.name,
                fields=(("view", str(one.pk)),),
            ),
        )
        for one, count in zip(rows, counts, strict=True)
    )


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
@require_POST
def save_view(request: HttpRequest) -> HttpResponse:
    """Keep the list under a name."""
    asked = frame.asked(request)
    name, query = request.POST.get("name", "").strip(), request.POST.get("query", "")
    if name:
        casework.save_view(name=name, query=query, by=asked.actor, at=asked.moment)
        messages.success(request, _("Visningen er gemt."))
    else:
        messages.error(request, _("Giv visningen et navn."))
    return HttpResponseRedirect(listing.address(query))


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
@require_POST
def drop_view(request: HttpRequest) -> HttpResponse:
    """Forget a saved list."""
    asked = frame.asked(request)
    casework.drop_view(view_id=posted(request, "view") or 0, by=asked.actor, at=asked.moment)
    return HttpResponseRedirect(reverse("staff:list"))


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_ASSIGN)
@require_POST
def hand_out(request: HttpRequest) -> HttpResponse:
    """Give the chosen cases to one colleague."""
    asked = frame.asked(request)
    to, query = posted(request, "to"), request.POST.get("query", "")
    chosen = [number for number in map(whole, request.POST.getlist("case")) if number is not None]
    if to is None or not chosen:
        messages.error(request, _("Vælg mindst én sag og en kollega."))
        return HttpResponseRedirect(listing.address(query))
    if set(chosen) - set(
        casework.visible_to(asked.actor, at=asked.moment).filter(pk__in=chosen).values_list("pk", flat=True)
    ):
        raise Hidden("cases to hand out")
    refused = casework.assign_many(case_ids=chosen, to=to, by=asked.actor, at=asked.moment)
    given = len(set(chosen)) - len(refused)
    if given:
        messages.success(request, ngettext("%(n)s sag er givet.", "%(n)s sager er givet.", given) % {"n": given})
    for refusal in {one.code: one for one in refused.values()}.values():
        frame.told(request, refusal, "")
    return HttpResponseRedirect(listing.address(query))


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """The whole list as CSV: semicolons, and a mark that lets a spreadsheet read the letters right."""
    asked, asked_for = frame.asked(request), listing.read(request)
    cases = casework.all_listed(
        by=asked.actor,
        filters=asked_for.filters,
        day=caserows.day_of(request),
        sort=asked_for.sort,
        limit=EXPORT_LIMIT,
    )
    name = f"sager-{frame.today(request).isoformat()}"
    return csv_answer(name=name, columns=_headings(), rows=_lines(list(cases)))


def _headings() -> tuple[str, ...]:
    return (
        _("Sagsnummer"),
        _("Borger"),
        _("Sagstype"),
        _("Enhed"),
        _("Sagsbehandler"),
        _("Fase"),
        _("Bolden"),
        _("Næste skridt"),
        _("Frist"),
        _("Modtaget"),
    )


def _lines(cases: list[Case]) -> Iterator[tuple[str, ...]]:
    cards = caserows.names(cases, look=Look.EXTRACT)
    for case in cases:
        card = cards.get(case.citizen_id)
        yield (
            case.number,
            card.name if card else "",
            say(case.type_version.spec.title_staff),
            case.unit.name,
            case.caseworker.name if case.caseworker else "",
            say(PHASE_TITLES[Phase(case.phase)]),
            case.ball,
            acts.short(case.next_act)[0],
            case.next_due.isoformat() if case.next_due else "",
            day_of(case.received_at).isoformat(),
        )
