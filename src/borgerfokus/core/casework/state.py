"""Where a case stands, and what must be known about it before it may move."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from borgerfokus.core.casework.ball import Waiting
from borgerfokus.core.decisions.hearing import HearingState
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.texts import Text


class Phase(StrEnum):
    """The eight phases of a case, in order."""

    CONTACT = "contact"
    INTAKE = "intake"
    INFORMATION = "information"
    ASSESSMENT = "assessment"
    DECISION = "decision"
    INTERVENTION = "intervention"
    FOLLOW_UP = "follow_up"
    CLOSED = "closed"


class ClosedReason(StrEnum):
    """How a case came to its end."""

    COMPLETED = "completed"
    REFUSED = "refused"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"
    NOT_OURS = "not_ours"
    NO_REQUEST = "no_request"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Where a case stands.

    `decided` is the outcome of the decision in force, None before there is one. `waiting` is set while the
    case is suspended. `closed_reason` is set exactly when the phase is closed.
    """

    phase: Phase
    decided: Outcome | None = None
    waiting: Waiting | None = None
    closed_reason: ClosedReason | None = None

    def __post_init__(self) -> None:
        if (self.phase is Phase.CLOSED) is (self.closed_reason is None):
            raise ValueError("a closed case has a reason, and an open one has none")
        if self.phase is Phase.CLOSED and self.waiting is not None:
            raise ValueError("a closed case waits for nobody")

    @property
    def is_open(self) -> bool:
        return self.phase is not Phase.CLOSED

    @property
    def is_suspended(self) -> bool:
        return self.waiting is not None


FIRST = State(phase=Phase.CONTACT)
"""Every case begins here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What is known when a step is taken. The defaults are those of a case with nothing in the way.

    `missing` are the titles of facts without which no decision is made; `approved` is None where no second
    pair of eyes is asked for; `letter_received` is False while the decision's letter is unsent, under way
    or failed.
    """

    reason: str = ""
    has_caseworker: bool = True
    receiver: str = ""
    receiver_accepted: bool = True
    new_date: date | None = None
    waiting: Waiting | None = None
    missing: tuple[Text, ...] = ()
    hearing: HearingState = HearingState.NOT_NEEDED
    outcome: Outcome | None = None
    approved: bool | None = None
    letter_received: bool = True
    appeal_open: bool = False
    by_party: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A state and what is known about the case, at the moment that a step is tried."""

    state: State
    conditions: Conditions
