"""What of a campaign is told outside: shares of citizens by their secret weights, from the day it was closed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from borgerfokus.apps.supervision.models import Campaign
from borgerfokus.core import disclosure
from borgerfokus.core.disclosure import Rule
from borgerfokus.core.supervision.statistics import Judged
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.foundation.people.lots import lot_of, weight_of

By = tuple[int, Judged]
"""A judgement, and of whose case."""


@dataclass(frozen=True)
class Telling:
    """By which rule the figures of a campaign (its id) are told."""

    campaign: int
    rule: Rule


@dataclass(frozen=True)
class Told:
    """A share as it is told, of so many cases."""

    percent: int
    cases: int


def rule(*, on: date) -> Rule:
    """The municipality's rule of disclosure on a day."""
    return Rule(
        suppress_up_to=parameters.at("own.suppress_up_to", on=on).number,
        round_to=parameters.at("own.round_to", on=on).number,
    )


@disclosure.door
def told(question: str, judged: Iterable[By], *, by: Telling) -> Told | None:
    """The share that is met of a question; None where too few citizens stand behind it."""
    rows, weigh = list(judged), disclosure.weighing(by.rule, weight_of)
    counts = Counter(person for person, _one in rows)
    even = disclosure.evenly((weigh(person), number) for person, number in counts.items())
    if disclosure.is_few(people=len(counts), weighted=even, rule=by.rule):
        return None
    number = sum(weigh(person) for person, _one in rows)
    whole = sum(weigh(person) * one.weight for person, one in rows)
    part = sum(weigh(person) * one.weight for person, one in rows if one.met)
    lot = lot_of(f"campaign/{by.campaign}/{question}")
    share = disclosure.rate(min(number, round(number * part / whole)), number, rule=by.rule, lot=lot)
    return None if share is None else Told(percent=share.percent, cases=share.whole)


@disclosure.door
def told_population(campaign: Campaign, *, rule: Rule) -> int | None:
    """Among how many cases it was drawn."""
    return disclosure.shaken(campaign.population or 0, rule=rule, lot=lot_of(f"campaign/{campaign.pk}/population"))
