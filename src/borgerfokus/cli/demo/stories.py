"""All cases: who asks for what and when, spread over three years, and each story told."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import count

from borgerfokus.cli.demo.acts.pen import Desk, Pen
from borgerfokus.cli.demo.casetypes import Kind
from borgerfokus.cli.demo.citizens import Citizen, Population
from borgerfokus.cli.demo.days import moment
from borgerfokus.cli.demo.draw import Draw
from borgerfokus.cli.demo.plots import Plot
from borgerfokus.cli.demo.progress import Progress
from borgerfokus.cli.demo.scenes import CAST
from borgerfokus.cli.demo.stars import Part, play

YEARS = 3


@dataclass(frozen=True)
class Demand:
    """How much a kind of case is asked for, and by which ages."""

    weight: float
    youngest: int
    oldest: int


DEMANDS = {
    "sel-85": Demand(15, 18, 70),
    "sel-107": Demand(4, 18, 60),
    "sel-100": Demand(9, 18, 66),
    "sel-112": Demand(26, 35, 97),
    "aeldre-helhedspleje": Demand(22, 67, 99),
    "sul-140": Demand(15, 18, 90),
    "sel-83": Demand(2, 22, 66),
    "sel-86": Demand(2, 45, 92),
    "sel-104": Demand(2, 19, 64),
    "sel-117": Demand(1, 30, 88),
    "sul-138": Demand(2, 40, 97),
}


def tell(*, desk: Desk, population: Population, draw: Draw, number: int, progress: Progress) -> list[Pen]:
    """So many ordinary cases, in the order in which they came in. Somebody more in the cast changes none of them."""
    mine = draw.of("stories")
    wanted: list[tuple[int, str | Part]] = [(_days_ago(mine), _kind(mine)) for _ in range(number)]
    wanted += [(part.days_ago, part) for part in CAST]
    wanted.sort(key=lambda one: -one[0])
    by_kind = {key: _who_asks(demand, desk, population) for key, demand in DEMANDS.items()}
    told = []
    ordinary = count()
    for place, (days_ago, key) in enumerate(wanted):
        if place % 50 == 0:
            progress.say(f"Sager: {place} af {number}", 0.1 + 0.4 * place / number)
        if isinstance(key, Part):
            told.append(play(key, desk=desk, population=population, draw=draw))
            continue
        day = desk.days.back(days_ago)
        who = mine.one(by_kind[key])
        if who.died_on and who.died_on <= day + timedelta(days=3):
            continue
        told.append(_story(desk, desk.kinds[key], who, mine.of(f"case {next(ordinary)}"), day.toordinal()))
    return told


def _story(desk: Desk, kind: Kind, who: Citizen, draw: Draw, ordinal: int) -> Pen:
    day = desk.days.today.fromordinal(ordinal)
    online = draw.chance(0.6)
    received = desk.days.at_home(day, draw) if online else desk.days.at_work(desk.days.working(day), draw)
    if received > desk.days.now:
        received = min(received - timedelta(days=1), moment(desk.days.back(1), 9, 15))
    return Plot(desk, kind, who, draw, received).tell()


def _days_ago(draw: Draw) -> int:
    """Somewhat more each year, and so many of late that every phase has its cases."""
    recent = draw.weighted({60: 11, 365: 34, 730: 30, 365 * YEARS - 20: 25})
    return draw.between(0 if recent in {60, 365} else recent - 364, recent)


def _kind(draw: Draw) -> str:
    return draw.weighted({key: demand.weight for key, demand in DEMANDS.items()})


def _who_asks(demand: Demand, desk: Desk, population: Population) -> list[Citizen]:
    ordinary = population.everybody[len(population.cast) :]
    today = desk.days.today
    return [one for one in ordinary if demand.youngest <= one.age(today) <= demand.oldest]
