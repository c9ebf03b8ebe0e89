"""May this actor review, lead the control, keep rights? Everything else is Hidden."""

from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden


def is_officer(by: Actor) -> bool:
    """Whether the actor leads the control of the log for the whole municipality."""
    return by.can(Verb.LOG_CONTROL_LEAD)


def require_review(by: Actor) -> None:
    """Raises Hidden unless the actor reviews look-ups."""
    if not by.can(Verb.LOOKUPS_REVIEW):
        raise Hidden("log control")


def require_officer(by: Actor) -> None:
    """Raises Hidden unless the actor leads the control."""
    if not is_officer(by):
        raise Hidden("log control")


def require_staff_keeper(by: Actor) -> None:
    """Raises Hidden unless the actor keeps engagements."""
    if not by.can(Verb.ORGANISATION_EDIT):
        raise Hidden("engagements")
