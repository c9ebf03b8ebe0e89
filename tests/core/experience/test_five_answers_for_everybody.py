"""P1: results of a survey from five answers on, for every audience and whatever the municipality's rule says."""

from hashlib import blake2b

import pytest

from borgerfokus.core import disclosure
from borgerfokus.core.disclosure import Rule
from borgerfokus.core.disclosure.cube import Cell
from borgerfokus.core.experience import Answer
from borgerfokus.core.experience.figures import ExperienceFigures, Said, experience_figures

LOOSE = Rule(suppress_up_to=0, round_to=1)
USUAL = Rule(suppress_up_to=7, round_to=5)


def weight(person: int) -> int:
    return disclosure.weight(lot(((str(person), ""),)))


def lot(cell: Cell) -> bytes:
    return blake2b(repr(cell).encode(), key=b"secret").digest()


def found(answers: int, *, rule: Rule, fewest: int = 5) -> ExperienceFigures:
    everybody = [
        Said(person, Answer.YES if person < answers else None, {"unit": ("a",), "type_key": ("b",), "phase": ("c",)})
        for person in range(answers + 20)
    ]
    return experience_figures(everybody, rule=rule, fewest=fewest, weight=weight, lot=lot)


@pytest.mark.parametrize("rule", [LOOSE, Rule(suppress_up_to=2, round_to=5), USUAL])
@pytest.mark.parametrize("answers", range(1, 5))
def test_four_answers_are_told_to_nobody(rule: Rule, answers: int) -> None:
    assert found(answers, rule=rule).told == ()
    assert found(answers, rule=rule).held != ()


def test_five_are_where_the_rule_lets_them() -> None:
    assert {one.answered for one in found(5, rule=LOOSE).told} == {5}


def test_many_are_told_by_the_usual_rule() -> None:
    assert found(60, rule=USUAL).told != ()


def test_sabotage_without_the_fewest_one_answer_stands_open() -> None:
    assert {one.answered for one in found(1, rule=LOOSE, fewest=1).told} == {1}
