"""The door of insight: what the web, the API and the commands may call."""

from borgerfokus.apps.insight.actions.exchanging import file_of, release_quarter, release_when_over
from borgerfokus.apps.insight.actions.flattening import import_ocel
from borgerfokus.apps.insight.actions.foretelling import WORKERS, foretell_quarter
from borgerfokus.apps.insight.actions.importing import import_xes, is_ocel
from borgerfokus.apps.insight.actions.indicating import release_indicators
from borgerfokus.apps.insight.actions.inventing import invent
from borgerfokus.apps.insight.actions.knowing import know, read_key_figures
from borgerfokus.apps.insight.actions.mailing import send_subscriptions
from borgerfokus.apps.insight.actions.noting import NewNote, add_note, remove_note
from borgerfokus.apps.insight.actions.proving import prove
from borgerfokus.apps.insight.actions.receiving import receive
from borgerfokus.apps.insight.actions.refreshing import rebuild, refresh
from borgerfokus.apps.insight.actions.releasing import publish_figures
from borgerfokus.apps.insight.actions.signing import own_key
from borgerfokus.apps.insight.actions.subscribing import check_link, end_by_link, end_subscription, subscribe, token_of
from borgerfokus.apps.insight.actions.verifying import Difference, verify
from borgerfokus.apps.insight.actions.watching import acknowledge, watch
from borgerfokus.apps.insight.models import (
    EffectFigure,
    ExperienceFigure,
    FigureAlert,
    FigureNote,
    FigureSubscription,
    KeyVariable,
    Peer,
    PeerRelease,
    Rhythm,
)
from borgerfokus.apps.insight.queries.asking import UNDECIDED, Question, outcomes
from borgerfokus.apps.insight.queries.benchmark import (
    PER_CITIZENS,
    POPULATION,
    Told,
    comparable,
    key_values,
    key_variables,
    own_release,
    own_releases,
    peer_figures,
    peer_releases,
    peers,
    released_quarters,
)
from borgerfokus.apps.insight.queries.counting import span_of
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
from borgerfokus.apps.insight.queries.released import Disclosed, disclosed
from borgerfokus.apps.insight.queries.simulating import Record, courses, record, sources
from borgerfokus.apps.insight.queries.streams import Station, stream
from borgerfokus.apps.insight.queries.teams import teams
from borgerfokus.core.flow.conformance import Bound
from borgerfokus.core.flow.refused import NotReadable

__all__ = [
    "CASEWORK",
    "DIMENSIONS",
    "EXPERIENCE_DIMENSIONS",
    "PER_CITIZENS",
    "POPULATION",
    "UNDECIDED",
    "WORKERS",
    "Behind",
    "Bound",
    "Difference",
    "Disclosed",
    "EffectFigure",
    "Evidence",
    "ExperienceFigure",
    "FigureAlert",
    "FigureNote",
    "FigureSubscription",
    "Flow",
    "Kept",
    "KeyVariable",
    "Log",
    "Loop",
    "Loss",
    "Measured",
    "Moved",
    "NewNote",
    "NotReadable",
    "Order",
    "Peer",
    "PeerRelease",
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
    "comparable",
    "counted",
    "courses",
    "dashboard",
    "disclosed",
    "disclosure_rule",
    "door",
    "effect",
    "end_by_link",
    "end_subscription",
    "experience",
    "file_of",
    "find_alert",
    "flow",
    "foretell_quarter",
    "held_back",
    "import_ocel",
    "import_xes",
    "imported",
    "incoming",
    "invent",
    "is_ocel",
    "kept",
    "key_values",
    "key_variables",
    "kinds",
    "know",
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
    "own_key",
    "own_release",
    "own_releases",
    "peer_figures",
    "peer_releases",
    "peers",
    "prove",
    "proven",
    "public_notes",
    "publish_figures",
    "read_key_figures",
    "ready",
    "rebuild",
    "receive",
    "record",
    "refresh",
    "release_indicators",
    "release_quarter",
    "release_when_over",
    "released_quarters",
    "remove_note",
    "rule_named",
    "rules_of",
    "send_subscriptions",
    "sources",
    "span_of",
    "state_of",
    "stations_held_back",
    "stays",
    "stream",
    "subscribe",
    "subscriptions",
    "teams",
    "token_of",
    "verify",
    "watch",
]
