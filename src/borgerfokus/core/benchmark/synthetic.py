"""98 municipalities that do not exist, with truths that are known: to prove that the method finds them, and to show it.

Everything is drawn from a seed, the same every time. A municipality belongs to a family of others like it, and its true
figures lie a little around the common ones; a few are planted far off. What is observed of a truth has the noise that
so many cases have. Nobody may take these for real: the name says it, and every file made of them is marked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import exp, log, sqrt
from statistics import NormalDist
from types import MappingProxyType
from typing import Final

from borgerfokus.core.benchmark.document import Definition, Released
from borgerfokus.core.benchmark.releasing import share_error

NUMBER: Final = 98
FIRST_CODE: Final = 9801
_STARTS: Final = (
    "Birke", "Elle", "Gran", "Lærke", "Rug", "Sand", "Skov",
    "Strand", "Sø", "Ege", "Hede", "Klit", "Mose", "Ravn",
)  # fmt: skip
_ENDS: Final = ("lev", "borg", "holt", "rup", "sted", "vang", "dal")
_FEWEST_CASES: Final = 40
_MOST_LIKELY: Final = 0.99
_SMALLEST: Final = 0.01
NONE: Final[Mapping[str, float]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Family:
    """Municipalities that are like one another: the middle of what they cannot choose."""

    key: str
    population: float
    density: float
    older: float
    income: float


FAMILIES: Final = (
    Family("city", 190_000, 2400, 15, 320),
    Family("suburb", 42_000, 1500, 18, 370),
    Family("wealthy", 31_000, 900, 21, 520),
    Family("town", 58_000, 110, 21, 315),
    Family("country", 24_000, 60, 25, 290),
    Family("coast", 19_000, 85, 30, 285),
    Family("island", 6_000, 55, 33, 265),
)
"""Population, people a square kilometre, per cent of 65 years and over, and income in thousands of kroner."""


@dataclass(frozen=True, slots=True)
class Invented:
    """A municipality that does not exist."""

    code: str
    name: str
    family: str
    population: int
    density: float
    older: float
    income: float


@dataclass(frozen=True, slots=True)
class Level:
    """The common figure of an indicator, the spread of one case, and cases a quarter for each citizen.

    The figure of a count is so many for each citizen.
    """

    definition: Definition
    value: float
    spread: float
    per_citizen: float


@dataclass(frozen=True, slots=True)
class World:
    """How much the truths differ: the ordinary deviation between municipalities, and so many planted at each end.

    Both on the scale of logarithms (of odds for a share). `planted_by` is how far off those are.
    """

    seed: str
    between: float = 0.08
    planted: int = 3
    planted_by: float = 0.6


def municipalities(world: World) -> tuple[Invented, ...]:
    """All 98 in the order of their codes."""
    names = [start + end for end in _ENDS for start in _STARTS]
    return tuple(_municipality(world, place, name) for place, name in enumerate(names))


def planted(world: World, indicator: str) -> tuple[frozenset[str], frozenset[str]]:
    """The codes of those whose true figure of an indicator is planted high, and low."""
    codes = sorted(_codes(), key=lambda code: _uniform(world.seed, "planted", indicator, code))
    return frozenset(codes[: world.planted]), frozenset(codes[world.planted : 2 * world.planted])


def truths(world: World, level: Level) -> dict[str, float]:
    """The true figure of an indicator by the code of the municipality."""
    high, low = planted(world, level.definition.key)
    found = {}
    for code in _codes():
        moved = world.between * _normal(world.seed, "truth", level.definition.key, code)
        moved += world.planted_by * ((code in high) - (code in low))
        found[code] = _moved(level, moved)
    return found


def observed(world: World, one: Invented, levels: Sequence[Level]) -> tuple[Released, ...]:
    """What a municipality would release of its truths."""
    return tuple(_observed(world, one, level, truths(world, level)[one.code]) for level in levels)


def _observed(world: World, one: Invented, level: Level, truth: float) -> Released:
    key = level.definition.key
    cases = max(_FEWEST_CASES, round(one.population * level.per_citizen / 5) * 5)
    if level.definition.statistic == "count":
        return _count(world, one, level, truth)
    spread = sqrt(truth * (1 - truth)) if _is_share(level) else level.spread * truth / level.value
    value = truth + spread / sqrt(cases) * _normal(world.seed, "observed", key, one.code)
    value = round(min(1.0, max(0.0, value)) if _is_share(level) else max(0.0, value), 3)
    error = share_error(value, cases) if _is_share(level) else spread / sqrt(cases)
    return Released(indicator=key, kind="", cases=cases, value=value, error=round(max(error, 0.001), 4))


def _count(world: World, one: Invented, level: Level, truth: float) -> Released:
    """So many things, of which the truth is the number for each citizen."""
    key, expected = level.definition.key, truth * one.population
    number = max(10, round((expected + sqrt(expected) * _normal(world.seed, "observed", key, one.code)) / 5) * 5)
    return Released(indicator=key, kind="", cases=number, value=number, error=round(sqrt(number + 25 / 12), 3))


def key_figures(
    found: Sequence[Invented], *, year: int, own: str = "", ours: Mapping[str, float] = NONE
) -> dict[str, str]:
    """The background of the municipalities, in Statistics Denmark's CSV, a file a figure; `own` has what is `ours`."""
    columns: Mapping[str, dict[str, float]] = {
        "population": {f"{one.code} {one.name}": one.population for one in found},
        "density": {f"{one.code} {one.name}": one.density for one in found},
        "older": {f"{one.code} {one.name}": one.older for one in found},
        "income": {f"{one.code} {one.name}": one.income for one in found},
    }
    return {name: _csv(column | ({own: ours[name]} if name in ours else {}), year) for name, column in columns.items()}


def _csv(column: Mapping[str, float], year: int) -> str:
    rows = (f"{area};{year};{str(value).replace('.', ',')}" for area, value in column.items())
    return "OMRÅDE;TID;INDHOLD\r\n" + "\r\n".join(rows) + "\r\n"


def _municipality(world: World, place: int, name: str) -> Invented:
    code, family = str(FIRST_CODE + place), FAMILIES[place % len(FAMILIES)]

    def around(what: str, middle: float, deviation: float) -> float:
        return middle * exp(deviation * _normal(world.seed, what, code))

    return Invented(
        code=code,
        name=f"{name} (syntetisk)",
        family=family.key,
        population=round(around("population", family.population, 0.12)),
        density=round(around("density", family.density, 0.12), 1),
        older=round(around("older", family.older, 0.04), 1),
        income=round(around("income", family.income, 0.03), 1),
    )


def _codes() -> list[str]:
    return [str(FIRST_CODE + place) for place in range(NUMBER)]


def _is_share(level: Level) -> bool:
    return level.definition.statistic == "share"


def _moved(level: Level, by: float) -> float:
    if not _is_share(level):
        return level.value * exp(by)
    share = min(_MOST_LIKELY, max(_SMALLEST, level.value))
    return 1 / (1 + exp(-(log(share / (1 - share)) + by)))


def _uniform(*names: str) -> float:
    """A number from 0 to 1 that is the same for the same names."""
    return (int.from_bytes(sha256("/".join(names).encode()).digest()[:8], "big") + 0.5) / 2**64


def _normal(*names: str) -> float:
    return NormalDist().inv_cdf(_uniform(*names))
