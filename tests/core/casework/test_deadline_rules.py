"""The deadlines of the shipped case types can be counted, each with its reference."""

from datetime import date

from borgerfokus.core.casework.casetype import load_shipped
from borgerfokus.core.casework.deadline_rules import rules_of
from borgerfokus.core.casework.deadlines import Basis
from borgerfokus.core.rules import Parameters

ON = date(2026, 11, 21)


def test_every_shipped_case_type_has_rules_that_can_be_counted() -> None:
    for case_type in load_shipped():
        rules = rules_of(case_type=case_type, parameters=Parameters.load(), on=ON)
        assert [rule.key for rule in rules] == [spec.key for spec in case_type.deadlines]
        assert all(rule.amount > 0 and rule.reference.da for rule in rules)


def test_support_in_everyday_life_promises_an_answer_in_eight_weeks() -> None:
    (case_type,) = [one for one in load_shipped() if one.key == "sel-85"]
    (decision,) = [
        rule
        for rule in rules_of(case_type=case_type, parameters=Parameters.load(), on=ON)
        if rule.key == "decision"
    ]
    assert (decision.basis, decision.amount, decision.unit) == (Basis.OWN, 8, "weeks")
