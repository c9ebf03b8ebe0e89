"""P2: many populations, every permitted table, two releases, and everybody known but one.

0 of 1,000 bounds the rate at 3 in 1,000 (95 %). The same attacks are made with the rounding off, where they succeed.
"""

from random import Random

import pytest
from tests.core.disclosure.attacking import Programme, known_but_one, people_of, population, publish, weights

from borgerfokus.core import disclosure
from borgerfokus.core.disclosure import Rule

RULE = Rule(suppress_up_to=7, round_to=5)
OFF = Rule(suppress_up_to=0, round_to=1)
CERTAIN = 0.99
POPULATIONS = 1_000


def narrowest(seed: int, rule: Rule) -> int:
    """How wide the narrowest interval is of three cells: the number of people that may stand behind it, less one."""
    draw = Random(seed)
    found = population(draw)
    releases = publish(found, rule, weights(seed))
    programme = Programme(found, releases, rule)
    cells = sorted(releases[1].counts, key=lambda cell: (releases[1].counts[cell] is not None, cell))
    chosen = {cells[0], *draw.sample(cells, 2)}
    widths = []
    for cell in chosen:
        low, high = programme.interval(cell)
        fewest, most = (low, high) if rule.round_to == 1 else people_of(low, high)
        widths.append(most - fewest)
    return min(widths)


def recovered(seed: int, rule: Rule) -> bool:
    """Whether whoever knows all but one is certain of the group of that one, and right."""
    draw = Random(seed)
    found = population(draw)
    victim = draw.choice(found)
    likely = known_but_one(found, publish(found, rule, weights(seed)), rule, victim)
    mine = tuple(victim.values[name][0] for name in ("kind", "quarter", "unit"))
    return likely.get(mine, 0.0) > CERTAIN  # type: ignore[call-overload]


@pytest.mark.slow
def test_linear_programming_leaves_at_least_five_people_wide() -> None:
    assert min(narrowest(seed, RULE) for seed in range(POPULATIONS)) >= 5


@pytest.mark.slow
def test_whoever_knows_all_but_one_recovers_nobody() -> None:
    assert [seed for seed in range(POPULATIONS) if recovered(seed, RULE)] == []


def test_with_the_rounding_off_linear_programming_tells_exactly() -> None:
    """Sabotage."""
    assert [narrowest(seed, OFF) for seed in range(5)] == [0] * 5


def test_with_the_rounding_off_everybody_is_recovered() -> None:
    """Sabotage."""
    assert all(recovered(seed, OFF) for seed in range(20))


def test_rounding_without_weights_lets_some_be_recovered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage: this is why people count by a secret weight. The attacker knows that they do not."""
    from tests.core.disclosure import attacking

    def all_once(people: int, shown: int | None, rule: Rule) -> float:
        low, high = attacking.rounded_from(shown, rule) if shown is not None else (0, 10_000)
        return float(low <= people <= high)

    monkeypatch.setattr(disclosure, "weighing", lambda rule, weight: disclosure.once)
    monkeypatch.setattr("borgerfokus.core.disclosure.cube.weighing", lambda rule, weight: disclosure.once)
    monkeypatch.setattr(attacking, "_chance", all_once)
    assert sum(recovered(seed, RULE) for seed in range(100)) > 5
