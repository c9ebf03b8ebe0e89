"""Writing in the journal: notes, documents, corrections, comments, and withholding with a ground."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.journal.events import (
    CommentWritten,
    DocumentAdded,
    EntryCorrected,
    EntryReleased,
    EntryWithheld,
    NoteWritten,
    StatementGiven,
)
from borgerfokus.apps.journal.models import DocumentVersion, Entry, EntryKind, EntryText
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.files import service as files


@dataclass(frozen=True)
class NewEntry:
    """What is written. `channel`: phone, meeting, home_visit, e_mail, self_service, letter, internal …"""

    title: str
    body: str = ""
    channel: str = ""
    happened_at: datetime | None = None


@dataclass(frozen=True)
class Withholding:
    """Why the citizen may not read an entry for now, by which article, and when it is looked at again."""

    ground: str
    article: str
    review_on: date


@dataclass(frozen=True)
class NewDocument:
    """A stored file that becomes a document: which way it went and with whom. `kind`: document or letter.

    `held` keeps it from the citizen from the first moment.
    """

    file_id: int
    title: str
    direction: str
    with_whom: str = ""
    body: str = ""
    kind: str = EntryKind.DOCUMENT
    held: Withholding | None = None


def write_note(*, case_id: int, note: NewEntry, by: Actor, at: datetime) -> int | Refusal:
    """Write a note (offentlighedsloven §§ 13 and 15). Returns its id, or why not."""
    if not note.title.strip() or not note.body.strip():
        return _EMPTY
    with casework.changing(case_id=case_id, verb=Verb.JOURNAL_WRITE, by=by, at=at) as opened:
        entry = _entry(opened, EntryKind.NOTE, note)
        opened.append(NoteWritten(entry=entry.pk, channel=note.channel))
    return entry.pk


def write_notes_in(notes: Sequence[tuple[casework.OpenCase, NewEntry]]) -> None:
    """Write a note in each of several cases that are open already, a few statements for all of them."""
    entries = Entry.objects.bulk_create([_new_entry(opened, EntryKind.NOTE, note) for opened, note in notes])
    rows = list(zip(entries, notes, strict=True))
    EntryText.objects.bulk_create(
        [_new_text(opened, entry, note, number=1, reason="") for entry, (opened, note) in rows]
    )
    for entry, (opened, note) in rows:
        opened.append(NoteWritten(entry=entry.pk, channel=note.channel))


def give_statement_in(opened: casework.OpenCase, *, statement: NewEntry) -> int:
    """Keep what a party or another has answered, on a case that is open already. Returns the entry's id."""
    entry = _entry(opened, EntryKind.STATEMENT, statement)
    opened.append(StatementGiven(entry=entry.pk, channel=statement.channel))
    return entry.pk


def keep_message_in(opened: casework.OpenCase, *, message: NewEntry) -> int:
    """Keep what citizen and municipality have written to each other, on a case that is open already. Returns the id.

    Both sides have read it, so it is never withheld. Whoever keeps it announces it.
    """
    return _entry(opened, EntryKind.MESSAGE, message).pk


def comment(*, case_id: int, about: int | None, text: str, by: Actor, at: datetime) -> int | Refusal:
    """The citizen comments on an entry, or on the case. It becomes part of the case and is never withheld."""
    if not text.strip():
        return _EMPTY
    with casework.changing(case_id=case_id, verb=Verb.COMMENT_WRITE, by=by, at=at) as opened:
        if about is not None and not Entry.objects.filter(pk=about, case_id=case_id).exists():
            raise Hidden(f"entry {about}")
        entry = _entry(opened, EntryKind.COMMENT, NewEntry(title="", body=text, channel="self_service"), about=about)
        opened.append(CommentWritten(entry=entry.pk, about=about))
    return entry.pk


def add_document(*, case_id: int, document: NewDocument, by: Actor, at: datetime) -> int:
    """Add a stored file to the case as a document. Returns the entry's id."""
    with casework.changing(case_id=case_id, verb=Verb.DOCUMENT_ADD, by=by, at=at) as opened:
        return add_document_in(opened, document=document)


