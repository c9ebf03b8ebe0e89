"""A finished letter: kept as a file, put in the journal, and handed to the outbox, all in the open act."""

from dataclasses import dataclass, replace
from uuid import UUID

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.decisions.queries.sender import letters_to
from borgerfokus.apps.journal import service as journal
from borgerfokus.foundation.files import service as files

KIND_PREFIX = "decisions."
COPY = "notice.decision_copy"
"""A copy to a parent: no clock runs from it, and one that fails is on somebody's desk as a notice is."""


@dataclass(frozen=True)
class Posted:
    """Where the letter is: the file, the entry of the journal, the message in the outbox."""

    file_id: int
    entry_id: int
    message_id: UUID


def post(opened: casework.OpenCase, *, letter: journal.NewLetter, with_copies: bool = True) -> Posted:
    """Keep the letter, put it in the journal and queue it. It is sent only if the act commits.

    About a child the parents with custody get the same letter, unless somebody else sees to that (`with_copies`).
    """
    file_id, entry_id = journal.keep_letter_in(opened, letter=letter)
    first, *copies = letters_to(case=opened.case, at=opened.at)
    sending = journal.queue_letter_in(opened, letter=letter, person_id=first, file_id=file_id)
    for person_id in copies if with_copies else ():
        journal.queue_letter_in(opened, letter=replace(letter, kind=COPY), person_id=person_id, file_id=file_id)
    return Posted(file_id=file_id, entry_id=entry_id, message_id=sending.message_id)


def post_copy(opened: casework.OpenCase, *, letter: journal.NewLetter, person_id: int) -> UUID:
    """Queue the same letter to somebody who gets the citizen's post too. The journal has it once, as the citizen's."""
    stored = files.store_made(
        content=letter.content,
        name=f"{letter.name} {opened.case.number} kopi.pdf",
        by=opened.by,
        at=opened.at,
        case_id=opened.case.pk,
    )
    return journal.queue_letter_in(opened, letter=letter, person_id=person_id, file_id=stored.id).message_id
