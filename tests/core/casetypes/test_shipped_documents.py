"""The documents that come with the platform are complete, readable and fit the demo municipality."""

from __future__ import annotations

import re
from datetime import date

import pytest

from borgerfokus.core.assessment import frames
from borgerfokus.core.casework.casetype import (
    CaseType,
    DeadlineBasis,
    Moment,
    Source,
    UnusableDocument,
    Weight,
    check,
    load_shipped,
    packaged,
    parameter_keys,
)
from borgerfokus.core.casework.deadline_rules import rules_of
from borgerfokus.core.casework.lifecycle import Phase
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.rules import Parameters, Unit

SHIPPED = load_shipped()
ON = date(2026, 11, 21)
DEMO_STARTS = date(2023, 11, 1)

all_types = pytest.mark.parametrize("case_type", SHIPPED, ids=lambda case_type: case_type.identifier)


ADULTS = """
aeldre-helhedspleje  27.36.04  visitation
sel-100  32.18.08  merudgifter
sel-101  27.51.04  handicap-psykiatri
sel-102  27.51.08  handicap-psykiatri
sel-103  27.54.04  handicap-psykiatri
sel-104  27.54.08  handicap-psykiatri
sel-107  27.57.04  handicap-psykiatri
sel-108  27.57.08  handicap-psykiatri
sel-109  27.57.12  handicap-psykiatri
sel-110  27.57.16  handicap-psykiatri
sel-112  27.60.04  visitation  nabosund-hjaelpemidler
sel-113  27.60.16  visitation  nabosund-hjaelpemidler
sel-114  27.60.20  merudgifter
sel-116  27.60.24  visitation  nabosund-hjaelpemidler
sel-117  27.60.28  merudgifter
sel-118  27.63.04  merudgifter
sel-119  32.18.14  merudgifter
sel-83   27.36.04  visitation
sel-83a  27.36.06  visitation
sel-84   27.36.08  visitation
sel-85   27.36.12  handicap-psykiatri
sel-86   27.36.16  visitation  nabosund-genoptraening
sel-95   27.39.16  handicap-psykiatri
sel-96   27.39.20  handicap-psykiatri
sel-97   27.48.04  handicap-psykiatri
sel-98   27.48.08  handicap-psykiatri
sel-99   27.48.08  handicap-psykiatri
sul-138  29.18.00  visitation
sul-140  29.21.04  visitation  nabosund-genoptraening
sul-141  29.24.04  handicap-psykiatri
"""
"""Key, subject, unit that answers for it and, where another does the work, who does."""


CHILDREN = """
bl-108  27.24.06  boern-forebyggelse
bl-18  27.24.45  boern-forebyggelse
bl-20  27.24.03  boern-forebyggelse
bl-32  27.24.00  boern-forebyggelse
"""


def test_every_kind_of_help_is_there():
    found = {
        one.key: [one.key, one.kle, one.responsible.unit, *filter(None, [one.responsible.carried_out_by])]
        for one in SHIPPED
    }
    named = [line.split() for line in (ADULTS + CHILDREN).strip().splitlines() if line]
    assert [found[line[0]] for line in named] == named


@all_types
@pytest.mark.parametrize("on", [DEMO_STARTS, ON, date(2027, 1, 1)])
def test_nothing_keeps_it_from_being_used(
    case_type: CaseType, on: date, parameters: Parameters, units: frozenset[str], subjects: frozenset[str]
):
    day = max(on, case_type.valid.start)
    found = check(case_type=case_type, parameters=parameters, units=units, kle=subjects, frames=frames(), on=day)
    assert [finding for finding in found if finding.weight is Weight.BLOCKING] == []
    assert {finding.kind for finding in found} <= {"rules_not_confirmed", "parameter_not_confirmed"}


def _first_day(case_type: CaseType) -> date:
    """Barnets lov is younger than the demo's first day."""
    return date(2024, 1, 1) if case_type.act == "barnets lov" else DEMO_STARTS


@all_types
def test_it_starts_cases_through_the_whole_demo(case_type: CaseType):
    assert case_type.starts_cases(on=_first_day(case_type))
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
        if deadline.starts_at is Moment.DECISION_ISSUED:
            continue
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
        assert spec.letter.heading.da.startswith(("Du får", "Vi "))
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
    assert needed > {"rsl.appeal_body", "sel.treatment_guarantee_drugs", "sul.alcohol_appeal_body"}
    assert needed > {f"barnets_lov.{key}" for key in ("examination_deadline", "first_follow_up", "plan_deadline")}
    assert {key for key in needed if key not in parameters} == set()


