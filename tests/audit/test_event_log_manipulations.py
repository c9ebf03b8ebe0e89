"""Bar T1: whatever is done to the event log behind the program's back, `verify` finds it, and nothing else."""

import random
from collections import Counter
from dataclasses import replace

import pytest

from borgerfokus.apps.casework.queries import chain
from tests.audit.conftest import Book
from tests.audit.log import TAMPERING, Log, faulty, older_backup

TRIES = 10_000
CLEAN = 1_000
BACKUPS = 50


def tampered(log: Log, dice: random.Random) -> tuple[Log, dict[int, str]]:
    """A copy in which most cases have been tampered with, each in one way."""
    changed, done = log.copy(), {}
    for case in sorted(log.lines):
        if dice.random() < 0.8:
            way = dice.choice(sorted(TAMPERING.ways))
            before = list(changed.lines[case]), changed.ends[case]
            TAMPERING.ways[way](changed, case, dice)
            if (changed.lines[case], changed.ends[case]) != before:
                done[case] = way
    return changed, done


def missed(log: Log, *, tries: int, seed: int) -> tuple[Counter[str], set[int]]:
    """What was not found, by way of tampering; and the untouched cases in which something was."""
    dice, slipped, alarms, made = random.Random(seed), Counter[str](), set[int](), 0
    while made < tries:
        changed, done = tampered(log, dice)
        found = faulty(changed)
        slipped.update(way for case, way in done.items() if case not in found)
        alarms |= found - done.keys() - {0}
        made += len(done)
    return slipped, alarms


def test_a_log_that_nobody_touched_verifies(book: Book) -> None:
    assert len(book.log.lines) == 50
    assert faulty(book.log) == set()


@pytest.mark.parametrize("way", sorted(TAMPERING.ways))
def test_each_way_of_tampering_is_found(book: Book, way: str) -> None:
    dice = random.Random(way)
    for case in list(book.log.lines)[:10]:
        changed = book.log.copy()
        TAMPERING.ways[way](changed, case, dice)
        assert case in faulty(changed), (way, case)


def test_a_thousand_manipulations_are_found_and_nothing_else(book: Book) -> None:
    assert missed(book.log, tries=TRIES // 10, seed=1) == (Counter(), set())


@pytest.mark.slow
def test_ten_thousand_manipulations_are_found_and_nothing_else(book: Book) -> None:
    assert missed(book.log, tries=TRIES, seed=2) == (Counter(), set())


def test_an_older_backup_is_found(book: Book) -> None:
    dice = random.Random(3)
    assert all(0 in faulty(older_backup(book.log, dice)) for _ in range(BACKUPS))


@pytest.mark.slow
def test_a_thousand_clean_verifications_raise_no_alarm(book: Book) -> None:
    dice = random.Random(4)
    for _ in range(CLEAN):
        cases = dice.sample(sorted(book.log.lines), len(book.log.lines))
        untouched = replace(book.log, lines={case: list(book.log.lines[case]) for case in cases})
        assert faulty(untouched) == set()


def test_a_check_that_looks_at_no_payload_is_found_out(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage: a `verify` that accepts any payload misses tampering, and this harness says so."""
    from borgerfokus.core.chain import verify

    monkeypatch.setattr(verify, "_payload_faults", lambda **_: ())
    slipped, _ = missed(book.log, tries=200, seed=5)
    assert slipped["edit_payload"] > 0


def test_a_check_that_knows_no_heads_is_found_out(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage: without the heads outside the database, whoever holds the key rewrites history unseen."""
    monkeypatch.setattr(chain, "read_heads", lambda _folder: ({}, {}))
    slipped, _ = missed(book.log, tries=300, seed=6)
    assert slipped["rewrite_with_the_key"] > 0
    assert slipped["cut_off_behind_a_head"] > 0
