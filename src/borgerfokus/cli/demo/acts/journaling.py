"""What goes into the journal: notes, statements, comments, documents and letters."""

from dataclasses import dataclass
from datetime import date, datetime

from borgerfokus.apps.journal import events
from borgerfokus.cli.demo import files
from borgerfokus.cli.demo.acts.pen import Hand, Pen
from borgerfokus.cli.demo.tables import Row
from borgerfokus.core.access import Verb
from borgerfokus.foundation.files.storage import path_of


def note(pen: Pen, *, title: str, body: str, channel: str, by: Hand, at: datetime) -> Row:
    """Write a note."""
    with pen.act(Verb.JOURNAL_WRITE, by=by, at=at):
        return note_in(pen, title=title, body=body, channel=channel)


def note_in(pen: Pen, *, title: str, body: str, channel: str) -> Row:
    """As `note`, on a case that is open already."""
    entry = _entry(pen, "note", title=title, body=body, channel=channel)
    pen.append(events.NoteWritten(entry=entry["id"], channel=channel))
    return entry


def statement_in(pen: Pen, *, title: str, body: str, channel: str) -> Row:
    """Keep what somebody has answered."""
    entry = _entry(pen, "statement", title=title, body=body, channel=channel)
    pen.append(events.StatementGiven(entry=entry["id"], channel=channel))
    return entry


def message_in(pen: Pen, *, title: str, body: str) -> Row:
    """Keep what citizen and municipality have written to each other."""
    return _entry(pen, "message", title=title, body=body, channel="self_service")


def comment(pen: Pen, *, about: int | None, text: str, by: Hand, at: datetime) -> Row:
    """The citizen comments on an entry, or on the case."""
    with pen.act(Verb.COMMENT_WRITE, by=by, at=at):
        entry = _entry(pen, "comment", title="", body=text, channel="self_service", about=about)
        pen.append(events.CommentWritten(entry=entry["id"], about=about))
    return entry


def withhold(pen: Pen, entry: Row, *, ground: str, article: str, by: Hand, at: datetime) -> None:
    """The citizen may not read an entry until it is looked at again."""
    review = pen.desk.days.working(at.date(), after=42)
    with pen.act(Verb.JOURNAL_WITHHOLD, by=by, at=at):
        hold_in(pen, entry, ground=ground, article=article, review=review)


def hold_in(pen: Pen, entry: Row, *, ground: str, article: str, review: date, file: Row | None = None) -> None:
    """As `withhold`, on a case that is open already, with the entry's file."""
    entry.update(
        withheld=True,
        withheld_ground=ground,
        withheld_article=article,
        withheld_review_on=review,
        withheld_by=pen.by.name,
    )
    pen.held.append(entry)
    if file is not None:
        file.update(withheld=True, version=file["version"] + 1)
        pen.record("file.withhold", about=f"file:{file['id']}")
    pen.append(events.EntryWithheld(entry=entry["id"], ground=ground, article=article, review_on=review.isoformat()))


@dataclass(frozen=True)
class Paper:
    """A document: a page of lines that is kept as a PDF. `direction` is in, out or internal."""

    title: str
    lines: tuple[str, ...]
    direction: str = "in"
    with_whom: str = ""
    body: str = ""
    kind: str = "document"
    name: str = ""
    content: bytes = b""


def document_in(pen: Pen, paper: Paper) -> tuple[Row, Row]:
    """Keep a document. Returns the entry and the file."""
    stored = file_in(pen, paper)
    entry = _entry(pen, paper.kind, title=paper.title, body=paper.body, channel="document")
    pen.tables["journal.DocumentVersion"].add(
        entry_id=entry["id"],
        case_id=pen.id,
        number=1,
        file_id=stored["id"],
        direction=paper.direction,
        with_whom=paper.with_whom,
        added_at=pen.at,
        added_by=pen.by.subject,
    )
    pen.append(events.DocumentAdded(entry=entry["id"], number=1, direction=paper.direction, sha256=stored["sha256"]))
    return entry, stored


def file_in(pen: Pen, paper: Paper) -> Row:
    """A checked file of the case."""
    content = paper.content or files.sheet(title=paper.title, lines=paper.lines)
    checksum = files.checksum(content)
    pen.desk.files[checksum] = content
    row = pen.tables["files.StoredFile"].add(
        case_id=pen.id,
        owner_subject=pen.by.subject,
        name=(paper.name or f"{paper.title}.pdf")[-120:],
        kind="application/pdf",
        size=len(content),
        sha256=checksum,
        path=path_of(checksum),
        state="clean",
        uploaded_at=pen.at,
        uploaded_by=pen.by.subject,
        checked_at=pen.at,
    )
    pen.record("file.make" if paper.direction == "out" else "file.store", about=f"file:{row['id']}")
    return row


def _entry(pen: Pen, kind: str, *, title: str, body: str, channel: str, about: int | None = None) -> Row:
    entry = pen.tables["journal.Entry"].add(
        case_id=pen.id,
        kind=kind,
        channel=channel,
        happened_at=pen.at,
        created_at=pen.at,
        author=pen.by.subject,
        author_name=pen.by.name,
        about_id=about,
    )
    pen.tables["journal.EntryText"].add(
        entry_id=entry["id"],
        case_id=pen.id,
        number=1,
        title=title[:200],
        body=body,
        written_at=pen.at,
        written_by=pen.by.subject,
        writer_name=pen.by.name,
    )
    return entry