def add_document_in(opened: casework.OpenCase, *, document: NewDocument) -> int:
    """As `add_document`, on a case that is open already."""
    words = NewEntry(title=document.title, body=document.body, channel="document")
    entry = _entry(opened, EntryKind(document.kind), words)
    _version(opened, entry, document, number=1)
    if document.held is not None:
        _hold(opened, entry, document.held)
    return entry.pk


def add_version(*, entry_id: int, document: NewDocument, by: Actor, at: datetime) -> int:
    """Add a new version of a document; the earlier ones stay. Returns the version's number."""
    entry = _of(entry_id)
    with casework.changing(
        case_id=entry.case_id, verb=Verb.DOCUMENT_ADD, by=by, at=at, action="document.version"
    ) as opened:
        number = entry.documents.count() + 1
        _version(opened, entry, document, number=number)
    return number


def correct(
    *, entry_id: int, version: int, title: str, body: str, reason: str, by: Actor, at: datetime
) -> Refusal | None:
    """Correct an entry: a new version with a reason. Refused when somebody else corrected it meanwhile."""
    entry = _of(entry_id)
    if not title.strip() or not reason.strip():
        return _NO_CORRECTION
    with casework.changing(case_id=entry.case_id, verb=Verb.JOURNAL_CORRECT, by=by, at=at) as opened:
        entry = Entry.objects.select_for_update().get(pk=entry_id)
        if entry.version != version:
            return _CHANGED_MEANWHILE
        entry.version += 1
        entry.save(update_fields=["version"])
        _text(opened, entry, NewEntry(title=title, body=body), number=entry.version, reason=reason)
        opened.append(EntryCorrected(entry=entry.pk, number=entry.version))
    return None


def withhold(*, entry_id: int, why: Withholding, by: Actor, at: datetime) -> Refusal | None:
    """Keep the citizen from reading an entry for now. Ground, article and a date to look again are required."""
    entry = _of(entry_id)
    if entry.kind == EntryKind.COMMENT:
        return _OWN_WORDS
    if entry.kind == EntryKind.MESSAGE:
        return _ALREADY_READ
    if not why.ground.strip() or not why.article.strip() or why.review_on <= at.date():
        return _NO_GROUND
    with casework.changing(case_id=entry.case_id, verb=Verb.JOURNAL_WITHHOLD, by=by, at=at) as opened:
        _hold(opened, entry, why)
    return None


def hold_in(opened: casework.OpenCase, *, entry_id: int, why: Withholding) -> None:
    """Keep an entry from the citizen from its first moment, on a case that is open already."""
    _hold(opened, Entry.objects.get(pk=entry_id, case=opened.case), why)


def release(*, entry_id: int, by: Actor, at: datetime) -> None:
    """Let the citizen read the entry again."""
    entry = _of(entry_id)
    with casework.changing(
        case_id=entry.case_id, verb=Verb.JOURNAL_WITHHOLD, by=by, at=at, action="journal.release"
    ) as opened:
        entry.withheld = False
        entry.save(update_fields=["withheld"])
        _hide(opened, [one.file_id for one in entry.documents.all()], withheld=False)
        opened.append(EntryReleased(entry=entry.pk))


def _entry(opened: casework.OpenCase, kind: EntryKind, words: NewEntry, *, about: int | None = None) -> Entry:
    entry = _new_entry(opened, kind, words, about=about)
    entry.save(force_insert=True)
    _text(opened, entry, words, number=1, reason="")
    return entry


def _new_entry(opened: casework.OpenCase, kind: EntryKind, words: NewEntry, *, about: int | None = None) -> Entry:
    return Entry(
        case=opened.case,
        kind=kind,
        channel=words.channel,
        happened_at=words.happened_at or opened.at,
        created_at=opened.at,
        author=opened.by.subject,
        author_name=opened.by.name,
        about_id=about,
    )


