"""Where plan and order of granted help stand, as the next act follows from them: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PlanStanding(StrEnum):
    """How far the plan is. `TO_OFFER`: the act asks for one, and the citizen has not been asked."""

    NOT_ASKED_FOR = "not_asked_for"
    TO_OFFER = "to_offer"
    BEING_WRITTEN = "being_written"
    SHOWN = "shown"
    TO_SIGN = "to_sign"
    AGREED = "agreed"
    DECLINED = "declined"


class OrderStanding(StrEnum):
    """How far the order is. `TO_SEND`: a unit is to give the help, and has not been told."""

    NONE = "none"
    TO_SEND = "to_send"
    SENT = "sent"
    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpSituation:
    """Where plan and order stand. `receiver` has the order; `answer_by` and `starts_on` are days of it."""

    plan: PlanStanding = PlanStanding.NOT_ASKED_FOR
    plan_article: str = ""
    order: OrderStanding = OrderStanding.NONE
    receiver: str = ""
    answer_by: date | None = None
    starts_on: date | None = None


NOTHING_GRANTED = HelpSituation()
"""A case without help: nothing to plan, and nothing to order."""
