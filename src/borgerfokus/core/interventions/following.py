"""Following help up: what a follow-up must say, and what its outcome asks for (serviceloven § 148)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.interventions.words import GOES_ON, FollowUpOutcome, GoalEnd, GoalKind, Reached
from borgerfokus.core.texts import Text

FOLLOWED_UP = "serviceloven § 148"
TO_THE_DETRIMENT = "forvaltningsloven §§ 19 og 24"

STEPS: Mapping[FollowUpOutcome, Step] = {
    FollowUpOutcome.CONTINUE: Step.CONTINUE_HELP,
    FollowUpOutcome.CHANGE: Step.CONTINUE_HELP,
    FollowUpOutcome.END: Step.CLOSE,
    FollowUpOutcome.END_AND_ASSESS_ANEW: Step.REASSESS,
}
"""The step of the case that each outcome comes to."""

LONGEST_REASON = 300
"""How much of the reason is the reason of the step, in characters."""

_ENDS = {Reached.YES: GoalEnd.REACHED, Reached.PARTLY: GoalEnd.PARTLY}


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalFollowed:
    """What is said of one goal. `level_now` is a number of the frame, None where the theme carries none."""

    goal: int
    reached: Reached
    level_now: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpContent:
    """What a follow-up says. `satisfaction` is 1 to 5, None when it was not asked or answered."""

    on: date
    outcome: FollowUpOutcome
    reason: str
    goals: tuple[GoalFollowed, ...] = ()
    satisfaction: int | None = None
    citizen_words: str = ""
    provider_said: str = ""
    provider_why_not: str = ""
    next_on: date | None = None


def refusal_of(said: FollowUpContent, *, goals: Sequence[int], today: date) -> Refusal | None:
    """Why a follow-up cannot stand, or None. `goals` are those that run, each of which it says something of."""
    goes_on = said.outcome in GOES_ON
    rules = (
        (said.on > today, _NOT_YET),
        ({one.goal for one in said.goals} != set(goals), _EVERY_GOAL),
        (not said.reason.strip(), _NO_REASON),
        (not said.provider_said.strip() and not said.provider_why_not.strip(), _PROVIDER),
        (said.satisfaction is not None and not 1 <= said.satisfaction <= 5, _SATISFACTION),
        (goes_on and (said.next_on is None or said.next_on <= today), _NEXT_DAY),
    )
    return next((refusal for holds, refusal in rules if holds), None)


def end_of(reached: Reached) -> GoalEnd:
    """What a goal ends as when it ends in a follow-up that says this of it."""
    return _ENDS.get(reached, GoalEnd.NOT_REACHED)


def speaks_against(outcome: FollowUpOutcome, goals: Sequence[GoalFollowed]) -> bool:
    """Whether the outcome may be to the citizen's detriment: help ends before every goal is reached."""
    ends = outcome not in GOES_ON
    return ends and any(one.reached is not Reached.YES for one in goals)


def reached_by(*, kind: GoalKind, expected: int | None, now: int | None) -> Reached | None:
    """What a level says of a goal, as the form proposes it; None where no level is known."""
    if expected is None or now is None:
        return None
    if now <= expected:
        return Reached.YES
    return Reached.NOT_YET if kind is GoalKind.DEVELOP else Reached.NO


def _refusal(code: str, da: str, en: str) -> Refusal:
    return Refusal(code=code, text=Text(da=da, en=en), article=FOLLOWED_UP)


_NOT_YET = _refusal(
    "follow_up.not_yet",
    "En opfølgning kan ikke ligge efter i dag. Vælg den dag, I talte sammen.",
    "A follow-up cannot lie after today. Choose the day that you talked.",
)
_EVERY_GOAL = _refusal(
    "follow_up.every_goal",
    "Sig noget om hvert mål. Målene kan være ændret, siden du åbnede siden; se dem igen.",
    "Say something of every goal. The goals may have changed since you opened the page; look at them again.",
)
_NO_REASON = _refusal(
    "follow_up.no_reason",
    "Skriv, hvorfor hjælpen skal fortsætte, ændres eller slutte. Borgeren kan læse det.",
    "Write why the help is to continue, change or end. The citizen can read it.",
)
_PROVIDER = _refusal(
    "follow_up.provider",
    "Skriv, hvad den, der giver hjælpen, siger, eller hvorfor I ikke har spurgt.",
    "Write what the one who gives the help says, or why you have not asked.",
)
_SATISFACTION = _refusal(
    "follow_up.satisfaction",
    "Borgerens tilfredshed er et tal fra 1 til 5. Vælg et af dem, eller lad det stå tomt.",
    "The citizen's satisfaction is a number from 1 to 5. Choose one of them, or leave it empty.",
)
_NEXT_DAY = _refusal(
    "follow_up.next_day",
    "Vælg en dag efter i dag, hvor I ser på hjælpen igen.",
    "Choose a day after today on which you look at the help again.",
)
