"""The table of what each kind of case promises: `case_type_deadlines.md`, read, and what it lacks.

`python -m tests.law.case_types` prints a row for each deadline of a shipped case type that the table does not have,
reckoned by the independent oracle, to be read by a person and put in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from borgerfokus.core.casework.casetype import CaseType, load_shipped
from borgerfokus.core.casework.deadline import DeadlineRule
from borgerfokus.core.casework.deadline_rules import rules_of
from borgerfokus.core.rules import Parameters
from borgerfokus.core.words import WEEKDAYS
from tests.law import oracle
from tests.law.tables import read_day, rows_of

TABLE: Final = "case_type_deadlines.md"
_EXAMPLE: Final = date(2026, 11, 2)
_UNITS: Final = {"days": "dage", "working_days": "arbejdsdage", "weeks": "uger", "months": "måneder"}


@dataclass(frozen=True)
class PromiseCase:
    """A row: a kind of case, its deadline, the day it runs from, and the last day and article expected."""

    case_type: str
    deadline: str
    start: date
    last_day: date
    article: str
    why: str

    def __str__(self) -> str:
        return f"{self.case_type}:{self.deadline}:{self.start}"


def promise_cases() -> tuple[PromiseCase, ...]:
    """All rows of the table."""
    return tuple(
        PromiseCase(row[0], row[1], read_day(row[2]), read_day(row[3]), row[4], row[5]) for row in rows_of(TABLE)
    )


def rule_of(*, key: str, deadline: str, parameters: Parameters, on: date) -> DeadlineRule:
    """The rule of a shipped case type; raises ValueError if there is none or more than one."""
    (case_type,) = [one for one in load_shipped() if one.key == key and one.starts_cases(on=on)]
    (rule,) = [
        one for one in rules_of(case_type=case_type, parameters=parameters, on=on) if one.key == deadline
    ]
    return rule


def missing() -> Iterator[str]:
    """A row for each deadline that has none."""
    present = {(case.case_type, case.deadline) for case in promise_cases()}
    parameters = Parameters.load()
    for case_type in load_shipped():
        for rule in rules_of(case_type=case_type, parameters=parameters, on=_EXAMPLE):
            if (case_type.key, rule.key) not in present:
                yield _row(case_type, rule)


def _row(case_type: CaseType, rule: DeadlineRule) -> str:
    end = oracle.last_day(_EXAMPLE, rule.amount, rule.unit.value)
    why = f"{case_type.title_citizen.da}: {rule.title.da.lower()}, {rule.amount} {_UNITS[rule.unit.value]}"
    cells = (case_type.key, rule.key, _shown(_EXAMPLE), _shown(end), rule.reference.da, why)
    return f"| {' | '.join(cells)} |"


def _shown(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()].da} {day:%d-%m-%Y}"


if __name__ == "__main__":
    print("\n".join(missing()))
