"""What of a figure may be told to those who see no cases."""

import pytest
from tests.core.indicators.test_documents import GOOD

from borgerfokus.core.disclosure import Rule
from borgerfokus.core.indicators import Figure, Indicator, read, rounded

RULE = Rule(suppress_up_to=7, round_to=5)
DAYS = read(GOOD)


def of(statistic: str, measure: str) -> Indicator:
    text = GOOD.replace('"median"', f'"{statistic}"').replace('measure = "days"', f'measure = "{measure}"')
    between = 'kind = "between", start = "case.taken", end = "letter.received"'
    return read(text.replace(between, 'kind = "happens", of = "case.taken", what = "letter.received"'))


@pytest.mark.parametrize("cases", [0, 1, 7])
def test_few_cases_are_never_told(cases: int):
    for one in (DAYS, of("share", "percent"), of("count", "number"), of("mean", "number")):
        assert rounded(Figure(0, 0.5, cases), one, rule=RULE) is None


def test_counts_are_rounded_and_days_are_whole():
    assert rounded(Figure(202610, 56.7, 33), DAYS, rule=RULE) == Figure(202610, 57.0, 35)
    assert rounded(Figure(202610, 3.3, 33), DAYS, rule=RULE) == Figure(202610, 3.5, 35)


@pytest.mark.parametrize(("part", "told"), [(1, 0.0), (39, 1.0), (20, 0.5)])
def test_a_share_of_nearly_none_or_all_does_not_tell_of_the_rest(part: int, told: float):
    assert rounded(Figure(0, part / 40, 40), of("share", "percent"), rule=RULE) == Figure(0, told, 40)


def test_a_small_count_is_not_told_even_of_many_cases():
    assert rounded(Figure(0, 3.0, 40), of("count", "number"), rule=RULE) is None


def test_sabotage_without_a_rule_the_few_stand_open():
    assert rounded(Figure(0, 3.25, 2), DAYS, rule=Rule(0, 1)) == Figure(0, 3.25, 2)
