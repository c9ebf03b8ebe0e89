"""Finding help by people's own words: words are cut to their stems, and a stem is looked for inside compounds."""

import re
from collections.abc import Iterable

from borgerfokus.apps.casework.service import CaseTypeVersion
from borgerfokus.core.casework.casetype import CaseType

_WORD = re.compile(r"[a-zæøåéü0-9]+")
_ENDINGS = ("ernes", "erne", "enes", "ene", "ens", "ets", "ers", "er", "en", "et", "es", "e", "s")
_SHORTEST = 3
_LONG_ENOUGH = 6
"""So long a word of ours is recognised inside a longer compound of the searcher's."""
_COMMON = """
jeg du vi og i at på med til er har kan ikke for en et den det de min mit mine der som om af skal vil få får hjælp
brug søge and the to my of a an need help with
"""
_EMPTY = frozenset(_COMMON.split())


def search(text: str, versions: Iterable[CaseTypeVersion]) -> list[CaseTypeVersion]:
    """The kinds of help that fit, the best first. Words that everybody uses do not count."""
    wanted = [stem(word) for word in _WORD.findall(text.lower()) if word not in _EMPTY]
    scored = [(_score(wanted, version.spec), version) for version in versions]
    return [version for score, version in sorted(scored, key=lambda one: (-one[0], one[1].title)) if score]


def stem(word: str) -> str:
    """The word without its ending, never shorter than three letters."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


def _score(wanted: list[str], spec: CaseType) -> int:
    said = " ".join((*spec.search_words, spec.title_citizen.da, spec.title_citizen.en)).lower()
    told = f"{spec.short.da} {spec.short.en} {spec.summary.da} {spec.summary.en}".lower()
    section = f"{spec.section} {spec.act}".lower()
    parts = {stem(part) for part in _WORD.findall(said)}
    whole = {part for part in parts if len(part) >= _LONG_ENOUGH}
    return sum(
        5 * (word in said or any(part in word for part in whole)) + (word in told) + 3 * (word in section)
        for word in wanted
    )
