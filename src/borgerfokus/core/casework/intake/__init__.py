"""What a citizen answers on an intake form: cleaned, checked against the form, and made readable.

An answer is kept as plain JSON: text as text, a choice as its key, several choices as a list of keys, yes and no as
"yes" and "no", a date as "2026-11-23", a number as "1250.5", files as a list of their ids, and a group as a list with
the answers of each row.
"""

from borgerfokus.core.casework.intake.checking import (
    LONGEST,
    MOST_FILES,
    MOST_ROWS,
    Answer,
    Checked,
    Row,
    check,
    fields_of,
    is_asked,
    is_blank,
    rows_of,
)
from borgerfokus.core.casework.intake.errors import FieldError, error
from borgerfokus.core.casework.intake.reading import (
    FirstFact,
    SentFile,
    files_of,
    first_facts,
    need_of,
    readable,
    row_name,
    rows_in,
    said_in_row,
    words_of,
)

__all__ = [
    "LONGEST",
    "MOST_FILES",
    "MOST_ROWS",
    "Answer",
    "Checked",
    "FieldError",
    "FirstFact",
    "Row",
    "SentFile",
    "check",
    "error",
    "fields_of",
    "files_of",
    "first_facts",
    "is_asked",
    "is_blank",
    "need_of",
    "readable",
    "row_name",
    "rows_in",
    "rows_of",
    "said_in_row",
    "words_of",
]
