"""What the next act follows from, and what it is: frozen values (`next_act` decides)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.deadline import Deadline
from borgerfokus.core.casework.help_situation import NOTHING_GRANTED, HelpSituation
from borgerfokus.core.casework.state import State
from borgerfokus.core.casework.sufficiency import Sufficiency
from borgerfokus.core.decisions.hearing import HearingState
from borgerfokus.core.texts import Text


class ActKind(StrEnum):
    """What the button does."""

    TAKE = "take"
    ANSWER_ACCESS = "answer_access"
    SEND_LETTER_AGAIN = "send_letter_again"
    TELL_NEW_DATE = "tell_new_date"
    REASSESS_APPEAL = "reassess_appeal"
    AWAIT_APPEAL = "await_appeal"
    AWAIT = "await"
    REMIND = "remind"
    REGISTER = "register"
    ACCEPT = "accept"
    ASK = "ask"
    RENEW = "renew"
    SETTLE = "settle"
    CONFIRM = "confirm"
    BEGIN_ASSESSMENT = "begin_assessment"
    BEGIN_DECISION = "begin_decision"
    HEAR = "hear"
    AWAIT_HEARING = "await_hearing"
    WRITE_DECISION = "write_decision"
    DECIDE_AGAIN = "decide_again"
    CARRY_OUT = "carry_out"
    APPROVE = "approve"
    ISSUE = "issue"
    AWAIT_RECEIPT = "await_receipt"
    START_INTERVENTION = "start_intervention"
    CLOSE = "close"
    BEGIN_FOLLOW_UP = "begin_follow_up"
    FOLLOW_UP = "follow_up"
    OFFER_PLAN = "offer_plan"
    WRITE_PLAN = "write_plan"
    AWAIT_PLAN = "await_plan"
    SIGN_PLAN = "sign_plan"
    SEND_ORDER = "send_order"
    AWAIT_ORDER = "await_order"
    ORDER_AGAIN = "order_again"
    REPORT_START = "report_start"


class DecisionStatus(StrEnum):
    """How far the decision and its letter are."""

    NONE = "none"
    DRAFT = "draft"
    AWAITS_APPROVAL = "awaits_approval"
    APPROVED = "approved"
    SENT = "sent"
    FAILED = "failed"
    RECEIVED = "received"


class AppealStatus(StrEnum):
    """Whether the decision has been appealed, and whose turn it is. The last two: the appeal body's answer asks us for
    a new decision, and it is not made yet."""

    NONE = "none"
    REGISTERED = "registered"
    FORWARDED = "forwarded"
    CHANGED = "changed"
    REMITTED = "remitted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What the next act follows from, on the day `on`.

    `slipped` is a date that passed without the citizen being told; `follow_up_on` the day the help is
    looked at; `help` where its plan and order stand.
    """

    state: State
    on: date
    sufficiency: Sufficiency
    has_caseworker: bool = True
    hearing: HearingState = HearingState.NOT_NEEDED
    decision: DecisionStatus = DecisionStatus.NONE
    appeal: AppealStatus = AppealStatus.NONE
    slipped: Deadline | None = None
    follow_up_on: date | None = None
    help: HelpSituation = NOTHING_GRANTED


@dataclass(frozen=True, slots=True, kw_only=True)
class NextAct:
    """The next act: an imperative, why, the article behind it, and who has the ball meanwhile."""

    kind: ActKind
    title: Text
    why: Text
    article: str
    ball: Ball = Ball.US
