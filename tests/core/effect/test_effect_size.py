"""Effect size and regression to the mean, against published worked examples.

Sources: Lakens, "Calculating and reporting effect sizes", Frontiers in Psychology 4 (2013), the two films that ten
people judged (d_z 1.50, d_av 1.13, g_av 1.08); Barnett, van der Pols and Dobson, "Regression to the mean: what it is
and how to deal with it", International Journal of Epidemiology 34 (2005), equation (1) and the worked case of people
at or below 40 of a population with mean 60 and deviation 15.
"""

from math import isclose
from random import Random
from statistics import NormalDist

import pytest

from borgerfokus.core.disclosure import Rule
from borgerfokus.core.effect import Everybody, by_itself, everybody, paired_change, size_of

OPEN = Rule(suppress_up_to=0, round_to=1)
FIRST = (9, 7, 8, 9, 8, 9, 9, 10, 9, 9)
SECOND = (9, 6, 7, 8, 7, 9, 8, 8, 8, 7)
FILMS = [(float(two), float(one)) for one, two in zip(FIRST, SECOND, strict=True)]


def test_lakens_two_films() -> None:
    found = paired_change(FILMS, started=10, rule=OPEN)
    assert found is not None
    assert isclose(found.mean, 1.0)
    assert found.p is not None
    assert isclose(found.p, 0.001, abs_tol=5e-4)
    assert isclose(found.mean / found.of_people, 1.13, abs_tol=5e-3), "d_av"
    assert found.size is not None
    assert round(found.size.g, 2) == 1.08
    assert found.size.interval.low < found.size.g < found.size.interval.high
    assert found.size.words.da == "en stor forskel"


def test_g_av_does_not_grow_with_how_closely_the_measures_follow_each_other() -> None:
    """That is why it is told, and not d_z: the same progress among the same people is the same size."""
    loose = size_of(mean=0.5, of_changes=1.0, of_people=1.0, number=40)
    close = size_of(mean=0.5, of_changes=0.3, of_people=1.0, number=40)
    assert loose is not None
    assert close is not None
    assert loose.g == close.g
    assert close.interval.high - close.interval.low < loose.interval.high - loose.interval.low


@pytest.mark.parametrize(("mean", "words"), [(0.1, "næsten ingen"), (0.3, "lille"), (-0.6, "mellemstor"), (1, "stor")])
def test_a_size_has_words(mean: float, words: str) -> None:
    found = size_of(mean=mean, of_changes=1, of_people=1, number=500)
    assert found is not None
    assert words in found.words.da


def test_a_size_takes_two_people_who_differ() -> None:
    assert size_of(mean=1, of_changes=0, of_people=1, number=5) is None
    assert size_of(mean=1, of_changes=1, of_people=0, number=5) is None
    with pytest.raises(ValueError, match="alone"):
        size_of(mean=1, of_changes=1, of_people=1, number=1)


@pytest.mark.parametrize("follows", [0.0, 0.3, 0.6, 0.9, 1.0])
def test_barnetts_cut_off(follows: float) -> None:
    """People at or below 40 of a population with mean 60 and deviation 15: their mean, and what it rises by itself."""
    z = (60 - 40) / 15
    hazard = NormalDist().pdf(z) / (1 - NormalDist().cdf(z))
    published = (1 - follows) * 15 * hazard
    chosen = 60 - 15 * hazard
    assert isclose(by_itself(before=chosen, everybody=Everybody(before=60, follows=follows)), published, abs_tol=1e-9)


def test_people_chosen_by_their_score_rise_by_what_is_reckoned() -> None:
    """Nothing is done for anybody here, and yet the chosen rise: by as much as the estimate says."""
    draw = Random(20050101)
    people = [draw.gauss(60, 15 * 0.6**0.5) for _ in range(40_000)]
    noise = 15 * 0.4**0.5
    pairs = [(one + draw.gauss(0, noise), one + draw.gauss(0, noise)) for one in people]
    known = everybody(pairs)
    assert known is not None
    assert isclose(known.follows, 0.6, abs_tol=0.02)
    chosen = [pair for pair in pairs if pair[0] <= 40]
    before = sum(first for first, _ in chosen) / len(chosen)
    rise = sum(second - first for first, second in chosen) / len(chosen)
    assert isclose(by_itself(before=before, everybody=known), rise, abs_tol=0.35)
    assert rise > 9


def test_where_nothing_is_known_nothing_is_reckoned() -> None:
    assert everybody([(1, 2), (2, 3)]) is None
    assert everybody([(1, 2)] * 9) is None
    against = everybody([(0, 4), (4, 0), (1, 3), (3, 1)])
    assert against == Everybody(before=2.0, follows=0.0)
