"""The rows of log control: rounds with their look-ups, reviews of rights, nightly comparisons, and who is who."""

from borgerfokus.apps.logcontrol.models.people import KnownPerson, StaffPerson
from borgerfokus.apps.logcontrol.models.rights import RightsItem, RightsKind, RightsReview, RightsState
from borgerfokus.apps.logcontrol.models.rounds import ControlItem, ControlRound, Reconciliation, RoundState

__all__ = [
    "ControlItem",
    "ControlRound",
    "KnownPerson",
    "Reconciliation",
    "RightsItem",
    "RightsKind",
    "RightsReview",
    "RightsState",
    "RoundState",
    "StaffPerson",
]
