"""The transaction in which an actor sees and acts.

`acting_as` opens the transaction, tells PostgreSQL who acts (both walls read it), collects every person shown and
writes the look-up log before the transaction commits. If the log cannot be written, nothing is shown.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db import connection, transaction

from borgerfokus.foundation.access.actor import Actor


class NoScope(RuntimeError):
    """Personal data was asked for outside `acting_as`."""


class Purpose(StrEnum):
    """Why data is looked at; shown to the citizen in plain words."""

    OWN_CASE = "own_case"
    CASEWORK = "casework"
    SEARCH = "search"
    ORDER = "order"
    LEADERSHIP = "leadership"
    SUPERVISION = "supervision"
    BREAK_GLASS = "break_glass"
    DATA_PROTECTION = "data_protection"
    ADMINISTRATION = "administration"
    EXCHANGE = "exchange"
    OPERATION = "operation"
    PUBLIC = "public"


class Look(StrEnum):
    """What was done with the data."""

    VIEW = "view"
    SEARCH = "search"
    EDIT = "edit"
    EXTRACT = "extract"
    ERASE = "erase"


@dataclass
class Scope:
    """One actor in one transaction."""

    actor: Actor
    purpose: Purpose
    at: datetime
    reason: str = ""
    persons: set[int] = field(default_factory=set)
    cases: set[int] = field(default_factory=set)
    seen: dict[tuple[int, int | None, Look], None] = field(default_factory=dict)
    brought: dict[str, Any] = field(default_factory=dict)

    def saw(self, person_id: int, *, case_id: int | None = None, look: Look = Look.VIEW) -> None:
        """Remember that a person is shown; written to the log when the transaction ends."""
        self.seen[(person_id, case_id, look)] = None

    def include_persons(self, person_ids: Iterable[int]) -> None:
        """Let the database show these persons in this transaction. The caller has checked why."""
        wanted = set(person_ids) - self.persons
        if wanted:
            self.persons |= wanted
            _tell("bf.persons", _numbers(self.persons))

    def include_cases(self, case_ids: Iterable[int]) -> None:
        """Let the database show these cases in this transaction. The caller has checked why."""
        wanted = set(case_ids) - self.cases
        if wanted:
            self.cases |= wanted
            _tell("bf.more_cases", _numbers(self.cases))

    def include_new_case(self, *, sequence: str) -> int:
        """Take the next number of the sequence as the id of a case about to be made, and let the database show it."""
        with connection.cursor() as cursor:
            cursor.execute(_NEW_CASE, [_numbers(self.cases), sequence])
            taken: int = cursor.fetchone()[0]
        self.cases.add(taken)
        return taken

    def tell_again(self) -> None:
        """Tell PostgreSQL anew which persons and cases are included: a savepoint that is rolled back forgets them."""
        _tell("bf.persons", _numbers(self.persons))
        _tell("bf.more_cases", _numbers(self.cases))


_current: ContextVar[Scope | None] = ContextVar("scope", default=None)
_writer: list[Callable[[Scope], None]] = []

_brought: dict[str, str] = {}

_ENTER = """
select set_config('bf.subject', %s, true), set_config('bf.units', %s, true), set_config('bf.persons', %s, true),
       set_config('bf.own_persons', %s, true), set_config('bf.verbs', %s, true), set_config('bf.purpose', %s, true),
       set_config('bf.everything', %s, true), set_config('bf.more_cases', '', true),
       set_config('bf.subjects', %s, true), set_config('bf.at', %s, true),
       set_config('bf.cases', coalesce(bf_granted_cases(%s, %s), ''), true)"""
_NEW_CASE = """
select taken, set_config('bf.more_cases', concat_ws(',', nullif(%s::text, ''), taken::text), true)
from (select nextval(%s::text::regclass) as taken) as next
"""


def on_leave(writer: Callable[[Scope], None]) -> None:
    """Register the one function that writes the look-up log (the audit app does, at start-up)."""
    _writer[:] = [writer]


def bring(name: str, sql: str) -> None:
    """Let every scope bring along the value of an expression open to everybody, read as the scope opens.

    For whether something that a process keeps still holds: it then costs no query of its own.
    """
    _brought[name] = sql


@contextmanager
def acting_as(actor: Actor, *, purpose: Purpose, at: datetime, reason: str = "") -> Iterator[Scope]:
    """Open a transaction in which `actor` sees what it may see, and log what it saw.

    Raises RuntimeError when a scope is already open: two actors never share a transaction.
    """
    if _current.get() is not None:
        raise RuntimeError("A scope is already open: pass the actor on instead of opening another.")
    with transaction.atomic():
        scope = Scope(actor=actor, purpose=purpose, at=at, reason=reason, persons=set(actor.persons))
        _enter(scope)
        token = _current.set(scope)
        try:
            yield scope
            if scope.seen:
                _writer[0](scope)
        finally:
            _current.reset(token)
    if connection.in_atomic_block:
        _forget()


def current() -> Scope:
    """The open scope. Raises NoScope when there is none: no actor, no rows."""
    scope = _current.get()
    if scope is None:
        raise NoScope("Personal data is read inside acting_as only.")
    return scope


def is_open() -> bool:
    """Whether a scope is open in this context."""
    return _current.get() is not None


def _enter(scope: Scope) -> None:
    actor = scope.actor
    subjects = sorted(actor.subjects)
    with connection.cursor() as cursor:
        cursor.execute(
            ", ".join([_ENTER, *_brought.values()]),
            [
                actor.subject,
                _numbers(actor.units),
                _numbers(scope.persons),
                _numbers(actor.persons),
                ",".join(sorted(actor.verbs)),
                scope.purpose,
                "on" if actor.everything else "",
                ",".join(subjects),
                scope.at.isoformat(),
                subjects,
                scope.at,
            ],
        )
        told = cursor.fetchone()
        scope.brought = dict(zip(_brought, told[len(told) - len(_brought) :], strict=True))


def _forget() -> None:
    """Settings live as long as the outermost transaction; where one goes on, the actor must not."""
    names = ("subject", "subjects", "units", "persons", "own_persons", "verbs", "everything", "cases", "more_cases")
    with connection.cursor() as cursor:
        cursor.execute("select set_config('bf.' || name, '', true) from unnest(%s::text[]) as name", [list(names)])


def _numbers(values: Iterable[int]) -> str:
    return ",".join(str(value) for value in sorted(values))


def _tell(setting: str, value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select set_config(%s, %s, true)", [setting, value])
