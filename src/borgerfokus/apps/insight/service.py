"""The door of insight: what the web, the API and the commands may call."""

from borgerfokus.apps.insight.actions.importing import import_xes
from borgerfokus.apps.insight.actions.refreshing import rebuild, refresh
from borgerfokus.apps.insight.actions.verifying import Difference, verify
from borgerfokus.apps.insight.queries.flow import Flow, Loss, Order, Question, flow, kinds
from borgerfokus.apps.insight.queries.holding import disclosure_rule, held_back
from borgerfokus.apps.insight.queries.indicators import Measured, Scope, dashboard, detail
from borgerfokus.apps.insight.queries.logs import CASEWORK, Log, State, open_log
from borgerfokus.core.flow.xes import NotReadable

__all__ = [
    "CASEWORK",
    "Difference",
    "Flow",
    "Log",
    "Loss",
    "Measured",
    "NotReadable",
    "Order",
    "Question",
    "Scope",
    "State",
    "dashboard",
    "detail",
    "disclosure_rule",
    "flow",
    "held_back",
    "import_xes",
    "kinds",
    "open_log",
    "rebuild",
    "refresh",
    "verify",
]
