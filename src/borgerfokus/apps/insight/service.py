"""The door of insight: what the web, the API and the commands may call."""

from borgerfokus.apps.insight.actions.correcting import want_correction, why_not
from borgerfokus.apps.insight.actions.exchanging import file_of, release_quarter, release_when_over
from borgerfokus.apps.insight.actions.flattening import import_ocel
from borgerfokus.apps.insight.actions.foretelling import WORKERS, foretell_quarter
from borgerfokus.apps.insight.actions.freezing import freeze
from borgerfokus.apps.insight.actions.importing import import_xes, is_ocel
from borgerfokus.apps.insight.actions.indicating import release_indicators
from borgerfokus.apps.insight.actions.inventing import invent
from borgerfokus.apps.insight.actions.knowing import know, read_key_figures
from borgerfokus.apps.insight.actions.mailing import send_subscriptions
from borgerfokus.apps.insight.actions.noting import NewNote, add_note, remove_note
from borgerfokus.apps.insight.actions.projecting import import_projection, release_need
from borgerfokus.apps.insight.actions.proving import prove
from borgerfokus.apps.insight.actions.receiving import receive
from borgerfokus.apps.insight.actions.refreshing import rebuild, refresh
from borgerfokus.apps.insight.actions.releasing import publish_figures
from borgerfokus.apps.insight.actions.sharing import share
from borgerfokus.apps.insight.actions.signing import own_key
from borgerfokus.apps.insight.actions.subscribing import ask_to_end, check_link, end_subscription, subscribe, token_of
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
from borgerfokus.apps.insight.queries.flow import Flow, Loop, Loss, Moved, Order, StepFact, flow, kinds
from borgerfokus.apps.insight.queries.forecasting import Proven, likeness, outlook, proven, stays
from borgerfokus.apps.insight.queries.foretold import (
    told_alerts,
    told_outlook,
    told_proven,
    told_record,
    told_teams,
    told_units,
)
from borgerfokus.apps.insight.queries.holding import (
    disclosure_rule,
    fixed,
    held_back,
    open_for,
    stations_held_back,
)
from borgerfokus.apps.insight.queries.indicators import Measured, Scope, counted, dashboard, door, parts
from borgerfokus.apps.insight.queries.keeping import Kept, answer_days, breaking, kept, rule_named, rules_of
from borgerfokus.apps.insight.queries.loading import WEEKS, Ahead, Given, Risk, ahead
from borgerfokus.apps.insight.queries.logs import (
    CASEWORK,
    RELEASED,
    Log,
    State,
    imported,
    log_at_hand,
    open_log,
    state_of,
)
from borgerfokus.apps.insight.queries.months import month_key, months_back
from borgerfokus.apps.insight.queries.prepared import measured, ready
from borgerfokus.apps.insight.queries.released import Disclosed, disclosed, is_awaited
from borgerfokus.apps.insight.queries.simulating import Record, courses, record, sources
from borgerfokus.apps.insight.queries.spark import LOCAL, NoSpark, open_on_spark, open_storage
from borgerfokus.apps.insight.queries.streams import Station, stream
from borgerfokus.apps.insight.queries.telling import (
    Share,
    told_answers,
    told_courses,
    told_flow,
    told_kept,
    told_stream,
)
from borgerfokus.core.benchmark.refused import Unusable
from borgerfokus.core.flow.conformance import Bound
from borgerfokus.core.flow.refused import NotReadable

__all__ = [
    "AGE_GROUPS",
    "CASEWORK",
    "DIMENSIONS",
    "EXPERIENCE_DIMENSIONS",
    "LOCAL",
    "PER_CITIZENS",
    "POPULATION",
    "RELEASED",
    "UNDECIDED",
    "WEEKS",
    "WORKERS",
    "Ahead",
    "Behind",
    "Bound",
    "Demography",
    "Difference",
    "Disclosed",
    "EffectFigure",
    "Evidence",
    "ExperienceFigure",
    "FigureAlert",
    "FigureNote",
    "FigureSubscription",
    "Flow",
    "Given",
    "Kept",
    "KeyVariable",
    "Log",
    "Loop",
    "Loss",
    "Measured",
    "Moved",
    "NewNote",
    "NoSpark",
    "NotReadable",
    "Order",
    "Peer",
    "PeerRelease",
    "Proven",
    "Question",
    "Record",
    "Rhythm",
    "Risk",
    "Scope",
    "Share",
    "State",
    "Station",
    "StepFact",
    "Told",
    "Unusable",
    "acknowledge",
    "add_note",
    "ahead",
    "alerts",
    "answer_days",
    "as_ocel",
    "as_xes",
    "ask_to_end",
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
    "end_subscription",
    "experience",
    "file_of",
    "find_alert",
    "fixed",
    "flow",
    "foretell_quarter",
    "freeze",
    "held_back",
    "import_ocel",
    "import_projection",
    "import_xes",
    "imported",
    "invent",
    "is_awaited",
    "is_ocel",
    "kept",
    "key_values",
    "key_variables",
    "kinds",
    "know",
    "likeness",
    "log_at_hand",
    "measured",
    "month_key",
    "months_back",
    "need",
    "newest_answers",
    "newest_release",
    "notes",
    "open_for",
    "open_log",
    "open_on_spark",
    "open_storage",
    "outcomes",
    "outlook",
    "own_evidence",
    "own_key",
    "own_release",
    "own_releases",
    "parts",
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
    "release_need",
    "release_quarter",
    "release_when_over",
    "released_quarters",
    "remove_note",
    "rule_named",
    "rules_of",
    "send_subscriptions",
    "share",
    "sources",
    "span_of",
    "state_of",
    "stations_held_back",
    "stays",
    "stream",
    "subscribe",
    "subscriptions",
    "token_of",
    "told_alerts",
    "told_answers",
    "told_courses",
    "told_flow",
    "told_kept",
    "told_outlook",
    "told_proven",
    "told_record",
    "told_stream",
    "told_teams",
    "told_units",
    "verify",
    "want_correction",
    "watch",
    "why_not",
]
