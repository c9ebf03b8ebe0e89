"""The door of casework: what the other apps, the web, the API and the commands may call."""

from borgerfokus.apps.casework.actions.casetypes import publish as publish_case_type
from borgerfokus.apps.casework.actions.casetypes import retire as retire_case_type
from borgerfokus.apps.casework.actions.casetypes import save_version as save_case_type
from borgerfokus.apps.casework.actions.changing import OpenCase, changing, subscribe
from borgerfokus.apps.casework.actions.conditions import register as register_conditions
from borgerfokus.apps.casework.actions.consultations import Question
from borgerfokus.apps.casework.actions.consultations import answer as answer_consultation
from borgerfokus.apps.casework.actions.consultations import ask as consult
from borgerfokus.apps.casework.actions.emergency import break_glass
from borgerfokus.apps.casework.actions.emergency import review as review_break_glass
from borgerfokus.apps.casework.actions.handovers import Offer
from borgerfokus.apps.casework.actions.handovers import accept as accept_handover
from borgerfokus.apps.casework.actions.handovers import offer as offer_handover
from borgerfokus.apps.casework.actions.handovers import recall as recall_handover
from borgerfokus.apps.casework.actions.handovers import refuse as refuse_handover
from borgerfokus.apps.casework.actions.opening import NewCase, open_case
from borgerfokus.apps.casework.actions.parties import add as add_party
from borgerfokus.apps.casework.actions.parties import end as end_party
from borgerfokus.apps.casework.actions.staffing import assign, assign_many, take
from borgerfokus.apps.casework.actions.standing import dates_of, register_next_act, state_of
from borgerfokus.apps.casework.actions.steps import (
    Pause,
    extend,
    resume,
    resume_in,
    step_in,
    suspend,
    suspend_in,
    take_step,
)
from borgerfokus.apps.casework.actions.tasks import (
    NewTask,
    complete,
    complete_in,
    drop_view,
    give,
    give_in,
    owner_of_work,
    save_view,
    tick,
    undo,
)
from borgerfokus.apps.casework.policies import allowed, relations, require
from borgerfokus.apps.casework.queries.cases import find, visible_to
from borgerfokus.apps.casework.queries.casetypes import all_versions, in_force, newest_in_force, version_for

__all__ = [
    "NewCase",
    "NewTask",
    "Offer",
    "OpenCase",
    "Pause",
    "Question",
    "accept_handover",
    "add_party",
    "all_versions",
    "allowed",
    "answer_consultation",
    "assign",
    "assign_many",
    "break_glass",
    "changing",
    "complete",
    "complete_in",
    "consult",
    "dates_of",
    "drop_view",
    "end_party",
    "extend",
    "find",
    "give",
    "give_in",
    "in_force",
    "newest_in_force",
    "offer_handover",
    "open_case",
    "owner_of_work",
    "publish_case_type",
    "recall_handover",
    "refuse_handover",
    "register_conditions",
    "register_next_act",
    "relations",
    "require",
    "resume",
    "resume_in",
    "retire_case_type",
    "review_break_glass",
    "save_case_type",
    "save_view",
    "state_of",
    "step_in",
    "subscribe",
    "suspend",
    "suspend_in",
    "take",
    "take_step",
    "tick",
    "undo",
    "version_for",
    "visible_to",
]
