"""What the committee is told of a campaign: citizens by weight, few held back, none and all never told."""

import pytest

from borgerfokus.apps.supervision.queries import telling
from borgerfokus.apps.supervision.queries.telling import Telling, told
from borgerfokus.core.disclosure import Rule
from borgerfokus.core.supervision.statistics import Judged

USUAL = Telling(campaign=1, rule=Rule(suppress_up_to=7, round_to=5))
OFF = Telling(campaign=1, rule=Rule(suppress_up_to=0, round_to=1))


@pytest.fixture(autouse=True)
def once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "weight_of", lambda person: 1)


def judged(people: int, *, met: int, cases: int = 1) -> list[telling.By]:
    return [(person, Judged(person < met, 2.0)) for person in range(people) for _case in range(cases)]


def test_many_are_told_rounded() -> None:
    found = told("letter", judged(63, met=40), by=USUAL)
    assert found is not None
    assert found.cases == 65
    assert found.percent == pytest.approx(63, abs=10)


def test_few_citizens_are_not_told_however_many_their_cases() -> None:
    assert told("letter", judged(13, met=6), by=USUAL) is None
    assert told("letter", judged(5, met=2, cases=12), by=USUAL) is None


def test_none_and_all_are_never_told() -> None:
    for met in (0, 63):
        found = told("letter", judged(63, met=met), by=USUAL)
        assert found is not None
        assert 0 < found.percent < 100


def test_the_same_campaign_tells_the_same_again() -> None:
    assert told("letter", judged(40, met=20), by=USUAL) == told("letter", judged(40, met=20), by=USUAL)


def test_sabotage_with_the_rule_off_the_few_stand_open() -> None:
    found = told("letter", judged(5, met=2, cases=12), by=OFF)
    assert found is not None
    assert (found.percent, found.cases) == (40, 60)
