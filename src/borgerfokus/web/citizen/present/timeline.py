"""The open journal as the citizen reads it: what was written and sent, and between it the steps of the case."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Case, Happening
from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.journal.service import Line
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.steps import STEP_EVENTS, Step
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.files.models import FileState
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.outbox.queries import Sending
from borgerfokus.web.citizen import shell
from borgerfokus.web.design.views import Action, Chip, LogEntry
from borgerfokus.web.frame import on_day, on_moment, say
from borgerfokus.web.present import happenings
from borgerfokus.web.present import journal as words
from borgerfokus.web.present.saying import Names
from borgerfokus.web.present.words import size

_KINDS = frozenset(
    {
        "case.taken",
        "case.phase",
        "case.suspended",
        "case.resumed",
        "deadline.extended",
        "deadline.slipped",
        "handover.answered",
        "letter.received",
        "appeal.reassessed",
        "appeal.forwarded",
        "appeal.withdrawn",
        "break_glass.used",
        "offer.chosen",
        "offer.dropped",
        "supervision.begun",
        "supervision.passed_on",
        "supervision.ended",
        "plan.offered",
        "plan.shown",
        "plan.signed",
        "plan.ended",
        "plan.comment",
        "goal.ended",
        "goal.step",
        "intervention.added",
        "intervention.changed",
        "intervention.ended",
        "order.sent",
        "order.answered",
        "order.started",
        "order.ended",
        "order.status",
        "order.asked",
        "order.replied",
        "order.document_sent",
        "help.followed_up",
    }
)
_OF_LETTER = 1
"""Paragraphs of a letter that the journal shows."""


def entries(
    *,
    case: Case,
    by: Actor,
    at: datetime,
    may_comment: bool,
    may_ask: bool,
    letters: Iterable[Sending] = (),
) -> tuple[LogEntry, ...]:
    """Everything in the journal, newest first. Withheld entries are shown to exist, with ground and date."""
    lines = journal.lines(case_id=case.pk, by=by, at=at)
    by_file = {one.file_id: one for one in letters if one.file_id is not None}
    written: list[tuple[datetime, tuple[LogEntry, ...]]] = []
    for line in lines:
        shown = words.entries(
            [line],
            reader=words.Reader.CITIZEN,
            actions=lambda one: (
                *_actions(one, case, by_file, may_comment=may_comment),
                *(_ask(case, f"om={one.id}", one.title) if may_ask else ()),
            ),
            complain=_complain(case, line) if may_comment else None,
        )
        written.append((line.happened_at, tuple(_own(one, shown_line) for one, shown_line in _paired(shown, line))))
    happened = [row for row in casework.happenings(case_id=case.pk) if row.kind in _KINDS]
    written += [(row.at, (_asked_about(one, row, case) if may_ask else one,)) for row, one in _steps(happened, case)]
    written.sort(key=lambda pair: pair[0], reverse=True)
    return tuple(entry for _moment, group in written for entry in group)


def step_title(*, case: Case, seq: int) -> str:
    """What a step of the journal is called. Raises Hidden for one that is not in it."""
    happened = [row for row in casework.happenings(case_id=case.pk) if row.seq == seq and row.kind in _KINDS]
    found = next((one.title for _row, one in _steps(happened, case)), None)
    if found is None:
        raise Hidden(f"step {seq}")
    return found


def _asked_about(entry: LogEntry, row: Happening, case: Case) -> LogEntry:
    return replace(entry, actions=_ask(case, f"skridt={row.seq}", entry.title))


def _ask(case: Case, about: str, title: str) -> tuple[Action, ...]:
    """The way to ask about a line of the journal."""
    href = f"{shell.href(case, 'message_new')}?{about}"
    return (Action(_("Spørg om det her"), href, kind="link", context=f": {title}" if title else ""),)


def _complain(case: Case, line: Line) -> Action:
    label = _("Klag over, at det er holdt tilbage")
    return Action(label, f"{shell.href(case, 'comment')}?om={line.id}&klage=1", kind="link")


def _paired(shown: tuple[LogEntry, ...], line: Line) -> list[tuple[LogEntry, Line]]:
    return list(zip(shown, (line, *line.comments), strict=True))


def _own(entry: LogEntry, line: Line) -> LogEntry:
    """A letter is told in short, for it is read on its own page. A file that is still being looked at says so."""
    if line.kind == "letter" and entry.actions:
        entry = replace(entry, paragraphs=entry.paragraphs[:_OF_LETTER])
    if line.document is None or line.document.state != FileState.QUARANTINED:
        return entry
    return replace(entry, marks=(*entry.marks, Chip(_("Filen bliver undersøgt"), "line", "hourglass")))


def _actions(line: Line, case: Case, letters: Mapping[int, Sending], *, may_comment: bool) -> tuple[Action, ...]:
    found = []
    about = f": {line.title}" if line.title else ""
    if line.document is not None:
        letter = letters.get(line.document.file_id)
        if letter is not None:
            href = reverse("citizen:letter", args=[letter.message_id])
            found.append(Action(_("Læs brevet"), href, kind="link", context=about))
        elif line.document.state == FileState.CLEAN:
            href = reverse("citizen:document", args=[case.number, line.document.file_id])
            label = _("Åbn filen (%(size)s)") % {"size": size(line.document.size)}
            found.append(Action(label, href, kind="link", context=about))
    if may_comment and line.kind != "comment" and line.held is None:
        href = f"{shell.href(case, 'comment')}?om={line.id}"
        found.append(Action(_("Skriv en kommentar"), href, kind="link", context=about))
        wrong = f"{reverse('citizen:correct')}?sag={case.number}&post={line.id}"
        found.append(Action(_("Det er forkert"), wrong, kind="link", context=about))
    return tuple(found)


def _steps(rows: list[Happening], case: Case) -> list[tuple[Happening, LogEntry]]:
    employees = {number for row in rows for number in happenings.employees_in(row)}
    colleagues = organisation.colleagues(employees) if employees else {}
    units = {case.unit.key: case.unit.name}
    deadlines = {one.key: say(one.title) for one in case.type_version.spec.deadlines}
    names = Names(
        employees={number: one.name for number, one in colleagues.items()}, units=units, deadlines=deadlines
    )
    found = []
    for row in rows:
        words_for = _plain if row.erased else _WORDS.get(row.kind, _plain)
        title, more = words_for(row, names)
        if title:
            found.append((row, _entry(row, title, more)))
    return found


def _entry(row: Happening, title: str, more: tuple[str, ...]) -> LogEntry:
    return LogEntry(
        kind="step",
        when=on_moment(row.at),
        label=_("Skridt i sagen"),
        title=title,
        paragraphs=more,
        anchor=f"step-{row.seq}",
    )


_Said = tuple[str, tuple[str, ...]]


def _plain(row: Happening, names: Names) -> _Said:
    return happenings.sentence(row, names), ()


def _taken(row: Happening, names: Names) -> _Said:
    name = names.employees.get(int(row.payload.get("employee", 0)), _("En medarbejder"))
    return _("%(name)s er din sagsbehandler") % {"name": name}, ()


def _phase(row: Happening, _names: Names) -> _Said:
    reason = str(row.payload.get("reason", ""))
    return say(STEP_EVENTS[Step(row.payload["step"])]), (reason,) if reason else ()


def _suspended(row: Happening, _names: Names) -> _Said:
    said = row.payload
    whom = _("dig") if said["waiting_for"] == Ball.YOU else said["waiting_on"]
    more = [str(said["reason"])]
    if said["answer_by"]:
        more.append(_("Svar senest %(day)s.") % {"day": on_day(date.fromisoformat(said["answer_by"]))})
    return _("Sagen venter på %(whom)s") % {"whom": whom}, tuple(more)


def _emergency(_row: Happening, _names: Names) -> _Said:
    return (
        _("En medarbejder har åbnet sagen i et nødstilfælde"),
        (_("En leder ser på, om der var grund til det. Du kan se opslaget under »Hvem har set min sag«."),),
    )


_WORDS: Mapping[str, Callable[[Happening, Names], _Said]] = {
    "case.taken": _taken,
    "case.phase": _phase,
    "case.suspended": _suspended,
    "break_glass.used": _emergency,
}
