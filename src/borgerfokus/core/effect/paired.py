"""The same people measured before and after: mean change, its uncertainty, its size, and what is said beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from borgerfokus.core import disclosure
from borgerfokus.core.disclosure import Rule
from borgerfokus.core.effect import student
from borgerfokus.core.effect.shares import Interval
from borgerfokus.core.texts import Text

_MUCH_DROP_OUT = 0.2
_FEW = 30


@dataclass(frozen=True, slots=True)
class Change:
    """A mean change on the scale of the measure; `both` is how many were measured twice, rounded for disclosure.

    `effect_size` is the mean change in standard deviations of the change (Cohen's d for pairs), with Hedges'
    correction for few people; None when everybody changed alike. `p` is two-sided by the paired t test. `lost` is the
    share that was measured only before. `cautions` are told beside the figure, always.
    """

    both: int
    before: float
    after: float
    mean: float
    interval: Interval
    effect_size: float | None
    p: float | None
    lost: float
    cautions: tuple[Text, ...]


def paired_change(
    pairs: Sequence[tuple[float, float]], *, started: int, rule: Rule, chosen_by_score: bool, confidence: float = 0.95
) -> Change | None:
    """The change from the first to the second of each pair; None when too few were measured twice to be told of.

    `started` is how many were measured before, `chosen_by_score` whether they got the help because their first measure
    was bad: then part of the change would have come by itself. Raises ValueError for more pairs than people.
    """
    number = len(pairs)
    if started < number:
        raise ValueError("nobody is measured twice who was not measured before")
    shown = disclosure.count(number, rule=rule)
    if shown is None or number < 2:
        return None
    differences = [after - before for before, after in pairs]
    mean, spread = sum(differences) / number, student.deviation(differences)
    error = spread / sqrt(number)
    reach = student.quantile(confidence, df=number - 1) * error
    lost = _shown_loss(started, number, rule)
    return Change(
        both=shown,
        before=sum(before for before, _ in pairs) / number,
        after=sum(after for _, after in pairs) / number,
        mean=mean,
        interval=Interval(mean - reach, mean + reach),
        effect_size=mean / spread * _hedges(number - 1) if spread else None,
        p=student.two_sided_tail(mean / error, df=number - 1) if error else None,
        lost=lost,
        cautions=_cautions(number, lost, chosen_by_score),
    )


def _hedges(df: int) -> float:
    """Hedges' correction of a standardised difference for few people (the usual approximation)."""
    return 1 - 3 / (4 * df - 1)


def _shown_loss(started: int, number: int, rule: Rule) -> float:
    """The share that was lost, from counts as they may be shown."""
    found = disclosure.share(started - number, started, rule=rule)
    return found.percent / 100 if found else 0.0


def _cautions(number: int, lost: float, chosen_by_score: bool) -> tuple[Text, ...]:
    found = [_NO_COMPARISON]
    if chosen_by_score:
        found.append(_REGRESSION)
    if lost:
        percent = round(100 * lost)
        found.append((_LOST_MANY if lost >= _MUCH_DROP_OUT else _LOST_FEW).filled(percent=percent))
    if number < _FEW:
        found.append(_FEW_PEOPLE)
    return tuple(found)


_NO_COMPARISON = Text(
    da="Tallet viser en ændring, ikke en virkning: der er ingen gruppe at sammenligne med.",
    en="The figure shows a change, not an effect: there is no group to compare with.",
)
_REGRESSION = Text(
    da="Borgerne fik hjælpen, fordi de havde det dårligst, da de blev målt første gang. En del af fremgangen ville "
    "være kommet af sig selv, for meget lave målinger følges som regel af mere almindelige "
    "(regression mod gennemsnittet).",
    en="The citizens got the help because they were worst off when first measured. Part of the progress would have "
    "come by itself, for very low measures are usually followed by more ordinary ones (regression to the mean).",
)
_LOST_FEW = Text(
    da="{percent} procent faldt fra mellem målingerne og tæller ikke med.",
    en="{percent} per cent dropped out between the measurements and are not counted.",
)
_LOST_MANY = Text(
    da="{percent} procent faldt fra mellem målingerne. Det er så mange, at tallet mest fortæller om dem, der blev.",
    en="{percent} per cent dropped out between the measurements. They are so many that the figure tells mostly "
    "of those who stayed.",
)
_FEW_PEOPLE = Text(
    da="Der er få borgere bag tallet, så det kan være tilfældigt. Se på intervallet, ikke kun på gennemsnittet.",
    en="Few citizens stand behind the figure, so it may be chance. Look at the interval, not only at the mean.",
)
