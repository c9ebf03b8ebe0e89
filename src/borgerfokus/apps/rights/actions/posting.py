"""A finished letter about somebody's rights: kept as a file, put in the journal, and handed to the outbox."""

from dataclasses import dataclass

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.journal import service as journal
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.outbox import service as outbox
from borgerfokus.foundation.people import queries as people

KIND_PREFIX = "rights."


@dataclass(frozen=True)
class RightsLetter:
    """A PDF to a person of the register, or (`person_id` None) to `to`, who is none: then it is not sent from here.

    `body` is what the journal shows and searches; `held` is set for what the citizen may not read.
    """

    content: bytes
    title: str
    person_id: int | None
    body: str
    kind: str
    reference: str
    to: str = ""
    held: journal.Withholding | None = None


def post(opened: casework.OpenCase, *, letter: RightsLetter) -> tuple[int, int]:
    """Keep the letter, put it in the journal and queue it; it is sent only if the act commits. Returns file and entry.

    Raises ValueError for a letter to nobody of the register.
    """
    if letter.person_id is None:
        raise ValueError("a letter to somebody outside the register is not sent from here")
    file_id, entry_id = keep(opened, letter=letter)
    outbox.queue(
        letter=outbox.Letter(
            case_id=opened.case.pk,
            person_id=letter.person_id,
            kind=f"{KIND_PREFIX}{letter.kind}",
            title=letter.title,
            file_id=file_id,
            reference=letter.reference,
        ),
        by=opened.by,
        at=opened.at,
    )
    return file_id, entry_id


def keep(opened: casework.OpenCase, *, letter: RightsLetter) -> tuple[int, int]:
    """Keep the letter and put it in the journal without sending it. Returns file and entry."""
    to = letter.to or people.card(letter.person_id or 0, case_id=opened.case.pk).name
    stored = files.store_made(
        content=letter.content,
        name=f"{letter.title} {opened.case.number}.pdf",
        by=opened.by,
        at=opened.at,
        case_id=opened.case.pk,
    )
    document = journal.NewDocument(
        file_id=stored.id,
        title=letter.title,
        direction="out",
        with_whom=to[:160],
        body=letter.body,
        kind="letter",
        held=letter.held,
    )
    return stored.id, journal.add_document_in(opened, document=document)
