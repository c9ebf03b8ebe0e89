"""How far the ranges held on later cases, and how far off the middle was, beside two plain ways of guessing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import fmean

from borgerfokus.core.forecast.levels import Levels, Place, calibrated, plain
from borgerfokus.core.forecast.likeness import Likeness, Spell, like
from borgerfokus.core.forecast.survival import Curve

Key = tuple[str, str]
"""A kind of case and a phase."""

Spells = dict[Key, list[Spell]]
_GOLDEN, _SILVER = 0.6180339887498949, 0.4142135623730951
"""Steps of these sizes, taken round, fall evenly between 0 and 1."""

_MOST, _FALLEN = 1_000, 400
"""So many cases of a kind and phase are asked about for the record, and for the levels; spread evenly over time."""

_BELOW, _WITHIN = 1 - 1e-9, 2.5
_BLOCKS, _STEPS = 8, 4
_HALF, _QUARTER = 0.5, 0.25
"""In so many blocks of time the later half is asked about, and the last quarter placed on the curves."""

_FEWEST_STAYS = 2


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
    """One later case, asked about when it had stood for some days: what was said, and how long it then waited.

    `decided`: whether its decision was seen; if not, `waited` is for how long it was seen. `asked` is when, in days
    since some fixed day.
    """

    key: str
    said: Said
    waited: float
    decided: bool
    mean_of_all: float
    mean_of_phase: float
    asked: float = 0.0


@dataclass(frozen=True, slots=True)
class Record:
    """Over `cases`: shares within the ranges of nine of ten and of half; mean days off for three ways of guessing.

    Days off are of those whose decision was seen.
    """

    cases: int
    nine_of_ten: float
    half: float
    off: float
    off_mean_of_all: float
    off_mean_of_phase: float


def trials(spells: Mapping[Key, Sequence[Spell]]) -> list[Trial]:
    """Ask about the later half of the cases, in some blocks of time, each with what was known when it began.

    So a forecast is made here as it is made each day: curves and levels anew, of what has been seen by then.
    """
    return [one for known, asked in _in_blocks(spells, _BLOCKS, of=_HALF) for one in _block(known, asked)]


def _block(known: Mapping[Key, Sequence[Spell]], later: Mapping[Key, Sequence[Spell]]) -> Iterator[Trial]:
    levels = levels_for_now(known)
    everybody = _mean(one.waited for each in known.values() for one in each if one.decided)
    for key, each in later.items():
        of_phase = _mean(one.waited for one in known[key] if one.decided)
        for stood, spell in _asked(each, known[key], most=_MOST // _BLOCKS):
            likeness = like(known[key], stood=stood)
            if likeness is not None:
                said = said_of(likeness, levels.get(key))
                rest = (max(everybody - stood, 0.0), max(of_phase - stood, 0.0))
                asked = spell.began + stood
                yield Trial(key[0], said, spell.waited - stood, spell.decided, *rest, asked=asked)


def levels_for_now(spells: Mapping[Key, Sequence[Spell]]) -> dict[Key, Levels]:
    """The levels for what comes next: where the last quarter fell on the curves of what was known before them.

    By kind and phase, or of all kinds in the phase where those are too few: places on curves can be pooled, which days
    cannot, for they say how far cases have moved, whatever they take.
    """
    places: dict[Key, list[Place]] = {key: [] for key in spells}
    for known, later in _in_blocks(spells, _STEPS, of=_QUARTER):
        for key, each in later.items():
            places[key] += _places(known[key], each)
    phases: dict[str, list[Place]] = {}
    for (_kind, phase), found in places.items():
        phases.setdefault(phase, []).extend(found)
    pooled = {phase: calibrated(found) for phase, found in phases.items()}
    own = {key: calibrated(found) or pooled[key[1]] for key, found in places.items()}
    return {key: found for key, found in own.items() if found is not None}


def _in_blocks(spells: Mapping[Key, Sequence[Spell]], number: int, *, of: float) -> Iterator[tuple[Spells, Spells]]:
    """The last part of the stays in so many blocks of time, each with what was known when it began."""
    told = sorted(one.began for each in spells.values() for one in each)
    later = told[int(len(told) * (1 - of)) :]
    if len(told) < _FEWEST_STAYS:
        return
    starts = [later[len(later) * block // number] for block in range(number)]
    for starts_at, ends_at in pairwise([*starts, inf]):
        known = {key: [_known(one, starts_at) for one in each if one.began < starts_at] for key, each in spells.items()}
        yield known, {key: [one for one in each if starts_at <= one.began < ends_at] for key, each in spells.items()}


def record(found: Sequence[Trial]) -> Record | None:
    """What trials come to; None without any that ended."""
    ended = [one for one in found if one.decided]
    if not ended:
        return None
    return Record(
        cases=len(found),
        nine_of_ten=held((one, one.said.low, one.said.high) for one in found),
        half=held((one, one.said.quarter, one.said.three_quarters) for one in found),
        off=fmean(abs(_middle(one) - one.waited) for one in ended),
        off_mean_of_all=fmean(abs(one.mean_of_all - one.waited) for one in ended),
        off_mean_of_phase=fmean(abs(one.mean_of_phase - one.waited) for one in ended),
    )


def held(ranges: Iterable[tuple[Trial, float | None, float | None]]) -> float:
    """The share that ended within its range, of cases that were followed for different times (Kaplan and Meier).

    None is an end that the range does not have. Each wait is measured on its own range: below it lies under 1, within
    it from 1 to 2, above it at 3.
    """
    curve = Curve.of(_on_its_range(one, low or 0.0, high) for one, low, high in ranges)
    return curve.still_waits(_BELOW) - curve.still_waits(_WITHIN)


def _on_its_range(one: Trial, low: float, high: float | None) -> tuple[float, bool]:
    if one.waited < low:
        return one.waited / low * _BELOW, one.decided
    if high is None:
        return 1.0, True
    if one.waited > high:
        return 3.0, True
    return 1 + (one.waited - low) / max(high - low, 1e-9), one.decided


def _known(spell: Spell, at: float) -> Spell:
    """The stay as it was known at a moment."""
    seen = at - spell.began
    if spell.waited <= seen:
        return spell
    return Spell(spell.began, min(spell.stayed, seen), seen, decided=False)


def _middle(one: Trial) -> float:
    return one.said.middle if one.said.middle is not None else one.mean_of_phase


def _asked(spells: Sequence[Spell], made_of: Sequence[Spell], *, most: int) -> Iterator[tuple[float, Spell]]:
    """The cases that still stood when they were asked about, with the days that they had stood.

    The moment is drawn from earlier cases' stays and never from the case's own: a share of its own stay would be short
    where the stay is, and ask most about those who leave soonest.
    """
    stays = sorted(one.stayed for one in made_of)
    if not stays:
        return
    for number, spell in enumerate(spells[:: max(1, -(-len(spells) // most))]):
        stood = stays[int((number * _GOLDEN) % 1.0 * len(stays))] * ((number * _SILVER) % 1.0)
        if spell.stayed >= stood and spell.waited > stood:
            yield stood, spell


def _places(made_of: Sequence[Spell], later: Sequence[Spell]) -> list[Place]:
    places = []
    for number, (stood, spell) in enumerate(_asked(later, made_of, most=_FALLEN // _STEPS)):
        found = like(made_of, stood=stood)
        if found is not None:
            spread = (number * _GOLDEN + 0.5) % 1.0
            places.append((_place(found.curve, spell.waited - stood, spread), spell.decided))
    return places


def _place(curve: Curve, waited: float, spread: float) -> float:
    """The share that no longer waited: where many ended on the same day, spread evenly over the step."""
    before, after = 1 - curve.still_waits(waited - 1e-9), 1 - curve.still_waits(waited)
    return before + (after - before) * spread


def said_of(found: Likeness, levels: Levels | None) -> Said:
    """The days of a curve at the levels; as they are where none are known."""
    curve, at = found.curve, levels or plain(found.cases)
    return Said(
        low=curve.day_of(at.low),
        quarter=curve.day_of(at.quarter),
        middle=curve.day_of(at.middle),
        three_quarters=curve.day_of(at.three_quarters),
        high=curve.day_of(at.high),
    )


def _mean(values: Iterable[float]) -> float:
    told = list(values)
    return fmean(told) if told else 0.0
