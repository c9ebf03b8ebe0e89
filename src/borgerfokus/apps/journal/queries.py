"""Reads of the journal. A text that is withheld from the reader is absent; the entry and the ground are there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Self

from django.db.models import Count, QuerySet

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.journal.models import DocumentVersion, Entry, EntryText
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.compiled import AT, ID, Compiled, Together
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


@dataclass(frozen=True)
class Glance:
    """The newest entries of a case, and how many it has of each kind."""

    lines: tuple[Line, ...]
    counts: Mapping[str, int]


@dataclass(frozen=True)
class _Said:
    """The newest text and the newest file of entries, by entry."""

    texts: Mapping[int, EntryText]
    files: Mapping[int, DocumentVersion]

    @classmethod
    def of(cls, rows: Mapping[str, list[Any]]) -> Self:
        return cls(
            texts={row.entry_id: row for row in rows["texts"]}, files={row.entry_id: row for row in rows["files"]}
        )

    def beside(self, other: Self) -> Self:
        return type(self)(texts={**self.texts, **other.texts}, files={**self.files, **other.files})


def visible_to(actor: Actor, *, at: datetime) -> QuerySet[Entry]:
    """The entries of the cases that the actor may see."""
    return Entry.objects.filter(case__in=casework.visible_to(actor, at=at))


def lines(*, case_id: int, by: Actor, at: datetime) -> tuple[Line, ...]:
    """The journal of a case, newest first, comments under what they comment on. One query, three with withheld ones."""
    rows = _lines(by).read({ID: case_id, AT: at})
    entries, said = rows["entries"], _Said.of(rows)
    if any(entry.withheld for entry in entries) and _reads_withheld(case_id, by, at):
        said = said.beside(_Said.of(_withheld().read({ID: case_id})))
    comments: dict[int, list[Line]] = {}
    for entry in reversed(entries):
        if entry.about_id is not None:
            comments.setdefault(entry.about_id, []).append(_line(entry, said, ()))
    return tuple(_line(entry, said, comments.get(entry.pk, ())) for entry in entries if entry.about_id is None)


def glance(*, case: Case, verbs: frozenset[Verb], newest: int) -> Glance:
    """The newest entries of a case in which the caller may do `verbs`, without comments, and how many there are.

    One query, two when one of them is withheld and the caller may read it.
    """
    rows = _glance(newest).read({ID: case.pk})
    entries, said = rows["entries"], _Said.of(rows)
    if Verb.WITHHELD_SEE in verbs and any(entry.withheld for entry in entries):
        said = said.beside(_Said.of(_withheld().read({ID: case.pk})))
    return Glance(
        lines=tuple(_line(entry, said, ()) for entry in entries),
        counts={row["kind"]: row["number"] for row in rows["counts"]},
    )


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


@lru_cache(maxsize=128)
def _lines(by: Actor) -> Together:
    entries = visible_to(by, at=AT).filter(case_id=ID).order_by("-happened_at", "-id")
    return Together.of(entries=entries, **_said(Entry.objects.filter(case_id=ID, withheld=False)))


@lru_cache(maxsize=8)
def _glance(newest: int) -> Together:
    entries = Entry.objects.filter(case_id=ID, about__isnull=True).order_by("-happened_at", "-id")[:newest]
    open_ones = Entry.objects.filter(pk__in=entries.values("pk"), withheld=False)
    return Together.of(entries=entries, counts=_counts(), **_said(open_ones))


@lru_cache(maxsize=1)
def _withheld() -> Together:
    return Together.of(**_said(Entry.objects.filter(case_id=ID, withheld=True)))


def _said(entries: QuerySet[Entry]) -> "dict[str, QuerySet[Any]]":
    """Every version of what these entries say and of their files, the newest last."""
    texts = EntryText.objects.filter(case_id=ID, entry__in=entries)
    files = DocumentVersion.objects.filter(case_id=ID, entry__in=entries).select_related("file")
    return {"texts": texts.order_by("entry_id", "number"), "files": files.order_by("entry_id", "number")}


def _line(entry: Entry, said: _Said, comments: Iterable[Line]) -> Line:
    text = said.texts.get(entry.pk)
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
        document=_document(said.files.get(entry.pk)),
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
    return {row["kind"]: row["number"] for row in _kinds().fetch({ID: case_id})}


@lru_cache(maxsize=1)
def _kinds() -> Compiled:
    return Compiled.of(_counts())


def _counts() -> Any:
    return Entry.objects.filter(case_id=ID).values("kind").annotate(number=Count("id")).order_by("kind")


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
