"""The door of the journal."""

from borgerfokus.apps.journal.actions import (
    NewDocument,
    NewEntry,
    Withholding,
    add_document,
    add_document_in,
    add_version,
    comment,
    correct,
    give_statement_in,
    release,
    withhold,
    write_note,
)
from borgerfokus.apps.journal.queries import Document, Held, Line, case_of, line, lines, versions, visible_to

__all__ = [
    "Document",
    "Held",
    "Line",
    "NewDocument",
    "NewEntry",
    "Withholding",
    "add_document",
    "add_document_in",
    "add_version",
    "case_of",
    "comment",
    "correct",
    "give_statement_in",
    "line",
    "lines",
    "release",
    "versions",
    "visible_to",
    "withhold",
    "write_note",
]
