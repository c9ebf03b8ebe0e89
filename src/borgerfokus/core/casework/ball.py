"""Who has the ball: exactly one of the citizen, the municipality, somebody else or nobody, by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from borgerfokus.core.texts import Text


class Ball(StrEnum):
    """`YOU` is the citizen, on staff pages too; `US` the municipality; `NONE` nobody: the case is closed."""

    YOU = "you"
    US = "us"
    OTHER = "other"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What somebody outside is to deliver: by whom, what for, since when, and the day agreed if there is one.

    `name` is who is waited for, as a word or a proper name; `why` completes "we are waiting for …".
    """

    whom: Ball
    name: Text
    why: Text
    since: date
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BallHolder:
    """Who has the ball, by name, why, and since when as far as it is known."""

    ball: Ball
    name: Text
    reason: Text
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Who is around the case: who works on it here, who carries the help out, and whose turn the phase is.

    `us` is the caseworker, or the unit while nobody has taken the case. `by_default` is the case type's word.
    """

    us: str
    other: str | None = None
    by_default: Ball = Ball.US
    phase_reason: Text | None = None
    phase_since: date | None = None


def ball_of(*, closed: bool, waits: Iterable[Waiting], around: Surroundings) -> BallHolder:
    """Who has the ball. The citizen comes before others, the nearest day first."""
    if closed:
        return BallHolder(ball=Ball.NONE, name=_NOBODY, reason=_CLOSED)
    for wait in sorted(waits, key=_urgency):
        return BallHolder(ball=wait.whom, name=wait.name, reason=wait.why, since=wait.since)
    if around.by_default is Ball.YOU:
        return _holder(ball=Ball.YOU, name=CITIZEN, around=around)
    if around.by_default is Ball.OTHER and around.other is not None:
        return _holder(ball=Ball.OTHER, name=Text(da=around.other, en=around.other), around=around)
    return _holder(ball=Ball.US, name=Text(da=around.us, en=around.us), around=around)


def _urgency(wait: Waiting) -> tuple[bool, date]:
    return (wait.whom is not Ball.YOU, wait.due or date.max)


def _holder(*, ball: Ball, name: Text, around: Surroundings) -> BallHolder:
    reason = around.phase_reason or _REASONS[ball]
    return BallHolder(ball=ball, name=name, reason=reason, since=around.phase_since)


CITIZEN = Text(da="Borgeren", en="The citizen")
_NOBODY = Text(da="Ingen", en="Nobody")
_CLOSED = Text(da="Sagen er afsluttet.", en="The case is closed.")
_REASONS = {
    Ball.YOU: Text(da="Næste skridt er borgerens.", en="The next step is the citizen's."),
    Ball.US: Text(da="Næste skridt er kommunens.", en="The next step is the municipality's."),
    Ball.OTHER: Text(da="Hjælpen udføres af andre.", en="The help is carried out by others."),
}
