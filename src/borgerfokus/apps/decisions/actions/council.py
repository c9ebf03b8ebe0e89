"""The council treats the year's reversals and decides whether an action plan is needed (retssikkerhedsloven § 79 b)."""

from dataclasses import dataclass
from datetime import date, datetime

from borgerfokus.apps.decisions.actions import refusals as no
from borgerfokus.apps.decisions.models import CouncilTreatment
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit


@dataclass(frozen=True)
class Treatment:
    """What the council decided, and when. `text`: the plan, or why none; without one the body is told (`told_on`)."""

    year: int
    treated_on: date
    action_plan: bool
    text: str
    told_on: date | None = None


def treat_reversals(*, new: Treatment, by: Actor, at: datetime) -> Refusal | None:
    """Write the council's treatment down; a correction is a new row. Raises Hidden without TEAM_SEE."""
    if not by.can(Verb.TEAM_SEE):
        raise Hidden("council treatment")
    if not new.text.strip() or new.treated_on > day_of(at) or new.treated_on.year < new.year:
        return no.COUNCIL_INCOMPLETE
    if not new.action_plan and new.told_on is None:
        return no.COUNCIL_TELLS
    CouncilTreatment.objects.create(
        year=new.year,
        treated_on=new.treated_on,
        action_plan=new.action_plan,
        text=new.text.strip(),
        told_on=new.told_on,
        saved_at=at,
        saved_by=by.subject,
    )
    audit.record(action="council.treated", by=by, at=at, about=str(new.year))
    return None
