"""A finished letter about somebody's rights: kept as a file, put in the journal, and handed to the outbox."""

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.journal import service as journal

KIND_PREFIX = "rights."


def post(opened: casework.OpenCase, *, letter: journal.NewLetter, person_id: int) -> tuple[int, int]:
    """Keep the letter, put it in the journal and queue it; it is sent if the act commits. Returns file and entry."""
    file_id, entry_id = journal.keep_letter_in(opened, letter=letter)
    journal.queue_letter_in(opened, letter=letter, person_id=person_id, file_id=file_id)
    return file_id, entry_id
