"""Which cases are drawn: a stratified random sample that anybody can repeat.

    key(case)  = SHA-256 of "<seed>|<case number>" in UTF-8, as 64 hexadecimal digits
    sample     = in each stratum, the cases with the smallest keys

SHA-256 orders the cases of a stratum in a way that nobody can foresee without the seed, so each subset of the size
taken is as likely as any other: a case is drawn with the chance `take / size` of its stratum. The order in which the
cases are given does not matter, and the seed is fixed before the list is known.

How many are taken of each stratum (`allocate`): one of each, then the rest one by one to the stratum with the largest
`size / (2 * taken + 1)` (Sainte-Laguë) that has more cases; between equals the first by name. Only whole numbers are
compared, so no rounding can tell two programs apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256


class TooFew(ValueError):
    """A sample is smaller than the number of strata; carries how many are needed at least."""

    def __init__(self, *, least: int) -> None:
        super().__init__(f"a sample of at least {least} is needed for one case of each stratum")
        self.least = least


@dataclass(frozen=True, slots=True)
class Stratum:
    """A part of all cases: its name, and the numbers of its cases in order."""

    name: str
    numbers: tuple[str, ...]

    @property
    def size(self) -> int:
        """How many cases there are."""
        return len(self.numbers)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A stratum with the cases taken of it, in the order of their keys. Each stands for `weight` cases."""

    name: str
    size: int
    taken: tuple[str, ...]

    @property
    def weight(self) -> float:
        """How many cases one of the taken stands for; 0 where none is taken."""
        return self.size / len(self.taken) if self.taken else 0.0

    @property
    def chance(self) -> float:
        """The chance with which each case of the stratum was drawn."""
        return len(self.taken) / self.size if self.size else 0.0


def strata(stratum_of: Mapping[str, str]) -> tuple[Stratum, ...]:
    """The strata of a list of cases (number → name of its stratum), by name, each with its numbers in order."""
    found: dict[str, list[str]] = {}
    for number, name in stratum_of.items():
        found.setdefault(name, []).append(number)
    return tuple(Stratum(name, tuple(sorted(found[name]))) for name in sorted(found))


def allocate(sizes: Mapping[str, int], *, size: int) -> dict[str, int]:
    """How many to take of each stratum: in proportion, at least one, at most all. Raises TooFew.

    A sample larger than everything is everything. Empty strata take nothing.
    """
    filled = {name: number for name, number in sorted(sizes.items()) if number}
    if size < len(filled):
        raise TooFew(least=len(filled))
    taken = dict.fromkeys(filled, 1)
    for _ in range(min(size, sum(filled.values())) - len(filled)):
        taken[_next(filled, taken)] += 1
    return {name: taken.get(name, 0) for name in sorted(sizes)}


def draw(parts: Collection[Stratum], *, size: int, seed: str) -> tuple[Drawn, ...]:
    """The sample, stratum by stratum in order of name. Raises TooFew, and ValueError for a case listed twice."""
    listed = [number for part in parts for number in part.numbers]
    if len(listed) != len(set(listed)):
        raise ValueError("a case is listed once, in one stratum")
    taken = allocate({part.name: part.size for part in parts}, size=size)
    return tuple(
        Drawn(part.name, part.size, ordered(part.numbers, seed=seed)[: taken[part.name]])
        for part in sorted(parts, key=lambda one: one.name)
    )


def ordered(numbers: Iterable[str], *, seed: str) -> tuple[str, ...]:
    """The case numbers by their keys under this seed."""
    return tuple(sorted(numbers, key=lambda number: (key(number, seed=seed), number)))


def key(number: str, *, seed: str) -> str:
    """The key of a case under a seed: 64 hexadecimal digits."""
    return sha256(f"{seed}|{number}".encode()).hexdigest()


def _next(sizes: Mapping[str, int], taken: Mapping[str, int]) -> str:
    best = ""
    for name, number in sizes.items():
        if taken[name] >= number:
            continue
        if not best or number * (2 * taken[best] + 1) > sizes[best] * (2 * taken[name] + 1):
            best = name
    return best
