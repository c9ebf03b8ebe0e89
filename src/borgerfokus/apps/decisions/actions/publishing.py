"""Publishing how often appeals were reversed: whole years, over the whole municipality, disclosed by rule, frozen."""

from collections.abc import Sequence
from datetime import date, datetime

from borgerfokus.apps.decisions.models import BoardDecision, ReversalFigure
from borgerfokus.core import disclosure
from borgerfokus.core.decisions.outcomes import BoardOutcome
from borgerfokus.core.disclosure import Rule
from borgerfokus.core.disclosure.cube import Cell, Record, cube
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.foundation.people.lots import lot_of, weight_of

YEARS = 2
"""So many years that are over are published, so that the paper can hold one beside the one before."""
_TYPE = "type"


@disclosure.door
def publish_reversals(*, at: datetime, day: date) -> int:
    """Publish the years that are over, unless they are out. Returns how many figures. For the system alone."""
    rule = Rule(
        suppress_up_to=parameters.at("own.suppress_up_to", on=day).number,
        round_to=parameters.at("own.round_to", on=day).number,
    )
    out = set(ReversalFigure.objects.values_list("year", flat=True))
    years = [year for year in range(day.year - YEARS, day.year) if year not in out]
    return len(ReversalFigure.objects.bulk_create(row for year in years for row in _figures(year, rule, at)))


def _figures(year: int, rule: Rule, at: datetime) -> list[ReversalFigure]:
    """A row for each case type with an appeal, and always one for all of them.

    Of each citizen the newest decision about a case type counts, so nobody has most of what is counted.
    """
    told = [(Record(person, {_TYPE: (key,)}), lost) for (person, key), lost in _decided(year).items()]
    found = cube([one for one, _lost in told], splits=((_TYPE,),), rule=rule, weight=weight_of, of_things=True)
    held = [ReversalFigure(year=year, type_key=_key(cell), reckoned_at=at) for cell in found.held]
    shown = [
        _figure(year, cell, [(told[place][0].person, told[place][1]) for place in places], rule, at)
        for cell, places in found.shown.items()
    ]
    return [*held, *shown] or [ReversalFigure(year=year, reckoned_at=at)]


def _decided(year: int) -> dict[tuple[int, str], bool]:
    """Whether the newest decision of the body was to change or send back, by citizen and case type."""
    rows = BoardDecision.objects.filter(decided_on__year=year).order_by("decided_on", "pk")
    return {
        (person, key): BoardOutcome(outcome).reversed
        for person, key, outcome in rows.values_list("case__citizen_id", "case__type_key", "outcome")
        if BoardOutcome(outcome).considered
    }


def _figure(year: int, cell: Cell, decided: Sequence[tuple[int, bool]], rule: Rule, at: datetime) -> ReversalFigure:
    weigh = disclosure.weighing(rule, weight_of)
    whole = sum(weigh(person) for person, _lost in decided)
    part = sum(weigh(person) for person, lost in decided if lost)
    share = disclosure.rate(part, whole, rule=rule, lot=lot_of(f"{year}/reversals/{_key(cell)}"))
    made = ReversalFigure(year=year, type_key=_key(cell), reckoned_at=at)
    if share is not None:
        made.considered, made.reversed, made.percent = share.whole, share.part, share.percent
    return made


def _key(cell: Cell) -> str:
    return dict(cell).get(_TYPE, "")
