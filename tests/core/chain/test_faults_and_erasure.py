"""Which fault is named for what, and that a lawful erasure leaves a chain that verifies."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from borgerfokus.core.chain import (
    GENESIS,
    ChainRow,
    FaultKind,
    Head,
    HeadRow,
    Json,
    Link,
    NaiveInstant,
    NotCanonical,
    RepeatedRow,
    WeakKey,
    WeakSalt,
    canonical,
    commit,
    head_digest,
    link,
    verify_case,
    verify_heads,
)

KEY = b"k" * 32
AT = datetime(2026, 5, 1, 8, tzinfo=UTC)


def chain(*, length: int = 4) -> list[ChainRow]:
    rows, previous = [], GENESIS
    for seq in range(1, length + 1):
        payload: dict[str, Json] = {"number": seq}
        salt = bytes([seq]) * 16
        fields = Link(
            case_id="A",
            seq=seq,
            kind="note.written",
            at=AT + timedelta(hours=seq),
            actor="employee:1",
            commitment=commit(payload=payload, salt=salt),
        )
        digest = link(key=KEY, previous=previous, fields=fields)
        rows.append(ChainRow(fields=fields, previous=previous, hash=digest, payload=payload, salt=salt))
        previous = digest
    return rows


def kinds(rows: list[ChainRow], *, head: Head | None = None) -> list[tuple[int, FaultKind]]:
    faults = verify_case(case_id="A", rows=rows, key=KEY, recorded_head=head)
    return [(fault.seq, fault.kind) for fault in faults]


def test_each_fault_has_its_name() -> None:
    rows = chain()
    head = Head(case_id="A", seq=4, hash=rows[3].hash)
    edited = [rows[0], replace(rows[1], fields=replace(rows[1].fields, actor="employee:2")), *rows[2:]]
    other = [rows[0], replace(rows[1], payload={"number": 9}), *rows[2:]]
    assert kinds(rows, head=head) == []
    assert kinds(edited) == [(2, FaultKind.EDITED)]
    assert kinds(other) == [(2, FaultKind.PAYLOAD_MISMATCH)]
    assert kinds([rows[0], *rows[2:]]) == [(2, FaultKind.MISSING)]
    assert kinds([*rows[:2], rows[1], *rows[2:]])[0] == (2, FaultKind.INSERTED)
    assert kinds([rows[1], rows[0], *rows[2:]]) == [(1, FaultKind.REORDERED)]
    assert kinds(rows[:2], head=head) == [(3, FaultKind.TRUNCATED)]
    assert kinds([], head=head) == [(1, FaultKind.TRUNCATED)]
    assert kinds(rows, head=replace(head, hash=bytes(32))) == [(4, FaultKind.HEAD_MISMATCH)]


def test_an_erased_payload_still_verifies_and_an_unrecorded_erasure_is_named() -> None:
    rows = chain()
    rows[2] = replace(rows[2], payload=None, salt=None)
    assert kinds(rows) == []
    recorded = verify_case(case_id="A", rows=rows, key=KEY, recorded_head=None, erased=frozenset({3}))
    assert recorded == ()
    secret = verify_case(case_id="A", rows=rows, key=KEY, recorded_head=None, erased=frozenset())
    assert [(fault.seq, fault.kind) for fault in secret] == [(3, FaultKind.ERASED_UNRECORDED)]


def test_the_salt_hides_the_payload() -> None:
    payload: dict[str, Json] = {"outcome": "granted"}
    assert commit(payload=payload, salt=b"a" * 16) != commit(payload=payload, salt=b"b" * 16)
    with pytest.raises(WeakSalt):
        commit(payload=payload, salt=b"short")


def test_the_same_payload_has_one_form() -> None:
    assert canonical({"b": [1, "å"], "a": None}) == '{"a":null,"b":[1,"å"]}'.encode()
    assert canonical({"a": (1, 2)}) == canonical({"a": [1, 2]})


@pytest.mark.parametrize("value", [1.0, float("nan"), b"x", {1: "x"}, "\x00", "\ud800", AT], ids=repr)
def test_what_the_database_would_change_is_refused(value: object) -> None:
    with pytest.raises(NotCanonical):
        canonical({"a": value})  # type: ignore[dict-item]


def test_the_instant_counts_and_not_its_time_zone() -> None:
    fields = chain(length=1)[0].fields
    there = replace(fields, at=fields.at.astimezone(timezone(timedelta(hours=2))))
    assert link(key=KEY, previous=GENESIS, fields=fields) == link(key=KEY, previous=GENESIS, fields=there)
    with pytest.raises(NaiveInstant):
        link(key=KEY, previous=GENESIS, fields=replace(fields, at=fields.at.replace(tzinfo=None)))
    with pytest.raises(WeakKey):
        link(key=b"short", previous=GENESIS, fields=fields)


def head_rows(dice: random.Random) -> list[HeadRow]:
    return [HeadRow(case_id=f"C{n}", seq=n, hash=dice.randbytes(32)) for n in range(1, 6)]


def test_daily_heads_find_the_day_that_changed() -> None:
    dice = random.Random(1)
    days = {date(2026, 3, day): head_rows(dice) for day in (1, 2, 4)}
    recorded, previous = {}, GENESIS
    for day in [*days, date(2026, 3, 5)]:
        previous = recorded[day] = head_digest(previous=previous, rows=reversed(days.get(day, [])))
    assert verify_heads(days=days, recorded=recorded) == ()
    gone = {**days, date(2026, 3, 2): days[date(2026, 3, 2)][1:]}
    assert verify_heads(days=gone, recorded=recorded) == (date(2026, 3, 2),)
    older_backup = {day: rows for day, rows in days.items() if day < date(2026, 3, 4)}
    assert verify_heads(days=older_backup, recorded=recorded) == (date(2026, 3, 4),)


def test_an_event_counts_once_a_day() -> None:
    row = HeadRow(case_id="A", seq=1, hash=bytes(32))
    with pytest.raises(RepeatedRow):
        head_digest(previous=GENESIS, rows=[row, replace(row, hash=b"1" * 32)])
