"""The texts of letters as documents with placeholders, and what keeps a version of one from being used."""

from borgerfokus.core.wording.template import (
    Draft,
    Part,
    Template,
    WordingFault,
    check,
    filled,
    overlaid,
    placeholders_of,
)

__all__ = ["Draft", "Part", "Template", "WordingFault", "check", "filled", "overlaid", "placeholders_of"]
