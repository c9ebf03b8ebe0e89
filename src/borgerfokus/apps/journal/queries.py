"""Reads of the journal. A text that is withheld from the reader is absent; the entry and the ground are there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, QuerySet

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.journal.models import DocumentVersion, Entry, EntryText
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden


@dataclass(frozen=True)
class Held:
    """Why an entry is withheld from the citizen, and until when it is looked at again."""

    ground: str
    article: str
    review_on: date | None
    by: str


@dataclass(frozen=True)
class Document:
    """The newest file of an entry."""

    file_id: int
    name: str
    number: int
    state: str
    size: int
    direction: str
    with_whom: str
    sha256: str


@dataclass(frozen=True)
class FileVersion:
    """One version of the file of a document."""

    file_id: int
    name: str
    number: int
    state: str
    size: int
    sha256: str
    added_at: datetime


@dataclass(frozen=True)
class Line:
    """One entry as its reader may see it. `held` is set when it is withheld; a citizen then gets no text."""

    id: int
    kind: str
    channel: str
    happened_at: datetime
    author: str
    author_name: str
    title: str
    body: str
    number: int
    corrected_at: datetime | None
    held: Held | None
    document: Document | None
    comments: tuple["Line", ...]
    version: int


def visible_to(actor: Actor, *, at: datetime) -> QuerySet[Entry]:
    """The entries of the cases that the actor may see."""
    return Entry.objects.filter(case__in=casework.visible_to(actor, at=at))


def lines(*, case_id: int, by: Actor, at: datetime, newest: int | None = None) -> tuple[Line, ...]:
    """The journal of a case, newest first, comments under what they comment on. Three queries."""
    entries = list(visible_to(by, at=at).filter(case_id=case_id).order_by("-happened_at", "-id"))
    trusted = not any(entry.withheld for entry in entries) or _reads_withheld(case_id, by, at)
    texts = _newest_texts(case_id, with_withheld=trusted)
    files = _newest_files(case_id, with_withheld=trusted)
    comments: dict[int, list[Line]] = {}
    for entry in reversed(entries):
        if entry.about_id is not None:
            comments.setdefault(entry.about_id, []).append(_line(entry, texts, files, ()))
    top = [entry for entry in entries if entry.about_id is None][:newest]
    return tuple(_line(entry, texts, files, comments.get(entry.pk, ())) for entry in top)


def line(*, entry_id: int, by: Actor, at: datetime) -> Line:
    """One entry. Raises Hidden when it is unknown or not for the actor."""
    entry = _entry(entry_id, by, at)
    found = lines(case_id=entry.case_id, by=by, at=at)
    return next(one for one in found if one.id in {entry.pk, entry.about_id})


def versions(*, entry_id: int, by: Actor, at: datetime) -> list[EntryText]:
    """Every version of what an entry says, newest first. For staff; Hidden to others."""
    entry = _entry(entry_id, by, at)
    if by.is_citizen or not by.can(Verb.CASE_SEE):
        raise Hidden(f"versions of {entry_id}")
    if entry.withheld and not _reads_withheld(entry.case_id, by, at):
        return []
    return list(EntryText.objects.filter(entry=entry).order_by("-number"))


def case_of(*, entry_id: int, by: Actor, at: datetime) -> int:
    """The case that an entry belongs to."""
    return _entry(entry_id, by, at).case_id


def _reads_withheld(case_id: int, by: Actor, at: datetime) -> bool:
    """Whether what is withheld from the citizen is for this actor to read."""
    if by.is_citizen or not by.can(Verb.WITHHELD_SEE):
        return False
    case = casework.visible_to(by, at=at).filter(pk=case_id).first()
    return case is not None and Verb.WITHHELD_SEE in casework.allowed(case=case, by=by, at=at)


def _entry(entry_id: int, by: Actor, at: datetime) -> Entry:
    entry = visible_to(by, at=at).filter(pk=entry_id).first()
    if entry is None:
        raise Hidden(f"entry {entry_id}")
    return entry


def _newest_texts(case_id: int, *, with_withheld: bool) -> dict[int, EntryText]:
    rows = EntryText.objects.filter(case_id=case_id)
    if not with_withheld:
        rows = rows.filter(entry__withheld=False)
    return {row.entry_id: row for row in rows.order_by("entry_id", "number")}


def _newest_files(case_id: int, *, with_withheld: bool) -> dict[int, DocumentVersion]:
    rows = DocumentVersion.objects.filter(case_id=case_id).select_related("file")
    if not with_withheld:
        rows = rows.filter(entry__withheld=False)
    return {row.entry_id: row for row in rows.order_by("entry_id", "number")}


def _line(
    entry: Entry, texts: dict[int, EntryText], files: dict[int, DocumentVersion], comments: Iterable[Line]
) -> Line:
    text = texts.get(entry.pk)
    held = Held(
        ground=entry.withheld_ground,
        article=entry.withheld_article,
        review_on=entry.withheld_review_on,
        by=entry.withheld_by,
    )
    return Line(
        id=entry.pk,
        kind=entry.kind,
        channel=entry.channel,
        happened_at=entry.happened_at,
        author=entry.author,
        author_name=entry.author_name,
        title=text.title if text else "",
        body=text.body if text else "",
        number=text.number if text else 0,
        corrected_at=text.written_at if text and text.number > 1 else None,
        held=held if entry.withheld else None,
        document=_document(files.get(entry.pk)),
        comments=tuple(comments),
        version=entry.version,
    )


def _document(row: DocumentVersion | None) -> Document | None:
    if row is None:
        return None
    return Document(
        file_id=row.file_id,
        name=row.file.name,
        number=row.number,
        state=row.file.state,
        size=row.file.size,
        direction=row.direction,
        with_whom=row.with_whom,
        sha256=row.file.sha256,
    )


def counts(*, case_id: int) -> dict[str, int]:
    """How many entries a case that the caller may see holds, by kind. One query."""
    rows = Entry.objects.filter(case_id=case_id).values("kind").annotate(number=Count("id")).order_by("kind")
    return {row["kind"]: row["number"] for row in rows}


def files_of(*, entry_id: int, by: Actor, at: datetime) -> list[FileVersion]:
    """Every version of the file of a document, newest first; none of one withheld from the actor. Raises Hidden."""
    entry = _entry(entry_id, by, at)
    if entry.withheld and not _reads_withheld(entry.case_id, by, at):
        return []
    rows = DocumentVersion.objects.filter(entry=entry).select_related("file").order_by("-number")
    return [
        FileVersion(
            file_id=row.file_id,
            name=row.file.name,
            number=row.number,
            state=row.file.state,
            size=row.file.size,
            sha256=row.file.sha256,
            added_at=row.added_at,
        )
        for row in rows
    ]
