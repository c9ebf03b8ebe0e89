"""The inbox of messages: what waits for an answer, filtered, searched and sorted; as a sheet too."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from borgerfokus.apps.messages import service as messages
from borgerfokus.apps.messages.service import Order, Status, Thread, Wanted, Whose
from borgerfokus.core.access import Verb
from borgerfokus.core.texts import typed
from borgerfokus.foundation.access.scope import Look, Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web import frame
from borgerfokus.web.design.fields import FieldView, Option
from borgerfokus.web.design.views import Action, ActiveFilter, Cell, Column, Paging, Row, StateView
from borgerfokus.web.numbers import in_address
from borgerfokus.web.present import messages as words
from borgerfokus.web.present import picture
from borgerfokus.web.present.journal import Reader
from borgerfokus.web.present.sheets import csv_answer
from borgerfokus.web.present.words import when
from borgerfokus.web.staff import caserows, keys

PER_PAGE: Final = 25
EXPORT_LIMIT: Final = 5_000
CURRENT: Final = "staff:messages"
_DEFAULTS: Final = {"hvem": "", "status": "", "orden": "", "q": ""}
_FURTHEST = 9_999
"""No list of messages is leafed through further than this page."""
_MARK = staff_only(purpose=Purpose.CASEWORK, verb=Verb.MESSAGE_SEND)


@dataclass(frozen=True)
class _Asked:
    """What the address asks for, as it stands and as the list understands it."""

    chosen: dict[str, str]
    wanted: Wanted
    page: int

    def href(self, **more: str) -> str:
        """The address of the list with something changed."""
        kept = {name: value for name, value in (self.chosen | more).items() if value}
        return f"{reverse(CURRENT)}?{urlencode(kept)}" if kept else reverse(CURRENT)


@_MARK
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """The list: the reader's own that wait for an answer, the first promise first, unless the address says else."""
    ask, asked_for = frame.asked(request), _read(request)
    found = messages.inbox(wanted=asked_for.wanted, by=ask.actor, at=ask.moment)
    count = found.count()
    first = PER_PAGE * asked_for.page
    rows = list(found[first : first + PER_PAGE])
    return frame.show(
        request,
        "staff/messages.html",
        page=frame.page(request, title=_("Beskeder"), place="staff", current=CURRENT),
        count=ngettext("%(n)s samtale", "%(n)s samtaler", count) % {"n": count},
        fields=_fields(asked_for.chosen),
        active=_active(asked_for),
        here=reverse(CURRENT),
        columns=_columns(),
        rows=_rows(request, rows),
        paging=_paging(asked_for, count),
        actions=_actions(asked_for),
        empty=_empty(),
        hints=keys.of_day(),
    )


@_MARK
@require_safe
def sheet(request: HttpRequest) -> HttpResponse:
    """The same as a sheet, without what is written."""
    ask, asked_for = frame.asked(request), _read(request)
    found = list(messages.inbox(wanted=asked_for.wanted, by=ask.actor, at=ask.moment)[:EXPORT_LIMIT])
    held = messages.holders(cases=[one.case for one in found], at=ask.moment)
    names = caserows.names([one.case for one in found], look=Look.EXTRACT)
    return csv_answer(
        name=f"beskeder-{frame.today(request).isoformat()}",
        columns=(_("Sagsnummer"), _("Borger"), _("Emne"), _("Status"), _("Svar senest"), _("Ligger hos"), _("Enhed")),
        rows=(
            (
                one.case.number,
                names[one.case.citizen_id].name if one.case.citizen_id in names else "",
                one.subject,
                words.state(one, reader=Reader.STAFF).text,
                one.due.isoformat() if one.due else "",
                words.answers(held[one.case_id]),
                one.case.unit.name,
            )
            for one in found
        ),
    )


def _read(request: HttpRequest) -> _Asked:
    """A value that is not on a list is ignored, so that an old address still works."""
    chosen = {name: typed(request.GET.get(name, ""))[:100] for name in _DEFAULTS}
    for name, choices in _choices().items():
        if chosen[name] not in {key for key, _label in choices}:
            chosen[name] = ""
    wanted = Wanted(
        whose=Whose(chosen["hvem"] or Whose.MINE),
        status=Status(chosen["status"] or Status.WAITS),
        order=Order(chosen["orden"] or Order.DUE),
        text=chosen["q"],
    )
    return _Asked(chosen, wanted, min(in_address(request, "side") or 1, _FURTHEST) - 1)


