"""Drawing lots that can be repeated: one stream of chance for each subject, so that one does not move the others."""

import random
from collections.abc import Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")


class Draw:
    """A stream of chance named after what it decides."""

    def __init__(self, seed: int, subject: str) -> None:
        self._random = random.Random(f"{seed}:{subject}")  # noqa: S311 (a demo is to come out the same every time)
        self._seed = seed

    def of(self, subject: str) -> "Draw":
        """Another stream of the same seed."""
        return Draw(self._seed, subject)

    def chance(self, share: float) -> bool:
        """Whether something happens that happens in this share of cases (0 to 1)."""
        return self._random.random() < share

    def one(self, choices: Sequence[T]) -> T:
        """One of the choices, each as likely."""
        return choices[int(self._random.random() * len(choices))]

    def some(self, choices: Sequence[T], number: int) -> list[T]:
        """So many different ones, or all when there are fewer."""
        return self._random.sample(choices, min(number, len(choices)))

    def weighted(self, choices: Mapping[T, float]) -> T:
        """One of the keys, as likely as its weight."""
        return self._random.choices(tuple(choices), weights=tuple(choices.values()))[0]

    def between(self, lowest: int, highest: int) -> int:
        """A whole number, both ends included."""
        return lowest + int(self._random.random() * (highest - lowest + 1))

    def around(self, middle: float, spread: float) -> float:
        """A positive number with this median; `spread` is how far a high one lies from it (0.5: half as much again)."""
        return middle * self._random.lognormvariate(0.0, spread)

    def shuffled(self, choices: Sequence[T]) -> list[T]:
        """All of them in another order."""
        return self._random.sample(choices, len(choices))
