"""The tables of plans, goals, help and follow-up."""

from borgerfokus.apps.interventions.models.follow_ups import FollowUp, FollowUpGoal
from borgerfokus.apps.interventions.models.help import (
    Intervention,
    InterventionPeriod,
    Order,
    OrderGoal,
    StatusNote,
    StatusNoteGoal,
)
from borgerfokus.apps.interventions.models.plans import ActionPlan, Goal, GoalStep, PlanComment
from borgerfokus.apps.interventions.models.talks import OrderDocument, OrderQuestion

__all__ = [
    "ActionPlan",
    "FollowUp",
    "FollowUpGoal",
    "Goal",
    "GoalStep",
    "Intervention",
    "InterventionPeriod",
    "Order",
    "OrderDocument",
    "OrderGoal",
    "OrderQuestion",
    "PlanComment",
    "StatusNote",
    "StatusNoteGoal",
]
