"""Thousands of random manipulations of a case's event log, each of which must be found (bar T1)."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from borgerfokus.core.chain import GENESIS, ChainRow, Head, Json, Link, commit, link, verify, verify_case

KEY = b"k" * 32
FOREIGN_KEY = b"f" * 32
MANIPULATIONS = 10_000
UNTOUCHED = 1_000

Manipulate = Callable[[list[ChainRow], random.Random], list[ChainRow]]


def make_chain(*, dice: random.Random, key: bytes = KEY, case_id: str = "A") -> list[ChainRow]:
    start = datetime(2026, 1, 1, 8, tzinfo=UTC) + timedelta(minutes=dice.randrange(10**6))
    payloads: list[dict[str, Json]] = [
        {"words": f"æøå {dice.random()!r}", "n": dice.randrange(9), "list": [True, None, {"b": 1}]}
        for _ in range(dice.randrange(3, 9))
    ]
    rows = [
        ChainRow(
            fields=Link(
                case_id=case_id,
                seq=seq,
                kind=dice.choice(["case.opened", "note.written", "decision.issued"]),
                at=start + timedelta(minutes=seq),
                actor=f"employee:{dice.randrange(50)}",
                commitment=b"",
            ),
            previous=GENESIS,
            hash=b"",
            payload=payload,
            salt=dice.randbytes(16),
        )
        for seq, payload in enumerate(payloads, start=1)
    ]
    return relinked(rows, key=key)


def relinked(rows: list[ChainRow], *, key: bytes) -> list[ChainRow]:
    """The rows renumbered, with commitments and hashes made anew under `key`."""
    made, previous = [], GENESIS
    for seq, row in enumerate(rows, start=1):
        commitment = row.fields.commitment
        if row.payload is not None and row.salt is not None:
            commitment = commit(payload=row.payload, salt=row.salt)
        fields = replace(row.fields, seq=seq, commitment=commitment)
        digest = link(key=key, previous=previous, fields=fields)
        made.append(replace(row, fields=fields, previous=previous, hash=digest))
        previous = digest
    return made


def edit_payload(rows: list[ChainRow], dice: random.Random) -> list[ChainRow]:
    at = dice.randrange(len(rows))
    return [*rows[:at], replace(rows[at], payload={"words": "something else"}), *rows[at + 1 :]]


def edit_field(rows: list[ChainRow], dice: random.Random) -> list[ChainRow]:
    at = dice.randrange(len(rows))
    old = rows[at].fields
    new = dice.choice(
        [
            replace(old, kind=old.kind + "x"),
            replace(old, actor="employee:999"),
            replace(old, at=old.at + timedelta(microseconds=1)),
            replace(old, case_id="B"),
            replace(old, seq=old.seq + dice.choice([-1, 1, 50])),
            replace(old, commitment=dice.randbytes(32)),
        ]
    )
    return [*rows[:at], replace(rows[at], fields=new), *rows[at + 1 :]]


def edit_hash(rows: list[ChainRow], dice: random.Random) -> list[ChainRow]:
    at = dice.randrange(len(rows))
    new = dice.choice(
        [replace(rows[at], hash=dice.randbytes(32)), replace(rows[at], previous=dice.randbytes(32))]
    )
    return [*rows[:at], new, *rows[at + 1 :]]


def delete(rows: list[ChainRow], dice: random.Random) -> list[ChainRow]:
    at = dice.randrange(len(rows) - 1)
    return rows[:at] + rows[at + 1 :]


def insert(rows: list[ChainRow], dice: random.Random) -> list[ChainRow]:
    at = dice.randrange(len(rows))
    return [*rows[:at], dice.choice(rows), *rows[at:]]


def insert_from_another_case(rows: list[ChainRow], dice: random.Random) -> list[ChainRow]:
    other = make_chain(dice=dice, case_id="B")
    return [*rows, replace(other[0], fields=replace(other[0].fields, seq=len(rows) + 1))]


def reorder(rows: list[ChainRow], dice: random.Random) -> list[ChainRow]:
    at = dice.randrange(len(rows) - 1)
    return [*rows[:at], rows[at + 1], rows[at], *rows[at + 2 :]]


def swap_numbers(rows: list[ChainRow], dice: random.Random) -> list[ChainRow]:
    first, second = dice.sample(range(len(rows)), 2)
    swapped = list(rows)
    swapped[first] = replace(rows[second], fields=replace(rows[second].fields, seq=first + 1))
    swapped[second] = replace(rows[first], fields=replace(rows[first].fields, seq=second + 1))
    return swapped


def swap_payloads(rows: list[ChainRow], dice: random.Random) -> list[ChainRow]:
    first, second = dice.sample(range(len(rows)), 2)
    swapped = list(rows)
    swapped[first] = replace(rows[first], payload=rows[second].payload, salt=rows[second].salt)
    swapped[second] = replace(rows[second], payload=rows[first].payload, salt=rows[first].salt)
    return swapped


def truncate(rows: list[ChainRow], dice: random.Random) -> list[ChainRow]:
    return rows[: dice.randrange(len(rows))]


def rewrite_with_new_hashes(rows: list[ChainRow], dice: random.Random) -> list[ChainRow]:
    changed = dice.choice([edit_payload, delete])(rows, dice)
    return relinked(changed, key=FOREIGN_KEY)


def rewrite_by_who_holds_the_key(rows: list[ChainRow], dice: random.Random) -> list[ChainRow]:
    return relinked(edit_payload(rows, dice), key=KEY)


def erase_half(rows: list[ChainRow], dice: random.Random) -> list[ChainRow]:
    at = dice.randrange(len(rows))
    half = dice.choice([replace(rows[at], payload=None), replace(rows[at], salt=None)])
    return [*rows[:at], half, *rows[at + 1 :]]


ALL: tuple[Manipulate, ...] = (
    edit_payload,
    edit_field,
    edit_hash,
    delete,
    insert,
    insert_from_another_case,
    reorder,
    swap_numbers,
    swap_payloads,
    truncate,
    rewrite_with_new_hashes,
    rewrite_by_who_holds_the_key,
    erase_half,
)
SEEN_ONLY_AGAINST_THE_HEAD = {truncate, rewrite_by_who_holds_the_key}


def head_of(rows: list[ChainRow]) -> Head:
    return Head(case_id="A", seq=len(rows), hash=rows[-1].hash)


@pytest.mark.parametrize("manipulate", ALL, ids=lambda manipulate: manipulate.__name__)
def test_every_manipulation_is_found(manipulate: Manipulate) -> None:
    dice = random.Random(manipulate.__name__)
    for number in range(MANIPULATIONS // len(ALL) + 1):
        rows = make_chain(dice=dice)
        changed = manipulate(rows, dice)
        if changed == rows:
            continue
        assert verify_case(case_id="A", rows=changed, key=KEY, recorded_head=head_of(rows)), number
        if manipulate not in SEEN_ONLY_AGAINST_THE_HEAD:
            assert verify_case(case_id="A", rows=changed, key=KEY, recorded_head=None), number


def test_no_false_alarm() -> None:
    dice = random.Random("untouched")
    for _ in range(UNTOUCHED):
        rows = make_chain(dice=dice)
        grown_since = head_of(rows[: dice.randrange(1, len(rows) + 1)])
        assert verify_case(case_id="A", rows=rows, key=KEY, recorded_head=grown_since) == ()


def test_a_chain_without_a_secret_key_would_let_a_rewrite_through() -> None:
    """The sabotage: whoever knows the key rewrites everything but the head."""
    dice = random.Random("sabotage")
    rows = make_chain(dice=dice)
    rewritten = rewrite_by_who_holds_the_key(rows, dice)
    assert verify_case(case_id="A", rows=rewritten, key=KEY, recorded_head=None) == ()
    assert verify_case(case_id="A", rows=rewritten, key=KEY, recorded_head=head_of(rows))


@pytest.mark.parametrize(
    ("check", "unseen"),
    [("_payload_faults", edit_payload), ("_head_faults", truncate), ("_order_faults", reorder)],
)
def test_each_check_is_needed(check: str, unseen: Manipulate, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage: without this check the manipulation passes, so the test above would go red."""
    dice = random.Random(check)
    rows = make_chain(dice=dice)
    changed = unseen(rows, dice)
    assert verify_case(case_id="A", rows=changed, key=KEY, recorded_head=head_of(rows))
    monkeypatch.setattr(verify, check, lambda **_: ())
    assert verify_case(case_id="A", rows=changed, key=KEY, recorded_head=head_of(rows)) == ()
