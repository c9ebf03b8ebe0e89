"""Runs of the print house: letters on paper that are printed and posted together, as one package with a manifest."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.outbox import printing
from borgerfokus.foundation.outbox.models import PrintRun
from borgerfokus.web.design.views import Action, Cell, Chip, Column, Row
from borgerfokus.web.frame import asked, on_moment
from borgerfokus.web.numbers import posted

_MARK = staff_only(purpose=Purpose.CASEWORK, verb=Verb.LETTERS_MANAGE)
_NEWEST = 10


@_MARK
@require_POST
def act(request: HttpRequest) -> HttpResponse:
    """Make a run of the letters that wait; or the print house has posted one; or it is undone."""
    by, at = asked(request).actor, asked(request).moment
    wanted, number = request.POST.get("act", ""), posted(request, "run") or 0
    if wanted == "make":
        run = printing.make_run(by=by, at=at)
        text = _("Kørslen er lavet. Hent den, og giv den til trykkeriet.") if run else _("Ingen breve venter.")
        (messages.success if run else messages.info)(request, text)
    elif wanted == "send":
        count = printing.send_run(run_id=number, by=by, at=at)
        text = ngettext("%(n)s brev er sendt.", "%(n)s breve er sendt.", count) % {"n": count}
        messages.success(request, text)
    elif wanted == "returned":
        if printing.note_returned(number=request.POST.get("number", "")[:36], by=by, at=at):
            messages.success(request, _("Det er skrevet, og en medarbejder får det på sin liste."))
        else:
            messages.error(request, _("Intet brev, der er sendt, har det nummer."))
    elif wanted == "undo":
        printing.undo_run(run_id=number, by=by, at=at)
        messages.success(request, _("Brevene ligger i køen igen."))
    else:
        raise Hidden(wanted)
    return redirect("staff:print-queue")


@_MARK
@require_safe
def package(request: HttpRequest, run_id: int) -> HttpResponse:
    """The run as a ZIP."""
    try:
        content = printing.packed(run_id=run_id, by=asked(request).actor, at=asked(request).moment)
    except files.UnknownFile:
        raise Hidden(f"run {run_id}") from None
    headers = {
        "Content-Disposition": f'attachment; filename="breve-{run_id}.zip"',
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type="application/zip", headers=headers)


def columns() -> tuple[Column, ...]:
    """The heads of the list of runs."""
    return (
        Column(_("Kørsel")),
        Column(_("Breve"), numeric=True),
        Column(_("Tilstand")),
        Column(_("Hent"), hidden=True),
        Column(_("Sendt"), hidden=True),
        Column(_("Fortryd"), hidden=True),
    )


def rows(request: HttpRequest) -> tuple[Row, ...]:
    """The newest runs."""
    return tuple(_row(run) for run in printing.runs(by=asked(request).actor, newest=_NEWEST))


def _row(run: PrintRun) -> Row:
    name = _("Kørsel %(n)s") % {"n": run.pk}
    is_open = run.sent_at is None and run.undone_at is None

    def button(wanted: str, label: str) -> Action | str:
        where, fields = reverse("staff:print-run"), (("act", wanted), ("run", str(run.pk)))
        return Action(label, where, "link", "post", fields=fields, context=name) if is_open else ""

    package_href = reverse("staff:print-run-zip", args=[run.pk])
    return Row(
        cells=(
            Cell(name, sub=on_moment(run.made_at)),
            str(run.letters),
            _state(run),
            Action(_("Hent pakken"), package_href, "link", context=name) if is_open else "",
            button("send", _("Trykkeriet har sendt dem i dag")),
            button("undo", _("Fortryd")),
        )
    )


def _state(run: PrintRun) -> Chip:
    if run.sent_at:
        return Chip(_("Sendt"), "ok")
    return Chip(_("Fortrudt"), "line") if run.undone_at else Chip(_("Hos trykkeriet"), "warn")
