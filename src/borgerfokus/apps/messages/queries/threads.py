"""Reads of threads: those of a case, one with what is said in it, and the staff's inbox."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.journal.models import DocumentVersion, EntryText
from borgerfokus.apps.messages.models import Attachment, CaseMessage, Reading, Side, Thread
from borgerfokus.apps.messages.queries.holding import away_on, duty
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.files.models import StoredFile

DUE: Final = "message_due"
"""The moment of a case by which the first question that waits is to be answered."""


class Whose(StrEnum):
    """Whose threads the inbox shows: those that lie with the reader, or all of the reader's units."""

    MINE = "mine"
    UNIT = "unit"


class Status(StrEnum):
    """Which threads the inbox shows."""

    WAITS = "waits"
    LATE = "late"
    OPEN = "open"
    CLOSED = "closed"
    ALL = "all"


class Order(StrEnum):
    """The order of the inbox: what is due first, what came last, what came first."""

    DUE = "due"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True)
class Wanted:
    """What the inbox is asked for. `text` is looked for in subjects, messages and case numbers."""

    whose: Whose = Whose.MINE
    status: Status = Status.WAITS
    order: Order = Order.DUE
    text: str = ""


@dataclass(frozen=True)
class Said:
    """One message of a thread as it is read."""

    number: int
    side: Side
    at: datetime
    by: str
    by_name: str
    text: str
    files: tuple[StoredFile, ...]
    entry_id: int
    documents: tuple[int, ...]
    working_days: int | None
    kept: bool | None


@dataclass(frozen=True)
class Opened:
    """A thread with all that is said in it, and how far each side has read."""

    thread: Thread
    messages: tuple[Said, ...]
    read: Mapping[Side, int]


def side_of(by: Actor) -> Side:
    """On which side the actor writes."""
    return Side.CITIZEN if by.is_citizen else Side.STAFF


def visible_to(actor: Actor, *, at: datetime) -> QuerySet[Thread]:
    """The threads of the cases that the actor may see."""
    return Thread.objects.filter(case__in=casework.visible_to(actor, at=at))


def threads_of(*, case_id: int) -> list[Thread]:
    """The threads of a case that the caller may see, those that were last written in first."""
    rows = Thread.objects.filter(case_id=case_id).select_related("case__unit", "case__caseworker")
    return list(rows.order_by("-last_at", "-id"))


def mine(*, by: Actor, at: datetime, person_ids: Iterable[int]) -> list[Thread]:
    """The threads about these persons that a citizen may see, those that were last written in first."""
    rows = visible_to(by, at=at).filter(case__citizen_id__in=set(person_ids))
    rows = rows.select_related("case__type_version", "case__unit", "case__caseworker")
    return list(rows.defer("case__type_version__document").order_by("-last_at", "-id"))


def unread(*, threads: Iterable[Thread], by: Actor) -> frozenset[int]:
    """Those of the threads in which the other side has written since the actor read. One query."""
    rows = list(threads)
    read = dict(
        Reading.objects.filter(thread__in=[one.pk for one in rows], subject=by.subject).values_list(
            "thread_id", "number"
        )
    )
    side = side_of(by)
    return frozenset(one.pk for one in rows if one.last_side != side and read.get(one.pk, 0) < one.count)


def find(*, thread_id: int, case_id: int | None, by: Actor, at: datetime) -> Thread:
    """A thread that the actor may see, of one case when it is named. Raises Hidden."""
    rows = visible_to(by, at=at).filter(pk=thread_id)
    found = (rows if case_id is None else rows.filter(case_id=case_id)).select_related("case__unit", "about").first()
    if found is None:
        raise Hidden(f"thread {thread_id}")
    return found


def open_thread(*, thread_id: int, case_id: int, by: Actor, at: datetime) -> Opened:
    """A thread of a case with what is said in it. Raises Hidden. Five queries."""
    thread = find(thread_id=thread_id, case_id=case_id, by=by, at=at)
    read: dict[Side, int] = {}
    for side, number in Reading.objects.filter(thread=thread).values_list("side", "number"):
        read[Side(side)] = max(read.get(Side(side), 0), number)
    return Opened(thread, _all_said([thread])[thread.pk], read)


def conversations(*, case_id: int) -> list[Opened]:
    """The threads of a case that the caller may see with what is said in them, for reading and not for answering.

    Those that were last written in come first. Five queries, however many there are.
    """
    threads = threads_of(case_id=case_id)
    said = _all_said(threads)
    return [Opened(one, said[one.pk], {}) for one in threads]


