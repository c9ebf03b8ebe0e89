"""Hearing of the party, forvaltningsloven § 19."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from borgerfokus.core.dates import WorkingCalendar
from borgerfokus.core.decisions import hearing as law
from borgerfokus.core.decisions.hearing import (
    Exemption,
    Hearing,
    HearingFact,
    HearingState,
    answer_by,
    may_decide,
    state,
    to_hear,
)
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.decisions.readability import measure

TODAY = date(2026, 11, 21)
AGAINST = HearingFact("O5", to_detriment=True, of_importance=True, known_to_party=False)
SENT = Hearing(sent_on=date(2026, 11, 9), answer_by=TODAY)


@pytest.mark.parametrize(
    ("outcome", "detriment", "importance", "known", "owed"),
    [
        (Outcome.REFUSED, True, True, False, True),
        (Outcome.PARTLY, True, True, False, True),
        (Outcome.GRANTED, True, True, False, False),
        (Outcome.REFUSED, False, True, False, False),
        (Outcome.REFUSED, True, False, False, False),
        (Outcome.REFUSED, True, True, True, False),
    ],
)
def test_when_the_party_must_be_heard(
    outcome: Outcome, detriment: bool, importance: bool, known: bool, owed: bool
) -> None:
    fact = HearingFact("O5", to_detriment=detriment, of_importance=importance, known_to_party=known)
    assert to_hear(outcome=outcome, facts=[fact]) == (("O5",) if owed else ())


@pytest.mark.parametrize(
    ("owed", "hearing", "expected", "decides"),
    [
        ((), None, HearingState.NOT_NEEDED, True),
        (("O5",), None, HearingState.NEEDED, False),
        (("O5",), Hearing(), HearingState.NEEDED, False),
        (("O5",), SENT, HearingState.SENT, False),
        (
            ("O5",),
            Hearing(sent_on=date(2026, 11, 2), answer_by=TODAY - timedelta(days=1)),
            HearingState.DEADLINE_PASSED,
            True,
        ),
        (
            ("O5",),
            Hearing(sent_on=date(2026, 11, 9), answer_by=TODAY, answered_on=date(2026, 11, 18)),
            HearingState.ANSWERED,
            True,
        ),
        (
            ("O5",),
            Hearing(exemption=Exemption.HARMLESS, why="Oplysningen er uden betydning for de to timer."),
            HearingState.EXEMPTED,
            True,
        ),
    ],
)
def test_where_the_hearing_stands(
    owed: tuple[str, ...], hearing: Hearing | None, expected: HearingState, decides: bool
) -> None:
    assert state(owed=owed, hearing=hearing, required=False, on=TODAY) is expected
    assert (may_decide(owed=owed, hearing=hearing, required=False, on=TODAY) is None) is decides


def test_a_case_type_can_ask_for_a_hearing_whatever_the_facts_are() -> None:
    assert state(owed=(), hearing=None, required=True, on=TODAY) is HearingState.NEEDED


def test_the_last_day_to_answer_still_belongs_to_the_party() -> None:
    assert state(owed=("O5",), hearing=SENT, required=False, on=TODAY) is HearingState.SENT
    after = TODAY + timedelta(days=1)
    assert state(owed=("O5",), hearing=SENT, required=False, on=after) is HearingState.DEADLINE_PASSED


@pytest.mark.parametrize(("hearing", "code"), [(None, "hearing_needed"), (SENT, "hearing_open")])
def test_a_refused_decision_names_the_article(hearing: Hearing | None, code: str) -> None:
    fault = may_decide(owed=("O5",), hearing=hearing, required=False, on=TODAY)
    assert fault is not None
    assert (fault.code, fault.article) == (code, "forvaltningsloven § 19")


@pytest.mark.parametrize(
    "fields",
    [
        {"exemption": Exemption.HARMLESS},
        {"why": "Fordi."},
        {"sent_on": TODAY},
        {"answer_by": TODAY},
        {"answered_on": TODAY},
    ],
)
def test_fields_that_belong_together_are_never_alone(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"hearing|exemption"):
        Hearing(**fields)


def test_the_answer_date_moves_off_a_closed_day() -> None:
    closed = WorkingCalendar(holidays=frozenset({date(2026, 12, 25)}))
    assert answer_by(received_on=date(2026, 12, 11), days=14, calendar=closed) == date(2026, 12, 28)
    assert answer_by(received_on=date(2026, 11, 9), days=14, calendar=closed) == date(2026, 11, 23)


def test_the_exemptions_are_numbered_as_in_the_act() -> None:
    assert [ground.article[-5:] for ground in Exemption] == [f"nr. {number}" for number in range(1, 7)]
    assert len({ground.label.da for ground in Exemption} | {found.label.da for found in HearingState}) == 12


def test_the_proposed_text_is_easy_to_read_and_names_what_it_is_about() -> None:
    text = law.proposed_text(about="Støtte i hverdagen", facts=["Arbejde og uddannelse", "Lægens udtalelse"])
    assert "støtte i hverdagen" in text
    assert "arbejde og uddannelse, lægens udtalelse" in text
    assert measure(text=text, goal=40).within_goal