def test_a_shipped_document_that_cannot_be_read_stops_the_load(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(packaged, "shipped_documents", lambda: {"half": 'key = "half"'})
    with pytest.raises(UnusableDocument, match=r"half\.toml"):
        packaged.shipped.__wrapped__()


def test_a_shipped_document_on_a_base_that_is_not_there_stops_the_load(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(packaged, "_texts", lambda folder: {"lost": 'base = "nowhere"'})
    with pytest.raises(UnusableDocument, match=r"lost\.toml: base: There is no base called “nowhere”"):
        packaged.shipped_documents.__wrapped__()


@pytest.mark.parametrize(
    ("key", "deadline", "days", "article"),
    [
        ("sel-101", "treatment", 14, "serviceloven § 101"),
        ("sul-140", "offer", 7, "sundhedsloven § 140, stk. 4"),
        ("sul-141", "treatment", 14, "sundhedsloven § 141"),
    ],
)
def test_the_acts_own_deadlines_come_from_their_parameters(
    parameters: Parameters, key: str, deadline: str, days: int, article: str
):
    (case_type,) = [one for one in SHIPPED if one.key == key]
    (rule,) = [
        one for one in rules_of(case_type=case_type, parameters=parameters, on=ON) if one.key == deadline
    ]
    assert (rule.amount, rule.unit, rule.reference.da) == (days, Unit.DAYS, article)
    assert not rule.stops_when_suspended


@pytest.mark.parametrize("key", ["sel-109", "sel-110"])
def test_where_the_head_admits_nothing_decides_the_admission_again(key: str):
    (case_type,) = [one for one in SHIPPED if one.key == key]
    checks = {item.key for phase in case_type.phases for item in phase.checklist}
    assert {"head_admits", "self_referral", "payment_letter"} <= checks
    assert "leder" in case_type.rules_text.da.lower()
    assert case_type.fact("O1").sources == (Source.PROVIDER,)
    refusal = case_type.outcome(Outcome.REFUSED).letter.what_happens_now.da
    assert refusal.startswith("Dette er ikke et nej til")


def test_a_team_of_ones_own_asks_who_leads_and_who_employs():
    (case_type,) = [one for one in SHIPPED if one.key == "sel-96"]
    assert {"leads", "employer", "day_and_night"} <= {field.key for field in case_type.fields}
    assert {"leader", "hours", "breakdown", "accounts", "notice"} <= {
        item.key for phase in case_type.phases for item in phase.checklist
    }
    assert "sel.reduction_notice" in case_type.numbers


def test_a_lasting_home_is_not_a_stay_to_move_on_from():
    (case_type,) = [one for one in SHIPPED if one.key == "sel-108"]
    checks = {item.key for phase in case_type.phases for item in phase.checklist}
    assert "move_on" not in checks
    assert {"own_choice", "partner", "guardian", "wants_to_move"} <= checks


def test_what_elder_care_covers_is_asked_in_the_help_for_others():
    both = {"sel-83", "sel-83a", "sel-84", "sel-86"}
    for case_type in SHIPPED:
        if case_type.key in both:
            assert "other_act" in {item.key for item in case_type.phase(Phase.ASSESSMENT).checklist}


WHERE_ELDER_CARE_ASKS = {
    "practical_help": "cleaning",
    "meals": "meals",
    "relief_at_home": "relief",
    "temporary_stay": "stay",
    "coordination": "relatives",
    "personal_care": "bath",
    "training": "regain",
    "relief_stay": "relief",
    "dialogue": "dialogue",
}
"""Each intervention of the act, and the question, answer or check of the document that takes it up."""


def test_elder_care_takes_up_every_intervention_of_the_act(parameters: Parameters):
    (case_type,) = [one for one in SHIPPED if one.key == "aeldre-helhedspleje"]
    known = {field.key for field in case_type.fields}
    known |= {choice.key for field in case_type.fields for choice in field.choices}
    known |= {item.key for phase in case_type.phases for item in phase.checklist}
    interventions = parameters.at("aeldreloven.interventions", on=ON).codes
    assert set(interventions) == set(WHERE_ELDER_CARE_ASKS)
    assert set(WHERE_ELDER_CARE_ASKS.values()) <= known
