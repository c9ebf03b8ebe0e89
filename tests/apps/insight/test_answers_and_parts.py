"""What citizens answered is told of the released log alone; and what is split is told part by part."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.apps.insight.conftest import SYSTEM, Town, Way

from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.models import IndicatorFigure
from borgerfokus.apps.insight.queries import indicators as queries
from borgerfokus.apps.insight.queries.teams import teams
from borgerfokus.core.indicators import Indicator, load_shipped
from borgerfokus.foundation.access.scope import Purpose, acting_as

COHERENT, EFFECT, SATISFIED = (
    next(one for one in load_shipped() if one.key == key) for key in ("coherent", "offer_effect", "satisfied")
)
pytestmark = pytest.mark.usefixtures("everybody_counts_once")


@pytest.fixture
def root(town: Town, tmp_path: Path) -> Iterator[Path]:
    """A summer with answers, and goals followed up with two offers; both logs are made."""
    town.tell(40, type_key="sel-85", unit="voksenteamet", yes=30)
    offers = {key: town.offer(key) for key in ("hverdag", "gruppe")}
    ways = [Way("hverdag", 3, 1, satisfied=4)] * 20
    ways += [Way("gruppe", 2, 2, satisfied=3)] * 12 + [Way("gruppe", 2, 3)] * 3
    town.live(ways, offers=offers)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=town.at):
        insight.rebuild(folder=tmp_path / insight.CASEWORK, at=town.at)
        insight.freeze(root=tmp_path, at=town.at)
        yield tmp_path


def log_of(root: Path, name: str) -> insight.Log:
    log = insight.open_log(root / name)
    assert log is not None
    return log


def year(town: Town) -> insight.Scope:
    day = town.at.date()
    return insight.Scope(insight.months_back(day, 12), insight.months_back(day, 0))


def figure(root: Path, name: str, town: Town, one: Indicator) -> insight.Measured:
    whole = year(town)
    (found,) = insight.dashboard(log_of(root, name), now=whole, before=whole, months=whole, beside=whole, only=[one])
    return found


def test_answers_make_no_figure_of_the_casework_log_whoever_asks(root: Path, town: Town) -> None:
    """Not even those who lead the cases could see who said no."""
    found = figure(root, insight.CASEWORK, town, COHERENT)
    assert (found.now, found.months, found.units) == (None, [], {})
    log = log_of(root, insight.CASEWORK)
    assert insight.counted(log, COHERENT, scope=year(town), most=99, highest_first=True) == []
    assert teams(root, COHERENT, window=(0, 2**62), rule=None) == ([], frozenset())
    assert not any(key == "coherent" for key, _unit in queries.series(log, months=year(town), only=[COHERENT]))


def test_the_released_log_tells_the_share_that_said_yes(root: Path, town: Town) -> None:
    found = figure(root, insight.RELEASED, town, COHERENT)
    assert found.now is not None
    assert (found.now.value, found.now.cases) == (0.75, 40)


def test_a_log_that_would_tell_of_answers_is_found(
    root: Path, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sabotage: the guard is gone, and the leader's own log tells the share exactly."""
    monkeypatch.setattr(queries, "is_told", lambda *_args, **_named: True)
    assert figure(root, insight.CASEWORK, town, COHERENT).now is not None


def test_satisfaction_is_what_the_citizen_said_at_the_follow_up(root: Path, town: Town) -> None:
    found = figure(root, insight.CASEWORK, town, SATISFIED).now
    assert found is not None
    assert (found.value, found.cases) == (20 / 32, 32)


def test_each_offer_has_its_figure_of_the_goals_that_were_followed_up(root: Path, town: Town) -> None:
    found = insight.parts(log_of(root, insight.CASEWORK), EFFECT, scope=year(town))
    assert {key: (one.value, one.cases) for key, one in found.items()} == {
        "hverdag": (2.0, 20),
        "gruppe": (pytest.approx(-0.2), 15),
    }
    whole = figure(root, insight.CASEWORK, town, EFFECT).now
    assert whole is not None
    assert whole.value == pytest.approx((20 * 2 - 3) / 35)


def test_the_committee_is_told_each_offer_of_enough_citizens(root: Path, town: Town) -> None:
    insight.release_indicators(folder=root / insight.CASEWORK, at=town.at)
    rows = IndicatorFigure.objects.filter(indicator="offer_effect").exclude(part="")
    assert {row.part for row in rows} == {"hverdag", "gruppe"}
    (hverdag,) = [row for row in rows if row.part == "hverdag"]
    assert hverdag.value == 2.0
    assert not IndicatorFigure.objects.exclude(part="").exclude(indicator="offer_effect").exists()
    _until, told = insight.disclosed(audience=EFFECT.disclosure)
    (one,) = [found for found in told if found.indicator == EFFECT]
    assert set(one.parts) | one.held_parts == {"hverdag", "gruppe"}
