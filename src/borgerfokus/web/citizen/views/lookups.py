"""Who has seen my case: every look-up, with date, unit and purpose."""

from collections.abc import Mapping
from datetime import datetime
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.rights import service as rights
from borgerfokus.foundation.audit.queries import Place, Seen
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.web.citizen import lookups as log
from borgerfokus.web.citizen import persons as people
from borgerfokus.web.citizen import shell
from borgerfokus.web.citizen.present import lookups as words
from borgerfokus.web.design.fields import FieldView, Option
from borgerfokus.web.design.views import Paging
from borgerfokus.web.frame import asked, show
from borgerfokus.web.numbers import whole

PER_PAGE = 25


@citizen_only()
@require_GET
def lookups(request: HttpRequest) -> HttpResponse:
    """The log, newest first: of one case with `?sag=`, with my own look-ups when `?mine=1`."""
    ask = asked(request)
    rows = casework.visible_to(ask.actor, at=ask.moment).select_related("type_version", "unit", "caseworker")
    cases = {case.number: case for case in rows.order_by("-received_at")}
    persons = people.of(ask.actor)
    chosen = cases.get(request.GET.get("sag", ""))
    with_own = request.GET.get("mine") == "1"
    found = log.page(
        request,
        person_ids=people.acted_for(ask.actor),
        case=chosen,
        after=_place(request.GET.get("efter", "")),
        newest=PER_PAGE + 1,
        with_own=with_own,
    )
    shown = found[:PER_PAGE]
    around = log.around(request, rows=shown, cases=cases.values(), persons=persons)
    columns, table = words.table(shown, around, ask=words.ask_about)
    return show(
        request,
        "citizen/lookups.html",
        page=shell.page(
            request,
            title=_("Hvem har set min sag"),
            crumbs=shell.crumbs(_("Hvem har set min sag")),
            current="citizen:data",
        ),
        columns=columns,
        rows=table,
        filters=_filters(cases, chosen, with_own=with_own),
        paging=_paging(request, shown, more=len(found) > PER_PAGE),
        href=reverse("citizen:lookups"),
        names_shown="employee" in around.shown,
        questions=tuple(words.question_item(one) for one in rights.my_questions(by=ask.actor)),
    )


def _filters(cases: Mapping[str, Case], chosen: Case | None, *, with_own: bool) -> tuple[FieldView, ...]:
    options = [Option(value="", label=_("Alle sager"), checked=chosen is None)]
    options += [
        Option(value=number, label=f"{shell.title_of(case)}, {number}", checked=case is chosen)
        for number, case in cases.items()
    ]
    own = (
        Option(value="", label=_("Andres opslag"), checked=not with_own),
        Option(value="1", label=_("Også mine egne"), checked=with_own),
    )
    return (
        FieldView(control="select", name="sag", id="sag", label=_("Sag"), options=tuple(options), required=True),
        FieldView(control="select", name="mine", id="mine", label=_("Hvis opslag"), options=own, required=True),
    )


def _place(text: str) -> Place | None:
    """The end of the page before, as `moment_id`; anything else begins at the newest."""
    moment, _sep, digits = text.rpartition("_")
    number = whole(digits)
    try:
        at = datetime.fromisoformat(moment)
    except ValueError:
        return None
    return Place(at=at, id=number) if at.tzinfo is not None and number is not None else None


def _paging(request: HttpRequest, shown: list[Seen], *, more: bool) -> Paging | None:
    kept = {name: request.GET[name] for name in ("sag", "mine") if request.GET.get(name)}
    here = reverse("citizen:lookups")
    is_first = _place(request.GET.get("efter", "")) is None
    if not more and is_first:
        return None
    last = f"{shown[-1].at.isoformat()}_{shown[-1].id}" if shown else ""
    older = f"{here}?{urlencode(kept | {'efter': last})}" if more else ""
    newest = f"{here}?{urlencode(kept)}" if kept else here
    return Paging(summary=_("Nyeste først"), older_href=older, newer_href="" if is_first else newest)
