"""What a case type rests on moves with the law, not with the document."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from borgerfokus.core.casework.casetype import CaseType, legal_basis, load_shipped
from borgerfokus.core.casework.deadline import Basis
from borgerfokus.core.casework.deadline_rules import rules_of
from borgerfokus.core.rules import Parameters, Unit

SHIPPED = {case_type.key: case_type for case_type in load_shipped()}

BASIS = [
    ("sel-85", date(2026, 11, 21), "serviceloven § 85"),
    ("sel-107", date(2026, 11, 21), "serviceloven § 107"),
    ("sul-140", date(2026, 11, 21), "sundhedsloven § 140"),
    ("aeldre-helhedspleje", date(2025, 6, 30), "serviceloven § 83"),
    ("aeldre-helhedspleje", date(2025, 7, 1), "ældreloven § 2"),
]


@pytest.mark.parametrize(("key", "on", "words"), BASIS)
def test_the_act_and_section_of_the_day(key: str, on: date, words: str, parameters: Parameters):
    basis = legal_basis(case_type=SHIPPED[key], parameters=parameters, on=on)
    assert basis.in_words(language="da") == words


def test_a_subsection_stays_with_its_section(
    parameters: Parameters, changed_type: Callable[[str, str], CaseType]
):
    case_type = changed_type('section = "85"', 'section = "85"\nsubsection = "1"')
    basis = legal_basis(case_type=case_type, parameters=parameters, on=date(2026, 11, 21))
    assert basis.in_words(language="da") == "serviceloven § 85, stk. 1"


def test_a_reference_with_a_subsection_is_read(
    parameters: Parameters, changed_type: Callable[[str, str], CaseType]
):
    case_type = changed_type('section = "85"', 'section = "85"\nbasis_parameter = "sul.rehabilitation_offer"')
    basis = legal_basis(case_type=case_type, parameters=parameters, on=date(2026, 11, 21))
    assert basis.in_words(language="da") == "sundhedsloven § 140, stk. 4"


def test_a_statutory_deadline_takes_its_number_and_article_from_the_parameter(parameters: Parameters):
    rules = {
        rule.key: rule
        for rule in rules_of(case_type=SHIPPED["sul-140"], parameters=parameters, on=date(2026, 11, 21))
    }
    offer = rules["offer"]
    value = parameters.at("sul.rehabilitation_offer", on=date(2026, 11, 21))
    assert (offer.basis, offer.amount, offer.unit) == (Basis.STATUTORY, value.number, value.unit)
    assert offer.reference.da == "sundhedsloven § 140, stk. 4"
    assert not offer.stops_when_suspended


OWN = [
    ("sel-85", "decision", 8, Unit.WEEKS),
    ("sel-107", "decision", 12, Unit.WEEKS),
    ("sel-100", "decision", 6, Unit.WEEKS),
    ("sel-112", "decision", 4, Unit.WEEKS),
    ("aeldre-helhedspleje", "decision", 10, Unit.DAYS),
    ("sul-140", "own_offer", 5, Unit.DAYS),
]


@pytest.mark.parametrize(("key", "deadline", "amount", "unit"), OWN)
def test_the_promise_of_the_municipality(
    key: str, deadline: str, amount: int, unit: Unit, parameters: Parameters
):
    rules = rules_of(case_type=SHIPPED[key], parameters=parameters, on=date(2026, 11, 21))
    (rule,) = (rule for rule in rules if rule.key == deadline)
    assert (rule.basis, rule.amount, rule.unit) == (Basis.OWN, amount, unit)
    assert rule.reference.da == "Retssikkerhedsloven § 3, stk. 2"
    assert rule.stops_when_suspended
