"""The one picture of a case, the same on every page: what is so, the line, the ball, the date, the slip.

Everything is in finished words in both languages; a page adds links and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from borgerfokus.core.casework.ball import Ball, BallHolder, Surroundings, Waiting, ball_of
from borgerfokus.core.casework.casetype import Moment, PhaseSpec
from borgerfokus.core.casework.deadline import Basis, Deadline
from borgerfokus.core.casework.deadlines import next_due
from borgerfokus.core.casework.picture_words import (
    BALL_TITLES,
    STAFF_BALL_TITLES,
    Slip,
    about,
    by,
    say,
    since,
    slip,
)
from borgerfokus.core.casework.state import Phase, State
from borgerfokus.core.casework.words import citizen_status
from borgerfokus.core.texts import Text
from borgerfokus.core.words import day_and_month


class StepState(StrEnum):
    """Where a phase is on the line."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"


class DateKind(StrEnum):
    """What stands behind the date that the citizen reads."""

    STATUTORY = "statutory"
    PROMISED = "promised"
    AGREEMENT = "agreement"
    FORECAST = "forecast"


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureStep:
    """One phase on the line. `at` is the day it began or is due; `at_words` says which."""

    phase: Phase
    title_citizen: Text
    title_staff: Text
    state: StepState
    at: date | None
    at_words: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextDate:
    """When something is to happen. `words` is the answer in short; `moved_days` is 0 if it never moved."""

    day: date
    kind: DateKind
    title: Text
    words: Text
    reference: Text
    moved_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """When the case can be expected to be decided, from `cases` like it.

    Nine of ten had their answer between `low` and `high`, half of them between `quarter` and `three_quarters`; None
    where so many were never seen to have it.
    """

    cases: int
    low: date | None
    quarter: date | None
    middle: date | None
    three_quarters: date | None
    high: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureInput:
    """What the picture is drawn from. `entered` holds the day on which each phase last began.

    `phases` are those of the case type; `waits` is what is awaited beside a suspension, e.g. answers to a
    hearing.
    """

    state: State
    phases: Sequence[PhaseSpec]
    entered: Mapping[Phase, date]
    deadlines: Sequence[Deadline]
    us: str
    other: str | None = None
    waits: Sequence[Waiting] = ()
    forecast: Forecast | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePicture:
    """The picture. `say` is one or two sentences, state first; `slip` what happens if the date slips."""

    say: Text
    status: Text
    steps: tuple[PictureStep, ...]
    ball: BallHolder
    ball_title: Text
    ball_title_staff: Text
    next_date: NextDate | None
    forecast: Forecast | None
    slip: Slip


def picture(given: PictureInput) -> CasePicture:
    """The picture of a case. Raises KeyError if the case type lacks the phase that the case is in."""
    state = given.state
    specs = {spec.key: spec for spec in given.phases}
    waits = (*((state.waiting,) if state.waiting else ()), *given.waits)
    ball = ball_of(closed=not state.is_open, waits=waits, around=_around(given, specs[state.phase]))
    due = _answering(given.deadlines) if state.is_open else None
    return CasePicture(
        say=say(state=state, phase_text=specs[state.phase].citizen_text, ball=ball, waits=waits, due=due),
        status=citizen_status(state),
        steps=_steps(given=given, specs=specs),
        ball=ball,
        ball_title=BALL_TITLES[ball.ball].filled(name=ball.name),
        ball_title_staff=STAFF_BALL_TITLES[ball.ball].filled(name=ball.name),
        next_date=_next_date(due),
        forecast=given.forecast if state.is_open else None,
        slip=slip(closed=not state.is_open, due=due, waits=waits),
    )


def _around(given: PictureInput, spec: PhaseSpec) -> Surroundings:
    return Surroundings(
        us=given.us,
        other=given.other,
        by_default=spec.ball,
        phase_reason=spec.milestone,
        phase_since=given.entered.get(spec.key),
    )


def _answering(deadlines: Sequence[Deadline]) -> Deadline | None:
    """What the citizen waits for: the first date of the municipality's; failing that, the first agreement."""
    ours = [one for one in deadlines if one.basis is not Basis.AGREEMENT]
    return next_due(ours) or next_due(deadlines)


_KINDS: Final = {
    Basis.STATUTORY: DateKind.STATUTORY,
    Basis.OWN: DateKind.PROMISED,
    Basis.AGREEMENT: DateKind.AGREEMENT,
}


def _next_date(due: Deadline | None) -> NextDate | None:
    if due is None or due.due is None:
        return None
    return NextDate(
        day=due.due,
        kind=_KINDS[due.basis],
        title=due.title,
        words=by(due.due),
        reference=due.reference,
        moved_days=due.moved_days,
    )


def _steps(*, given: PictureInput, specs: Mapping[Phase, PhaseSpec]) -> tuple[PictureStep, ...]:
    order = list(Phase)
    shown: list[Phase] = [phase for phase in order if phase not in (Phase.CONTACT, Phase.CLOSED)]
    now = Phase.INTAKE if given.state.phase is Phase.CONTACT else given.state.phase
    if now is Phase.CLOSED:
        shown = [*(phase for phase in shown if phase in given.entered), Phase.CLOSED]
    return tuple(
        _step(given=given, spec=specs[phase], place=order.index(phase) - order.index(now)) for phase in shown
    )


def _step(*, given: PictureInput, spec: PhaseSpec, place: int) -> PictureStep:
    at = given.entered.get(spec.key)
    if place < 0:
        state, words = StepState.DONE, day_and_month(at) if at else None
    elif place == 0:
        at = at or given.entered.get(Phase.CONTACT)
        state, words = StepState.NOW, since(at) if at else None
    else:
        at = _due_in(given.deadlines, spec.key)
        state, words = StepState.NEXT, by(at, year=False) if at else about(spec.own_duration_days)
    return PictureStep(
        phase=spec.key,
        title_citizen=spec.title_citizen,
        title_staff=spec.title_staff,
        state=state,
        at=at,
        at_words=words,
    )


_ENDS: Final = {
    Phase.DECISION: Moment.DECISION_ISSUED,
    Phase.INTERVENTION: Moment.INTERVENTION_STARTED,
    Phase.FOLLOW_UP: Moment.FOLLOWED_UP,
}


def _due_in(deadlines: Sequence[Deadline], phase: Phase) -> date | None:
    ends = _ENDS.get(phase)
    found = next_due(one for one in deadlines if ends is not None and one.ends_with == ends.value)
    return found.due if found is not None else None


__all__ = [
    "Ball",
    "CasePicture",
    "DateKind",
    "Forecast",
    "NextDate",
    "PictureInput",
    "PictureStep",
    "Slip",
    "StepState",
    "picture",
]
