"""The door of coordination: what the web, the API and the commands may call."""

from borgerfokus.apps.coordination.actions.coordinating import appoint as appoint_coordinator
from borgerfokus.apps.coordination.actions.coordinating import end as end_coordinator
from borgerfokus.apps.coordination.actions.goals import NewGoal, set_goal
from borgerfokus.apps.coordination.actions.goals import change_status as change_goal
from borgerfokus.apps.coordination.actions.goals import comment as comment_on_goal
from borgerfokus.apps.coordination.actions.goals import contribute as contribute_to_goal
from borgerfokus.apps.coordination.actions.meeting import (
    Guests,
    Minutes,
    NewDecision,
    NewMeeting,
    Point,
    When,
)
from borgerfokus.apps.coordination.actions.meeting import call as call_meeting
from borgerfokus.apps.coordination.actions.meeting import cancel as cancel_meeting
from borgerfokus.apps.coordination.actions.meeting import decide as decide_at_meeting
from borgerfokus.apps.coordination.actions.meeting import hold as hold_meeting
from borgerfokus.apps.coordination.actions.meeting import join as join_meeting
from borgerfokus.apps.coordination.actions.meeting import move as move_meeting
from borgerfokus.apps.coordination.actions.sharing import NewSharing, share
from borgerfokus.apps.coordination.actions.sharing import withdraw as withdraw_sharing
from borgerfokus.apps.coordination.actions.sweeping import run as sweep_transitions
from borgerfokus.apps.coordination.actions.transition import (
    Days,
    NewNeed,
    NewTopic,
    drop_need,
    expect,
    set_days,
    set_owner,
    set_topic,
    turns_adult,
    wish,
)
from borgerfokus.apps.coordination.models import (
    AgendaItem,
    CommonGoal,
    Coordinator,
    GoalContribution,
    Invitee,
    Meeting,
    MeetingCase,
    MeetingDecision,
    Sharing,
    Transition,
    TransitionEntry,
    TransitionNeed,
)
from borgerfokus.apps.coordination.policies import may_edit_meeting, may_edit_transition, own_cases, require_young
from borgerfokus.apps.coordination.queries.calendar import calendar_of, invitation_of
from borgerfokus.apps.coordination.queries.calendar import in_feed as meetings_in_feed
from borgerfokus.apps.coordination.queries.changing_hands import Hands, handed_over, hands_of, left_behind
from borgerfokus.apps.coordination.queries.citizen import (
    Elsewhere,
    Help,
    Known,
    SharedTheme,
    coordinator_of,
    coordinators_of,
    helps_of,
    known_of,
    running_sharings,
    shared_themes,
    shared_with,
    sharings_of,
)
from borgerfokus.apps.coordination.queries.goals import goals_of
from borgerfokus.apps.coordination.queries.meetings import (
    agenda_of,
    cases_of,
    decisions_of,
    invitees_of,
    meeting,
    meetings_of,
)
from borgerfokus.apps.coordination.queries.transition import (
    OnTheWay,
    board,
    of_citizen,
    visible_to,
)
from borgerfokus.apps.coordination.queries.transition import one as transition_of
from borgerfokus.apps.coordination.queries.transition import rules as transition_rules

__all__ = [
    "AgendaItem",
    "CommonGoal",
    "Coordinator",
    "Days",
    "Elsewhere",
    "GoalContribution",
    "Guests",
    "Hands",
    "Help",
    "Invitee",
    "Known",
    "Meeting",
    "MeetingCase",
    "MeetingDecision",
    "Minutes",
    "NewDecision",
    "NewGoal",
    "NewMeeting",
    "NewNeed",
    "NewSharing",
    "NewTopic",
    "OnTheWay",
    "Point",
    "SharedTheme",
    "Sharing",
    "Transition",
    "TransitionEntry",
    "TransitionNeed",
    "When",
    "agenda_of",
    "appoint_coordinator",
    "board",
    "calendar_of",
    "call_meeting",
    "cancel_meeting",
    "cases_of",
    "change_goal",
    "comment_on_goal",
    "contribute_to_goal",
    "coordinator_of",
    "coordinators_of",
    "decide_at_meeting",
    "decisions_of",
    "drop_need",
    "end_coordinator",
    "expect",
    "goals_of",
    "handed_over",
    "hands_of",
    "helps_of",
    "hold_meeting",
    "invitation_of",
    "invitees_of",
    "join_meeting",
    "known_of",
    "left_behind",
    "may_edit_meeting",
    "may_edit_transition",
    "meeting",
    "meetings_in_feed",
    "meetings_of",
    "move_meeting",
    "of_citizen",
    "own_cases",
    "require_young",
    "running_sharings",
    "set_days",
    "set_goal",
    "set_owner",
    "set_topic",
    "share",
    "shared_themes",
    "shared_with",
    "sharings_of",
    "sweep_transitions",
    "transition_of",
    "transition_rules",
    "turns_adult",
    "visible_to",
    "wish",
    "withdraw_sharing",
]
