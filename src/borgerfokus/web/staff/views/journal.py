"""The journal of a case, and one entry of it with its versions."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.journal.service import Line
from borgerfokus.core.access import Verb
from borgerfokus.core.dates import in_copenhagen
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.design.views import Action, Alert
from borgerfokus.web.frame import asked, on_moment
from borgerfokus.web.present import journal as entries
from borgerfokus.web.staff import casepage, doing
from borgerfokus.web.staff.acts import journalling
from borgerfokus.web.staff.casepage import OpenedCase
from borgerfokus.web.staff.doing import ActForm, FormsOf

_CORRECTED = frozenset({"note", "document", "statement"})
"""What can be corrected: what the citizen wrote, and what was sent to the citizen, stay as they are."""


@dataclass(frozen=True)
class VersionView:
    """One version of what an entry says."""

    title: str
    meta: str
    reason: str
    paragraphs: tuple[str, ...]


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
def show(request: HttpRequest, number: str) -> HttpResponse:
    """GET: the journal. POST: write a note."""
    opened = casepage.open_case(request, number)
    if request.method == "POST":
        return doing.post(request, opened, journalling.NOTE, page)
    return page(opened, {})


def page(opened: OpenedCase, given: Mapping[str, ActForm], *, status: int = 200) -> HttpResponse:
    """The journal with the form of a note, filled with the draft if there is one."""
    lines = opened.lines
    form = FormsOf(opened, journalling.NOTE, given).get("note", **_fresh(opened))
    return casepage.show(
        opened,
        "journal",
        "staff/journal.html",
        status=status,
        stick=False,
        form=form,
        entries=entries.entries(lines, reader=entries.Reader.STAFF, actions=lambda line: _links(opened, line)),
    )


def _fresh(opened: OpenedCase) -> dict[str, Any]:
    now = in_copenhagen(opened.at)
    return {"happened_on": now.date(), "clock": now.time().replace(second=0, microsecond=0), "channel": "phone"}


def _links(opened: OpenedCase, line: Line) -> tuple[Action, ...]:
    found = []
    if line.kind != "comment":
        entry = reverse("staff:entry", args=[opened.case.number, line.id])
        found.append(Action(_("Ret, hold tilbage, udgaver"), entry, "link", context=line.title))
    if line.document is not None:
        where = reverse("staff:document", args=[opened.case.number, line.document.file_id])
        found.append(Action(line.document.name, where, "link"))
    return tuple(found)


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.CASE_SEE)
def entry(request: HttpRequest, number: str, entry_id: int) -> HttpResponse:
    """GET: one entry with all its versions. POST: correct, withhold or release it."""
    opened = casepage.open_case(request, number)
    if journal.case_of(entry_id=entry_id, by=opened.by, at=opened.at) != opened.case.pk:
        raise Hidden(f"entry {entry_id}")
    if request.method == "POST":
        if request.POST.get("entry") != str(entry_id):
            raise Hidden(f"entry {entry_id}")
        return doing.post(
            request, opened, journalling.ENTRY, lambda *args, **more: _entry_page(entry_id, *args, **more)
        )
    return _entry_page(entry_id, opened, {})


def _entry_page(entry_id: int, opened: OpenedCase, given: Mapping[str, ActForm], *, status: int = 200) -> HttpResponse:
    line = journal.line(entry_id=entry_id, by=opened.by, at=opened.at)
    versions = journal.versions(entry_id=entry_id, by=opened.by, at=opened.at)
    forms = FormsOf(opened, journalling.ENTRY, given)
    first = {"entry": entry_id, "version": line.version, "title": line.title, "body": line.body}
    conflict = status == 409
    if conflict:
        given["correct"].put("version", line.version)
    return casepage.show(
        opened,
        "journal",
        "staff/entry.html",
        status=status,
        stick=False,
        entry=entries.entry(line, reader=entries.Reader.STAFF, actions=_release(opened, line)),
        correct=forms.get("correct", **first) if line.kind in _CORRECTED else None,
        withhold=forms.get("withhold", entry=entry_id) if line.kind != "comment" and not line.held else None,
        versions=tuple(
            VersionView(
                title=row.title,
                meta=_("Udgave %(number)s, %(when)s, %(who)s")
                % {"number": row.number, "when": on_moment(row.written_at), "who": row.writer_name},
                reason=row.reason,
                paragraphs=entries.paragraphs(row.body),
            )
            for row in versions
        ),
        conflict=_conflict(line) if conflict else None,
    )


def _conflict(line: Line) -> Alert:
    return Alert(
        "warning",
        _("Din tekst står i formularen. Her er det, der nu er gemt: %(text)s") % {"text": line.body},
        _("En anden har rettet notatet imens"),
    )


def _release(opened: OpenedCase, line: Line) -> tuple[Action, ...]:
    if line.held is None or not opened.may(Verb.JOURNAL_WITHHOLD):
        return ()
    here = asked(opened.request).path
    fields = (("act", "release"), ("entry", str(line.id)))
    return (Action(_("Åbn for borgeren igen"), here, "secondary", "post", fields=fields),)
