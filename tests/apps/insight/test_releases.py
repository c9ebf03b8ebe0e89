"""What is released, of whom, and what never is. The arithmetic is held in `tests/core`; here it meets real rows."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from tests.apps.insight.conftest import SYSTEM, Town, Way
from tests.factories.world import World

from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.actions import releasing
from borgerfokus.apps.insight.models import EffectFigure
from borgerfokus.apps.insight.queries.goals import methods_of
from borgerfokus.core.disclosure import Rule
from borgerfokus.foundation.access.scope import Purpose, acting_as

pytestmark = pytest.mark.usefixtures("everybody_counts_once")
Made = Callable[[list[Way]], dict[tuple[str, ...], EffectFigure]]
ALL = ("", "", "", "")


def many(number: int, **more: object) -> list[Way]:
    """So many citizens, two in three of whom move a step."""
    values: dict[str, object] = {"offer": "gruppe", "before": 3} | more
    return [Way(after=3 if place % 3 == 0 else 2, **values) for place in range(number)]  # type: ignore[arg-type]


def test_a_group_that_is_large_enough_is_told_of(figures: Made) -> None:
    found = figures(many(30))
    total = found[ALL]
    assert total.citizens == 30
    assert total.mean is not None
    assert 0.5 <= total.mean <= 0.8
    assert total.before == -3
    assert found["gruppe", "", "", ""].citizens == 30
    assert found["gruppe", "", "3", "ffb/mobility"].citizens == 30


def test_few_are_never_told_of_and_neither_is_what_is_left_of_the_others(figures: Made) -> None:
    found = figures([*many(30), *many(4, offer="en-til-en")])
    assert found["en-til-en", "", "", ""].citizens is None
    assert found["gruppe", "", "", ""].citizens is None, "everybody less these would be the four"
    assert found[ALL].citizens == 35


def test_with_the_threshold_off_few_are_told_of(figures: Made, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage: the same rows under a rule that holds nothing back. Seven citizens stand open, and the test sees it."""
    assert figures(many(7))[ALL].citizens is None
    monkeypatch.setattr(releasing, "Rule", lambda **_: Rule(suppress_up_to=0, round_to=1))
    assert EffectFigure.objects.filter(citizens=7).count() == 0
    town.release(at=town.at + timedelta(days=60))
    assert EffectFigure.objects.filter(citizens=7).exists()


def test_a_citizen_with_many_goals_is_one_citizen(figures: Made, town: Town) -> None:
    person = town.world.person()
    found = figures([*many(9), *many(20, person=person)])
    assert found[ALL].citizens is None, "ten citizens"


def test_who_was_never_followed_up_counts_as_lost(figures: Made) -> None:
    gone = [Way("gruppe", 3, None, ended_as="by_citizen") for _ in range(20)]
    running = [Way("gruppe", 3, None) for _ in range(9)]
    total = figures([*many(30), *gone, *running])[ALL]
    assert total.lost is not None
    assert 0.35 <= total.lost <= 0.5, "20 of 50; help that still runs is nobody lost"


def test_a_release_is_frozen(town: Town, figures: Made) -> None:
    before = figures(many(20))[ALL].citizens
    town.live(many(20), offers={"gruppe": town.offer("gruppe-2")})
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=town.at):
        assert insight.publish_figures(at=town.at, day=town.at.date()) == 0
    assert EffectFigure.objects.get(offer="", method="", unit="", level="", theme="").citizens == before


def test_what_citizens_told_is_released_once_where_nobody_has_a_goal(town: Town) -> None:
    town.tell(20, type_key="sel-85", unit="voksenteamet", yes=10)
    town.release()
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=town.at):
        assert insight.publish_figures(at=town.at, day=town.at.date()) == 0
    assert not EffectFigure.objects.exists()
    assert insight.newest_answers() == date(2026, 10, 1)


def test_what_happens_after_the_quarter_is_not_in_it(town: Town, figures: Made) -> None:
    figures(many(20))
    assert {one.until.isoformat() for one in EffectFigure.objects.all()} == {"2026-10-01"}


def test_own_evidence_is_one_query_for_all_offers_and_the_nearest_that_may_be_told(
    figures: Made, django_assert_num_queries: Callable[[int], object]
) -> None:
    figures([*many(30), *many(30, before=2, theme="relations"), *many(30, offer="hjem", theme="relations")])
    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        found = insight.own_evidence(offers=["gruppe", "hjem", "ukendt"], needs={"ffb/relations": 3})
    assert "ukendt" not in found
    assert (found["hjem"].by, found["hjem"].figure.level) == ({"theme", "level"}, "3")
    assert found["gruppe"].by == {"theme"}, "nobody there began at that level"


def test_people_count_by_secret_weights(figures: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    """With everybody counted twice the figure says so: it is made by the weights and nothing else."""
    monkeypatch.setattr(releasing, "weight_of", lambda person: 2)
    assert figures(many(30))[ALL].citizens == 60


def test_half_a_figure_cannot_be_kept(world: World) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        EffectFigure.objects.create(until=world.at.date(), citizens=10, reckoned_at=world.at)


def test_methods_are_told_apart() -> None:
    assert methods_of("Recovery, motiverende samtale") == ("Recovery", "Motiverende samtale")
    assert methods_of("") == ()
