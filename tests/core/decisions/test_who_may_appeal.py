"""Anyone could appeal any case: named after the failure that it prevents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from borgerfokus.core.decisions.appeal import Representation, Standing, may_appeal
from borgerfokus.core.periods import Period

TODAY = date(2026, 11, 21)
VALID = Representation(valid=Period(date(2026, 1, 1), date(2027, 1, 1)), covers_appeal=True)
ACTING = [standing for standing in Standing if standing.acts_for_party]


def refusal(standing: Standing, representation: Representation | None) -> str | None:
    fault = may_appeal(standing=standing, representation=representation, on=TODAY)
    return None if fault is None else fault.code


def test_the_party_may_appeal() -> None:
    assert refusal(Standing.PARTY, None) is None


@pytest.mark.parametrize("standing", ACTING)
def test_a_valid_representative_may_appeal(standing: Standing) -> None:
    assert refusal(standing, VALID) is None


@pytest.mark.parametrize("standing", [Standing.RELATIVE, Standing.NONE])
@pytest.mark.parametrize("representation", [None, VALID])
def test_not_just_anyone_may_appeal_any_case(
    standing: Standing, representation: Representation | None
) -> None:
    assert refusal(standing, representation) == "not_a_party"


@pytest.mark.parametrize("standing", ACTING)
@pytest.mark.parametrize(
    ("representation", "code"),
    [
        (None, "not_a_party"),
        (replace(VALID, covers_appeal=False), "representation_too_narrow"),
        (replace(VALID, revoked_on=TODAY), "representation_revoked"),
        (replace(VALID, valid=Period(date(2026, 1, 1), TODAY)), "representation_not_valid"),
        (replace(VALID, valid=Period(date(2026, 12, 1))), "representation_not_valid"),
    ],
)
def test_a_representation_must_be_valid_today(
    standing: Standing, representation: Representation | None, code: str
) -> None:
    assert refusal(standing, representation) == code


def test_a_representation_withdrawn_tomorrow_still_holds() -> None:
    assert refusal(Standing.GUARDIAN, replace(VALID, revoked_on=date(2026, 11, 22))) is None


def test_a_refusal_says_why_in_both_languages_with_the_article() -> None:
    fault = may_appeal(standing=Standing.RELATIVE, representation=None, on=TODAY)
    assert fault is not None
    assert "fuldmagt" in fault.text.da
    assert "power of attorney" in fault.text.en
    assert "forvaltningsloven § 8" in fault.article
