"""Which case stands under which number, released figures, and what leaders keep of their dashboards."""

from borgerfokus.apps.insight.models.dashboards import FigureAlert, FigureNote, FigureSubscription, Rhythm
from borgerfokus.apps.insight.models.figures import CaseNumber, EffectFigure, ExperienceFigure
from borgerfokus.apps.insight.models.released import IndicatorFigure

__all__ = [
    "CaseNumber",
    "EffectFigure",
    "ExperienceFigure",
    "FigureAlert",
    "FigureNote",
    "FigureSubscription",
    "IndicatorFigure",
    "Rhythm",
]
