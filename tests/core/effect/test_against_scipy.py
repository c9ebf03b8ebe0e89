"""The statistics against scipy, on many generated cases. scipy is a tool of the tests, never of the program."""

from math import isclose, sqrt
from random import Random

import pytest
from scipy import special, stats

from borgerfokus.core.disclosure import Rule
from borgerfokus.core.effect import everybody, noncentral, paired_change, student, wilson
from borgerfokus.core.effect.beta import incomplete_beta

OPEN = Rule(suppress_up_to=0, round_to=1)


@pytest.mark.parametrize("case", range(200))
def test_the_beta_function(case: int) -> None:
    draw = Random(case)
    a, b, x = draw.uniform(0.1, 200), draw.uniform(0.1, 200), draw.random()
    assert isclose(incomplete_beta(a, b, x), float(special.betainc(a, b, x)), rel_tol=1e-9, abs_tol=1e-12)


@pytest.mark.parametrize("case", range(200))
def test_students_t(case: int) -> None:
    draw = Random(case)
    df, t, confidence = draw.randint(1, 400), draw.uniform(-9, 9), draw.uniform(0.5, 0.999)
    assert isclose(student.two_sided_tail(t, df=df), 2 * float(stats.t.sf(abs(t), df)), rel_tol=1e-8, abs_tol=1e-12)
    wanted = float(stats.t.ppf((1 + confidence) / 2, df))
    assert isclose(student.quantile(confidence, df=df), wanted, rel_tol=1e-8)


@pytest.mark.parametrize("case", range(300))
def test_the_shifted_t(case: int) -> None:
    draw = Random(case)
    df, t = draw.randint(1, 300), draw.uniform(-12, 12)
    shift = t + draw.uniform(-3, 3)
    assert isclose(noncentral.below(t, df=df, shift=shift), float(stats.nct.cdf(t, df, shift)), abs_tol=1e-9)


@pytest.mark.parametrize("case", range(60))
def test_the_limits_of_a_shift(case: int) -> None:
    draw = Random(case)
    df, t = draw.randint(4, 300), draw.uniform(-8, 8)
    low, high = noncentral.shifts(t, df=df, confidence=0.95)
    assert isclose(float(stats.nct.cdf(t, df, low)), 0.975, abs_tol=1e-6)
    assert isclose(float(stats.nct.cdf(t, df, high)), 0.025, abs_tol=1e-6)


@pytest.mark.parametrize("case", range(100))
def test_the_paired_test(case: int) -> None:
    draw = Random(case)
    number = draw.randint(3, 120)
    pairs = [(draw.gauss(2, 1), draw.gauss(1.6, 1.2)) for _ in range(number)]
    found = paired_change(pairs, started=number, rule=OPEN)
    assert found is not None
    theirs = stats.ttest_rel([after for _, after in pairs], [before for before, _ in pairs])
    assert found.p is not None
    assert isclose(found.p, float(theirs.pvalue), rel_tol=1e-7, abs_tol=1e-12)
    low, high = theirs.confidence_interval(0.95)
    assert isclose(found.interval.low, float(low), abs_tol=1e-9)
    assert isclose(found.interval.high, float(high), abs_tol=1e-9)
    known = everybody(pairs)
    assert known is not None
    together = float(stats.pearsonr([one for one, _ in pairs], [two for _, two in pairs]).statistic)
    assert isclose(known.follows, max(0.0, together), abs_tol=1e-9)


@pytest.mark.parametrize("case", range(60))
def test_the_size(case: int) -> None:
    """g_av and its interval by Algina and Keselman's equations, reckoned with scipy alone."""
    draw = Random(case)
    number = draw.randint(4, 80)
    pairs = [(draw.gauss(2, 1), draw.gauss(1.5, 1.2)) for _ in range(number)]
    found = paired_change(pairs, started=number, rule=OPEN)
    assert found is not None
    assert found.size is not None
    before, after = [one for one, _ in pairs], [two for _, two in pairs]
    changes = [two - one for one, two in pairs]
    people = sqrt((float(stats.tvar(before)) + float(stats.tvar(after))) / 2)
    shrunk = float(special.gamma(number - 1) / (sqrt(number - 1) * special.gamma(number - 1.5)))
    assert isclose(found.size.g, shrunk * float(stats.tmean(changes)) / people, rel_tol=1e-9)
    unit = shrunk * float(stats.tstd(changes)) / sqrt(number) / people
    t = float(stats.tmean(changes)) / float(stats.tsem(changes))
    assert isclose(float(stats.nct.cdf(t, number - 1, found.size.interval.low / unit)), 0.975, abs_tol=1e-6)
    assert isclose(float(stats.nct.cdf(t, number - 1, found.size.interval.high / unit)), 0.025, abs_tol=1e-6)


@pytest.mark.parametrize("case", range(100))
def test_wilsons_interval(case: int) -> None:
    draw = Random(case)
    whole = draw.randint(1, 500)
    part = draw.randint(0, whole)
    theirs = stats.binomtest(part, whole).proportion_ci(method="wilson")
    assert isclose(wilson(part, whole).low, float(theirs.low), abs_tol=1e-9)
    assert isclose(wilson(part, whole).high, float(theirs.high), abs_tol=1e-9)


def test_a_t_has_degrees_of_freedom() -> None:
    with pytest.raises(ValueError, match="degree"):
        noncentral.below(1, df=0, shift=0)
    with pytest.raises(ValueError, match="degree"):
        noncentral.correction(1)
