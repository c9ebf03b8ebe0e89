"""Bar T1 in the database itself: the owner switches the triggers off, tampers with rows by SQL, and is found out."""

# ruff: noqa: S608 (statements are made of the names of our own tables)

import random
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from pytest_django.plugin import DjangoDbBlocker

from borgerfokus.apps.casework import service as casework
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from tests.audit.conftest import Book

Statement = tuple[str, tuple[Any, ...]]
EVENTS, SAID, PLACES = "casework_event", "casework_eventpayload", "exchange_place"
OFF = [(f"alter table {table} disable trigger user", ()) for table in (EVENTS, SAID, PLACES)]
ON = [(f"alter table {table} enable trigger user", ()) for table in (EVENTS, SAID, PLACES)]
KEPT = [(f"create table kept_{table} as select * from {table}", ()) for table in (EVENTS, SAID, "casework_case")]
_ENDS_BACK = (
    "update casework_case c set event_count = k.event_count, last_link = k.last_link "
    "from kept_casework_case k where k.id = c.id"
)
BACK = [
    (f"truncate {SAID}, {EVENTS}, {PLACES}", ()),
    (f"insert into {EVENTS} overriding system value select * from kept_{EVENTS}", ()),
    (f"insert into {SAID} select * from kept_{SAID}", ()),
    (_ENDS_BACK, ()),
]
_AT = "where case_id = %s and seq = %s"
_INSERT = (
    f"insert into {EVENTS} (case_id, seq, at, kind, actor, phase, commitment, link) "
    f"select case_id, %s, at, kind, actor, phase, commitment, link from {EVENTS} {_AT}"
)
_STEAL = f"update {EVENTS} set case_id = (select min(id) from casework_case where id <> %s), seq = 9000 + seq {_AT}"
_SAID_AT = f"where event_id = (select id from {EVENTS} {_AT})"


def statements(way: str, case: int, last: int, dice: random.Random) -> list[Statement]:
    """One manipulation of one case."""
    seq = dice.randrange(1, last)
    here = (case, seq)
    ways: dict[str, list[Statement]] = {
        "edit": [(f"update {EVENTS} set actor = 'employee:999' {_AT}", here)],
        "date back": [(f"update {EVENTS} set at = at - interval '1 second' {_AT}", here)],
        "edit payload": [(f"update {SAID} set payload = '{{}}'::jsonb || '{{\"x\": 1}}' {_SAID_AT}", here)],
        "take payload": [(f"delete from {SAID} {_SAID_AT}", here)],
        "delete": [(f"delete from {SAID} {_SAID_AT}", here), (f"delete from {EVENTS} {_AT}", here)],
        "cut off": [
            (f"delete from {SAID} where event_id in (select id from {EVENTS} where case_id = %s and seq > %s)", here),
            (f"delete from {EVENTS} where case_id = %s and seq > %s", here),
        ],
        "insert": [(_INSERT, (last + 1, *here))],
        "swap": [
            (f"update {EVENTS} set seq = 100000 {_AT}", here),
            (f"update {EVENTS} set seq = %s {_AT}", (seq, case, last)),
            (f"update {EVENTS} set seq = %s {_AT}", (last, case, 100000)),
        ],
        "new hash": [(f"update {EVENTS} set link = sha256(link) {_AT}", here)],
        "steal": [(_STEAL, (case, *here))],
    }
    return ways[way]


WAYS = ("edit", "date back", "edit payload", "take payload", "delete", "cut off", "insert", "swap", "new hash", "steal")


@pytest.fixture
def database_of(book: Book, as_owner: Callable[..., None], django_db_blocker: DjangoDbBlocker) -> Iterator[Book]:
    """The log with a copy beside it. What is done here is committed, as a forger's work is."""
    with django_db_blocker.unblock():
        as_owner(*KEPT)
        yield book
        as_owner(*OFF, *BACK, *ON, *((f"drop table {kept.split()[2]}", ()) for kept, _ in KEPT))


def found(book: Book, now: datetime) -> set[int]:
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=now):
        return {one.case_id for one in casework.verify_log(heads=book.heads).faults}


def caught(book: Book, as_owner: Callable[..., None], now: datetime, *, rounds: int, seed: int) -> tuple[int, int]:
    """How many manipulations were made, and how many were found. Each round touches one case in each way."""
    dice, made, seen = random.Random(seed), 0, 0
    for _ in range(rounds):
        cases = dice.sample(sorted(book.log.lines)[1:], len(WAYS))
        work = [
            one
            for way, case in zip(WAYS, cases, strict=True)
            for one in statements(way, case, len(book.log.lines[case]), dice)
        ]
        as_owner(*OFF, *work, *ON)
        faults = found(book, now)
        made, seen = made + len(cases), seen + len(faults & set(cases))
        as_owner(*OFF, *BACK, *ON)
    return made, seen


def test_the_log_as_it_was_written_verifies(database_of: Book, now: datetime) -> None:
    assert found(database_of, now) == set()


def test_fifty_manipulations_by_sql_are_found(database_of: Book, as_owner: Callable[..., None], now: datetime) -> None:
    assert caught(database_of, as_owner, now, rounds=5, seed=7) == (50, 50)


@pytest.mark.slow
def test_three_hundred_manipulations_by_sql_are_found(
    database_of: Book, as_owner: Callable[..., None], now: datetime
) -> None:
    assert caught(database_of, as_owner, now, rounds=30, seed=8) == (300, 300)
    assert found(database_of, now) == set()


def test_a_truncated_log_is_found(database_of: Book, as_owner: Callable[..., None], now: datetime) -> None:
    as_owner(*OFF, (f"truncate {SAID}, {EVENTS}, {PLACES}", ()), *ON)
    assert set(database_of.log.lines) <= found(database_of, now)
