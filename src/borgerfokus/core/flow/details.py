"""The words that a log may keep of what events say; whatever else they say stays in the casework."""

from typing import Final

from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.casetype.vocabulary import Source
from borgerfokus.core.decisions.outcomes import Outcome

OUTCOME: Final = "outcome."
KNOWN: Final = frozenset(
    {
        *(f"{OUTCOME}{one}" for one in Outcome),
        *(f"for.{one}" for one in Ball),
        *(f"from.{one}" for one in Source),
    }
)
"""How it was decided, for whom a paused case waits, and from which kind of source a fact is asked or has come."""
