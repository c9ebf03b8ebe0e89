"""What a decision and an appeal can come to."""

from __future__ import annotations

import pytest

from borgerfokus.core.decisions.outcomes import AppealOutcome, BoardOutcome, Outcome, reversal_rate


def test_only_a_full_grant_is_fully_in_favour() -> None:
    assert [outcome for outcome in Outcome if outcome.fully_in_favour] == [Outcome.GRANTED]


@pytest.mark.parametrize(
    ("outcome", "code", "forwarded"),
    [
        (AppealOutcome.UPHELD, "fastholdt", True),
        (AppealOutcome.PARTLY, "delvist_medhold", True),
        (AppealOutcome.REVERSED, "medhold", False),
    ],
)
def test_an_appeal_is_forwarded_unless_it_is_met_in_full(
    outcome: AppealOutcome, code: str, forwarded: bool
) -> None:
    assert (outcome.code, outcome.forwarded) == (code, forwarded)


def test_the_board_has_four_codes() -> None:
    assert [outcome.code for outcome in BoardOutcome] == ["stadfæstet", "ændret", "hjemvist", "afvist"]


def test_dismissed_appeals_do_not_count_in_the_reversal_rate() -> None:
    outcomes = [
        BoardOutcome.CONFIRMED,
        BoardOutcome.CHANGED,
        BoardOutcome.REMITTED,
        BoardOutcome.CONFIRMED,
        BoardOutcome.DISMISSED,
    ]
    assert reversal_rate(outcomes=outcomes) == 0.5


def test_the_reversal_rate_of_nothing_considered_is_unknown() -> None:
    assert reversal_rate(outcomes=[BoardOutcome.DISMISSED]) is None


@pytest.mark.parametrize("outcome", [*Outcome, *AppealOutcome, *BoardOutcome])
def test_each_outcome_has_a_label_in_both_languages(outcome: Outcome | AppealOutcome | BoardOutcome) -> None:
    assert outcome.label.da != outcome.label.en
