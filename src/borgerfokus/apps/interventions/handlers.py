"""What interventions tell about a case for its next act, and what they do when a case closes."""

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.events import Announced, PhaseChanged
from borgerfokus.apps.casework.service import OpenCase
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.interventions.actions.closing import close_help
from borgerfokus.apps.interventions.queries.standing import situation_of
from borgerfokus.core.casework.state import Phase


def connect() -> None:
    """Register with decisions and casework, at start-up."""
    decisions.register_help(situation_of)
    casework.subscribe(PhaseChanged.kind, _phase_changed)


def _phase_changed(opened: OpenCase, event: Announced) -> None:
    if isinstance(event, PhaseChanged) and event.after == Phase.CLOSED:
        close_help(case=opened.case, because=event, at=opened.at)
