"""The door of insight: what the web, the API and the commands may call."""

from borgerfokus.apps.insight.actions.flattening import import_ocel
from borgerfokus.apps.insight.actions.importing import import_xes, is_ocel
from borgerfokus.apps.insight.actions.indicating import release_indicators
from borgerfokus.apps.insight.actions.mailing import send_subscriptions
from borgerfokus.apps.insight.actions.noting import NewNote, add_note, remove_note
from borgerfokus.apps.insight.actions.proving import prove
from borgerfokus.apps.insight.actions.refreshing import rebuild, refresh
from borgerfokus.apps.insight.actions.releasing import publish_figures
from borgerfokus.apps.insight.actions.subscribing import check_link, end_by_link, end_subscription, subscribe, token_of
from borgerfokus.apps.insight.actions.verifying import Difference, verify
from borgerfokus.apps.insight.actions.watching import acknowledge, watch
from borgerfokus.apps.insight.models import (
    EffectFigure,
    ExperienceFigure,
    FigureAlert,
    FigureNote,
    FigureSubscription,
    Rhythm,
)
from borgerfokus.apps.insight.queries.dashboards import (
    Behind,
    alerts,
    behind,
    find_alert,
    notes,
    public_notes,
    subscriptions,
)
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
from borgerfokus.apps.insight.queries.forecasting import Proven, incoming, likeness, outlook, proven, stays
from borgerfokus.apps.insight.queries.holding import disclosure_rule, held_back
from borgerfokus.apps.insight.queries.indicators import Measured, Scope, counted, dashboard, door
from borgerfokus.apps.insight.queries.logs import CASEWORK, Log, State, open_log, state_of
from borgerfokus.apps.insight.queries.months import month_key, months_back
from borgerfokus.apps.insight.queries.prepared import measured, ready
from borgerfokus.apps.insight.queries.released import Told, told
from borgerfokus.core.flow.refused import NotReadable

__all__ = [
    "CASEWORK",
    "DIMENSIONS",
    "EXPERIENCE_DIMENSIONS",
    "Behind",
    "Difference",
    "EffectFigure",
    "Evidence",
    "ExperienceFigure",
    "FigureAlert",
    "FigureNote",
    "FigureSubscription",
    "Flow",
    "Log",
    "Loss",
    "Measured",
    "NewNote",
    "NotReadable",
    "Order",
    "Proven",
    "Question",
    "Rhythm",
    "Scope",
    "State",
    "Told",
    "acknowledge",
    "add_note",
    "alerts",
    "as_ocel",
    "as_xes",
    "behind",
    "change_of",
    "check_link",
    "counted",
    "dashboard",
    "disclosure_rule",
    "door",
    "effect",
    "end_by_link",
    "end_subscription",
    "experience",
    "find_alert",
    "flow",
    "held_back",
    "import_ocel",
    "import_xes",
    "incoming",
    "is_ocel",
    "kinds",
    "likeness",
    "measured",
    "month_key",
    "months_back",
    "newest_answers",
    "newest_release",
    "notes",
    "open_log",
    "outlook",
    "own_evidence",
    "prove",
    "proven",
    "public_notes",
    "publish_figures",
    "ready",
    "rebuild",
    "refresh",
    "release_indicators",
    "remove_note",
    "send_subscriptions",
    "state_of",
    "stays",
    "subscribe",
    "subscriptions",
    "token_of",
    "told",
    "verify",
    "watch",
]
