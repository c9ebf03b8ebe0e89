"""Requests for facts in words: whom, asked, reminded, until when, and where each stands."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from borgerfokus.apps.assessment.service import FactRequest
from borgerfokus.core.casework.casetype import Source
from borgerfokus.core.casework.obtaining import Standing
from borgerfokus.core.dates import day_of
from borgerfokus.web.design.views import Chip
from borgerfokus.web.present.words import short_date


def standings() -> dict[Standing, str]:
    """Where a request stands, in words."""
    return {
        Standing.LATE: _("Over fristen"),
        Standing.REFUSED: _("Borgeren sagde nej"),
        Standing.CONSENT: _("Venter på samtykke"),
        Standing.REMINDED: _("Rykket"),
        Standing.ASKED: _("Spurgt"),
        Standing.ANSWERED: _("Besvaret"),
        Standing.WITHDRAWN: _("Trukket tilbage"),
    }


def chip(standing: Standing) -> Chip:
    """Where a request stands, as a mark."""
    text = standings()[standing]
    match standing:
        case Standing.LATE | Standing.REFUSED:
            return Chip(text, "bad")
        case Standing.CONSENT | Standing.REMINDED:
            return Chip(text, "warn")
        case Standing.ANSWERED:
            return Chip(text, "ok")
        case _:
            return Chip(text, "line")


def whom(row: FactRequest) -> str:
    """Who was asked."""
    return _("Borgeren") if row.source == Source.CITIZEN else row.whom


def course(row: FactRequest) -> str:
    """The whole chase on one line: asked, reminded, answered."""
    parts = [_("Spurgt %(day)s") % {"day": short_date(day_of(row.asked_at))}]
    if row.reminded_at:
        often = ngettext("rykket %(n)s gang", "rykket %(n)s gange", row.reminders) % {"n": row.reminders}
        parts.append(_("%(often)s, sidst %(day)s") % {"often": often, "day": short_date(day_of(row.reminded_at))})
    if row.answered_at:
        parts.append(_("besvaret %(day)s") % {"day": short_date(day_of(row.answered_at))})
    elif row.withdrawn_at:
        parts.append(_("trukket tilbage %(day)s") % {"day": short_date(day_of(row.withdrawn_at))})
    return ", ".join(parts)


def late_by(row: FactRequest, *, on: date) -> int:
    """How many days after the day to answer it is; 0 when the day has not passed."""
    return max(0, (on - row.due).days)
