"""The configuration check finds each way a readable document can fail to fit its municipality."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from borgerfokus.core.casework.casetype import CaseType, Finding, Weight, check, findings, parse
from borgerfokus.core.rules import Parameters

ON = date(2026, 11, 21)
SUMMARY = 'summary.da = "'
UGLY = SUMMARY + "Myndighedsafgørelser vedrørende socialpædagogiske støtteforanstaltninger " * 9
LAST_MILESTONE = """milestone.da = "Borgeren har fået besked, og alt er journaliseret"
milestone.en = "The citizen has been told, and everything is in the journal"
"""
REFUSED = 'title.da = "Afslag"\ntitle.en = "Refused"\nrequires_second_reader = true\nrequires_hearing = '

Case = tuple[str, str, Weight, str, str]
CASES: list[Case] = [
    # kind, path, weight, what stands in the document, what is put in its place
    ("unknown_parameter", "appeal.body", Weight.BLOCKING, "rsl.appeal_body", "rsl.board"),
    ("parameter_of_wrong_kind", "appeal.deadline", Weight.BLOCKING, "rsl.appeal_deadline", "rsl.appeal_body"),
    ("parameter_of_wrong_kind", "appeal.body", Weight.BLOCKING, "rsl.appeal_body", "rsl.suspensive_effect"),
    ("unknown_unit", "responsible.unit", Weight.BLOCKING, '"handicap-psykiatri"', '"psykiatri"'),
    (
        "unknown_unit",
        "responsible.carried_out_by",
        Weight.BLOCKING,
        '"handicap-psykiatri"',
        '"handicap-psykiatri"\ncarried_out_by = "x"',
    ),
    ("unknown_subject", "kle", Weight.BLOCKING, "27.36.12", "27.36.13"),
    ("unknown_frame", "frame", Weight.BLOCKING, 'frame = "ffb"', 'frame = "fbb"'),
    ("no_hearing", "outcomes[3].requires_hearing", Weight.BLOCKING, REFUSED + "true", REFUSED + "false"),
    (
        "phase_without_milestone",
        "phases[8]",
        Weight.BLOCKING,
        LAST_MILESTONE,
        "",
    ),
    ("phase_without_checklist", "phases[1]", Weight.ADVICE, "checklist = [", "checklist = []\n# ["),
    ("hard_to_read", "summary.da", Weight.ADVICE, SUMMARY, UGLY),
    ("rules_not_confirmed", "rules_status", Weight.ADVICE, SUMMARY, SUMMARY),
    ("parameter_not_confirmed", "appeal.suspensive_effect", Weight.ADVICE, SUMMARY, SUMMARY),
]

Changed = Callable[[str, str], str]


@pytest.fixture
def look(
    parameters: Parameters, units: frozenset[str], subjects: frozenset[str]
) -> Callable[..., tuple[Finding, ...]]:
    def find(document: str, on: date = ON) -> tuple[Finding, ...]:
        case_type = parse(document)
        assert isinstance(case_type, CaseType), case_type
        return check(case_type=case_type, parameters=parameters, units=units, kle=subjects, frames={"ffb"}, on=on)

    return find


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]} {case[1]}")
def test_it_is_found(case: Case, changed: Changed, look: Callable[..., tuple[Finding, ...]]):
    kind, path, weight, old, new = case
    document = changed(old, new)
    if kind == "phase_without_checklist":
        start = document.index("# [\n")
        document = document[:start] + document[document.index("\n]\n", start) + 3 :]
    assert (kind, path, weight) in {(found.kind, found.path, found.weight) for found in look(document)}


def test_an_outcome_without_a_letter_blocks(document: str, look: Callable[..., tuple[Finding, ...]]):
    shortened = document[: document.index('[[outcomes]]\nkey = "refused"')]
    assert "outcome_without_letter" in {found.kind for found in look(shortened)}


def test_an_outcome_that_rests_on_nothing_blocks(document: str, look: Callable[..., tuple[Finding, ...]]):
    loose = document.replace('required_for = ["granted", "partly", "refused"]', 'required_for = ["granted"]')
    kinds = [found.kind for found in look(loose)]
    assert kinds.count("nothing_to_rest_on") == 2


def test_a_parameter_that_is_not_in_force_yet_blocks(
    changed: Changed, look: Callable[..., tuple[Finding, ...]]
):
    document = changed("months = 3\n", 'parameter = "aeldreloven.care_courses"\n')
    before = {found.kind for found in look(document, on=date(2025, 6, 30))}
    after = {found.kind for found in look(document, on=date(2025, 7, 1))}
    assert "parameter_not_in_force" in before
    assert "parameter_not_in_force" not in after


def test_every_kind_of_finding_has_a_case():
    tested = {kind for kind, *_ in CASES}
    tested |= {"outcome_without_letter", "nothing_to_rest_on", "parameter_not_in_force"}
    built = {
        name
        for name, value in vars(findings).items()
        if callable(value) and getattr(value, "__module__", "") == findings.__name__ and name[0] != "_"
    }
    assert built == tested
