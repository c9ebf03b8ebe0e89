"""What is said beside a figure of change, always: what it does not show."""

from __future__ import annotations

from borgerfokus.core.texts import Text

_MUCH_DROP_OUT = 0.2
_FEW = 30


def cautions(*, number: int, lost: float, chosen_by_score: bool) -> tuple[Text, ...]:
    """The cautions of a change among `number` people, when the share `lost` was measured once only."""
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
