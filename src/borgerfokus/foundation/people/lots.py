"""The secret lots of disclosure control: how often each person counts in figures, and what a figure's own lot is.

They hang on the installation's key, so that they are the same each time and known to nobody without it.
"""

from borgerfokus.core import disclosure
from borgerfokus.foundation.people.cipher import blind_text


def weight_of(person: int) -> int:
    """How often a person counts in every figure that leaves the casework side: 0, 1 or 2."""
    return disclosure.weight(lot_of(f"person/{person}"))


def lot_of(name: str) -> bytes:
    """The lot of a figure, by a name that no other figure has."""
    return blind_text(f"disclosure/{name}")