def _choices() -> dict[str, list[tuple[str, str]]]:
    return {
        "hvem": [("", _("Dem, der ligger hos mig")), (Whose.UNIT.value, _("Alle i mine enheder"))],
        "status": [
            ("", _("Venter på svar")),
            (Status.LATE.value, _("Over det lovede")),
            (Status.OPEN.value, _("Alle åbne")),
            (Status.CLOSED.value, _("Lukkede")),
            (Status.ALL.value, _("Alle")),
        ],
        "orden": [
            ("", _("Nærmeste frist")),
            (Order.NEWEST.value, _("Nyeste først")),
            (Order.OLDEST.value, _("Ældste først")),
        ],
    }


def _fields(chosen: dict[str, str]) -> tuple[FieldView, ...]:
    labels = {"hvem": _("Hvis beskeder"), "status": _("Status"), "orden": _("Orden")}
    search = FieldView(
        control="input",
        name="q",
        id="filter-q",
        label=_("Søg i beskeder og sagsnumre"),
        value=chosen["q"],
        input_type="search",
        marked=False,
        attrs=(("maxlength", "100"),),
    )
    lists = (
        FieldView(
            control="select",
            name=name,
            id=f"filter-{name}",
            label=labels[name],
            options=tuple(Option(key, label, key == chosen[name]) for key, label in choices),
            marked=False,
        )
        for name, choices in _choices().items()
    )
    return (search, *lists)


def _active(asked_for: _Asked) -> tuple[ActiveFilter, ...]:
    named = {name: dict(choices) for name, choices in _choices().items()}
    return tuple(
        ActiveFilter(named[name][value] if name in named else f"»{value}«", asked_for.href(**{name: ""}))
        for name, value in asked_for.chosen.items()
        if value and name != "orden"
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Borger og emne")),
        Column(_("Status")),
        Column(_("Svar senest")),
        Column(_("Ligger hos")),
        Column(_("Sidst skrevet")),
    )


def _rows(request: HttpRequest, found: Sequence[Thread]) -> tuple[Row, ...]:
    ask, today = frame.asked(request), frame.today(request)
    cases = [one.case for one in found]
    names, held = caserows.names(cases), messages.holders(cases=cases, at=ask.moment)
    unread = messages.unread(threads=found, by=ask.actor)
    soon = picture.soon_until(today)

    def row(one: Thread) -> Row:
        card = names.get(one.case.citizen_id)
        who = held[one.case_id]
        away = _("mens %(name)s er væk") % {"name": who.instead.name} if who.instead else one.case.unit.name
        new = _("Ikke læst af dig") if one.pk in unread else ""
        about = " · ".join(part for part in (one.subject, one.case.number, new) if part)
        return Row(
            cells=(
                Cell(
                    card.name if card else _("Navn vises ikke"),
                    sub=about,
                    href=reverse("staff:thread", args=[one.case.number, one.pk]),
                ),
                words.state(one, reader=Reader.STAFF),
                picture.due(one.due, on=today, soon=soon) or "–",
                Cell(words.answers(who), sub=away),
                Cell(when(one.last_at, today=today), sub=words.from_side(one)),
            ),
            here=one.pk in unread,
        )

    return tuple(row(one) for one in found)


def _paging(asked_for: _Asked, count: int) -> Paging | None:
    last = (count - 1) // PER_PAGE
    if last < 1:
        return None
    now = min(asked_for.page, last)
    return Paging(
        summary=_("Side %(page)s af %(all)s") % {"page": now + 1, "all": last + 1},
        older_href=asked_for.href(side=str(now + 2)) if now < last else "",
        newer_href=asked_for.href(side=str(now)) if now else "",
    )


def _actions(asked_for: _Asked) -> tuple[Action, ...]:
    query = urlencode({name: value for name, value in asked_for.chosen.items() if value})
    return (
        Action(_("Hent som CSV"), f"{reverse('staff:messages-csv')}?{query}", icon="download"),
        Action(_("Når jeg er væk"), reverse("staff:delegation"), icon="groups"),
        Action(_("Skabeloner"), reverse("staff:answer-templates"), icon="edit"),
    )


def _empty() -> StateView:
    return StateView(
        kind="empty",
        heading=_("Ingen beskeder her"),
        paragraphs=(_("Alle har fået svar. Du kan vælge en anden status eller se hele enheden."),),
        actions=(Action(_("Vis alle i mine enheder"), f"{reverse(CURRENT)}?hvem=unit&status=all"),),
    )
