"""The door of insight: what the web, the API and the commands may call."""

from borgerfokus.apps.insight.actions.importing import import_xes
from borgerfokus.apps.insight.actions.refreshing import rebuild, refresh
from borgerfokus.apps.insight.actions.verifying import Difference, verify
from borgerfokus.apps.insight.queries.logs import Log, State, open_log

__all__ = ["Difference", "Log", "State", "import_xes", "open_log", "rebuild", "refresh", "verify"]
