"""What dialogue keeps: requests, letters, how it went, citizens' own notes, complaints, and concerns about children."""

from borgerfokus.apps.dialogue.models.complaints import Complaint, ComplaintKind
from borgerfokus.apps.dialogue.models.concerns import (
    Concern,
    ConcernAlarm,
    ConcernAssessment,
    ConcernHappening,
    Notifier,
)
from borgerfokus.apps.dialogue.models.experiences import Experience, PhaseQuestion
from borgerfokus.apps.dialogue.models.own import OwnMeasure, OwnNote, OwnSeries
from borgerfokus.apps.dialogue.models.requests import (
    Notice,
    OrderTrail,
    Request,
    Seen,
    SharedDocument,
)

__all__ = [
    "Complaint",
    "ComplaintKind",
    "Concern",
    "ConcernAlarm",
    "ConcernAssessment",
    "ConcernHappening",
    "Experience",
    "Notice",
    "Notifier",
    "OrderTrail",
    "OwnMeasure",
    "OwnNote",
    "OwnSeries",
    "PhaseQuestion",
    "Request",
    "Seen",
    "SharedDocument",
]
