"""Requests about rights in plain words: what was asked, how far it is, and by when it is answered."""

from datetime import date

from django.utils.translation import gettext as _

from borgerfokus.apps.rights import service as rights
from borgerfokus.apps.rights.service import AccessRequest, DataExport, DataRequest
from borgerfokus.core.rights import Left, Outcome
from borgerfokus.web.design.views import Chip, Due
from borgerfokus.web.frame import on_day, say

_LEVELS = {Left.OVER: "over", Left.SOON: "soon", Left.FINE: "fine"}


def due(day: date, *, on: date) -> Due:
    """The date as a chip: how many working days are left, or over."""
    days, near = rights.time_left(due=day, on=on)
    if near is Left.OVER:
        text = _("%(n)s hverdage over") % {"n": -days} if days else _("Over fristen")
    elif days == 0:
        text = _("I dag")
    else:
        text = _("%(n)s hverdage") % {"n": days} if days != 1 else _("1 hverdag")
    return Due(level=_LEVELS[near], text=text, date=on_day(day))  # type: ignore[arg-type]


def access_state(row: AccessRequest) -> Chip:
    """How far a request for access is."""
    if row.state == rights.AccessState.WITHDRAWN:
        return Chip(_("Trukket tilbage"))
    if row.state == rights.AccessState.OPEN:
        return Chip(_("Venter på svar"), "warn", "time")
    return Chip(say(Outcome(row.outcome).label), "ok" if row.outcome == Outcome.GRANTED else "line")


def access_told(row: AccessRequest, *, on: date) -> str:
    """What the citizen may count on."""
    if row.state == rights.AccessState.WITHDRAWN:
        return _("Du har trukket din anmodning tilbage.")
    if row.answered_at is not None:
        return _("Besvaret %(day)s.") % {"day": on_day(row.answered_at)}
    if row.delayed_at is not None:
        return _("Det tager længere tid. Du får svar senest %(day)s. %(reason)s") % {
            "day": on_day(row.due),
            "reason": row.delay_reason,
        }
    if row.due < on:
        return _("Du skulle have haft svar %(day)s. Du kan klage over ventetiden.") % {"day": on_day(row.due)}
    return _("Du får svar senest %(day)s.") % {"day": on_day(row.due)}


def data_kind(row: DataRequest) -> str:
    """What was asked about data."""
    return _("Rettelse") if row.kind == rights.DataRequestKind.CORRECTION else _("Sletning")


def data_state(row: DataRequest) -> Chip:
    """How far a request about data is."""
    if not row.outcome:
        return Chip(_("Venter på svar"), "warn", "time")
    named = {
        rights.DataOutcome.CORRECTED: Chip(_("Rettet"), "ok"),
        rights.DataOutcome.NOTED: Chip(_("Skrevet, at du er uenig"), "line"),
        rights.DataOutcome.REFUSED: Chip(_("Afvist"), "line"),
        rights.DataOutcome.PROPOSED: Chip(_("Bliver gjort klar til sletning"), "ok"),
    }
    return named[rights.DataOutcome(row.outcome)]


def data_told(row: DataRequest) -> str:
    """What the citizen may count on, or the answer."""
    if row.outcome:
        return row.answer
    return _("Du får svar senest %(day)s.") % {"day": on_day(row.due)}


def copy_state(row: DataExport) -> Chip:
    """How far a whole copy is."""
    named = {
        rights.ExportState.QUEUED: Chip(_("I kø"), "warn", "time"),
        rights.ExportState.RUNNING: Chip(_("Er i gang"), "warn", "time"),
        rights.ExportState.READY: Chip(_("Klar"), "ok"),
        rights.ExportState.GONE: Chip(_("Fjernet igen")),
    }
    return named[rights.ExportState(row.state)]


def copy_told(row: DataExport) -> str:
    """What the citizen may count on."""
    if row.state == rights.ExportState.READY and row.kept_until:
        return _("Du kan hente den til og med %(day)s.") % {"day": on_day(row.kept_until)}
    if row.state == rights.ExportState.GONE:
        return _("Den er ikke gemt mere. Du kan bede om en ny.")
    if row.state == rights.ExportState.RUNNING:
        return _("%(done)s af %(steps)s dele er klar. Du kan roligt gå herfra.") % {
            "done": row.done,
            "steps": row.steps,
        }
    return _("Den bliver lavet om lidt. Du kan roligt gå herfra.")