def _text(opened: casework.OpenCase, entry: Entry, words: NewEntry, *, number: int, reason: str) -> None:
    _new_text(opened, entry, words, number=number, reason=reason).save(force_insert=True)


def _new_text(opened: casework.OpenCase, entry: Entry, words: NewEntry, *, number: int, reason: str) -> EntryText:
    return EntryText(
        entry=entry,
        case=opened.case,
        number=number,
        title=words.title[:200],
        body=words.body,
        reason=reason[:300],
        written_at=opened.at,
        written_by=opened.by.subject,
        writer_name=opened.by.name,
    )


def _version(opened: casework.OpenCase, entry: Entry, document: NewDocument, *, number: int) -> None:
    stored = files.attach(file_id=document.file_id, case_id=opened.case.pk, by=opened.by, at=opened.at)
    DocumentVersion.objects.create(
        entry=entry,
        case=opened.case,
        number=number,
        file_id=stored.id,
        direction=document.direction,
        with_whom=document.with_whom,
        added_at=opened.at,
        added_by=opened.by.subject,
    )
    if entry.withheld:
        _hide(opened, [stored.id], withheld=True)
    opened.append(
        DocumentAdded(entry=entry.pk, number=number, direction=document.direction, sha256=stored.sha256)
    )


def _hold(opened: casework.OpenCase, entry: Entry, why: Withholding) -> None:
    entry.withheld = True
    entry.withheld_ground, entry.withheld_article = why.ground, why.article
    entry.withheld_review_on, entry.withheld_by = why.review_on, opened.by.name
    entry.save()
    _hide(opened, [one.file_id for one in entry.documents.all()], withheld=True)
    opened.append(
        EntryWithheld(entry=entry.pk, ground=why.ground, article=why.article, review_on=why.review_on.isoformat())
    )


def _hide(opened: casework.OpenCase, file_ids: Sequence[int], *, withheld: bool) -> None:
    files.set_withheld(
        file_ids=file_ids, case_id=opened.case.pk, withheld=withheld, by=opened.by, at=opened.at
    )


def _of(entry_id: int) -> Entry:
    entry = Entry.objects.filter(pk=entry_id).first()
    if entry is None:
        raise Hidden(f"entry {entry_id}")
    return entry


_EMPTY = Refusal(
    code="empty",
    text=Text(
        da="Skriv både en overskrift og hvad der skete.", en="Write both a heading and what happened."
    ),
    article="offentlighedsloven § 13",
)
_NO_CORRECTION = Refusal(
    code="no_reason",
    text=Text(
        da="Skriv overskriften, og hvorfor du retter. Den gamle tekst bliver stående som tidligere udgave.",
        en="Write the heading and why you correct it. The old text stays as an earlier version.",
    ),
    article="offentlighedsloven § 13",
)
_CHANGED_MEANWHILE = Refusal(
    code="edit.conflict",
    text=Text(
        da="En anden har rettet notatet imens. Din tekst er ikke tabt: sammenlign, og gem igen.",
        en="Somebody else has corrected the note meanwhile. Your text is not lost: compare, and save again.",
    ),
    article="",
)
_NO_GROUND = Refusal(
    code="no_ground",
    text=Text(
        da="Skriv grunden, vælg artiklen, og vælg en dag efter i dag, hvor der ses på det igen.",
        en="Write the ground, choose the article, and choose a day after today on which it is looked at again.",
    ),
    article="forvaltningsloven § 15 b",
)
_OWN_WORDS = Refusal(
    code="own_words",
    text=Text(
        da="Borgerens egne ord kan ikke holdes tilbage for borgeren.",
        en="The citizen's own words cannot be withheld from the citizen.",
    ),
    article="forvaltningsloven § 9",
)
_ALREADY_READ = Refusal(
    code="message_is_open",
    text=Text(
        da="En besked er skrevet til eller af borgeren og kan ikke holdes tilbage.",
        en="A message was written to or by the citizen and cannot be withheld.",
    ),
    article="forvaltningsloven § 9",
)
