"""The profile of an assessment: for each theme the level now, the last one and the one expected.

Nothing is carried forward by itself. A theme counts now only when it was assessed in this round, or confirmed again in
it; what an earlier round said stands beside it as earlier.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from borgerfokus.core.assessment.frame import Frame


class Standing(StrEnum):
    """How far a theme is in this round."""

    ASSESSED = "assessed"
    CONFIRMED = "confirmed"
    EARLIER = "earlier"
    NOT_YET = "not_yet"


@dataclass(frozen=True)
class Saved:
    """One saved version of a theme. Within a round the highest `version` counts."""

    theme: str
    round: int
    version: int
    level_now: int | None = None
    level_expected: int | None = None
    confirmed: bool = False


@dataclass(frozen=True)
class ProfileRow:
    """A theme of the profile. Levels are None where none was given, or where the one given is outside the scale."""

    theme: str
    standing: Standing
    now: int | None
    last: int | None
    expected: int | None

    @property
    def counts(self) -> bool:
        """Whether the theme has been looked at in this round."""
        return self.standing in {Standing.ASSESSED, Standing.CONFIRMED}


def newest(saved: Iterable[Saved]) -> dict[tuple[str, int], Saved]:
    """The version that counts, for each theme and round."""
    found: dict[tuple[str, int], Saved] = {}
    for one in saved:
        key = (one.theme, one.round)
        if key not in found or found[key].version < one.version:
            found[key] = one
    return found


def profile(*, frame: Frame, saved: Iterable[Saved], in_round: int) -> tuple[ProfileRow, ...]:
    """One row for each theme of the frame, in its order, as things stand in the round `in_round`.

    What was saved under a theme that the frame no longer has is left out, and so are later rounds.
    """
    counting = newest(saved)
    return tuple(_row(frame, theme.key, counting, in_round) for theme in frame.themes)


def _row(frame: Frame, theme: str, counting: dict[tuple[str, int], Saved], in_round: int) -> ProfileRow:
    now = counting.get((theme, in_round))
    before = max((key[1] for key in counting if key[0] == theme and key[1] < in_round), default=None)
    last = counting[(theme, before)] if before is not None else None
    scale = {level.value for level in frame.scale}
    return ProfileRow(
        theme=theme,
        standing=_standing(now, last),
        now=_on(scale, now.level_now if now else None),
        last=_on(scale, last.level_now if last else None),
        expected=_on(scale, now.level_expected if now else None),
    )


def _standing(now: Saved | None, last: Saved | None) -> Standing:
    if now is not None:
        return Standing.CONFIRMED if now.confirmed else Standing.ASSESSED
    return Standing.EARLIER if last is not None else Standing.NOT_YET


def _on(scale: set[int], value: int | None) -> int | None:
    return value if value in scale else None
