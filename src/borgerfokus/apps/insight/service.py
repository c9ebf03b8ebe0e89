"""The door of insight: what the web, the API and the commands may call."""

from borgerfokus.apps.insight.actions.flattening import import_ocel
from borgerfokus.apps.insight.actions.foretelling import WORKERS, foretell_quarter
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
from borgerfokus.apps.insight.queries.asking import UNDECIDED, Question, outcomes
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
from borgerfokus.apps.insight.queries.flow import Flow, Loop, Loss, Moved, Order, StepFact, flow, kinds
from borgerfokus.apps.insight.queries.forecasting import Proven, incoming, likeness, outlook, proven, stays
from borgerfokus.apps.insight.queries.holding import disclosure_rule, held_back, stations_held_back
from borgerfokus.apps.insight.queries.indicators import Measured, Scope, counted, dashboard, door
from borgerfokus.apps.insight.queries.keeping import Kept, answer_days, breaking, kept, rule_named, rules_of
from borgerfokus.apps.insight.queries.logs import CASEWORK, Log, State, imported, open_log, state_of
from borgerfokus.apps.insight.queries.months import month_key, months_back
from borgerfokus.apps.insight.queries.prepared import measured, ready
from borgerfokus.apps.insight.queries.released import Told, told
from borgerfokus.apps.insight.queries.simulating import Record, courses, record, sources
from borgerfokus.apps.insight.queries.streams import Station, stream
from borgerfokus.core.flow.conformance import Bound
from borgerfokus.core.flow.refused import NotReadable

__all__ = [
    "CASEWORK",
    "DIMENSIONS",
    "EXPERIENCE_DIMENSIONS",
    "UNDECIDED",
    "WORKERS",
    "Behind",
    "Bound",
    "Difference",
    "EffectFigure",
    "Evidence",
    "ExperienceFigure",
    "FigureAlert",
    "FigureNote",
    "FigureSubscription",
    "Flow",
    "Kept",
    "Log",
    "Loop",
    "Loss",
    "Measured",
    "Moved",
    "NewNote",
    "NotReadable",
    "Order",
    "Proven",
    "Question",
    "Record",
    "Rhythm",
    "Scope",
    "State",
    "Station",
    "StepFact",
    "Told",
    "acknowledge",
    "add_note",
    "alerts",
    "answer_days",
    "as_ocel",
    "as_xes",
    "behind",
    "breaking",
    "change_of",
    "check_link",
    "counted",
    "courses",
    "dashboard",
    "disclosure_rule",
    "door",
    "effect",
    "end_by_link",
    "end_subscription",
    "experience",
    "find_alert",
    "flow",
    "foretell_quarter",
    "held_back",
    "import_ocel",
    "import_xes",
    "imported",
    "incoming",
    "is_ocel",
    "kept",
    "kinds",
    "likeness",
    "measured",
    "month_key",
    "months_back",
    "newest_answers",
    "newest_release",
    "notes",
    "open_log",
    "outcomes",
    "outlook",
    "own_evidence",
    "prove",
    "proven",
    "public_notes",
    "publish_figures",
    "ready",
    "rebuild",
    "record",
    "refresh",
    "release_indicators",
    "remove_note",
    "rule_named",
    "rules_of",
    "send_subscriptions",
    "sources",
    "state_of",
    "stations_held_back",
    "stays",
    "stream",
    "subscribe",
    "subscriptions",
    "token_of",
    "told",
    "verify",
    "watch",
]
