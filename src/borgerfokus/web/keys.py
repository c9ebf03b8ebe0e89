"""The address of what people give a name: letters that every address can hold, and never the address of a form."""

from typing import Final

from django.utils.text import slugify

_LETTERS: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_NOT_THEIRS: Final = frozenset({"", "ny", "nyt"})
"""A name without a letter or digit has no address, and these lead to the form for a new one."""


def key_of(name: str, *, kind: str, longest: int = 60) -> str:
    """The name as an address of at most `longest` signs; where it can be none, the kind of thing stands first."""
    key = slugify(name.lower().translate(_LETTERS))[:longest]
    return f"{kind}-{key}" if key in _NOT_THEIRS else key
