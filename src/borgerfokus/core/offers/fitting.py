"""Which offers fit a need, in which order they are proposed, and what a choice needs (LEON).

LEON is the lowest effective level of care. The order of its steps is a value of the municipality's own, with a date
(`own.leon_ladder`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.offers.offer import Offer
from borgerfokus.core.offers.words import Group
from borgerfokus.core.texts import Text

_LEON = "retssikkerhedsloven § 5"
_SHORTEST_REASON = 10


@dataclass(frozen=True, slots=True)
class Ladder:
    """The steps from the least to the most intensive, each with its name."""

    steps: tuple[tuple[str, Text], ...]

    def place(self, level: str) -> int:
        """Where a step stands, 0 for the lowest. A step that the ladder no longer has stands above all others."""
        return next((place for place, (key, _) in enumerate(self.steps) if key == level), len(self.steps))

    def name(self, level: str) -> Text:
        """The name of a step; its key when the ladder no longer has it."""
        return dict(self.steps).get(level) or Text(da=level, en=level)


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What is looked for: the section of the case ("serviceloven § 85"), life situations, target groups and age."""

    section: str
    themes: frozenset[str]
    on: date
    groups: frozenset[Group] = frozenset()
    age: int | None = None


def fits(offer: Offer, need: Need) -> bool:
    """Whether an offer fits: in force, for the age, for one of the groups, and for the section.

    What is open without a case and names no section fits by life situation instead.
    """
    if not offer.period.contains(need.on) or not offer.suits_age(need.age):
        return False
    if need.groups and offer.groups and not need.groups & offer.groups:
        return False
    if offer.sections:
        return need.section in offer.sections
    return offer.without_case and bool(offer.themes & need.themes)


def proposed(offers: Iterable[Offer], *, need: Need, ladder: Ladder) -> list[Offer]:
    """The offers that fit: the lowest step first, then the shortest wait, then the lowest price for a month."""
    return ordered((offer for offer in offers if fits(offer, need)), ladder=ladder)


def ordered(offers: Iterable[Offer], *, ladder: Ladder) -> list[Offer]:
    """The lowest step first, then the shortest wait, then the lowest price for a month; what is not told last."""
    return sorted(offers, key=lambda offer: _order(offer, ladder))


def cheaper_steps(chosen: Offer, fitting: Sequence[Offer], *, ladder: Ladder) -> list[Offer]:
    """The fitting offers on a lower step that could stand in the chosen one's place. None: no reason is needed."""
    lower = (offer for offer in fitting if ladder.place(offer.level) < ladder.place(chosen.level))
    return [offer for offer in lower if could_replace(offer, chosen)]


def could_replace(lower: Offer, chosen: Offer) -> bool:
    """Whether an offer answers the same need as another: a shared life situation and a shared target group.

    An offer that names none is for all. So a café for lonely people is weighed before a meeting place, and never
    before housing for people with a disability, though a case under serviceloven § 85 could lead to both.
    """
    return _shared(lower.themes, chosen.themes) and _shared(lower.groups, chosen.groups)


def _shared(one: frozenset[Any], other: frozenset[Any]) -> bool:
    return not one or not other or bool(one & other)


def refusal_of(
    *, chosen: Offer, fitting: Sequence[Offer], ladder: Ladder, considered: str, reason: str
) -> Refusal | None:
    """Why a choice cannot stand, or None.

    Above the lowest step that fits it takes a reason: which cheaper offer was `considered` (its key), and why not.
    """
    lower = cheaper_steps(chosen, fitting, ladder=ladder)
    if not lower:
        return None
    if considered not in {offer.key for offer in lower}:
        return _NOT_CONSIDERED
    return _NO_REASON if len(reason.strip()) < _SHORTEST_REASON else None


def _order(offer: Offer, ladder: Ladder) -> tuple[int, bool, int, bool, int, str]:
    month = offer.price.by_month
    return (
        ladder.place(offer.level),
        offer.waiting_days is None,
        offer.waiting_days or 0,
        month is None,
        month.ore if month else 0,
        offer.key,
    )


_NOT_CONSIDERED = Refusal(
    code="offer.not_considered",
    text=Text(
        da="Et tilbud på et lavere trin passer også. Vælg det, du har overvejet, og skriv, hvorfor det ikke er nok.",
        en="An offer on a lower step fits too. Choose the one you considered, and write why it is not enough.",
    ),
    article=_LEON,
)
_NO_REASON = Refusal(
    code="offer.no_reason",
    text=Text(
        da="Skriv, hvorfor det lavere trin ikke er nok for borgeren. Borgeren kan læse det.",
        en="Write why the lower step is not enough for the citizen. The citizen can read it.",
    ),
    article=_LEON,
)
