"""The duty screen: every notification of concern with the time that is left."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.core.access import Verb
from borgerfokus.core.concerns import Way
from borgerfokus.core.dates import COPENHAGEN
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web import frame
from borgerfokus.web.design.views import Action, Cell, Chip, Column, Kpi, Row, StateView
from borgerfokus.web.frame import on_day, on_moment, say
from borgerfokus.web.present import concerns as words
from borgerfokus.web.present.sheets import csv_answer
from borgerfokus.web.staff import keys

HERE: Final = "staff:duty"
_FIRST, _MOST = 12, 200
"""So many closed ones are shown at once, and on demand."""
_MARK = staff_only(purpose=Purpose.CASEWORK, verb=Verb.CONCERN_HANDLE)


@_MARK
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The duty screen, the oldest first."""
    asked = frame.asked(request)
    text, whole = request.GET.get("nr", "").strip()[:16], bool(request.GET.get("alle"))
    board = dialogue.duty_board(
        by=asked.actor, at=asked.moment, closed=_MOST if whole or text else _FIRST, text=text
    )
    alarms = dialogue.concern_alarms(by=asked.actor, at=asked.moment)
    return frame.show(
        request,
        "staff/duty.html",
        page=frame.page(request, title=_("Vagt"), place="staff", current=HERE),
        note=_("Underretninger om børn"),
        actions=_actions(),
        kpis=_kpis(board),
        alarms=_alarms(alarms),
        columns=_columns(),
        to_assess=tuple(_row(one) for one in board.to_assess),
        held_back=tuple(_row(one) for one in board.held_back),
        to_decide=tuple(_row(one) for one in board.to_decide),
        receipts=tuple(_receipt(one) for one in board.receipts),
        receipt_columns=(
            Column(_("Underretning")),
            Column(_("Fra")),
            Column(_("Senest")),
            Column(_("Kvitteringen")),
        ),
        decided=tuple(_decided(one) for one in board.decided),
        decided_columns=(Column(_("Underretning")), Column(_("Barn")), Column(_("Vej")), Column(_("Afsluttet"))),
        searched=text,
        more=None if whole or text or len(board.decided) < _FIRST else _more(),
        empty=StateView("empty", _("Ingen underretninger venter"), (_("Alle er vurderet."),)),
        hints=keys.everywhere(),
    )


@_MARK
@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """The open ones as a sheet for the morning meeting: nothing of who notified, and no child's name."""
    asked = frame.asked(request)
    board = dialogue.duty_board(by=asked.actor, at=asked.moment)
    columns = (_("Reference"), _("Modtaget"), _("Vurderes senest"), _("Hos"), _("Kom ind"))
    rows = [
        (one.reference, _moment(one.received_at), _moment(one.assess_by), one.taken_by, say(one.channel.label))
        for one in (*board.open, *board.to_decide)
    ]
    return csv_answer(name=f"underretninger-{frame.today(request).isoformat()}", columns=columns, rows=rows)


@_MARK
def receipt(request: HttpRequest, reference: str) -> HttpResponse:
    """The receipt to whoever notified, to be printed by the duty itself; nobody else learns that there is one."""
    asked = frame.asked(request)
    content = dialogue.concern_receipt_letter(reference=reference, by=asked.actor, at=asked.moment)
    if request.method not in {"GET", "HEAD"}:
        return HttpResponseNotAllowed(["GET", "HEAD"])
    return HttpResponse(content, content_type="application/pdf", headers={"Content-Disposition": "inline"})


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(COPENHAGEN):%Y-%m-%d %H:%M}"


def _more() -> Action:
    return Action(_("Vis alle afsluttede"), f"{reverse(HERE)}?alle=1#closed", "link")


def _actions() -> tuple[Action, ...]:
    return (
        Action(_("Skriv en ned"), reverse("staff:concern-new"), icon="plus"),
        Action(_("Hent som ark"), reverse("staff:duty-csv"), "tertiary", icon="download"),
    )


def _kpis(board: dialogue.Board) -> tuple[Kpi, ...]:
    over = sum(one.hours_left <= 0 for one in board.open)
    untaken = sum(not one.taken_by for one in board.open)
    return (
        Kpi(
            _("Skal vurderes"),
            str(len(board.open)),
            chip=Chip(_("%(n)s over fristen") % {"n": over}, "over") if over else Chip(_("ingen over fristen"), "ok"),
            href="#assess",
        ),
        Kpi(_("Ingen har dem"), str(untaken), href="#assess"),
        Kpi(_("Venter på vejen videre"), str(len(board.to_decide)), href="#decide"),
        Kpi(_("Kvitteringer"), str(len(board.receipts)), href="#receipts"),
    )


def _columns() -> tuple[Column, ...]:
    return (Column(_("Underretning")), Column(_("Tid tilbage")), Column(_("Barn")), Column(_("Fra")), Column(_("Hos")))


def _row(line: dialogue.Line) -> Row:
    marks = words.marks(line)
    child = line.child_name or _("Ukendt barn")
    return Row(
        cells=(
            Cell(line.reference, sub=on_moment(line.received_at), href=address(line), chip=marks[0] if marks else None),
            words.clock(line) if line.danger is None else Chip(say(line.danger.label), "ok"),
            Cell(child, sub=line.child_age, chip=Chip(_("Fundet"), "ok") if line.citizen_id else None),
            Cell(words.who(line), sub=say(line.channel.label)),
            line.taken_by or Chip(_("Ingen endnu"), "warn"),
        ),
        here=line.is_mine,
    )


def _receipt(line: dialogue.Line) -> Row:
    due = on_day(line.receipt_due) if line.receipt_due else ""
    return Row(cells=(Cell(line.reference, href=address(line)), words.who(line), due, words.receipt(line)))


def _decided(line: dialogue.Line) -> Row:
    way = line.way or Way.NO_FURTHER
    return Row(
        cells=(
            Cell(line.reference, sub=on_moment(line.received_at), href=address(line)),
            line.child_name or _("Ukendt barn"),
            say(way.label),
            on_moment(line.way_at) if line.way_at else "",
        )
    )


def _alarms(alarms: Sequence[dialogue.ConcernAlarm]) -> tuple[Cell, ...]:
    """The gravest alarm of each notification, the gravest first."""
    texts = {
        "over": _("Fristen er gået: %(reference)s"),
        "escalated": _("Til dig som leder. Fristen er meget tæt på: %(reference)s"),
        "arrived": _("Meldt som akut: %(reference)s"),
        "soon": _("Fristen er tæt på: %(reference)s"),
    }
    order = list(texts)
    gravest: dict[str, dialogue.ConcernAlarm] = {}
    for one in sorted(alarms, key=lambda one: order.index(one.kind)):
        gravest.setdefault(one.concern.reference, one)
    return tuple(
        Cell(
            texts[one.kind] % {"reference": reference},
            sub=on_moment(one.at),
            href=reverse("staff:concern", args=[reference]),
        )
        for reference, one in gravest.items()
    )


def address(line: dialogue.Line) -> str:
    """The page of a notification."""
    return reverse("staff:concern", args=[line.reference])
