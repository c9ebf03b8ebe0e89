"""The draw: repeatable by another program, blind to the order of the list, and each case with the promised chance."""

from collections import Counter
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borgerfokus.core.supervision.draw import Stratum, TooFew, allocate, draw, key, ordered, strata

NUMBERS = st.sets(st.integers(1, 999_999), min_size=1, max_size=60).map(
    lambda found: [f"2026-{one:06d}" for one in sorted(found)]
)
SIZES = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=6), st.integers(0, 400), min_size=1, max_size=9)


def other_program(stratum_of: dict[str, str], size: int, seed: str) -> list[str]:
    """The algorithm as the document tells it, written anew: nothing here comes from the platform."""
    groups: dict[str, list[str]] = {}
    for number, name in stratum_of.items():
        groups.setdefault(name, []).append(number)
    taken = dict.fromkeys(groups, 1)
    while sum(taken.values()) < min(size, len(stratum_of)):
        open_ones = sorted(name for name in groups if taken[name] < len(groups[name]))
        best = open_ones[0]
        for name in open_ones[1:]:
            if len(groups[name]) * (2 * taken[best] + 1) > len(groups[best]) * (2 * taken[name] + 1):
                best = name
        taken[best] += 1
    drawn = []
    for name, numbers in groups.items():
        hashed = sorted((sha256(f"{seed}|{number}".encode()).hexdigest(), number) for number in numbers)
        drawn += [number for _hash, number in hashed[: taken[name]]]
    return sorted(drawn)


@given(numbers=NUMBERS, size=st.integers(1, 70), seed=st.text(max_size=20), data=st.data())
def test_another_program_draws_the_same_from_the_seed_and_the_list(
    numbers: list[str], size: int, seed: str, data: st.DataObject
) -> None:
    names = data.draw(st.lists(st.sampled_from("abc"), min_size=len(numbers), max_size=len(numbers)))
    stratum_of = dict(zip(numbers, names, strict=True))
    if size < len(set(names)):
        with pytest.raises(TooFew):
            draw(strata(stratum_of), size=size, seed=seed)
        return
    found = [number for part in draw(strata(stratum_of), size=size, seed=seed) for number in part.taken]
    assert sorted(found) == other_program(stratum_of, size, seed)


@given(numbers=NUMBERS, seed=st.text(max_size=20), data=st.data())
def test_the_order_of_the_list_does_not_matter(numbers: list[str], seed: str, data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(numbers))
    stratum_of = {number: "even" if int(number[-1]) % 2 == 0 else "odd" for number in numbers}
    turned = {number: stratum_of[number] for number in shuffled}
    size = max(2, len(numbers) // 2)
    assert draw(strata(stratum_of), size=size, seed=seed) == draw(strata(turned), size=size, seed=seed)
    assert ordered(numbers, seed=seed) == ordered(shuffled, seed=seed)


def test_the_first_keys_are_those_of_the_document() -> None:
    assert key("2026-000123", seed="0123456789abcdef") == sha256(b"0123456789abcdef|2026-000123").hexdigest()
    three = ["2026-000001", "2026-000002", "2026-000003"]
    assert [key(one, seed="0123456789abcdef")[:8] for one in three] == ["e347e7ed", "b5c22d55", "2db9d6e1"]
    assert ordered(three, seed="0123456789abcdef") == ("2026-000003", "2026-000002", "2026-000001")


@pytest.mark.parametrize(("size", "taken"), [(12, 3), (30, 6), (7, 7)])
def test_every_case_is_drawn_with_the_promised_chance_over_seeds(size: int, taken: int) -> None:
    """4,000 seeds: each case's share lies within five standard errors of n/N, and so does each pair's."""
    numbers = [f"2026-{one:06d}" for one in range(size)]
    part = Stratum("all", tuple(numbers))
    seeds = 4_000
    drawn, pairs = Counter[str](), Counter[tuple[str, str]]()
    for seed in range(seeds):
        [found] = draw([part], size=taken, seed=f"{seed:016x}")
        assert len(found.taken) == taken
        assert found.chance == taken / size
        drawn.update(found.taken)
        pairs.update((one, other) for one in found.taken for other in found.taken if one < other)
    promised = taken / size
    assert all(close(drawn[number], promised, seeds) for number in numbers)
    both = taken * (taken - 1) / (size * (size - 1))
    every = [(one, other) for one in numbers for other in numbers if one < other]
    assert all(close(pairs[pair], both, seeds) for pair in every)


def close(times: int, share: float, seeds: int) -> bool:
    error = (seeds * share * (1 - share)) ** 0.5
    return abs(times - seeds * share) <= 5 * error


def test_a_draw_that_favours_the_first_is_found() -> None:
    """The sabotage: the list's own order in place of the keys."""
    numbers = [f"2026-{one:06d}" for one in range(12)]
    drawn = Counter(number for _seed in range(4_000) for number in sorted(numbers)[:3])
    assert not all(close(drawn[number], 3 / 12, 4_000) for number in numbers)


@given(sizes=SIZES, size=st.integers(1, 500))
def test_the_allocation_is_whole_at_least_one_and_at_most_all(sizes: dict[str, int], size: int) -> None:
    filled = {name: number for name, number in sizes.items() if number}
    if size < len(filled):
        with pytest.raises(TooFew) as caught:
            allocate(sizes, size=size)
        assert caught.value.least == len(filled)
        return
    taken = allocate(sizes, size=size)
    assert sum(taken.values()) == min(size, sum(filled.values()))
    assert all(1 <= taken[name] <= number for name, number in filled.items())
    assert all(taken[name] == 0 for name in sizes if name not in filled)


@given(sizes=SIZES, size=st.integers(9, 300))
def test_a_larger_sample_takes_nothing_back(sizes: dict[str, int], size: int) -> None:
    if size >= len([one for one in sizes.values() if one]):
        before, after = allocate(sizes, size=size), allocate(sizes, size=size + 1)
        assert all(after[name] >= before[name] for name in sizes)


def test_the_allocation_is_in_proportion() -> None:
    assert allocate({"a": 600, "b": 300, "c": 100}, size=20) == {"a": 12, "b": 6, "c": 2}
    assert allocate({"a": 990, "b": 5, "c": 5}, size=10) == {"a": 8, "b": 1, "c": 1}


def test_a_case_is_listed_once() -> None:
    with pytest.raises(ValueError, match="once"):
        draw([Stratum("a", ("1",)), Stratum("b", ("1",))], size=2, seed="s")


def test_the_weights_of_a_sample_add_up_to_all_cases() -> None:
    parts = strata({f"{one:04d}": "ab"[one % 5 == 0] for one in range(97)})
    drawn = draw(parts, size=20, seed="s")
    assert sum(part.weight * len(part.taken) for part in drawn) == pytest.approx(97)
