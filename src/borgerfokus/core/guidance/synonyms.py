"""Other words for the same thing, from `synonyms.toml`. A word of a group finds what any of the others finds."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files

from borgerfokus.core.guidance.words import fold, stem


@lru_cache(maxsize=1)
def synonyms() -> Mapping[str, tuple[str, ...]]:
    """Stem → the stems of the other words. Raises KeyError or ValueError when the document is damaged."""
    return parse((files("borgerfokus.core.guidance") / "synonyms.toml").read_text("utf-8"))


def parse(document: str) -> dict[str, tuple[str, ...]]:
    """Read the groups. Raises KeyError for a missing list, ValueError for a group of one, or a word of two parts."""
    found: dict[str, dict[str, None]] = {}
    for group in tomllib.loads(document)["groups"]:
        stems = _stems(group)
        for one in stems:
            found.setdefault(one, {}).update(dict.fromkeys(other for other in stems if other != one))
    return {one: tuple(others) for one, others in found.items()}


def _stems(group: Iterable[str]) -> list[str]:
    folded = [fold(word) for word in group]
    if len(folded) < 2 or any(" " in word or not word for word in folded):
        raise ValueError(f"a group has at least two words, each in one: {folded}")
    return list(dict.fromkeys(stem(word) for word in folded))
