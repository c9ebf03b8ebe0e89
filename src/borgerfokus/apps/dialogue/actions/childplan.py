"""The date of the child's plan (barnets lov § 91) is met when the plan is shown to the child and the parents."""

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.events import Announced, PlanMade
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.casetype import Moment
from borgerfokus.foundation.access.actor import system

SHOWN = "plan.shown"
"""The event by which the app that keeps plans tells that the citizen can read one."""


def shown(opened: casework.OpenCase, _event: Announced) -> None:
    """Note the moment, once, in a case whose type has a date for it. In the transaction of the event."""
    counted = {one.ends_with for one in opened.case.type_version.spec.deadlines}
    if Moment.PLAN_MADE not in counted or Moment.PLAN_MADE in opened.case.moments:
        return
    by = system("child-plan")
    with casework.changing(
        case_id=opened.case.pk, verb=Verb.CASE_EDIT, by=by, at=opened.at, action="case.plan_made"
    ) as mine:
        mine.case.moments = {**mine.case.moments, Moment.PLAN_MADE.value: mine.at.isoformat()}
        mine.append(PlanMade())
