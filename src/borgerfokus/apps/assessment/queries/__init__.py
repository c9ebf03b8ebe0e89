"""Reads of what a case is informed by, and of its assessment theme by theme."""

from borgerfokus.apps.assessment.queries.chase import Outstanding, outstanding
from borgerfokus.apps.assessment.queries.consents import ConsentState, ConsentView, consents_of
from borgerfokus.apps.assessment.queries.informed import (
    Recorded,
    assessments,
    chased,
    current_round,
    find_request,
    history_of,
    of_case,
    of_case_with_work,
    open_requests,
    requests_of,
    visible_to,
)
from borgerfokus.apps.assessment.queries.themes import CaseThemes, assessed_of, content_of, frame_of, themes_of

__all__ = [
    "CaseThemes",
    "ConsentState",
    "ConsentView",
    "Outstanding",
    "Recorded",
    "assessed_of",
    "assessments",
    "chased",
    "consents_of",
    "content_of",
    "current_round",
    "find_request",
    "frame_of",
    "history_of",
    "of_case",
    "of_case_with_work",
    "open_requests",
    "outstanding",
    "requests_of",
    "themes_of",
    "visible_to",
]
