"""The door of insight: what the web, the API and the commands may call."""

from borgerfokus.apps.insight.actions.flattening import import_ocel
from borgerfokus.apps.insight.actions.freezing import freeze
from borgerfokus.apps.insight.actions.importing import import_xes, is_ocel
from borgerfokus.apps.insight.actions.projecting import import_projection, release_need
from borgerfokus.apps.insight.actions.proving import prove
from borgerfokus.apps.insight.actions.refreshing import rebuild, refresh
from borgerfokus.apps.insight.actions.releasing import publish_figures
from borgerfokus.apps.insight.actions.sharing import share
from borgerfokus.apps.insight.actions.verifying import Difference, verify
from borgerfokus.apps.insight.models import EffectFigure, ExperienceFigure
from borgerfokus.apps.insight.queries.demography import GROUPS as AGE_GROUPS
from borgerfokus.apps.insight.queries.demography import Demography, need
from borgerfokus.apps.insight.queries.exporting import as_ocel, as_xes
from borgerfokus.apps.insight.queries.figures import (
    DIMENSIONS,
    EXPERIENCE_DIMENSIONS,
    Evidence,
    change_of,
    effect,
    experience,
    newest_answers,
    newest_release,
    own_evidence,
)
from borgerfokus.apps.insight.queries.flow import Flow, Loss, Order, Question, flow, kinds
from borgerfokus.apps.insight.queries.forecasting import Proven, outlook, proven, stays
from borgerfokus.apps.insight.queries.holding import disclosure_rule, fixed, held_back, open_for
from borgerfokus.apps.insight.queries.indicators import Measured, Scope, dashboard, detail
from borgerfokus.apps.insight.queries.loading import WEEKS, Ahead, Given, Risk, ahead
from borgerfokus.apps.insight.queries.logs import CASEWORK, RELEASED, Log, State, open_log
from borgerfokus.apps.insight.queries.spark import LOCAL, NoSpark, open_on_spark, open_storage
from borgerfokus.core.benchmark.refused import Unusable
from borgerfokus.core.flow.refused import NotReadable

__all__ = [
    "AGE_GROUPS",
    "CASEWORK",
    "DIMENSIONS",
    "EXPERIENCE_DIMENSIONS",
    "LOCAL",
    "RELEASED",
    "WEEKS",
    "Ahead",
    "Demography",
    "Difference",
    "EffectFigure",
    "Evidence",
    "ExperienceFigure",
    "Flow",
    "Given",
    "Log",
    "Loss",
    "Measured",
    "NoSpark",
    "NotReadable",
    "Order",
    "Proven",
    "Question",
    "Risk",
    "Scope",
    "State",
    "Unusable",
    "ahead",
    "as_ocel",
    "as_xes",
    "change_of",
    "dashboard",
    "detail",
    "disclosure_rule",
    "effect",
    "experience",
    "fixed",
    "flow",
    "freeze",
    "held_back",
    "import_ocel",
    "import_projection",
    "import_xes",
    "is_ocel",
    "kinds",
    "need",
    "newest_answers",
    "newest_release",
    "open_for",
    "open_log",
    "open_on_spark",
    "open_storage",
    "outlook",
    "own_evidence",
    "prove",
    "proven",
    "publish_figures",
    "rebuild",
    "refresh",
    "release_need",
    "share",
    "stays",
    "verify",
]
