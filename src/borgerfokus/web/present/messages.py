"""Threads of messages in words, for the citizen and for staff."""

from collections.abc import Callable
from datetime import date

from django.utils.translation import gettext as _

from borgerfokus.apps.messages import service as messages
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.files.models import FileState, StoredFile
from borgerfokus.web.design.views import Action, Chip, LogEntry
from borgerfokus.web.frame import on_day, on_moment
from borgerfokus.web.present.journal import Reader, paragraphs
from borgerfokus.web.present.words import size

FileHref = Callable[[StoredFile], str]


def said(opened: messages.Opened, *, reader: Reader, me: str, href: FileHref) -> tuple[LogEntry, ...]:
    """The messages of a thread, the newest first. `me` is the reader's own subject; `href` is where a file lies."""
    return tuple(_one(one, opened, reader=reader, me=me, href=href) for one in reversed(opened.messages))


def _one(one: messages.Said, opened: messages.Opened, *, reader: Reader, me: str, href: FileHref) -> LogEntry:
    ours = one.side is messages.Side.STAFF
    return LogEntry(
        kind="letter" if ours else "citizen",
        when=on_moment(one.at),
        label=_("Fra kommunen") if ours else _("Fra borgeren") if reader is Reader.STAFF else _("Fra dig"),
        title=_("Du skrev") if one.by == me else _("%(name)s skrev") % {"name": one.by_name},
        paragraphs=paragraphs(one.text),
        actions=tuple(_file(file, href) for file in one.files if _opens(file, reader)),
        anchor=f"message-{one.number}",
        marks=_marks(one, opened, reader),
    )


def _opens(file: StoredFile, reader: Reader) -> bool:
    return reader is Reader.STAFF or file.state == FileState.CLEAN


def _file(file: StoredFile, href: FileHref) -> Action:
    return Action(f"{file.name} ({size(file.size)})", href(file), "link", icon="attach-file")


def _marks(one: messages.Said, opened: messages.Opened, reader: Reader) -> tuple[Chip, ...]:
    found = []
    if any(file.state == FileState.QUARANTINED for file in one.files):
        found.append(Chip(_("Filen bliver undersøgt"), "line", "hourglass"))
    other = messages.Side.CITIZEN if one.side is messages.Side.STAFF else messages.Side.STAFF
    if opened.read.get(other, 0) >= one.number:
        by_citizen = _("Læst af borgeren") if reader is Reader.STAFF else _("Læst af dig")
        found.append(Chip(by_citizen if other is messages.Side.CITIZEN else _("Læst af kommunen"), "line", "check"))
    if reader is Reader.STAFF and one.kept is False:
        found.append(Chip(_("Efter det lovede"), "warn"))
    return tuple(found)


def state(thread: messages.Thread, *, reader: Reader) -> Chip:
    """Where a thread stands."""
    if thread.closed_at is not None:
        return Chip(_("Lukket"), "line", "check")
    if thread.due is not None:
        return Chip(_("Borgeren venter på svar") if reader is Reader.STAFF else _("Du får svar"), "sun")
    if thread.last_side == messages.Side.STAFF:
        return Chip(_("Besvaret") if reader is Reader.STAFF else _("Vi har skrevet til dig"), "ok")
    return Chip(_("Åben"), "line")


def promise(thread: messages.Thread, *, on: date) -> str:
    """What the citizen is promised, "" when nothing is waited for. A promise that is broken says so."""
    if thread.due is None:
        return ""
    if thread.due < on:
        return _("Vi lovede dig svar senest %(day)s. Det holdt vi ikke. Ring til os, hvis det haster.") % {
            "day": on_day(thread.due)
        }
    return _("Du har svar senest %(day)s.") % {"day": on_day(thread.due)}


def last(thread: messages.Thread) -> str:
    """ "Skrevet 21. november 2026"."""
    return _("Sidst skrevet %(day)s") % {"day": on_day(day_of(thread.last_at))}


def from_side(thread: messages.Thread) -> str:
    """Who wrote last, for staff."""
    return _("af borgeren") if thread.last_side == messages.Side.CITIZEN else _("af kommunen")


def answers(held: messages.Held) -> str:
    """Who answers, for a list: a name, or the unit."""
    return held.employee.name if held.employee else held.unit


def meanwhile(held: messages.Held) -> str:
    """That somebody else answers for the time being, "" when the contact person does."""
    if held.instead is None:
        return ""
    who = held.employee.name if held.employee else held.unit
    return _("%(away)s er væk. %(who)s svarer dig i den tid.") % {"away": held.instead.name, "who": who}
