"""The door of rights."""

from borgerfokus.apps.rights.actions.answering import answer, delay, draw_up, faults_of, read_through
from borgerfokus.apps.rights.actions.asking import (
    NewAccess,
    ask,
    complain,
    forward_complaint,
    record,
    withdraw,
)
from borgerfokus.apps.rights.actions.copying import NAME as COPY_NAME
from borgerfokus.apps.rights.actions.copying import fetch as fetch_copy
from borgerfokus.apps.rights.actions.copying import fetch_json as fetch_copy_json
from borgerfokus.apps.rights.actions.copying import order as order_copy
from borgerfokus.apps.rights.actions.data import DataAnswer, NewDataRequest
from borgerfokus.apps.rights.actions.data import answer as answer_data
from borgerfokus.apps.rights.actions.data import ask as ask_data
from borgerfokus.apps.rights.actions.erasing import count_listed, erase_again
from borgerfokus.apps.rights.actions.proposing import approve, hand_over, hold, keep, lift
from borgerfokus.apps.rights.actions.questions import LONGEST as QUESTION_LONGEST
from borgerfokus.apps.rights.actions.questions import answer_about_lookup, ask_about_lookup
from borgerfokus.apps.rights.actions.treating import (
    NewReasons,
    NewTreatment,
    Treated,
    prepare,
    settle_released,
    treat,
    treated_of,
    write_reasons,
)
from borgerfokus.apps.rights.models import (
    AccessItem,
    AccessRequest,
    AccessState,
    DataExport,
    DataOutcome,
    DataRequest,
    DataRequestKind,
    Erasure,
    ErasureProposal,
    ExportState,
    LegalHold,
    LookupQuestion,
    ProposalState,
    TargetKind,
)
from borgerfokus.apps.rights.queries.content import Record
from borgerfokus.apps.rights.queries.erasing import (
    certificate,
    erased,
    holds,
    proposals,
)
from borgerfokus.apps.rights.queries.file import given_text, marks_of
from borgerfokus.apps.rights.queries.next_act import access_due, next_act_of
from borgerfokus.apps.rights.queries.questions import (
    asked_about,
    find_question,
    my_questions,
    waiting_questions,
)
from borgerfokus.apps.rights.queries.requests import (
    Clock,
    access_asked,
    access_of,
    access_on,
    access_waiting,
    clocks,
    copies_of,
    copy_of,
    data_asked,
    data_of,
    data_on,
    open_requests,
    time_left,
    visible_to,
)

__all__ = [
    "COPY_NAME",
    "QUESTION_LONGEST",
    "AccessItem",
    "AccessRequest",
    "AccessState",
    "Clock",
    "DataAnswer",
    "DataExport",
    "DataOutcome",
    "DataRequest",
    "DataRequestKind",
    "Erasure",
    "ErasureProposal",
    "ExportState",
    "LegalHold",
    "LookupQuestion",
    "NewAccess",
    "NewDataRequest",
    "NewReasons",
    "NewTreatment",
    "ProposalState",
    "Record",
    "TargetKind",
    "Treated",
    "access_asked",
    "access_due",
    "access_of",
    "access_on",
    "access_waiting",
    "answer",
    "answer_about_lookup",
    "answer_data",
    "approve",
    "ask",
    "ask_about_lookup",
    "ask_data",
    "asked_about",
    "certificate",
    "clocks",
    "complain",
    "copies_of",
    "copy_of",
    "count_listed",
    "data_asked",
    "data_of",
    "data_on",
    "delay",
    "draw_up",
    "erase_again",
    "erased",
    "faults_of",
    "fetch_copy",
    "fetch_copy_json",
    "find_question",
    "forward_complaint",
    "given_text",
    "hand_over",
    "hold",
    "holds",
    "keep",
    "lift",
    "marks_of",
    "my_questions",
    "next_act_of",
    "open_requests",
    "order_copy",
    "prepare",
    "proposals",
    "read_through",
    "record",
    "settle_released",
    "time_left",
    "treat",
    "treated_of",
    "visible_to",
    "waiting_questions",
    "withdraw",
    "write_reasons",
]
