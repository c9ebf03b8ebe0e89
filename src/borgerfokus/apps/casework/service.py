"""The door of casework: what the other apps, the web, the API and the commands may call."""

from borgerfokus.apps.casework.actions.casetypes import on_type_changed
from borgerfokus.apps.casework.actions.casetypes import publish as publish_case_type
from borgerfokus.apps.casework.actions.casetypes import retire as retire_case_type
from borgerfokus.apps.casework.actions.casetypes import save_version as save_case_type
from borgerfokus.apps.casework.actions.changing import OpenCase, changing, subscribe
from borgerfokus.apps.casework.actions.conditions import register as register_conditions
from borgerfokus.apps.casework.actions.consultations import Question
from borgerfokus.apps.casework.actions.consultations import answer as answer_consultation
from borgerfokus.apps.casework.actions.consultations import ask as consult
from borgerfokus.apps.casework.actions.consultations import ask_in as consult_in
from borgerfokus.apps.casework.actions.emergency import break_glass
from borgerfokus.apps.casework.actions.emergency import review as review_break_glass
from borgerfokus.apps.casework.actions.figures import publish_promises, quarter_before, quarter_of
from borgerfokus.apps.casework.actions.handovers import Offer, Talk
from borgerfokus.apps.casework.actions.handovers import accept as accept_handover
from borgerfokus.apps.casework.actions.handovers import offer as offer_handover
from borgerfokus.apps.casework.actions.handovers import recall as recall_handover
from borgerfokus.apps.casework.actions.handovers import refuse as refuse_handover
from borgerfokus.apps.casework.actions.handovers import talk as talk_about_handover
from borgerfokus.apps.casework.actions.heads import write_head
from borgerfokus.apps.casework.actions.opening import NewCase, open_case
from borgerfokus.apps.casework.actions.parties import add as add_party
from borgerfokus.apps.casework.actions.parties import end as end_party
from borgerfokus.apps.casework.actions.parties import end_own_representative, own_representatives
from borgerfokus.apps.casework.actions.running import RunningCase
from borgerfokus.apps.casework.actions.sealing import seal, unseal
from borgerfokus.apps.casework.actions.staffing import assign, assign_many, take
from borgerfokus.apps.casework.actions.standing import (
    dates_of,
    register_deadlines,
    register_next_act,
    register_urgent_act,
    state_of,
)
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
from borgerfokus.apps.casework.actions.takeover import take_over, taken_over
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
from borgerfokus.apps.casework.models import Case, CaseTypeVersion, Consultation, Handover, Party, PromiseFigure, Task
from borgerfokus.apps.casework.policies import Standing, allowed, relations, require, stands
from borgerfokus.apps.casework.queries.cases import find, listed_to, visible_to
from borgerfokus.apps.casework.queries.casetypes import all_versions, in_force, newest_in_force, version_for
from borgerfokus.apps.casework.queries.chain import verify as verify_log
from borgerfokus.apps.casework.queries.configuration import check_configuration
from borgerfokus.apps.casework.queries.desk import (
    CaseWork,
    cases_about,
    consultations_to,
    course_and_work_in,
    course_and_work_rows,
    handovers_to,
    parties_on,
    saved_views,
    tasks_of,
    untaken,
    work_on,
)
from borgerfokus.apps.casework.queries.emergencies import uses as emergency_uses
from borgerfokus.apps.casework.queries.exchange import CaseRow
from borgerfokus.apps.casework.queries.exchange import events as exchange_events
from borgerfokus.apps.casework.queries.exchange import one as exchange_case
from borgerfokus.apps.casework.queries.exchange import page as exchange_page
from borgerfokus.apps.casework.queries.exchange import row_of as exchange_row
from borgerfokus.apps.casework.queries.figures import newest_promises
from borgerfokus.apps.casework.queries.history import (
    Course,
    Happening,
    Kinds,
    chain_faults,
    courses,
    happened_since,
    happenings,
)
from borgerfokus.apps.casework.queries.stream import changed_since as stream_changed_since
from borgerfokus.apps.casework.queries.stream import details_changed_since as stream_details_changed_since
from borgerfokus.apps.casework.queries.stream import details_of_cases as stream_details_of_cases
from borgerfokus.apps.casework.queries.stream import highest as stream_highest
from borgerfokus.apps.casework.queries.stream import of_cases as stream_of_cases
from borgerfokus.apps.casework.queries.team import Load, Undecided, undecided
from borgerfokus.apps.casework.queries.team import kept as team_kept
from borgerfokus.apps.casework.queries.team import latest as team_latest
from borgerfokus.apps.casework.queries.team import loads as team_loads
from borgerfokus.apps.casework.queries.team import stillest as team_stillest
from borgerfokus.apps.casework.queries.worklist import (
    Cursor,
    Day,
    Filters,
    ListPage,
    Sort,
    Totals,
    Urgency,
    all_listed,
    count_of,
    is_cursor_value,
    totals,
    work_list,
)

__all__ = [
    "Case",
    "CaseRow",
    "CaseTypeVersion",
    "CaseWork",
    "Consultation",
    "Course",
    "Cursor",
    "Day",
    "Filters",
    "Handover",
    "Happening",
    "Kinds",
    "ListPage",
    "Load",
    "NewCase",
    "NewTask",
    "Offer",
    "OpenCase",
    "Party",
    "Pause",
    "PromiseFigure",
    "Question",
    "RunningCase",
    "Sort",
    "Standing",
    "Talk",
    "Task",
    "Totals",
    "Undecided",
    "Urgency",
    "accept_handover",
    "add_party",
    "all_listed",
    "all_versions",
    "allowed",
    "answer_consultation",
    "assign",
    "assign_many",
    "break_glass",
    "cases_about",
    "chain_faults",
    "changing",
    "check_configuration",
    "complete",
    "complete_in",
    "consult",
    "consult_in",
    "consultations_to",
    "count_of",
    "course_and_work_in",
    "course_and_work_rows",
    "courses",
    "dates_of",
    "drop_view",
    "emergency_uses",
    "end_own_representative",
    "end_party",
    "exchange_case",
    "exchange_events",
    "exchange_page",
    "exchange_row",
    "extend",
    "find",
    "give",
    "give_in",
    "handovers_to",
    "happened_since",
    "happenings",
    "in_force",
    "is_cursor_value",
    "listed_to",
    "newest_in_force",
    "newest_promises",
    "offer_handover",
    "on_type_changed",
    "open_case",
    "own_representatives",
    "owner_of_work",
    "parties_on",
    "publish_case_type",
    "publish_promises",
    "quarter_before",
    "quarter_of",
    "recall_handover",
    "refuse_handover",
    "register_conditions",
    "register_deadlines",
    "register_next_act",
    "register_urgent_act",
    "relations",
    "require",
    "resume",
    "resume_in",
    "retire_case_type",
    "review_break_glass",
    "save_case_type",
    "save_view",
    "saved_views",
    "seal",
    "stands",
    "state_of",
    "step_in",
    "stream_changed_since",
    "stream_details_changed_since",
    "stream_details_of_cases",
    "stream_highest",
    "stream_of_cases",
    "subscribe",
    "suspend",
    "suspend_in",
    "take",
    "take_over",
    "take_step",
    "taken_over",
    "talk_about_handover",
    "tasks_of",
    "team_kept",
    "team_latest",
    "team_loads",
    "team_stillest",
    "tick",
    "totals",
    "undecided",
    "undo",
    "unseal",
    "untaken",
    "verify_log",
    "version_for",
    "visible_to",
    "work_list",
    "work_on",
    "write_head",
]
