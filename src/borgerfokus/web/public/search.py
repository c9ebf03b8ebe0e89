"""Finding help by people's own words: words are cut to their stems, and a stem is looked for inside compounds.

Kinds of help and offers are found in the same way; each says of itself what it is looked for by (`Told`).
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from borgerfokus.apps.casework.service import CaseTypeVersion
from borgerfokus.apps.offers.service import Offer

T = TypeVar("T")
_WORD = re.compile(r"[a-zæøåéü0-9]+")
_ENDINGS = ("ernes", "erne", "enes", "ene", "ens", "ets", "ers", "er", "en", "et", "es", "e", "s")
_SHORTEST = 3
_LONG_ENOUGH = 6
"""So long a word of ours is recognised inside a longer compound of the searcher's."""
_SHARE_OF_BEST = 2
"""What fits no more than half as well as the best is left out."""
_COMMON = """
jeg du vi og i at på med til er har kan ikke for en et den det de min mit mine der som om af skal vil få får hjælp
brug søge selv noget nogen ingen se fået kommer komme være blive mig dig os sig han hun så når hvad hvor op ned
and the to my of a an need help with i you it is not can am have
"""
_EMPTY = frozenset(_COMMON.split())


@dataclass(frozen=True)
class Told:
    """What something is looked for by: its title, the words people say, what it tells, and its sections."""

    title: str
    said: str
    told: str
    section: str


def search(text: str, versions: Iterable[CaseTypeVersion]) -> list[CaseTypeVersion]:
    """The kinds of help that fit, the best first."""
    return best(text, versions, _told_by_type)


def search_offers(text: str, offers: Iterable[Offer]) -> list[Offer]:
    """The offers that fit, the best first."""
    return best(text, offers, _told_by_offer)


def best(text: str, things: Iterable[T], tell: Callable[[T], Told]) -> list[T]:
    """What fits the words, the best first, and no more than comes near it. Words that everybody uses do not count."""
    wanted = [stem(word) for word in _WORD.findall(text.lower()) if word not in _EMPTY]
    phrase = " ".join(_WORD.findall(text.lower()))
    scored = [(_score(wanted, phrase, told), told.title, thing) for thing in things for told in (tell(thing),)]
    enough = max((score for score, _, _ in scored), default=0) / _SHARE_OF_BEST
    return [thing for score, _, thing in sorted(scored, key=lambda one: (-one[0], one[1])) if score > enough]


def stem(word: str) -> str:
    """The word without its ending, never shorter than three letters."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


def _told_by_type(version: CaseTypeVersion) -> Told:
    spec = version.spec
    return Told(
        title=version.title,
        said=" ".join((*spec.search_words, spec.title_citizen.da, spec.title_citizen.en)),
        told=f"{spec.short.da} {spec.short.en} {spec.summary.da} {spec.summary.en}",
        section=f"{spec.section} {spec.act}",
    )


def _told_by_offer(offer: Offer) -> Told:
    return Told(
        title=offer.title,
        said=f"{offer.title} {offer.title_en} {offer.search_words}",
        told=f"{offer.short} {offer.short_en} {offer.text} {offer.provider} {offer.place} {offer.methods}",
        section=" ".join(offer.sections),
    )


def _score(wanted: list[str], phrase: str, tell: Told) -> int:
    said, told, sections = _stems(tell.said), _stems(tell.told), set(_WORD.findall(tell.section.lower()))
    whole = len(phrase) >= _LONG_ENOUGH and phrase in " ".join(_WORD.findall(tell.said.lower()))
    return 6 * whole + sum(
        _strength(word, said) + (word in told) + 3 * (word in sections) for word in wanted
    )


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _WORD.findall(text.lower()) if word not in _EMPTY)


def _strength(word: str, said: frozenset[str]) -> int:
    """How well a word fits what is said: the word itself, a compound with it, or a part of the searcher's compound."""
    if word in said:
        return 6
    if any(_holds(whole, word) for whole in said):
        return 4
    return 3 if any(len(part) >= _LONG_ENOUGH and part in word for part in said) else 0


def _holds(whole: str, word: str) -> bool:
    """Whether the word is a part of a compound: a short one only at its beginning or end, one of two letters never."""
    if len(word) < _SHORTEST:
        return False
    return word in whole if len(word) > _SHORTEST else whole.startswith(word) or whole.endswith(word)
