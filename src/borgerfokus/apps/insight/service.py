"""The door of insight: what the web, the API and the commands may call."""

from borgerfokus.apps.insight.actions.exchanging import file_of, release_quarter, release_when_over
from borgerfokus.apps.insight.actions.flattening import import_ocel
from borgerfokus.apps.insight.actions.foretelling import WORKERS, foretell_quarter
from borgerfokus.apps.insight.actions.importing import import_xes, is_ocel
from borgerfokus.apps.insight.actions.inventing import invent
from borgerfokus.apps.insight.actions.knowing import know, read_key_figures
from borgerfokus.apps.insight.actions.proving import prove
from borgerfokus.apps.insight.actions.receiving import receive
from borgerfokus.apps.insight.actions.refreshing import rebuild, refresh
from borgerfokus.apps.insight.actions.releasing import publish_figures
from borgerfokus.apps.insight.actions.signing import own_key
from borgerfokus.apps.insight.actions.verifying import Difference, verify
from borgerfokus.apps.insight.models import EffectFigure, ExperienceFigure, KeyVariable, Peer, PeerRelease
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
from borgerfokus.apps.insight.queries.indicators import Measured, Scope, dashboard, detail
from borgerfokus.apps.insight.queries.keeping import Kept, answer_days, breaking, kept, rule_named, rules_of
from borgerfokus.apps.insight.queries.logs import CASEWORK, Log, State, imported, open_log
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
    "Bound",
    "Difference",
    "EffectFigure",
    "Evidence",
    "ExperienceFigure",
    "Flow",
    "Kept",
    "KeyVariable",
    "Log",
    "Loop",
    "Loss",
    "Measured",
    "Moved",
    "NotReadable",
    "Order",
    "Peer",
    "PeerRelease",
    "Proven",
    "Question",
    "Record",
    "Scope",
    "State",
    "Station",
    "StepFact",
    "Told",
    "answer_days",
    "as_ocel",
    "as_xes",
    "breaking",
    "change_of",
    "comparable",
    "courses",
    "dashboard",
    "detail",
    "disclosure_rule",
    "effect",
    "experience",
    "file_of",
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
    "newest_answers",
    "newest_release",
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
    "publish_figures",
    "read_key_figures",
    "rebuild",
    "receive",
    "record",
    "refresh",
    "release_quarter",
    "release_when_over",
    "released_quarters",
    "rule_named",
    "rules_of",
    "sources",
    "span_of",
    "stations_held_back",
    "stays",
    "stream",
    "teams",
    "verify",
]
