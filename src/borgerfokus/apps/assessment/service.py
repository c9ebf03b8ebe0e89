"""The door of assessment."""

from borgerfokus.apps.assessment.actions import (
    Ask,
    Known,
    NewAssessment,
    answer,
    answer_in,
    answer_with_document,
    ask,
    assess,
    record,
    record_in,
    remind,
    reopen,
    rule_out,
)
from borgerfokus.apps.assessment.queries import (
    Recorded,
    assessments,
    find_request,
    of_case,
    open_requests,
    visible_to,
)

__all__ = [
    "Ask",
    "Known",
    "NewAssessment",
    "Recorded",
    "answer",
    "answer_in",
    "answer_with_document",
    "ask",
    "assess",
    "assessments",
    "find_request",
    "of_case",
    "open_requests",
    "record",
    "record_in",
    "remind",
    "reopen",
    "rule_out",
    "visible_to",
]
