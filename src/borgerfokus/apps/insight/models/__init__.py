"""The tables of insight."""

from borgerfokus.apps.insight.models.benchmark import KeyValue, KeyVariable, Peer, PeerFigure, PeerRelease
from borgerfokus.apps.insight.models.figures import CaseNumber, EffectFigure, ExperienceFigure

__all__ = [
    "CaseNumber",
    "EffectFigure",
    "ExperienceFigure",
    "KeyValue",
    "KeyVariable",
    "Peer",
    "PeerFigure",
    "PeerRelease",
]
