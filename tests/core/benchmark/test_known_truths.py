"""98 municipalities whose truths are known: the method finds them, and does not find what is not there."""

from dataclasses import replace

import pytest

from borgerfokus.core.benchmark import ranks, synthetic
from borgerfokus.core.benchmark.document import Definition
from borgerfokus.core.benchmark.funnel import Standing, funnel
from borgerfokus.core.benchmark.keyfigures import parse
from borgerfokus.core.benchmark.likeness import neighbours
from borgerfokus.core.benchmark.ranks import Estimate, Place, places
from borgerfokus.core.benchmark.synthetic import Level, World, key_figures, municipalities, observed, planted, truths
from borgerfokus.core.texts import Text

SEEDS = [str(seed) for seed in range(25)]
_NAME = Text(da="Et tal", en="A figure")


def level(key: str, statistic: str, measure: str, value: float, spread: float) -> Level:
    definition = Definition(
        key=key, version=1, title=_NAME, definition=_NAME, statistic=statistic, measure=measure, direction="higher"
    )
    return Level(definition, value, spread, 0.02)


LEVELS = (level("kept", "share", "percent", 0.8, 0.4), level("days", "median", "days", 30.0, 30.0))
DIFFER = [World(seed) for seed in SEEDS]
ALIKE = [replace(one, between=0.0, planted=0) for one in DIFFER]
"""Nobody is better or worse than anybody: whatever order there is, is noise."""


def told(world: World, one: Level) -> list[Estimate]:
    """What everybody releases of an indicator."""
    found = [(who, observed(world, who, [one])[0]) for who in municipalities(world)]
    return [Estimate(who.code, row.value or 0.0, row.error or 1.0, row.cases or 1) for who, row in found]


def placed_wrong(placed: tuple[Place, ...], truth: dict[str, float]) -> list[str]:
    """Those whose true place lies outside the places they are given; among equals every place of theirs must be in."""
    wrong = []
    for one in placed:
        mine = truth[one.estimate.key]
        best = 1 + sum(other > mine for other in truth.values())
        worst = sum(other >= mine for other in truth.values())
        if not one.first <= best <= worst <= one.last:
            wrong.append(one.estimate.key)
    return wrong


def worlds_with_a_wrong_place(worlds: list[World]) -> float:
    """The share of worlds, over both indicators, in which anybody at all is placed wrong."""
    wrong = [
        bool(placed_wrong(places(told(world, one), higher_is_better=True), truths(world, one)))
        for world in worlds
        for one in LEVELS
    ]
    return sum(wrong) / len(wrong)


@pytest.mark.slow
def test_true_places_lie_within_the_places_given() -> None:
    """Promised for everybody at once in 95 of 100 worlds: 50 tries, so that 6 misses would be one time in 26."""
    assert worlds_with_a_wrong_place(DIFFER) <= 0.12


@pytest.mark.slow
def test_noise_places_nobody() -> None:
    assert worlds_with_a_wrong_place(ALIKE) <= 0.12


def test_without_intervals_noise_places_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage: any difference counts. 98 who are alike are put in an order from 1 to 98, wrong in every world."""
    monkeypatch.setattr(ranks, "pairwise_reach", lambda _number, *, confidence: 0.0 * confidence)
    assert worlds_with_a_wrong_place(ALIKE[:2]) == 1.0
    placed = places(told(ALIKE[0], LEVELS[1]), higher_is_better=True)
    assert {one.last - one.first for one in placed} <= {0, 1, 2}, "each is given a place, as if it were known"


def test_those_who_are_planted_far_off_are_found_and_few_others() -> None:
    found = expected = others = asked = 0
    for world in DIFFER[:10]:
        for one in LEVELS:
            estimates, (high, low) = told(world, one), planted(world, one.definition.key)
            there = funnel(estimates)
            assert there is not None
            standing = {each.key: there.standing(each) for each in estimates}
            found += sum(standing[code] is Standing.ABOVE for code in high)
            found += sum(standing[code] is Standing.BELOW for code in low)
            expected += len(high | low)
            rest = [where for code, where in standing.items() if code not in high | low]
            others += sum(where in {Standing.ABOVE, Standing.BELOW} for where in rest)
            asked += len(rest)
    assert found / expected > 0.8
    assert others / asked < 0.02


def test_the_funnel_of_those_who_are_alike_is_not_widened_and_points_at_nobody() -> None:
    outside = 0
    for world in ALIKE[:10]:
        estimates = told(world, LEVELS[1])
        there = funnel(estimates)
        assert there is not None
        assert there.beyond == 0.0
        outside += sum(there.standing(one) in {Standing.ABOVE, Standing.BELOW} for one in estimates)
    assert outside <= 6, "980 figures, of which two in a thousand lie outside by chance"


def test_a_funnel_that_is_not_widened_points_at_half_of_the_country() -> None:
    """Sabotage: the ordinary differences between municipalities are taken for chance."""
    world = replace(DIFFER[0], between=0.3, planted=0)
    estimates = told(world, LEVELS[1])
    there = funnel(estimates)
    assert there is not None
    narrow = replace(there, beyond=0.0)
    wide, sharp = (
        sum(one.standing(each) in {Standing.ABOVE, Standing.BELOW} for each in estimates) for one in (there, narrow)
    )
    assert wide < 5
    assert sharp > 20


def test_those_like_us_are_of_our_family() -> None:
    world = World("likeness")
    everybody = municipalities(world)
    background = {
        name: {row.area: row.value for row in parse(sheet) if row.value is not None}
        for name, sheet in key_figures(everybody, year=2025).items()
    }
    families = {one.code: one.family for one in everybody}
    hits = 0
    for one in everybody:
        near = neighbours(own=one.code, areas=sorted(families), background=background)
        assert len(near) == synthetic.NUMBER - 1
        hits += sum(families[other.area] == one.family for other in near[:10])
    assert hits / (10 * synthetic.NUMBER) > 0.95


def test_a_world_is_the_same_every_time_and_says_that_it_does_not_exist() -> None:
    once, again = municipalities(World("a")), municipalities(World("a"))
    assert once == again != municipalities(World("b"))
    assert len({one.name for one in once}) == synthetic.NUMBER
    assert all("(syntetisk)" in one.name for one in once)
