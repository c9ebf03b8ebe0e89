"""Reads of what a case is informed by, and of its assessment theme by theme."""

from borgerfokus.apps.assessment.queries.informed import (
    Recorded,
    assessments,
    find_request,
    of_case,
    open_requests,
    visible_to,
)
from borgerfokus.apps.assessment.queries.themes import CaseThemes, content_of, frame_of, themes_of

__all__ = [
    "CaseThemes",
    "Recorded",
    "assessments",
    "content_of",
    "find_request",
    "frame_of",
    "of_case",
    "open_requests",
    "themes_of",
    "visible_to",
]
