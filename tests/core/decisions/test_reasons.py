"""The three parts of forvaltningsloven § 24: proposed from the facts, and checked against them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.decisions.reasons import (
    Fact,
    HearingPoint,
    Part,
    Reasons,
    check,
    plain,
    propose,
    quoted,
)

RULES = "Kommunen skal tilbyde hjælp til at udvikle færdigheder."
POST = Fact(
    "O2", "Post og aftaler", "du har svært ved at overskue breve", "samtale med dig", date(2026, 10, 21)
)
COOKING = Fact("O5", "Madlavning", "du laver selv mad.", "statusnotat fra Bostøtten", date(2026, 11, 3))
FACTS = (POST, COOKING)
EVENING = HearingPoint("H1", "du ønsker støtte om aftenen to gange om ugen")
ANSWER = (
    "Vi har lagt vægt på, at du har brug for støtte til post [O2].\n"
    "Du ønsker støtte om aftenen [H1]. Det har vi ikke bevilget, fordi du selv laver mad [O5]."
)
GOOD = Reasons(rules=RULES, considerations=ANSWER, facts="Du har svært ved at overskue breve [O2].")


def codes(reasons: Reasons, *, points: tuple[HearingPoint, ...] = (EVENING,)) -> list[str]:
    return [fault.code for fault in check(reasons=reasons, facts=FACTS, hearing_points=points)]


def test_complete_reasons_have_no_fault() -> None:
    assert codes(GOOD) == []


def test_a_full_grant_is_proposed_complete() -> None:
    proposed = propose(rules_text=RULES, facts=FACTS, outcome=Outcome.GRANTED)
    assert check(reasons=proposed, facts=FACTS) == ()
    assert proposed.references == ("O2", "O5")


def test_each_fact_is_proposed_with_its_source_and_date() -> None:
    proposed = propose(rules_text=RULES, facts=FACTS, outcome=Outcome.GRANTED)
    assert proposed.facts.splitlines()[1] == (
        "Madlavning: du laver selv mad (statusnotat fra Bostøtten, 3. november 2026) [O5]."
    )


@pytest.mark.parametrize("outcome", [Outcome.PARTLY, Outcome.REFUSED])
@pytest.mark.parametrize("points", [(), (EVENING,)])
def test_a_refusal_is_proposed_with_the_why_left_to_the_caseworker(
    outcome: Outcome, points: tuple[HearingPoint, ...]
) -> None:
    proposed = propose(rules_text=RULES, facts=FACTS, outcome=outcome, hearing_points=points)
    found = check(reasons=proposed, facts=FACTS, hearing_points=points)
    assert {fault.code for fault in found} == {"unfinished", *(("hearing_not_answered",) if points else ())}
    assert {fault.part for fault in found} == {Part.CONSIDERATIONS}


def test_finishing_the_proposed_sentence_mends_both_faults() -> None:
    proposed = propose(rules_text=RULES, facts=FACTS, outcome=Outcome.PARTLY, hearing_points=(EVENING,))
    mended = replace(proposed, considerations=proposed.considerations + " du selv klarer aftenen.")
    assert codes(mended) == []


def test_the_english_proposal_is_english() -> None:
    proposed = propose(rules_text="Rules.", facts=FACTS, outcome=Outcome.REFUSED, language="en")
    assert proposed.considerations.endswith("We could not grant all of it, because")
    assert "3 November 2026" in proposed.facts


@pytest.mark.parametrize("part", list(Part))
@pytest.mark.parametrize("empty", ["", "  \n ", "[O2]", "…"])
def test_an_empty_part_is_missing(part: Part, empty: str) -> None:
    found = check(reasons=replace(GOOD, **{part.value: empty}), facts=FACTS)
    missing = [fault for fault in found if fault.code == "missing_part"]
    assert [(fault.part, fault.article) for fault in missing] == [(part, part.article)]


@pytest.mark.parametrize(
    "text", ["Det har vi ikke bevilget, fordi", "Det har vi ikke bevilget, fordi …", "Vi mener"]
)
def test_a_sentence_that_stops_in_the_middle_is_unfinished(text: str) -> None:
    assert codes(replace(GOOD, rules=text)) == ["unfinished"]


def test_a_fact_that_is_not_on_the_list_is_named() -> None:
    found = check(reasons=replace(GOOD, facts="Du bor alene [O9] og har hund [O2]."), facts=FACTS)
    unknown = [fault for fault in found if fault.code == "not_on_list" and fault.part is Part.FACTS]
    assert [fault.keys for fault in unknown] == [("O9",)]
    assert "O9" in unknown[0].text.da


def test_facts_that_rest_on_nothing_in_the_file_are_found() -> None:
    assert codes(replace(GOOD, facts="Du bor alene.")) == ["facts_without_source"]


def test_a_hearing_answer_left_out_is_found() -> None:
    assert codes(replace(GOOD, considerations="Vi har lagt vægt på posten [O2].")) == ["hearing_left_out"]


def test_a_hearing_answer_mentioned_but_not_answered_is_found() -> None:
    assert codes(replace(GOOD, considerations="Du ønsker støtte om aftenen [H1].")) == [
        "hearing_not_answered"
    ]


def test_the_answer_to_one_point_does_not_answer_the_one_before() -> None:
    second = HearingPoint("H2", "du ønsker en anden hjælper")
    text = "Du ønsker aften [H1]. Du ønsker en anden [H2]. Det kan du få fra den 1. december."
    found = check(reasons=replace(GOOD, considerations=text), facts=FACTS, hearing_points=(EVENING, second))
    assert [(fault.code, fault.keys) for fault in found] == [("hearing_not_answered", ("H1",))]


def test_a_hearing_fault_names_the_hearing_article() -> None:
    (fault,) = check(
        reasons=replace(GOOD, considerations="Vi er uenige [O2]."), facts=FACTS, hearing_points=(EVENING,)
    )
    assert fault.article == "forvaltningsloven § 19"


def test_the_keys_never_reach_the_letter() -> None:
    assert (
        plain(text="Du har brug for støtte [O2] [H1]. Du laver mad [O5].")
        == "Du har brug for støtte. Du laver mad."
    )
    assert quoted(text="[O2] [O5] [O2] [note] [o7]") == ("O2", "O5")


def test_braces_in_the_text_do_not_break_the_message() -> None:
    assert "unfinished" in codes(replace(GOOD, rules="Vi skriver {navn} {0} og"))
