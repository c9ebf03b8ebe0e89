"""May this actor lead, review, answer? Everything else is Hidden."""

from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden


def require_lead(by: Actor) -> None:
    """Raises Hidden unless the actor leads campaigns."""
    if not by.can(Verb.SUPERVISION_LEAD):
        raise Hidden("campaigns")


def require_standards(by: Actor) -> None:
    """Raises Hidden unless the actor keeps the review form and the kodeks."""
    if not by.can(Verb.STANDARD_EDIT):
        raise Hidden("standards")
