"""A finished letter that goes out: kept as a file, put in the journal, and handed to the outbox, in the open act."""

from dataclasses import dataclass

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.journal.actions.writing import NewDocument, Withholding, add_document_in
from borgerfokus.apps.journal.models import Direction, EntryKind
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.outbox import service as outbox


@dataclass(frozen=True)
class NewLetter:
    """A PDF to `to`, in a file called `name` and the number of the case. `body` is what the journal shows and searches.

    `kind` is the outbox's, `reference` what it belongs to ("decision:12"): for a letter that is sent by the outbox.
    `held` is set for what the citizen may not read: it is kept for another.
    """

    content: bytes
    name: str
    title: str
    to: str
    body: str
    kind: str = ""
    reference: str = ""
    held: Withholding | None = None


def keep_letter_in(opened: casework.OpenCase, *, letter: NewLetter) -> tuple[int, int]:
    """Keep a letter and put it in the journal without sending it. Returns file and entry."""
    stored = files.store_made(
        content=letter.content,
        name=f"{letter.name} {opened.case.number}.pdf",
        by=opened.by,
        at=opened.at,
        case_id=opened.case.pk,
    )
    document = NewDocument(
        file_id=stored.id,
        title=letter.title,
        direction=Direction.OUT,
        with_whom=letter.to[:160],
        body=letter.body,
        kind=EntryKind.LETTER,
        held=letter.held,
    )
    return stored.id, add_document_in(opened, document=document)


def queue_letter_in(opened: casework.OpenCase, *, letter: NewLetter, person_id: int, file_id: int) -> outbox.Sending:
    """Hand a letter that is kept to the outbox; it is sent only if the act commits."""
    new = outbox.Letter(
        case_id=opened.case.pk,
        person_id=person_id,
        kind=letter.kind,
        title=letter.title,
        file_id=file_id,
        reference=letter.reference,
    )
    return outbox.queue(letter=new, by=opened.by, at=opened.at)
