"""Writing: a thread is started or gone on with, by either side; closed, opened again, read.

A message is an entry of the journal from the moment it is sent: it is a document received or sent in the handling of
a case (offentlighedsloven § 15), and what staff answer may be advice that must be noted (§ 13). So it is in the access
to the file, in the copy of one's data and in the erasure with everything else that the journal holds.
"""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Min

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.journal.models import Direction, Entry
from borgerfokus.apps.messages import policies
from borgerfokus.apps.messages.actions import refusals
from borgerfokus.apps.messages.events import (
    MessageAnswered,
    MessageAsked,
    MessagesClosed,
    MessagesReopened,
    MessageWritten,
)
from borgerfokus.apps.messages.models import Attachment, CaseMessage, Reading, Side, Thread
from borgerfokus.apps.messages.queries.threads import DUE, side_of
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import COPENHAGEN, WorkingCalendar, calendar_for, day_of
from borgerfokus.core.messages.promise import Answered, answered
from borgerfokus.core.texts import typed
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.files import queries as stored_files
from borgerfokus.foundation.parameters import service as parameters

PROMISE = "own.message_answer"
LONGEST = 10_000
"""Characters of one message."""
_CHANNEL = "self_service"


@dataclass(frozen=True)
class NewMessage:
    """What is written, and the files that go with it: uploads of the writer that belong to no case yet."""

    text: str
    file_ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class NewThread:
    """A subject and the first message. `about` is the entry of the journal that it asks about."""

    subject: str
    message: NewMessage
    about: int | None = None


def start(*, case_id: int, new: NewThread, by: Actor, at: datetime) -> int | Refusal:
    """Start a thread in a case. Returns its id, or why not. Raises Hidden."""
    refusal = _wrong(new.message) or (None if typed(new.subject) else refusals.NO_SUBJECT)
    if refusal is not None:
        return refusal
    with _writing(case_id, by, at, "message.start") as opened:
        policies.require_write(case=opened.case, by=by, at=at)
        if new.about is not None and not Entry.objects.filter(pk=new.about, case_id=case_id).exists():
            raise Hidden(f"entry {new.about}")
        names = _names(new.message, opened)
        if names is None:
            return refusals.NO_FILE
        side = side_of(by)
        thread = Thread.objects.create(
            case=opened.case,
            subject=" ".join(typed(new.subject).split())[:160],
            about_id=new.about,
            started_at=at,
            started_by=by.subject,
            started_side=side,
            last_at=at,
            last_side=side,
        )
        _say(opened, thread, new.message, names)
    return thread.pk


def write(*, thread_id: int, message: NewMessage, by: Actor, at: datetime) -> Refusal | None:
    """Write in a thread. One that was closed is opened by it. Raises Hidden."""
    refusal = _wrong(message)
    if refusal is not None:
        return refusal
    with _writing(_case_of(thread_id), by, at, "message.write") as opened:
        policies.require_write(case=opened.case, by=by, at=at)
        thread = Thread.objects.select_for_update().get(pk=thread_id)
        names = _names(message, opened)
        if names is None:
            return refusals.NO_FILE
        if thread.closed_at is not None:
            _reopen(opened, thread)
        _say(opened, thread, message, names)
    return None


def close(*, thread_id: int, by: Actor, at: datetime) -> Refusal | None:
    """Close a thread. Staff answer first; the citizen may say that no answer is needed. Once closed it stays so."""
    with _writing(_case_of(thread_id), by, at, "message.close") as opened:
        policies.require_write(case=opened.case, by=by, at=at)
        thread = Thread.objects.select_for_update().get(pk=thread_id)
        unanswered = thread.waits_since is not None
        if unanswered and not by.is_citizen:
            return refusals.ANSWER_FIRST
        if thread.closed_at is None:
            thread.closed_at, thread.closed_by = at, by.subject
            thread.waits_since, thread.due = None, None
            thread.save(update_fields=["closed_at", "closed_by", "waits_since", "due"])
            _note_due(opened)
            opened.append(MessagesClosed(thread=thread.pk, unanswered=unanswered))
    return None


def reopen(*, thread_id: int, by: Actor, at: datetime) -> None:
    """Open a closed thread again. Raises Hidden."""
    with _writing(_case_of(thread_id), by, at, "message.reopen") as opened:
        policies.require_write(case=opened.case, by=by, at=at)
        thread = Thread.objects.select_for_update().get(pk=thread_id)
        if thread.closed_at is not None:
            _reopen(opened, thread)


def note_read(*, thread: Thread, by: Actor, at: datetime) -> None:
    """Somebody who may answer has opened the thread: everything in it so far is read.

    Whoever only looks along does not read in the other's place, or the citizen would not be told of what comes.
    """
    Reading.objects.bulk_create(
        [
            Reading(
                thread=thread,
                case_id=thread.case_id,
                subject=by.subject,
                side=side_of(by),
                number=thread.count,
                at=at,
            )
        ],
        update_conflicts=True,
        unique_fields=["thread", "subject"],
        update_fields=["number", "at"],
    )


