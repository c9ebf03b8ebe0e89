"""Whole numbers out of forms and addresses, which anybody can fill with anything."""

_MOST_DIGITS = 18
"""So many always fit the numbers of PostgreSQL."""


def whole(text: str) -> int | None:
    """The whole number that the text is, or None: only the digits 0 to 9, at most eighteen of them."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else None
