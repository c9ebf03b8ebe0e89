"""What a decision letter must contain before it may be sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from borgerfokus.core.decisions.letter import (
    Addressee,
    AppealGuidance,
    Contact,
    DecisionLetter,
    LegalBasis,
    LetterIncomplete,
    ReadyLetter,
    Section,
    Sender,
    all_text,
    validate,
)
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.decisions.reasons import Reasons
from borgerfokus.core.periods import Period

GUIDANCE = AppealGuidance(
    body="Ankestyrelsen",
    how="Skriv eller ring til os, hvis du er uenig.",
    deadline_weeks=4,
    contact="Fjordby Kommune, Handicap og Psykiatri, 09 99 00 43",
    reassessment_weeks=4,
    articles="retssikkerhedsloven §§ 60, 66 og 67",
)
REASONS = Reasons(
    rules="Kommunen skal tilbyde hjælp.",
    considerations="Vi har lagt vægt på, at du selv laver mad [O5].",
    facts="Du laver selv mad [O5].",
)
LETTER = DecisionLetter(
    sender=Sender("Fjordby Kommune", "Handicap og Psykiatri"),
    contact=Contact("Karen Lindvad", "sagsbehandler", ("09 99 00 43, kl. 9-11",)),
    sent_on=date(2026, 11, 21),
    case_number="2026-003902",
    addressee=Addressee("Lene Overgaard", "Lene"),
    heading="Du får støtte 4 timer om ugen",
    outcome_text="Du søgte om 6 timer. Vi har sagt nej til de 2.",
    legal_basis=LegalBasis("serviceloven", "85"),
    reasons=REASONS,
    period=Period(date(2026, 12, 1), date(2027, 12, 1)),
    appeal=GUIDANCE,
    follow_up="Vi følger op senest den 1. december 2027.",
)
AGAINST = [Outcome.PARTLY, Outcome.REFUSED]


def codes(
    outcome: Outcome = Outcome.PARTLY,
    *,
    appealable: bool = True,
    **changes: Any,
) -> list[str]:
    found = validate(letter=replace(LETTER, **changes), outcome=outcome, appealable=appealable)
    assert all(fault.article for fault in found)
    return [fault.code for fault in found]


@pytest.mark.parametrize("outcome", list(Outcome))
def test_a_complete_letter_may_be_sent(outcome: Outcome) -> None:
    assert codes(outcome) == []
    assert ReadyLetter(letter=LETTER, outcome=outcome).letter is LETTER


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"sender": Sender("Fjordby Kommune", " ")}, "sender_missing"),
        ({"sender": Sender("", "Handicap og Psykiatri")}, "sender_missing"),
        ({"case_number": ""}, "case_number_missing"),
        ({"addressee": Addressee("", "Lene")}, "addressee_missing"),
        ({"contact": Contact("Karen Lindvad", "sagsbehandler", ())}, "contact_missing"),
        ({"contact": Contact("", "sagsbehandler", ("09 99 00 43",))}, "contact_missing"),
        ({"heading": "\t"}, "heading_missing"),
        ({"outcome_text": ""}, "outcome_missing"),
        ({"legal_basis": LegalBasis("serviceloven", "")}, "legal_basis_missing"),
        ({"period": None}, "period_missing"),
        ({"follow_up": ""}, "follow_up_missing"),
        ({"reasons": None}, "reasons_missing"),
        ({"reasons": replace(REASONS, rules="")}, "rules_missing"),
        ({"reasons": replace(REASONS, considerations="[O5]")}, "considerations_missing"),
        ({"reasons": replace(REASONS, facts=" ")}, "facts_missing"),
        ({"appeal": None}, "appeal_guidance_missing"),
        ({"appeal": replace(GUIDANCE, body="")}, "appeal_body_missing"),
        ({"appeal": replace(GUIDANCE, how="")}, "appeal_how_missing"),
        ({"appeal": replace(GUIDANCE, contact="")}, "appeal_how_missing"),
        ({"appeal": replace(GUIDANCE, deadline_weeks=0)}, "appeal_deadline_missing"),
    ],
)
def test_each_missing_part_is_the_one_fault(changes: dict[str, Any], code: str) -> None:
    assert codes(**changes) == [code]


@pytest.mark.parametrize("outcome", AGAINST)
@pytest.mark.parametrize("appealable", [True, False])
def test_a_decision_against_the_party_without_appeal_guidance_cannot_exist(
    outcome: Outcome, appealable: bool
) -> None:
    letter = replace(LETTER, appeal=None)
    with pytest.raises(LetterIncomplete) as caught:
        ReadyLetter(letter=letter, outcome=outcome, appealable=appealable)
    assert [fault.code for fault in caught.value.faults] == ["appeal_guidance_missing"]


@pytest.mark.parametrize("outcome", AGAINST)
def test_a_decision_against_the_party_without_reasons_cannot_exist(outcome: Outcome) -> None:
    with pytest.raises(LetterIncomplete):
        ReadyLetter(letter=replace(LETTER, reasons=None), outcome=outcome)


@pytest.mark.parametrize(
    "promise",
    [
        "Se klagevejledningen sidst i brevet.",
        "KLAGEVEJLEDNING følger nedenfor.",
        "Nedenfor kan du læse, hvordan du klager.",
        "The appeal guidance is enclosed.",
    ],
)
@pytest.mark.parametrize("where", ["outcome_text", "follow_up", "sections", "reasons"])
def test_a_letter_promised_an_appeal_guidance_that_it_did_not_carry(promise: str, where: str) -> None:
    value: Any = promise
    if where == "sections":
        value = (Section("Om klage", promise),)
    if where == "reasons":
        value = replace(REASONS, considerations=promise)
    found = codes(Outcome.GRANTED, appealable=False, appeal=None, **{where: value})
    assert found == ["appeal_guidance_promised"]


def test_a_full_grant_that_cannot_be_appealed_needs_no_guidance() -> None:
    assert codes(Outcome.GRANTED, appealable=False, appeal=None) == []


def test_a_full_grant_that_can_be_appealed_needs_guidance() -> None:
    assert codes(Outcome.GRANTED, appeal=None) == ["appeal_guidance_missing"]


def test_a_full_grant_needs_no_reasons() -> None:
    assert codes(Outcome.GRANTED, reasons=None) == []


def test_a_refusal_has_neither_period_nor_follow_up() -> None:
    assert codes(Outcome.REFUSED, period=None, follow_up="") == []


def test_a_draft_may_lack_its_date_but_a_ready_letter_may_not() -> None:
    assert codes(sent_on=None) == []
    with pytest.raises(LetterIncomplete) as caught:
        ReadyLetter(letter=replace(LETTER, sent_on=None), outcome=Outcome.PARTLY)
    assert [fault.code for fault in caught.value.faults] == ["date_missing"]


def test_the_faults_come_in_the_order_of_the_letter() -> None:
    empty = replace(LETTER, case_number="", heading="", reasons=None, appeal=None)
    found = [fault.part.value for fault in validate(letter=empty, outcome=Outcome.REFUSED)]
    assert found == ["sender", "heading", "reasons", "appeal"]


def test_what_the_receiver_reads_has_no_keys() -> None:
    text = all_text(letter=LETTER)
    assert "[O5]" not in text
    assert "du selv laver mad." in text
    assert text.startswith("Du får støtte 4 timer om ugen\n")


@pytest.mark.parametrize(
    ("basis", "danish", "english"),
    [
        (LegalBasis("serviceloven", "85"), "serviceloven § 85", "serviceloven section 85"),
        (LegalBasis("serviceloven", "83", "1"), "serviceloven § 83, stk. 1", "serviceloven section 83(1)"),
    ],
)
def test_the_legal_basis_is_written_out(basis: LegalBasis, danish: str, english: str) -> None:
    assert (basis.in_words(language="da"), basis.in_words(language="en")) == (danish, english)
