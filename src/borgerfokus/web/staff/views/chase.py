"""The chase over all cases: what is asked for and not in, the late first; by whom; as a sheet."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.assessment.service import Outstanding
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.casetype import Source
from borgerfokus.core.casework.obtaining import NOBODY_ELSE, Standing
from borgerfokus.foundation.access.scope import Look, Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.people import queries as people
from borgerfokus.web import frame
from borgerfokus.web.design.views import Action, Cell, Column, Row
from borgerfokus.web.frame import say
from borgerfokus.web.present import chase
from borgerfokus.web.present.sheets import csv_answer
from borgerfokus.web.present.words import short_date
from borgerfokus.web.staff.acts.informing import sources

_MARK = staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)


@_MARK
@require_safe
def outstanding(request: HttpRequest) -> HttpResponse:
    """The list. `fra` filters by who was asked, `status` by where it stands, `alle=1` shows the unit's cases too."""
    chosen, found = _read(request)
    names = _names(found)
    count = len(found)
    late = sum(one.standing is Standing.LATE for one in found)
    return frame.show(
        request,
        "staff/chase.html",
        page=frame.page(request, title=_("Indhentning"), place="staff", current="staff:list"),
        note=ngettext("%(n)s oplysning ventes", "%(n)s oplysninger ventes", count) % {"n": count},
        late=ngettext("%(n)s er over fristen", "%(n)s er over fristen", late) % {"n": late} if late else "",
        here=reverse("staff:chase"),
        choices=_choices(),
        chosen=chosen,
        columns=_columns(),
        rows=tuple(_row(request, one, names) for one in found),
        actions=(
            Action(_("Hent som regneark"), f"{reverse('staff:chase-csv')}?{urlencode(chosen)}", icon="download"),
        ),
    )


@_MARK
@require_safe
def sheet(request: HttpRequest) -> HttpResponse:
    """The same as a sheet."""
    _chosen, found = _read(request)
    names = _names(found, look=Look.EXTRACT)
    labels = chase.standings()
    return csv_answer(
        name="indhentning",
        columns=[
            _("Sagsnummer"), _("Borger"), _("Oplysning"), _("Hvem"), _("Spurgt"), _("Rykkere"), _("Svar senest"),
            _("Dage over fristen"), _("Status"),
        ],
        rows=(
            (
                one.request.case.number,
                names.get(one.request.case.citizen_id, ""),
                _title(one),
                chase.whom(one.request),
                one.request.asked_at.date().isoformat(),
                one.request.reminders,
                one.request.due.isoformat(),
                chase.late_by(one.request, on=frame.today(request)),
                labels[one.standing],
            )
            for one in found
        ),
    )  # fmt: skip


def _read(request: HttpRequest) -> tuple[dict[str, str], list[Outstanding]]:
    """What the address asks for. A value that is not on a list is ignored."""
    source, state = request.GET.get("fra", ""), request.GET.get("status", "")
    everybody = request.GET.get("alle") == "1"
    wanted = Source(source) if source in {one.value for one in Source} else None
    standing = Standing(state) if state in {one.value for one in Standing} else None
    asked = frame.asked(request)
    found = assessment.outstanding(
        by=asked.actor, at=asked.moment, mine=not everybody, source=wanted, state=standing
    )
    chosen = {"fra": wanted or "", "status": standing or "", "alle": "1" if everybody else ""}
    return {key: str(value) for key, value in chosen.items() if value}, found


def _choices() -> dict[str, list[tuple[str, str]]]:
    everything = ("", _("Alle"))
    return {
        "fra": [everything, *((key, label) for key, label in sources().items() if key not in NOBODY_ELSE)],
        "status": [everything, *((key, label) for key, label in chase.standings().items() if key.is_open)],
        "alle": [("", _("Mine sager")), ("1", _("Alle sager, jeg kan se"))],
    }


def _names(found: Sequence[Outstanding], *, look: Look = Look.VIEW) -> dict[int, str]:
    """The citizens' names; each is logged as seen in the case."""
    cases = {one.request.case.citizen_id: one.request.case_id for one in found}
    if not cases:
        return {}
    return {key: card.name for key, card in people.cards(cases, case_ids=cases, look=look).items()}


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Sag")),
        Column(_("Oplysning")),
        Column(_("Hvem")),
        Column(_("Indtil nu")),
        Column(_("Svar senest")),
        Column(_("Status")),
    )


def _row(request: HttpRequest, one: Outstanding, names: dict[int, str]) -> Row:
    row = one.request
    late = chase.late_by(row, on=frame.today(request))
    over = ngettext("%(n)s dag over", "%(n)s dage over", late) % {"n": late} if late else ""
    tab = reverse("staff:information", args=[row.case.number])
    return Row(
        (
            Cell(names.get(row.case.citizen_id, _("En borger")), sub=row.case.number, href=f"{tab}#{row.fact}"),
            Cell(_title(one), sub=row.fact),
            chase.whom(row),
            chase.course(row),
            Cell(short_date(row.due), sub=over),
            chase.chip(one.standing),
        )
    )


def _title(one: Outstanding) -> str:
    return say(one.request.case.type_version.spec.fact(one.request.fact).title)
