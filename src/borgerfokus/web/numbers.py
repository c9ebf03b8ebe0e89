"""Whole numbers out of forms and addresses, which anybody can fill with anything."""

from django.http import HttpRequest

_MOST_DIGITS = 18
"""So many always fit the numbers of PostgreSQL."""


def whole(text: str) -> int | None:
    """The whole number that the text is, or None: only the digits 0 to 9, at most eighteen of them."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else None


def posted(request: HttpRequest, name: str) -> int | None:
    """The whole number in a field of the form that was posted, None for anything else."""
    return whole(str(request.POST.get(name, "")))


def in_address(request: HttpRequest, name: str) -> int | None:
    """The whole number in a parameter of the address, None for anything else."""
    return whole(str(request.GET.get(name, "")))
