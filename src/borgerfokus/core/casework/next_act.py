"""The one thing to do next. An open case always has one, and so the case page always begins with it.

The rules are tried in the order of `_RULES`; the first that has something to say is the next act. What
stops the law (nobody responsible, a letter that failed, an appeal, a date that slipped) comes before the
ordinary way of the case.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from borgerfokus.core.casework import acts
from borgerfokus.core.casework.ball import Waiting
from borgerfokus.core.casework.help_situation import HelpSituation, OrderStanding, PlanStanding
from borgerfokus.core.casework.situation import (
    ActKind,
    AppealStatus,
    DecisionStatus,
    NextAct,
    Situation,
)
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.sufficiency import FactRow, FactStatus
from borgerfokus.core.decisions.hearing import HearingState
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.texts import Text
from borgerfokus.core.words import date_words

Rule = Callable[[Situation], NextAct | None]


def next_act(situation: Situation) -> NextAct | None:
    """The next act of a case; None exactly when the case is closed."""
    if not situation.state.is_open:
        return None
    for rule in _RULES:
        act = rule(situation)
        if act is not None:
            return act
    return _BY_PHASE[situation.state.phase](situation)


def _nobody(s: Situation) -> NextAct | None:
    return None if s.has_caseworker or s.state.phase is Phase.CONTACT else acts.TAKE


def _letter_failed(s: Situation) -> NextAct | None:
    return acts.SEND_LETTER_AGAIN if s.decision is DecisionStatus.FAILED else None


def _appealed(s: Situation) -> NextAct | None:
    if s.appeal is AppealStatus.REGISTERED:
        return acts.REASSESS_APPEAL
    if s.appeal is AppealStatus.FORWARDED and s.state.phase is Phase.DECISION:
        return acts.AWAIT_APPEAL
    return None


def _slipped(s: Situation) -> NextAct | None:
    if s.slipped is None or s.slipped.due is None:
        return None
    act = acts.TELL_NEW_DATE
    return replace(act, why=act.why.filled(what=s.slipped.title, day=date_words(s.slipped.due)))


def _waiting(s: Situation) -> NextAct | None:
    return None if s.state.waiting is None else _wait_or_remind(s.state.waiting, on=s.on)


_RULES: Final[tuple[Rule, ...]] = (_nobody, _letter_failed, _appealed, _slipped, _waiting)


def _wait_or_remind(wait: Waiting, *, on: date) -> NextAct:
    if wait.due is None:
        act = replace(acts.AWAIT, ball=wait.whom)
    elif wait.due < on:
        act = acts.REMIND
    else:
        act = replace(acts.AWAIT_UNTIL, ball=wait.whom)
    words = {"name": wait.name, "day": date_words(wait.due or on)}
    return replace(act, title=act.title.filled(what=wait.why), why=act.why.filled(**words))


def _information(s: Situation) -> NextAct:
    return _facts(s) or acts.BEGIN_ASSESSMENT


def _facts(s: Situation) -> NextAct | None:
    blocking = s.sufficiency.blocking
    for act, statuses in _FACT_ACTS:
        rows = [row for row in blocking if row.status in statuses]
        if rows:
            return replace(act, title=act.title.filled(facts=_named(rows)))
    waits = [wait for row in blocking for wait in _asked(row)]
    for wait in sorted(waits, key=lambda one: one.due or date.max):
        return _wait_or_remind(wait, on=s.on)
    return None


_FACT_ACTS: Final[Sequence[tuple[NextAct, frozenset[FactStatus]]]] = (
    (acts.SETTLE, frozenset({FactStatus.CONTRADICTED})),
    (acts.ASK, frozenset({FactStatus.MISSING, FactStatus.PARTIAL})),
    (acts.RENEW, frozenset({FactStatus.TOO_OLD})),
    (acts.CONFIRM, frozenset({FactStatus.TO_CONFIRM})),
)


def _asked(row: FactRow) -> Sequence[Waiting]:
    asked, what = row.requested, row.requirement.title
    if asked is None:
        return ()
    return (Waiting(whom=asked.whom, name=asked.name, why=what, since=asked.asked_on, due=asked.due),)


def _named(rows: Sequence[FactRow]) -> Text:
    first = rows[0].requirement.title
    if len(rows) == 1:
        return first
    more = Text(da="{first} og {n} mere", en="{first} and {n} more")
    return more.filled(first=first, n=len(rows) - 1)


def _decision(s: Situation) -> NextAct:
    if s.state.decided is not None:
        return _after_decision(s)
    return _facts(s) or _hearing(s) or _WRITING.get(s.decision) or _AFTER_BOARD.get(s.appeal, acts.WRITE_DECISION)


def _hearing(s: Situation) -> NextAct | None:
    return {HearingState.NEEDED: acts.HEAR, HearingState.SENT: acts.AWAIT_HEARING}.get(s.hearing)


_WRITING: Final[Mapping[DecisionStatus, NextAct]] = {
    DecisionStatus.AWAITS_APPROVAL: acts.APPROVE,
    DecisionStatus.APPROVED: acts.ISSUE,
}


_AFTER_BOARD: Final[Mapping[AppealStatus, NextAct]] = {
    AppealStatus.REMITTED: acts.DECIDE_AGAIN,
    AppealStatus.CHANGED: acts.CARRY_OUT,
}


def _after_decision(s: Situation) -> NextAct:
    # A decision that was made in the system the case came from has no letter here to wait for.
    if s.decision not in {DecisionStatus.RECEIVED, DecisionStatus.NONE}:
        return acts.AWAIT_RECEIPT
    if s.state.decided is Outcome.REFUSED:
        return acts.CLOSE
    return _order(s) or acts.START_INTERVENTION


def _intervention(s: Situation) -> NextAct:
    if s.follow_up_on is None or s.follow_up_on <= s.on:
        return acts.FOLLOW_UP_NOW
    if (needed := _order(s) or _plan(s.help)) is not None:
        return needed
    act = acts.FOLLOW_UP_LATER
    return replace(act, title=act.title.filled(day=date_words(s.follow_up_on)))


def _order(s: Situation) -> NextAct | None:
    """What is to be done for the help to begin."""
    found = _ORDERS.get(s.help.order)
    if found is None:
        return None
    if not s.help.receiver:
        return found
    late = s.help.answer_by is not None and s.help.answer_by < s.on
    act = acts.CHASE_ORDER if found is acts.AWAIT_ORDER and late else found
    day = s.help.starts_on if found is acts.REPORT_START else s.help.answer_by
    name = Text(da=s.help.receiver, en=s.help.receiver)
    return replace(act, why=act.why.filled(name=name, day=date_words(day or s.on)))


def _plan(now: HelpSituation) -> NextAct | None:
    """What is to be done for a plan to be agreed with the citizen, by the rule of its kind."""
    act = _PLANS.get(now.plan)
    return replace(act, article=now.plan_article or act.article) if act else None


_ORDERS: Final[Mapping[OrderStanding, NextAct]] = {
    OrderStanding.TO_SEND: acts.SEND_ORDER,
    OrderStanding.SENT: acts.AWAIT_ORDER,
    OrderStanding.REFUSED: acts.ORDER_AGAIN,
    OrderStanding.ACCEPTED: acts.REPORT_START,
}
_PLANS: Final[Mapping[PlanStanding, NextAct]] = {
    PlanStanding.TO_OFFER: acts.OFFER_PLAN,
    PlanStanding.BEING_WRITTEN: acts.WRITE_PLAN,
    PlanStanding.SHOWN: acts.AWAIT_PLAN,
    PlanStanding.TO_SIGN: acts.SIGN_PLAN,
}
_BY_PHASE: Final[Mapping[Phase, Callable[[Situation], NextAct]]] = {
    Phase.CONTACT: lambda _: acts.REGISTER,
    Phase.INTAKE: lambda _: acts.ACCEPT,
    Phase.INFORMATION: _information,
    Phase.ASSESSMENT: lambda _: acts.BEGIN_DECISION,
    Phase.DECISION: _decision,
    Phase.INTERVENTION: _intervention,
    Phase.FOLLOW_UP: lambda _: acts.FOLLOW_UP,
}

__all__ = ["ActKind", "AppealStatus", "DecisionStatus", "NextAct", "Situation", "next_act"]
