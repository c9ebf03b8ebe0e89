"""What the checks know of a case: counts and days, no names and no texts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Limits:
    """What the municipality has decided: days until a talk is written down, and days without a sign of life."""

    journal_days: int
    quiet_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """One case on one day, as its rows tell it.

    `ours`: the ball is with the municipality. `told_on`: when the citizen was last written to or talked with.
    `broken` counts dates that were not kept, `untold` those of them that the citizen was not told of. `against` counts
    facts against the party that the party did not know; `heard` and `exempted` how a hearing ended, `hearing_out`
    whether one is out. The reasons are None before there is a decision. `handed_over_on`: when another unit last
    accepted the case, `handover_words` whether it was told what it must know, `talked_after` whether anybody wrote
    down a talk afterwards. `late_entries` are talks that were written down later than the limit.
    """

    today: date
    is_open: bool
    phase_since: date
    has_caseworker: bool
    ours: bool
    last_activity: date
    receipt: bool
    told_on: date | None
    asked_for_others: bool
    own_words: bool
    kept: int = 0
    broken: int = 0
    untold: int = 0
    against: int = 0
    heard: bool = False
    exempted: bool = False
    hearing_out: bool = False
    decided_on: date | None = None
    rules: bool | None = None
    considerations: bool | None = None
    facts: bool | None = None
    refused: bool = False
    approved: bool = False
    letter_received: bool | None = None
    appeal_until: date | None = None
    handed_over_on: date | None = None
    handover_words: bool = False
    talked_after: bool = False
    entries: int = 0
    late_entries: int = 0
    tasks_over: int = 0
    helping: bool = False
    follow_up_on: date | None = None
    offer_chosen: bool = False
