"""The door of insight: what the web, the API and the commands may call."""

from borgerfokus.apps.insight.actions.exchanging import file_of, release_quarter, release_when_over
from borgerfokus.apps.insight.actions.flattening import import_ocel
from borgerfokus.apps.insight.actions.foretelling import WORKERS, foretell_quarter
from borgerfokus.apps.insight.actions.freezing import freeze
from borgerfokus.apps.insight.actions.importing import import_xes, is_ocel
from borgerfokus.apps.insight.actions.inventing import invent
from borgerfokus.apps.insight.actions.knowing import know, read_key_figures
from borgerfokus.apps.insight.actions.projecting import import_projection, release_need
from borgerfokus.apps.insight.actions.proving import prove
from borgerfokus.apps.insight.actions.receiving import receive
from borgerfokus.apps.insight.actions.refreshing import rebuild, refresh
from borgerfokus.apps.insight.actions.releasing import publish_figures
from borgerfokus.apps.insight.actions.sharing import share
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
from borgerfokus.apps.insight.queries.holding import (
    disclosure_rule,
    fixed,
    held_back,
    open_for,
    released_rule,
    stations_held_back,
)
from borgerfokus.apps.insight.queries.indicators import Measured, Scope, dashboard, detail
from borgerfokus.apps.insight.queries.keeping import Kept, answer_days, breaking, kept, rule_named, rules_of
from borgerfokus.apps.insight.queries.loading import WEEKS, Ahead, Given, Risk, ahead
from borgerfokus.apps.insight.queries.logs import CASEWORK, RELEASED, Log, State, imported, open_log
from borgerfokus.apps.insight.queries.simulating import Record, courses, record, sources
from borgerfokus.apps.insight.queries.spark import LOCAL, NoSpark, open_on_spark, open_storage
from borgerfokus.apps.insight.queries.streams import Station, stream
from borgerfokus.apps.insight.queries.teams import teams
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
    "Bound",
    "Demography",
    "Difference",
    "EffectFigure",
    "Evidence",
    "ExperienceFigure",
    "Flow",
    "Given",
    "Kept",
    "KeyVariable",
    "Log",
    "Loop",
    "Loss",
    "Measured",
    "Moved",
    "NoSpark",
    "NotReadable",
    "Order",
    "Peer",
    "PeerRelease",
    "Proven",
    "Question",
    "Record",
    "Risk",
    "Scope",
    "State",
    "Station",
    "StepFact",
    "Told",
    "Unusable",
    "ahead",
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
    "is_ocel",
    "kept",
    "key_values",
    "key_variables",
    "kinds",
    "know",
    "likeness",
    "need",
    "newest_answers",
    "newest_release",
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
    "release_need",
    "release_quarter",
    "release_when_over",
    "released_quarters",
    "released_rule",
    "rule_named",
    "rules_of",
    "share",
    "sources",
    "span_of",
    "stations_held_back",
    "stays",
    "stream",
    "teams",
    "verify",
]
