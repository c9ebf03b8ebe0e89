"""How a look-up of a round comes to its end: who may judge it, and what may happen from each state."""

from collections.abc import Mapping
from typing import Final

from borgerfokus.core.logcontrol.words import State

ASK, ANSWER, CLOSE, ESCALATE, CONCLUDE = "ask", "answer", "close", "escalate", "conclude"

_NEXT: Final[Mapping[State, Mapping[str, State]]] = {
    State.OPEN: {ASK: State.ASKED, CLOSE: State.CLOSED, ESCALATE: State.ESCALATED},
    State.ASKED: {ANSWER: State.ANSWERED, CLOSE: State.CLOSED, ESCALATE: State.ESCALATED},
    State.ANSWERED: {CLOSE: State.CLOSED, ESCALATE: State.ESCALATED},
    State.CLOSED: {},
    State.ESCALATED: {CONCLUDE: State.CONCLUDED},
    State.CONCLUDED: {},
}


def after(state: State, act: str) -> State | None:
    """Where an act leads, or None when it cannot be done now."""
    return _NEXT[state].get(act)


def may_judge(*, judge: int, employee: int, reviewer: int | None, is_officer: bool) -> bool:
    """Whether somebody may judge a look-up: its reviewer or the officer, and never one's own."""
    return judge != employee and (judge == reviewer or is_officer)
