"""Answering a request for access, as the next act of its case. Read from the case's own moments: no query."""

from dataclasses import replace
from datetime import date, datetime

from borgerfokus.apps.casework.models import Case
from borgerfokus.core.casework.acts import ANSWER_ACCESS
from borgerfokus.core.casework.next_act import NextAct
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.dates import calendar_for, day_of
from borgerfokus.core.rights import Left, left
from borgerfokus.core.words import day_and_month
from borgerfokus.foundation.parameters import service as parameters

DUE = "access_due"
"""The moment of a case by which the first open request for access must be answered."""


def access_due(case: Case) -> date | None:
    """The day by which a request for access must be answered, or None when none is open."""
    moment = case.moments.get(DUE)
    return day_of(datetime.fromisoformat(moment)) if moment else None


def next_act_of(*, case: Case, at: datetime) -> NextAct | None:
    """The next act when a request for access is near its date, or the case is closed and has no other."""
    due = access_due(case)
    if due is None:
        return None
    on = day_of(at)
    _days, near = left(due=due, on=on, calendar=calendar_for([on.year, due.year], parameters.parameters()))
    if near is Left.FINE and case.phase != Phase.CLOSED:
        return None
    day = day_and_month(due)
    return replace(ANSWER_ACCESS, why=ANSWER_ACCESS.why.filled(day=day))


def kind_of_next_act(case: Case, at: datetime) -> str:
    """What lists keep of it."""
    act = next_act_of(case=case, at=at)
    return act.kind if act else ""
