"""Who may exchange figures with other municipalities."""

from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden


def must_exchange(by: Actor) -> None:
    """Raises Hidden for whoever may not release figures or read those of others."""
    if not by.can(Verb.FIGURES_EXCHANGE):
        raise Hidden("exchange of figures")
