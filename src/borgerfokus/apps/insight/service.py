"""The door of insight: what the web, the commands and the jobs may call."""

from borgerfokus.apps.insight.actions.releasing import publish_figures
from borgerfokus.apps.insight.models import EffectFigure, ExperienceFigure
from borgerfokus.apps.insight.queries.figures import (
    DIMENSIONS,
    EXPERIENCE_DIMENSIONS,
    Evidence,
    change_of,
    effect,
    experience,
    newest_release,
    own_evidence,
)

__all__ = [
    "DIMENSIONS",
    "EXPERIENCE_DIMENSIONS",
    "EffectFigure",
    "Evidence",
    "ExperienceFigure",
    "change_of",
    "effect",
    "experience",
    "newest_release",
    "own_evidence",
    "publish_figures",
]
