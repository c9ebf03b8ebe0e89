"""How far the ranges held on later cases, and how far off the middle was, beside two plain ways of guessing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from borgerfokus.core.forecast.levels import Levels, calibrated
from borgerfokus.core.forecast.likeness import Spell, like
from borgerfokus.core.forecast.survival import Curve

_GOLDEN = 0.6180339887498949
"""Steps of this size, taken round, fall evenly between 0 and 1: when in its stay a case is asked about."""

_MOST = 1_000
"""So many cases of a kind and phase are asked about, spread evenly over time."""


@dataclass(frozen=True, slots=True)
class Said:
    """Days from now at the levels of a curve; None where so many were never seen to end."""

    low: float | None
    quarter: float | None
    middle: float | None
    three_quarters: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Trial:
    """One later case, asked about when it had stood for some days: what was said, and how long it then waited."""

    key: str
    said: Said
    waited: float
    mean_of_all: float
    mean_of_phase: float


@dataclass(frozen=True, slots=True)
class Record:
    """Over `cases`: shares within the ranges of nine of ten and of half; mean days off for three ways of guessing."""

    cases: int
    nine_of_ten: float
    half: float
    off: float
    off_mean_of_all: float
    off_mean_of_phase: float


def trials(spells: Mapping[tuple[str, str], Sequence[Spell]]) -> list[Trial]:
    """Ask about the later half of the cases with what was known from the first; `spells` by kind and phase."""
    told = sorted(one.began for each in spells.values() for one in each)
    if not told:
        return []
    half, part = told[len(told) // 2], told[len(told) * 3 // 10]
    first = {key: [one for one in each if one.began < part] for key, each in spells.items()}
    between = {key: [one for one in each if part <= one.began < half] for key, each in spells.items()}
    later = {key: [one for one in each if one.began >= half] for key, each in spells.items()}
    everybody = _mean(one.waited for each in first.values() for one in each if one.decided)
    found = []
    for key, asked in later.items():
        levels = calibrated(_places(first[key], between[key]))
        of_phase = _mean(one.waited for one in first[key] if one.decided)
        for stood, spell in _asked(asked):
            said = _said(first[key], stood, levels)
            if said is not None:
                rest = (max(everybody - stood, 0.0), max(of_phase - stood, 0.0))
                found.append(Trial(key[0], said, spell.waited - stood, *rest))
    return found


def levels_of(spells: Sequence[Spell]) -> Levels:
    """The levels for what comes next: the first half makes the curves, the later half says where it fell on them."""
    ordered = sorted(spells, key=lambda spell: spell.began)
    cut = len(ordered) // 2
    return calibrated(_places(ordered[:cut], ordered[cut:]))


def record(found: Sequence[Trial]) -> Record | None:
    """What trials come to; None without any. A range without an upper end holds whatever comes above its lower end."""
    if not found:
        return None
    return Record(
        cases=len(found),
        nine_of_ten=fmean(_within(one.waited, one.said.low, one.said.high) for one in found),
        half=fmean(_within(one.waited, one.said.quarter, one.said.three_quarters) for one in found),
        off=fmean(abs(_middle(one) - one.waited) for one in found),
        off_mean_of_all=fmean(abs(one.mean_of_all - one.waited) for one in found),
        off_mean_of_phase=fmean(abs(one.mean_of_phase - one.waited) for one in found),
    )


def _middle(one: Trial) -> float:
    return one.said.middle if one.said.middle is not None else one.mean_of_phase


def _within(waited: float, low: float | None, high: float | None) -> bool:
    return (low or 0.0) <= waited and (high is None or waited <= high)


def _asked(spells: Sequence[Spell]) -> Iterable[tuple[float, Spell]]:
    """Each decided case with the days it had stood when it was asked about, spread evenly over its stay."""
    decided = [spell for spell in spells if spell.decided]
    for number, spell in enumerate(decided[:: max(1, -(-len(decided) // _MOST))]):
        stood = min(spell.stayed, spell.waited) * ((number * _GOLDEN) % 1.0)
        if spell.waited > stood:
            yield stood, spell


def _places(made_of: Sequence[Spell], later: Sequence[Spell]) -> list[float]:
    places = []
    for number, (stood, spell) in enumerate(_asked(later)):
        found = like(made_of, stood=stood)
        if found is not None:
            places.append(_place(found.curve, spell.waited - stood, (number * _GOLDEN + 0.5) % 1.0))
    return places


def _place(curve: Curve, waited: float, spread: float) -> float:
    """The share that no longer waited: where many ended on the same day, spread evenly over the step."""
    before, after = 1 - curve.still_waits(waited - 1e-9), 1 - curve.still_waits(waited)
    return before + (after - before) * spread


def _said(spells: Sequence[Spell], stood: float, levels: Levels) -> Said | None:
    found = like(spells, stood=stood)
    return said_of(found.curve, levels) if found is not None else None


def said_of(curve: Curve, levels: Levels) -> Said:
    """The days of a curve at the levels."""
    return Said(
        low=curve.day_of(levels.low),
        quarter=curve.day_of(levels.quarter),
        middle=curve.day_of(levels.middle),
        three_quarters=curve.day_of(levels.three_quarters),
        high=curve.day_of(levels.high),
    )


def _mean(values: Iterable[float]) -> float:
    told = list(values)
    return fmean(told) if told else 0.0
