"""The dates of a case as its pages show them: how near each is, what moved it, and its article."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from borgerfokus.apps.messages import service as messages
from borgerfokus.apps.rights import service as rights
from borgerfokus.core.casework.deadline import Deadline, DeadlineStatus
from borgerfokus.web import frame
from borgerfokus.web.design.views import Due, Kind
from borgerfokus.web.present import picture
from borgerfokus.web.present import rights as rights_words
from borgerfokus.web.present.words import short_date

if TYPE_CHECKING:
    from borgerfokus.web.staff.casepage import OpenedCase


@dataclass(frozen=True)
class DeadlineView:
    """A date of the case: how near, what it is, what moved it, and its article."""

    key: str
    title: str
    due: Due | None
    kind: Kind
    note: str
    law: str


def of(opened: "OpenedCase") -> tuple[DeadlineView, ...]:
    """The dates of the case, those that are still to be met first."""
    shown = [one for one in opened.drawn.deadlines if one.due is not None]
    soon = picture.soon_until(opened.today)
    ordered = sorted(shown, key=lambda one: (not one.is_open, one.due or date.max))
    return (*_access_deadline(opened), *_message_deadline(opened), *(_deadline(one, opened, soon) for one in ordered))


def _access_deadline(opened: "OpenedCase") -> tuple[DeadlineView, ...]:
    """By when a request for access is answered, while one is open."""
    day = rights.access_due(opened.case)
    if day is None:
        return ()
    due = rights_words.due(day, on=opened.today)
    law = _("Forvaltningsloven § 16, stk. 2")
    return (DeadlineView("access", _("Svar på aktindsigt"), due, Kind("law"), "", law),)


def _message_deadline(opened: "OpenedCase") -> tuple[DeadlineView, ...]:
    """By when the citizen is promised an answer to a message, while one waits."""
    day = messages.message_due(opened.case)
    if day is None:
        return ()
    due = rights_words.due(day, on=opened.today)
    title, law = _("Svar på en besked"), _("Kommunens eget løfte om svar på beskeder")
    return (DeadlineView("message", title, due, Kind("promise"), "", law),)


def _deadline(one: Deadline, opened: "OpenedCase", soon: date) -> DeadlineView:
    return DeadlineView(
        key=one.key,
        title=frame.say(one.title),
        due=picture.due(one.due, on=opened.today, soon=soon) if one.is_open else None,
        kind=picture.kind(one.basis),
        note=_deadline_note(one),
        law=frame.say(one.reference),
    )


def _deadline_note(one: Deadline) -> str:
    if one.met_on is not None:
        return _("Holdt %(day)s") % {"day": short_date(one.met_on)}
    if one.status is DeadlineStatus.LAPSED:
        return _("Bortfaldet")
    notes = [_("Hviler, mens der ventes")] if one.status is DeadlineStatus.SUSPENDED else []
    if one.moved_days and one.original_due:
        notes.append(
            _("Flyttet %(days)s dage fra %(day)s") % {"days": one.moved_days, "day": short_date(one.original_due)}
        )
    return ". ".join(notes)