def _all_said(threads: Iterable[Thread]) -> dict[int, tuple[Said, ...]]:
    """What is said in each thread, in order. Four queries."""
    found: dict[int, list[Said]] = {one.pk: [] for one in threads}
    rows = list(CaseMessage.objects.filter(thread__in=found).select_related("entry").order_by("thread", "number"))
    texts = {one.entry_id: one for one in EntryText.objects.filter(entry__in=[row.entry_id for row in rows])}
    attached = _files(rows)
    for row in rows:
        found[row.thread_id].append(_said(row, texts, attached))
    return {thread: tuple(said) for thread, said in found.items()}


def _files(rows: Iterable[CaseMessage]) -> dict[int, list[tuple[int, StoredFile]]]:
    """The documents that came with each message, as the id of the entry and the file."""
    kept = list(Attachment.objects.filter(message__in=[row.pk for row in rows]).order_by("id"))
    files = DocumentVersion.objects.filter(entry__in=[one.entry_id for one in kept], number=1).select_related("file")
    by_entry = {one.entry_id: one.file for one in files}
    found: dict[int, list[tuple[int, StoredFile]]] = {}
    for one in kept:
        if one.entry_id in by_entry:
            found.setdefault(one.message_id, []).append((one.entry_id, by_entry[one.entry_id]))
    return found


def _said(
    row: CaseMessage, texts: Mapping[int, EntryText], attached: Mapping[int, list[tuple[int, StoredFile]]]
) -> Said:
    text = texts.get(row.entry_id)
    return Said(
        number=row.number,
        side=Side(row.side),
        at=row.at,
        by=row.by,
        by_name=row.entry.author_name,
        text=text.body if text else "",
        files=tuple(file for _entry, file in attached.get(row.pk, ())),
        entry_id=row.entry_id,
        documents=tuple(entry for entry, _file in attached.get(row.pk, ())),
        working_days=row.working_days,
        kept=row.kept,
    )


def inbox(*, wanted: Wanted, by: Actor, at: datetime) -> QuerySet[Thread]:
    """The threads that staff ask for, in order, with their cases. Two queries before the list itself."""
    rows = Thread.objects.filter(case__in=casework.listed_to(by, at=at))
    rows = rows.filter(_whose(wanted.whose, by, day_of(at)), _status(wanted.status, day_of(at)))
    if text := wanted.text.strip():
        inside = Exists(CaseMessage.objects.filter(thread=OuterRef("pk"), entry__texts__body__icontains=text))
        rows = rows.filter(Q(subject__icontains=text) | Q(case__number__icontains=text) | inside)
    return rows.select_related("case__unit", "case__caseworker").order_by(*_ORDERS[wanted.order])


_ORDERS = {
    Order.DUE: (F("due").asc(nulls_last=True), "-last_at", "-id"),
    Order.NEWEST: ("-last_at", "-id"),
    Order.OLDEST: ("last_at", "id"),
}


def message_due(case: Case) -> date | None:
    """The day by which a message in the case is to be answered, None when none waits. No query."""
    moment = case.moments.get(DUE)
    return day_of(datetime.fromisoformat(moment)) if moment else None


def waiting_for(by: Actor, *, at: datetime) -> tuple[int, int]:
    """How many threads wait for an answer from the actor, and how many of them are late."""
    rows = inbox(wanted=Wanted(), by=by, at=at).order_by()
    found = rows.aggregate(all=Count("pk"), late=Count("pk", filter=Q(due__lt=day_of(at))))
    return found["all"], found["late"]


def _whose(whose: Whose, by: Actor, on: date) -> Q:
    if whose is Whose.UNIT:
        return Q(case__unit_id__in=by.units)
    own, away = Q(case__caseworker_id=by.id), away_on(on)
    if not away:
        return own
    today = duty(owners=[by.id], on=on, away=away)
    if by.id in today.away:
        own &= Q(case__sealed=True)
    works = today.works_in.get(by.id, frozenset())
    helped = Q(case__caseworker_id__in=today.held_for(by.id), case__sealed=False, case__unit_id__in=works)
    return own | helped


def _status(status: Status, on: date) -> Q:
    return {
        Status.WAITS: Q(due__isnull=False),
        Status.LATE: Q(due__lt=on),
        Status.OPEN: Q(closed_at__isnull=True),
        Status.CLOSED: Q(closed_at__isnull=False),
        Status.ALL: Q(),
    }[status]

