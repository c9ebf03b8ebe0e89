"""The door of log control."""

from borgerfokus.apps.logcontrol.actions.judging import answer, ask, close, conclude, escalate, report_by
from borgerfokus.apps.logcontrol.actions.reconciling import deal_with, reconcile
from borgerfokus.apps.logcontrol.actions.rights import (
    ask_to_end,
    end_engagement,
    keep_all,
    make_review,
)
from borgerfokus.apps.logcontrol.actions.rights import keep as keep_right
from borgerfokus.apps.logcontrol.actions.rounds import NewRound, ask_for_draw, draw, plan
from borgerfokus.apps.logcontrol.actions.watching import keep_staff, unwatch, watch
from borgerfokus.apps.logcontrol.models import (
    ControlItem,
    ControlRound,
    KnownPerson,
    Reconciliation,
    RightsItem,
    RightsKind,
    RightsReview,
    RightsState,
    RoundState,
)
from borgerfokus.apps.logcontrol.queries.rights import LeaderStand, asked_to_end, newest_review, stands, to_decide
from borgerfokus.apps.logcontrol.queries.rights import mine as my_rights
from borgerfokus.apps.logcontrol.queries.rounds import (
    Counts,
    alarms,
    asked_of,
    counts_of,
    draw_faults,
    find_item,
    find_round,
    in_hand,
    items_of,
    known_persons,
    last_night,
    rounds_for,
    visible_to,
    waiting_for,
)
from borgerfokus.apps.logcontrol.queries.standing import is_officer

__all__ = [
    "ControlItem",
    "ControlRound",
    "Counts",
    "KnownPerson",
    "LeaderStand",
    "NewRound",
    "Reconciliation",
    "RightsItem",
    "RightsKind",
    "RightsReview",
    "RightsState",
    "RoundState",
    "alarms",
    "answer",
    "ask",
    "ask_for_draw",
    "ask_to_end",
    "asked_of",
    "asked_to_end",
    "close",
    "conclude",
    "counts_of",
    "deal_with",
    "draw",
    "draw_faults",
    "end_engagement",
    "escalate",
    "find_item",
    "find_round",
    "in_hand",
    "is_officer",
    "items_of",
    "keep_all",
    "keep_right",
    "keep_staff",
    "known_persons",
    "last_night",
    "make_review",
    "my_rights",
    "newest_review",
    "plan",
    "reconcile",
    "report_by",
    "rounds_for",
    "stands",
    "to_decide",
    "unwatch",
    "visible_to",
    "waiting_for",
    "watch",
]
