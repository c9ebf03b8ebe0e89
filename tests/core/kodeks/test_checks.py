"""The closed list of checks: each can be kept, not yet, and where it makes sense not relevant."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borgerfokus.core.kodeks import (
    CHECKS,
    CaseFacts,
    Limits,
    Perspective,
    Standing,
    Statement,
    faults_of,
    from_stored,
    judge,
    standing_of,
    to_stored,
)
from borgerfokus.core.texts import Text

TODAY = date(2026, 11, 23)
LIMITS = Limits(journal_days=3, quiet_days=30)
FACTS = CaseFacts(
    today=TODAY,
    is_open=True,
    phase_since=TODAY - timedelta(days=5),
    has_caseworker=True,
    ours=True,
    last_activity=TODAY,
    receipt=True,
    told_on=TODAY - timedelta(days=2),
    asked_for_others=True,
    own_words=True,
)
LONG_AGO = TODAY - timedelta(days=90)
NOTHING, NO, YES = Standing.NOT_RELEVANT, Standing.NOT_YET, Standing.KEPT
CASES = [
    ("next_step_known", {}, YES),
    ("next_step_known", {"told_on": LONG_AGO}, NO),
    ("next_step_known", {"told_on": None}, NO),
    ("next_step_known", {"is_open": False}, NOTHING),
    ("receipt", {"receipt": False, "told_on": None}, NO),
    ("receipt", {"receipt": False}, YES),
    ("own_words", {"own_words": False}, NO),
    ("others_asked", {}, YES),
    ("others_asked", {"asked_for_others": False}, NO),
    ("dates_kept", {}, NOTHING),
    ("dates_kept", {"kept": 2}, YES),
    ("dates_kept", {"kept": 2, "broken": 1}, NO),
    ("slips_told", {"broken": 1, "untold": 1}, NO),
    ("slips_told", {"broken": 1}, YES),
    ("slips_told", {"kept": 1}, NOTHING),
    ("heard", {}, NOTHING),
    ("heard", {"against": 1}, NO),
    ("heard", {"against": 1, "hearing_out": True}, YES),
    ("heard", {"against": 1, "exempted": True}, YES),
    ("reasons", {}, NOTHING),
    ("reasons", {"decided_on": TODAY, "rules": True, "considerations": True, "facts": True}, YES),
    ("reasons", {"decided_on": TODAY, "rules": True, "considerations": False, "facts": True}, NO),
    ("second_eyes", {"decided_on": TODAY}, NOTHING),
    ("second_eyes", {"decided_on": TODAY, "refused": True}, NO),
    ("second_eyes", {"decided_on": TODAY, "refused": True, "approved": True}, YES),
    ("offer_weighed", {"decided_on": TODAY, "offer_chosen": True}, YES),
    ("offer_weighed", {"decided_on": TODAY}, NO),
    ("offer_weighed", {"decided_on": TODAY, "refused": True}, NOTHING),
    ("owned", {"has_caseworker": False}, NO),
    ("handover_talked", {}, NOTHING),
    ("handover_talked", {"handed_over_on": TODAY, "handover_words": True}, NO),
    ("handover_talked", {"handed_over_on": TODAY, "handover_words": True, "talked_after": True}, YES),
    ("journal_in_time", {}, NOTHING),
    ("journal_in_time", {"entries": 3}, YES),
    ("journal_in_time", {"entries": 3, "late_entries": 1}, NO),
    ("no_silence", {"last_activity": LONG_AGO}, NO),
    ("no_silence", {"last_activity": LONG_AGO, "ours": False}, NOTHING),
    ("no_silence", {"last_activity": TODAY - timedelta(days=30)}, YES),
    ("tasks_in_time", {"tasks_over": 1}, NO),
    ("tasks_in_time", {}, YES),
    ("follow_up", {"helping": True}, NO),
    ("follow_up", {"helping": True, "follow_up_on": TODAY}, YES),
    ("follow_up", {"helping": True, "follow_up_on": LONG_AGO}, NO),
    ("follow_up", {}, NOTHING),
]


@pytest.mark.parametrize(("key", "changes", "standing"), CASES)
def test_what_a_check_says(key: str, changes: dict[str, object], standing: Standing) -> None:
    assert judge(key, replace(FACTS, **changes), limits=LIMITS) is standing  # type: ignore[arg-type]


def test_every_check_is_tried_both_ways() -> None:
    tried = {(key, standing) for key, _changes, standing in CASES}
    for key in set(CHECKS) - {"own_words", "owned"}:
        assert {(key, YES), (key, NO)} <= tried, key


def _statement(*checks: str) -> Statement:
    return Statement("s", Perspective.CITIZEN, Text(da="Ord", en="Words"), checks)


@given(st.lists(st.sampled_from(sorted(CHECKS)), min_size=1, max_size=6, unique=True))
def test_a_statement_is_kept_when_all_that_applies_is(keys: list[str]) -> None:
    kept = standing_of(_statement(*keys), FACTS, limits=LIMITS)
    said = {judge(key, FACTS, limits=LIMITS) for key in keys} - {NOTHING}
    assert kept.standing is (NOTHING if not said else NO if NO in said else YES)
    assert kept.not_yet == tuple(key for key in keys if judge(key, FACTS, limits=LIMITS) is NO)


def test_statements_are_stored_and_read_again() -> None:
    stored = to_stored([_statement("owned", "receipt")])
    assert from_stored(stored) == (_statement("owned", "receipt"),)
    stored[0]["checks"].append("a check of a later program")
    assert from_stored(stored) == (_statement("owned", "receipt"),)


def test_what_is_no_kodeks_is_told() -> None:
    assert [one.da for one in faults_of([])] == ["Skriv mindst ét udsagn."]
    assert "mindst ét tjek" in next(faults_of([_statement()])).da
    many = [_statement("owned")] * 11
    assert any("nogle få" in one.da for one in faults_of(many))
    long = Statement("s", Perspective.CITIZEN, Text(da="o" * 201, en="w"), ("owned",))
    assert any("kortere" in one.da for one in faults_of([long]))
    assert not list(faults_of([_statement("owned")]))
