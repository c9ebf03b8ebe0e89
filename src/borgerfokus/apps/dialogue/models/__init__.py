"""What dialogue keeps: requests and letters about them, and notifications of concern about children."""

from borgerfokus.apps.dialogue.models.concerns import (
    Concern,
    ConcernAlarm,
    ConcernAssessment,
    ConcernHappening,
    Notifier,
)
from borgerfokus.apps.dialogue.models.requests import Notice, Request, Seen

__all__ = [
    "Concern",
    "ConcernAlarm",
    "ConcernAssessment",
    "ConcernHappening",
    "Notice",
    "Notifier",
    "Request",
    "Seen",
]