def promised(*, asked_on: date) -> date:
    """The last day of the promise for a question that comes on a day."""
    days = parameters.at(PROMISE, on=asked_on).number
    return _calendar(asked_on).add_working_days(asked_on, days)


def _say(opened: casework.OpenCase, thread: Thread, message: NewMessage, names: dict[int, str]) -> None:
    words = journal.NewEntry(title=thread.subject, body=typed(message.text), channel=_CHANNEL)
    entry_id = journal.keep_message_in(opened, message=words)
    side = side_of(opened.by)
    gone = _answer(thread, side, opened.at)
    row = CaseMessage.objects.create(
        thread=thread,
        case=opened.case,
        number=thread.count + 1,
        entry_id=entry_id,
        side=side,
        at=opened.at,
        by=opened.by.subject,
        unit_id=opened.case.unit_id,
        answers_since=thread.waits_since if gone else None,
        answers_due=thread.due if gone else None,
        working_days=gone.working_days if gone else None,
        kept=gone.kept if gone else None,
    )
    _attach(opened, row, thread, names)
    _turn(thread, side, opened.at)
    _note_due(opened)
    note_read(thread=thread, by=opened.by, at=opened.at)
    opened.append(_event(thread, row, gone))


def _answer(thread: Thread, side: Side, at: datetime) -> Answered | None:
    if side is not Side.STAFF or thread.waits_since is None or thread.due is None:
        return None
    asked, on = day_of(thread.waits_since), day_of(at)
    return answered(asked=asked, due=thread.due, on=on, calendar=_calendar(asked))


def _turn(thread: Thread, side: Side, at: datetime) -> None:
    """Who has written last, and whether the citizen waits. A second question moves no promise."""
    if side is Side.STAFF:
        thread.waits_since, thread.due = None, None
    elif thread.waits_since is None:
        thread.waits_since, thread.due = at, promised(asked_on=day_of(at))
    thread.last_at, thread.last_side, thread.count = at, side, thread.count + 1
    thread.save(update_fields=["waits_since", "due", "last_at", "last_side", "count"])


def _note_due(opened: casework.OpenCase) -> None:
    """Keep among the case's moments by when the first question that waits is to be answered."""
    due = Thread.objects.filter(case=opened.case, due__isnull=False).aggregate(first=Min("due"))["first"]
    moments = {key: moment for key, moment in opened.case.moments.items() if key != DUE}
    if due is not None:
        moments[DUE] = datetime.combine(due, time(12), tzinfo=COPENHAGEN).isoformat()
    opened.case.moments = moments


def _event(thread: Thread, row: CaseMessage, gone: Answered | None) -> MessageAsked | MessageAnswered | MessageWritten:
    if row.side == Side.CITIZEN:
        due = thread.due.isoformat() if thread.due else ""
        return MessageAsked(thread=thread.pk, message=row.pk, entry=row.entry_id, due=due)
    if gone is None:
        return MessageWritten(thread=thread.pk, message=row.pk, entry=row.entry_id)
    return MessageAnswered(
        thread=thread.pk,
        message=row.pk,
        entry=row.entry_id,
        working_days=gone.working_days,
        kept=gone.kept,
    )


def _attach(opened: casework.OpenCase, row: CaseMessage, thread: Thread, names: dict[int, str]) -> None:
    incoming = row.side == Side.CITIZEN
    for file_id, name in names.items():
        document = journal.NewDocument(
            file_id=file_id,
            title=f"{thread.subject}: {name}"[:200],
            direction=Direction.IN if incoming else Direction.OUT,
            with_whom="borgeren",
        )
        entry_id = journal.add_document_in(opened, document=document)
        Attachment.objects.create(message=row, case=opened.case, entry_id=entry_id)


def _reopen(opened: casework.OpenCase, thread: Thread) -> None:
    thread.closed_at, thread.closed_by = None, ""
    thread.save(update_fields=["closed_at", "closed_by"])
    opened.append(MessagesReopened(thread=thread.pk))


def _writing(case_id: int, by: Actor, at: datetime, action: str) -> AbstractContextManager[casework.OpenCase]:
    return casework.changing(case_id=case_id, verb=Verb.MESSAGE_SEND, by=by, at=at, action=action)


def _names(message: NewMessage, opened: casework.OpenCase) -> dict[int, str] | None:
    """The names of the writer's own uploads. None when one of them is gone."""
    if not message.file_ids:
        return {}
    wanted = list(dict.fromkeys(message.file_ids))
    known = stored_files.listed(file_ids=wanted, case_id=None, by=opened.by)
    return {one: known[one].name for one in wanted} if len(known) == len(wanted) else None


def _wrong(message: NewMessage) -> Refusal | None:
    if not typed(message.text):
        return refusals.EMPTY
    return refusals.TOO_LONG if len(message.text) > LONGEST else None


def _case_of(thread_id: int) -> int:
    found = Thread.objects.filter(pk=thread_id).values_list("case_id", flat=True).first()
    if found is None:
        raise Hidden(f"thread {thread_id}")
    return found


def _calendar(day: date) -> WorkingCalendar:
    return calendar_for([day.year, day.year + 1], parameters.parameters())
