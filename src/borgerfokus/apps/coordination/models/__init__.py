"""The tables of coordination."""

from borgerfokus.apps.coordination.models.goals import CommonGoal, GoalContribution, GoalEntry
from borgerfokus.apps.coordination.models.meetings import AgendaItem, Invitee, Meeting, MeetingCase, MeetingDecision
from borgerfokus.apps.coordination.models.people import Coordinator, Sharing
from borgerfokus.apps.coordination.models.transition import (
    Transition,
    TransitionEntry,
    TransitionNeed,
    TransitionReminder,
    TransitionTopic,
)

__all__ = [
    "AgendaItem",
    "CommonGoal",
    "Coordinator",
    "GoalContribution",
    "GoalEntry",
    "Invitee",
    "Meeting",
    "MeetingCase",
    "MeetingDecision",
    "Sharing",
    "Transition",
    "TransitionEntry",
    "TransitionNeed",
    "TransitionReminder",
    "TransitionTopic",
]
