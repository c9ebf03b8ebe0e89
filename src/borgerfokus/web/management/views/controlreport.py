"""The report of a round for the data protection officer: counts and no names, as a PDF and as a sheet."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from borgerfokus.apps.logcontrol import service as logcontrol
from borgerfokus.apps.logcontrol.service import ControlItem, ControlRound, Counts
from borgerfokus.core.logcontrol.words import GROUNDS, KINDS, OUTCOMES, SIGNALS, STATES
from borgerfokus.core.texts import Text
from borgerfokus.foundation.text.documents import Report, ReportSection, ReportTable
from borgerfokus.foundation.text.pdf import render_report
from borgerfokus.web.frame import asked, on_day, on_moment, page_language, say, today
from borgerfokus.web.management.views.control import REVIEWS
from borgerfokus.web.present import logcontrol as words
from borgerfokus.web.present.sheets import csv_answer, pdf_answer


@REVIEWS
@require_safe
def report(request: HttpRequest, round_id: int) -> HttpResponse:
    """The report as a PDF."""
    by = asked(request).actor
    row = logcontrol.find_round(round_id=round_id, by=by)
    made = report_of(row, logcontrol.counts_of(row, by=by), on=today(request), language=page_language())
    return pdf_answer(render_report(report=made), name=f"logkontrol-{row.pk}")


@REVIEWS
@require_safe
def sheet(request: HttpRequest, round_id: int) -> HttpResponse:
    """Every look-up of the round as a line, without the citizen and without the employee's name."""
    by = asked(request).actor
    row = logcontrol.find_round(round_id=round_id, by=by)
    return csv_answer(
        name=f"logkontrol-{row.pk}",
        columns=(
            _("Nr."),
            _("Hvorfor i runden"),
            _("Enhed"),
            _("Hvornår"),
            _("Det taler imod"),
            _("Tilstand"),
            _("Grund"),
            _("Afgørelse"),
        ),
        rows=(_line(place, one) for place, one in enumerate(logcontrol.items_of(row, by=by), start=1)),
    )


def report_of(row: ControlRound, counts: Counts, *, on: date, language: str) -> Report:
    """The report as it is set: what was controlled, how it was drawn, and what came of it."""
    return Report(
        municipality=settings.MUNICIPALITY,
        heading=_("Logkontrol"),
        subtitle=_("Opslag %(period)s") % {"period": words.round_title(row)},
        made_on=on,
        facts=(
            (_("Opslag at trække fra"), str(row.population or 0)),
            (_("Gennemgås"), str(counts.all)),
            (_("Mangler endnu"), str(counts.waiting)),
            (_("Lovet før lodtrækningen"), row.promise),
            (_("Frø"), row.seed if row.drawn_at else "–"),
            (_("Trukket"), on_day(row.drawn_at) if row.drawn_at else "–"),
        ),
        sections=(
            ReportSection(_("Hvor langt de er"), "", _table(_("Tilstand"), STATES, counts.states)),
            ReportSection(_("Hvorfor de er med"), "", _table(_("Hvorfor i runden"), KINDS, counts.kinds)),
            ReportSection(_("Hvad der talte imod"), "", _table(_("Grund"), SIGNALS, counts.signals)),
            ReportSection(_("Hvorfor de er lukket"), "", _table(_("Grund"), GROUNDS, counts.grounds)),
            ReportSection(_("Hvad de sendte videre var"), "", _table(_("Afgørelse"), OUTCOMES, counts.outcomes)),
        ),
        note=_(
            "Frøet til lodtrækningen er lavet, før opslagene var kendt. Enhver med adgang til loggen kan gentage den. "
            "Ingen gennemgår egne opslag."
        ),
        language=language,
    )


def _table(heading: str, names: Mapping[Any, Text], counted: Mapping[str, int]) -> ReportTable:
    rows = tuple((say(text), str(counted.get(key, 0))) for key, text in names.items())
    return ReportTable((heading, _("Antal")), rows)


def _line(place: int, one: ControlItem) -> Sequence[object]:
    return (
        place,
        words.kind(one),
        one.unit.name if one.unit else "",
        on_moment(one.looked_at),
        " ".join(words.reasons(one)),
        words.state_chip(one).text,
        words.ground(one.ground) if one.ground else "",
        words.outcome(one.outcome) if one.outcome else "",
    )
