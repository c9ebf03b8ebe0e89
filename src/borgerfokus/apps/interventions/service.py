"""The door of interventions."""

from borgerfokus.apps.interventions.actions.asking import NewQuestion, answer, ask, send_document
from borgerfokus.apps.interventions.actions.following import NewFollowUp, follow_up
from borgerfokus.apps.interventions.actions.goals import WrittenGoal, comment, end_goal, tick_step
from borgerfokus.apps.interventions.actions.granting import (
    NewIntervention,
    PeriodContent,
    add_intervention,
    change_intervention,
    end_intervention,
)
from borgerfokus.apps.interventions.actions.noting import NewStatusNote, NotedGoal, write_status_note
from borgerfokus.apps.interventions.actions.ordering import (
    NewOrder,
    OrderAnswer,
    answer_order,
    end_order,
    report_start,
    send_order,
)
from borgerfokus.apps.interventions.actions.planning import (
    WrittenPlan,
    decline_plan,
    drop_plan,
    end_plan,
    kind_of,
    offer_plan,
    save_plan,
    show_plan,
    sign_plan,
    take_back_plan,
)
from borgerfokus.apps.interventions.models import (
    ActionPlan,
    FollowUp,
    FollowUpGoal,
    Goal,
    GoalStep,
    Intervention,
    InterventionPeriod,
    Order,
    OrderDocument,
    OrderQuestion,
    PlanComment,
    StatusNote,
    StatusNoteGoal,
)
from borgerfokus.apps.interventions.queries.content import content_of, goal_content_of, priced
from borgerfokus.apps.interventions.queries.of_case import Help, help_of
from borgerfokus.apps.interventions.queries.orders import find_order, orders_to
from borgerfokus.apps.interventions.queries.paper import plan_pdf
from borgerfokus.apps.interventions.queries.standing import next_follow_up_on, plan_must_be_offered, situation_of

__all__ = [
    "ActionPlan",
    "FollowUp",
    "FollowUpGoal",
    "Goal",
    "GoalStep",
    "Help",
    "Intervention",
    "InterventionPeriod",
    "NewFollowUp",
    "NewIntervention",
    "NewOrder",
    "NewQuestion",
    "NewStatusNote",
    "NotedGoal",
    "Order",
    "OrderAnswer",
    "OrderDocument",
    "OrderQuestion",
    "PeriodContent",
    "PlanComment",
    "StatusNote",
    "StatusNoteGoal",
    "WrittenGoal",
    "WrittenPlan",
    "add_intervention",
    "answer",
    "answer_order",
    "ask",
    "change_intervention",
    "comment",
    "content_of",
    "decline_plan",
    "drop_plan",
    "end_goal",
    "end_intervention",
    "end_order",
    "end_plan",
    "find_order",
    "follow_up",
    "goal_content_of",
    "help_of",
    "kind_of",
    "next_follow_up_on",
    "offer_plan",
    "orders_to",
    "plan_must_be_offered",
    "plan_pdf",
    "priced",
    "report_start",
    "save_plan",
    "send_document",
    "send_order",
    "show_plan",
    "sign_plan",
    "situation_of",
    "take_back_plan",
    "tick_step",
    "write_status_note",
]
