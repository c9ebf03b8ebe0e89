"""A finished letter: kept as a file, put in the journal, and handed to the outbox, all in the open act."""

from dataclasses import dataclass
from uuid import UUID

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.journal import service as journal
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.outbox import service as outbox

KIND_PREFIX = "decisions."


@dataclass(frozen=True)
class NewLetter:
    """A PDF to the citizen of the case. `kind` is the outbox's, `reference` what it belongs to ("decision:12").

    `held` is set for what the citizen may not read: it is kept for another.
    """

    content: bytes
    name: str
    title: str
    to: str
    body: str
    kind: str
    reference: str
    held: journal.Withholding | None = None


@dataclass(frozen=True)
class Posted:
    """Where the letter is: the file, the entry of the journal, the message in the outbox."""

    file_id: int
    entry_id: int
    message_id: UUID


def post(opened: casework.OpenCase, *, letter: NewLetter) -> Posted:
    """Keep the letter, put it in the journal and queue it. It is sent only if the act commits."""
    case = opened.case
    file_id, entry_id = keep(opened, letter=letter)
    sending = outbox.queue(
        letter=outbox.Letter(
            case_id=case.pk,
            person_id=case.citizen_id,
            kind=f"{KIND_PREFIX}{letter.kind}",
            title=letter.title,
            file_id=file_id,
            reference=letter.reference,
        ),
        by=opened.by,
        at=opened.at,
    )
    return Posted(file_id=file_id, entry_id=entry_id, message_id=sending.message_id)


def post_copy(opened: casework.OpenCase, *, letter: NewLetter, person_id: int) -> UUID:
    """Queue the same letter to somebody who gets the citizen's post too. The journal has it once, as the citizen's."""
    stored = files.store_made(
        content=letter.content,
        name=f"{letter.name} {opened.case.number} kopi.pdf",
        by=opened.by,
        at=opened.at,
        case_id=opened.case.pk,
    )
    sending = outbox.queue(
        letter=outbox.Letter(
            case_id=opened.case.pk,
            person_id=person_id,
            kind=f"{KIND_PREFIX}{letter.kind}",
            title=letter.title,
            file_id=stored.id,
            reference=letter.reference,
        ),
        by=opened.by,
        at=opened.at,
    )
    return sending.message_id


def keep(opened: casework.OpenCase, *, letter: NewLetter) -> tuple[int, int]:
    """Keep an outgoing document in the journal without sending it by the outbox. Returns file and entry."""
    stored = files.store_made(
        content=letter.content,
        name=f"{letter.name} {opened.case.number}.pdf",
        by=opened.by,
        at=opened.at,
        case_id=opened.case.pk,
    )
    document = journal.NewDocument(
        file_id=stored.id,
        title=letter.title,
        direction="out",
        with_whom=letter.to,
        body=letter.body,
        kind="letter",
        held=letter.held,
    )
    return stored.id, journal.add_document_in(opened, document=document)
