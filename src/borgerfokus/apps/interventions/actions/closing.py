"""When a case closes, its help ends with it: nobody keeps access to a case that is over."""

from datetime import datetime

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.events import PhaseChanged
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.interventions.actions import granting
from borgerfokus.apps.interventions.models import Intervention
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.dates import day_of
from borgerfokus.core.interventions.words import HelpEnd
from borgerfokus.foundation.access.actor import system

_ENDS = {Step.LAPSE: HelpEnd.MOVED_OR_DIED, Step.WITHDRAW: HelpEnd.BY_CITIZEN}


def close_help(*, case: Case, because: PhaseChanged, at: datetime) -> None:
    """End the help that still runs, with its orders and the access that they gave; the platform does it."""
    running = list(Intervention.objects.filter(case=case, ended_as=""))
    if not running:
        return
    ended_as = _ENDS.get(Step(because.step), HelpEnd.BY_MUNICIPALITY)
    with casework.changing(
        case_id=case.pk, verb=Verb.CASE_EDIT, by=system("help.close"), at=at, action="help.close"
    ) as mine:
        for row in running:
            granting.end_in(mine, row=row, on=day_of(at), ended_as=ended_as, why=because.reason)
