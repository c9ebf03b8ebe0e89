"""Cases as rows of a table: citizen and case, date, kind, next act, ball. The names are read, and logged, together."""

from collections.abc import Sequence
from functools import lru_cache

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.casework.service import Case, Day
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.words import PHASE_TITLES
from borgerfokus.foundation.access.scope import Look
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people.queries import Card
from borgerfokus.web import frame
from borgerfokus.web.design.views import Cell, CellValue, Column, Row
from borgerfokus.web.frame import say
from borgerfokus.web.present import acts, picture


def day_of(request: HttpRequest) -> Day:
    """The day that lists are read on."""
    today = frame.today(request)
    return Day(at=frame.asked(request).moment, today=today, soon=picture.soon_until(today))


def names(cases: Sequence[Case], *, look: Look = Look.VIEW) -> dict[int, Card]:
    """The citizens of the cases by id, each logged on account of the case."""
    return people.cards(
        [case.citizen_id for case in cases], case_ids={case.citizen_id: case.pk for case in cases}, look=look
    )


def columns(*, wide: bool = False) -> tuple[Column, ...]:
    """The headings; `wide` adds phase and caseworker."""
    more = (Column(_("Fase")), Column(_("Sagsbehandler"))) if wide else ()
    return (
        Column(_("Borger og sag")),
        Column(_("Frist")),
        Column(_("Slags")),
        Column(_("Næste skridt")),
        *more,
        Column(_("Bolden")),
    )


@lru_cache(maxsize=4096)
def _address(number: str) -> str:
    """Where a case's page is; asked for again with every list that the case stands in."""
    return reverse("staff:case", args=[number])


def row(case: Case, card: Card | None, *, day: Day, reader: int, wide: bool = False, pick: bool = False) -> Row:
    """One case as a row."""
    name = card.name if card else _("Navn vises ikke")
    title = say(case.type_version.spec.title_staff)
    words, law = acts.short(case.next_act)
    worker = case.caseworker.name if case.caseworker else _("Ingen endnu")
    more: tuple[CellValue, ...] = (
        (Cell(say(PHASE_TITLES[Phase(case.phase)])), Cell(worker, sub=case.unit.name)) if wide else ()
    )
    return Row(
        cells=(
            Cell(name, sub=f"{title} · {case.number}", href=_address(case.number)),
            picture.due(case.next_due, on=day.today, soon=day.soon) or _("Ingen dato"),
            picture.kind(case.next_due_basis) if case.next_due_basis else "",
            Cell(words or _("Åbn sagen"), sub=law),
            *more,
            picture.row_ball(case, reader=reader),
        ),
        pick=str(case.pk) if pick else None,
        pick_label=_("Vælg %(number)s, %(name)s") % {"number": case.number, "name": name},
    )
