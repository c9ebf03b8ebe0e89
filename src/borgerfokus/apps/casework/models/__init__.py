"""The tables of casework."""

from borgerfokus.apps.casework.models.case import (
    Case,
    CaseTypeVersion,
    Deadline,
    Extension,
    Party,
    Suspension,
)
from borgerfokus.apps.casework.models.figures import PromiseFigure
from borgerfokus.apps.casework.models.log import Event, EventPayload
from borgerfokus.apps.casework.models.work import (
    ChecklistTick,
    Consultation,
    Handover,
    SavedView,
    Task,
)

__all__ = [
    "Case",
    "CaseTypeVersion",
    "ChecklistTick",
    "Consultation",
    "Deadline",
    "Event",
    "EventPayload",
    "Extension",
    "Handover",
    "Party",
    "PromiseFigure",
    "SavedView",
    "Suspension",
    "Task",
]
