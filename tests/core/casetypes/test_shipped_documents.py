"""The six documents that come with the platform are complete, readable and fit the demo municipality."""

from __future__ import annotations

import re
from datetime import date
from importlib import resources
from pathlib import Path

import pytest

from borgerfokus.core.assessment import frames
from borgerfokus.core.casework.casetype import (
    CaseType,
    DeadlineBasis,
    UnusableDocument,
    Weight,
    check,
    load_shipped,
    parameter_keys,
)
from borgerfokus.core.casework.casetype import parser as parser_module
from borgerfokus.core.casework.lifecycle import Phase
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.rules import Parameters

SHIPPED = load_shipped()
ON = date(2026, 11, 21)
DEMO_STARTS = date(2023, 11, 1)

all_types = pytest.mark.parametrize("case_type", SHIPPED, ids=lambda case_type: case_type.identifier)


def test_the_six_case_types_are_there():
    assert [(one.key, one.kle, one.responsible.unit, one.responsible.carried_out_by) for one in SHIPPED] == [
        ("aeldre-helhedspleje", "27.36.04", "visitation", None),
        ("sel-100", "32.18.08", "merudgifter", None),
        ("sel-107", "27.57.04", "handicap-psykiatri", None),
        ("sel-112", "27.60.04", "visitation", "nabosund-hjaelpemidler"),
        ("sel-85", "27.36.12", "handicap-psykiatri", None),
        ("sul-140", "29.21.04", "visitation", "nabosund-genoptraening"),
    ]


@all_types
@pytest.mark.parametrize("on", [DEMO_STARTS, ON, date(2027, 1, 1)])
def test_nothing_keeps_it_from_being_used(
    case_type: CaseType, on: date, parameters: Parameters, units: frozenset[str], subjects: frozenset[str]
):
    found = check(case_type=case_type, parameters=parameters, units=units, kle=subjects, frames=frames(), on=on)
    assert [finding for finding in found if finding.weight is Weight.BLOCKING] == []
    assert {finding.kind for finding in found} <= {"rules_not_confirmed", "parameter_not_confirmed"}


@all_types
def test_it_starts_cases_through_the_whole_demo(case_type: CaseType):
    assert case_type.starts_cases(on=DEMO_STARTS)
    assert case_type.starts_cases(on=ON)


@all_types
def test_form_facts_and_checklists_are_neither_thin_nor_endless(case_type: CaseType):
    assert 6 <= len(case_type.fields) <= 12
    assert 5 <= len(case_type.information) <= 12
    for phase in case_type.phases:
        assert len(phase.checklist) >= 3, phase.key
        assert all(item.article for item in phase.checklist)


@all_types
def test_every_phase_but_the_last_has_a_planned_duration(case_type: CaseType):
    without = [phase.key for phase in case_type.phases if phase.own_duration_days is None]
    assert without == [Phase.CLOSED]


@all_types
def test_the_planned_phases_fit_the_promised_answer(case_type: CaseType, parameters: Parameters):
    days = {"days": 1, "weeks": 7}
    before = (Phase.INTAKE, Phase.INFORMATION, Phase.ASSESSMENT, Phase.DECISION)
    planned = sum(case_type.phase(phase).own_duration_days or 0 for phase in before)
    for deadline in case_type.deadlines:
        if deadline.amount is not None and deadline.unit is not None:
            assert planned <= deadline.amount * days[deadline.unit.value], deadline.key


@all_types
def test_a_refusal_is_heard_and_read_by_another(case_type: CaseType):
    assert {spec.key for spec in case_type.outcomes} == set(Outcome)
    refused = case_type.outcome(Outcome.REFUSED)
    assert refused.requires_hearing
    assert refused.requires_second_reader


@all_types
def test_a_letter_says_the_outcome_first_and_whom_to_call(case_type: CaseType):
    for spec in case_type.outcomes:
        whole = " ".join(text.da for _, text in spec.letter.parts)
        assert spec.letter.heading.da.startswith("Du får")
        assert "§" not in spec.letter.heading.da
        assert "{phone}" in whole, spec.key
        assert ("{refused}" in whole) is (spec.key is Outcome.PARTLY)


@all_types
def test_both_languages_use_the_same_placeholders(case_type: CaseType):
    for spec in case_type.outcomes:
        for name, text in spec.letter.parts:
            danish, english = (sorted(set(re.findall(r"{(\w+)}", part))) for part in (text.da, text.en))
            assert danish == english, (spec.key, name)


@all_types
def test_the_citizen_is_asked_in_her_own_language(case_type: CaseType):
    for field in case_type.fields:
        assert "§" not in field.label.da
    assert len(case_type.search_words) >= 10
    assert len(case_type.search_words) == len({word.lower() for word in case_type.search_words})


@all_types
def test_consent_and_all_other_help_are_always_on_the_list(case_type: CaseType):
    titles = " ".join(fact.title.da for fact in case_type.information).lower()
    assert "samtykke" in titles
    articles = {item.article for phase in case_type.phases for item in phase.checklist}
    assert {"Retssikkerhedsloven § 5", "Retssikkerhedsloven § 10", "Forvaltningsloven § 25"} <= articles


@all_types
def test_no_number_from_an_act_stands_in_the_document(case_type: CaseType):
    statutory = [one for one in case_type.deadlines if one.basis is DeadlineBasis.STATUTORY]
    assert all(one.parameter is not None and one.amount is None for one in statutory)
    assert not re.search(r"\b(4|fire) uger", case_type.rules_text.da)


def test_the_parameters_that_the_documents_lean_on_exist(parameters: Parameters):
    needed = {key for case_type in SHIPPED for _, key in parameter_keys(case_type)}
    assert needed == {
        "aeldreloven.form_of_help",
        "rsl.appeal_body",
        "rsl.appeal_deadline",
        "rsl.reassessment_deadline",
        "rsl.suspensive_effect",
        "sel.follow_up_interval",
        "sul.appeal_body",
        "sul.appeal_deadline",
        "sul.reassessment_deadline",
        "sul.rehabilitation_offer",
    }
    assert {key for key in needed if key not in parameters} == set()


def test_a_shipped_document_that_cannot_be_read_stops_the_load(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    (tmp_path / "casetypes").mkdir()
    (tmp_path / "casetypes" / "half.toml").write_text('key = "half"', encoding="utf-8")
    monkeypatch.setattr(resources, "files", lambda _: tmp_path)
    with pytest.raises(UnusableDocument, match=r"half\.toml"):
        parser_module.load_shipped.__wrapped__()
