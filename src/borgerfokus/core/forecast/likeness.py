"""Cases like this one: in the same phase, and there for at least as long."""

from collections.abc import Sequence
from dataclasses import dataclass

from borgerfokus.core.forecast.survival import Curve

FEWEST = 30
"""Fewer cases than this give no range: it would be noise."""


@dataclass(frozen=True, slots=True)
class Spell:
    """One stay of a case in a phase. Days.

    `began`: since some fixed day, for order in time · `stayed` in the phase so far or until it left · `waited` from the
    beginning of the stay until the decision, or until it was last seen · `decided`: whether the decision was seen.
    """

    began: float
    stayed: float
    waited: float
    decided: bool


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much longer cases like it waited: the curve of days from now, over `cases`."""

    curve: Curve
    cases: int


def like(spells: Sequence[Spell], *, stood: float, fewest: int = FEWEST) -> Likeness | None:
    """The rest of the wait of those who stood in the phase for `stood` days and were not decided then.

    None where there are fewer than `fewest` of them: nothing is said of a case that has stood longer than others did.
    """
    found = [spell for spell in spells if spell.stayed >= stood and spell.waited > stood]
    if len(found) < fewest:
        return None
    return Likeness(Curve.of((spell.waited - stood, spell.decided) for spell in found), len(found))
