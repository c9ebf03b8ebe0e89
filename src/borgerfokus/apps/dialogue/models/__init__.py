"""What dialogue keeps: requests and letters, how it went, what is shared with orders, and concerns about children."""

from borgerfokus.apps.dialogue.models.concerns import (
    Concern,
    ConcernAlarm,
    ConcernAssessment,
    ConcernHappening,
    Notifier,
)
from borgerfokus.apps.dialogue.models.experiences import Experience, PhaseQuestion
from borgerfokus.apps.dialogue.models.requests import (
    Notice,
    OrderTrail,
    Request,
    Seen,
    SharedDocument,
)

__all__ = [
    "Concern",
    "ConcernAlarm",
    "ConcernAssessment",
    "ConcernHappening",
    "Experience",
    "Notice",
    "Notifier",
    "OrderTrail",
    "PhaseQuestion",
    "Request",
    "Seen",
    "SharedDocument",
]
