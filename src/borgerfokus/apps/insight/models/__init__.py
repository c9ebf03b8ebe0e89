"""The tables of insight: released figures, what leaders keep of their dashboards, and other municipalities' figures."""

from borgerfokus.apps.insight.models.benchmark import KeyValue, KeyVariable, Peer, PeerFigure, PeerRelease
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
    "KeyValue",
    "KeyVariable",
    "Peer",
    "PeerFigure",
    "PeerRelease",
    "Rhythm",
]
