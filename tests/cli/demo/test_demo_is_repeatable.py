"""The same seed and moment give the same municipality; another seed gives another."""

from datetime import date, datetime, time
from typing import Any

import pytest

from borgerfokus.cli.demo import municipality
from borgerfokus.cli.demo.citizens import Citizen
from borgerfokus.cli.demo.municipality import Made
from borgerfokus.cli.demo.numbers import NotAReplacement, checked
from borgerfokus.cli.demo.progress import Progress
from borgerfokus.core.dates import COPENHAGEN
from borgerfokus.core.identity import Cpr
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as

_SECRET = {"cpr_sealed", "code_sealed", "salt", "commitment", "link", "last_link"}


def _made(now: datetime, seed: int, *, citizens: int = 120, cases: int = 25) -> Made:
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=now):
        return municipality.make(citizens=citizens, cases=cases, seed=seed, now=now, progress=Progress())


def _shown(made: Made) -> dict[str, list[dict[str, Any]]]:
    return {
        table.name: [{name: row[name] for name in table.columns if name not in _SECRET} for row in table.rows]
        for table in made.tables
    }


@pytest.mark.django_db
def test_the_same_seed_gives_the_same_municipality(now: datetime):
    assert _shown(_made(now, 5)) == _shown(_made(now, 5))


@pytest.mark.django_db
def test_another_seed_gives_other_people(now: datetime):
    def names(made: Made) -> list[str]:
        ordinary: list[Citizen] = made.population.everybody[len(made.population.cast) :]
        return [one.name for one in ordinary]

    assert names(_made(now, 5)) != names(_made(now, 6))


def test_a_number_that_somebody_may_have_is_refused():
    with pytest.raises(NotAReplacement):
        checked(Cpr("1411921234"))


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("day", [date(2026, 4, 8), date(2026, 12, 5), date(2027, 1, 2)], ids=str)
def test_it_can_be_made_on_any_day(day: date):
    """Around Easter and Christmas the working days are few, and what takes days may fall on one of them."""
    made = _made(datetime.combine(day, time(10, 40), COPENHAGEN), 1, citizens=400, cases=160)
    young = [row["citizen_id"] for row in made.tables["coordination.Transition"].rows]
    assert len(young) == len(set(young)) > 5
