"""Writes `docs/law/README.md`, the table article → parameter → test, and the rows that `parameters.md` lacks.

`python -m tests.law.overview` brings the document up to date; a test says when that is needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from borgerfokus.core.rules import DecidedBy, NotInForce, Parameter, Parameters, Status
from borgerfokus.core.words import WEEKDAYS
from tests.law.shown import shown
from tests.law.tables import HERE, ValueCase, value_cases

DOCUMENT: Final = HERE.parent.parent / "docs" / "law" / "README.md"
_INTRODUCTION: Final = """# The law as data

Every number and text from an act is a parameter: a file `src/borgerfokus/core/rules/parameters/<act>/<name>.toml`
with dated rows, each with its article, source and status. A change in the law is a new row with its `from` day,
and a new line in `tests/law/parameters.md`. A row with `abolished = true` ends a rule.

*Verified* means that the value was read in public material, named as its source, and not that the consolidated
act was read. Everything else is marked *to be confirmed*: the municipality's lawyer confirms it. What the
municipality decides is edited on the page for parameters, within the bounds of the file; what an act decides
is not.

The case tables in `tests/law/*.md` are written in Danish for lawyers: day of receipt, rule, expected last day and
why. To propose a case is to add a row. This document is written by `python -m tests.law.overview`.

## How deadlines are counted

| Rule | Code | Tests |
|---|---|---|
| The day of receipt is not counted | `core.dates.last_day` | `appeal_deadlines.md`, `test_oracle.py` |
| Weeks are counted as weeks, months as months | `core.dates.add_weeks`, `add_months` | `days_weeks_months.md`, `test_oracle.py` |
| An end on a Saturday, Sunday or holiday moves to the next working day | `WorkingCalendar.next_working_day` | `appeal_deadlines.md`, `test_oracle.py` |
| Working days are Monday to Friday without holidays; Store Bededag is one until 2023 | `WorkingCalendar`, `calendar_for` | `working_days.md`, `tests/core/test_calendar.py` |
| Digital Post is received the day it is available, also on a weekend | `core.dates.receipt_day` | `appeal_deadlines.md` |
| A physical letter is presumed received some working days after dispatch | `core.dates.receipt_day` | `physical_letters.md` |
| Hours are real hours, also when the clock changes | `core.dates.add_hours` | `hours.md` |
| Rests and new dates move a date, as often as needed | `core.casework.deadlines` | `test_case_histories.py` |
"""  # noqa: E501 - rows of a Markdown table
_HEAD: Final = """| Article | Rule | Parameter | Decided by | Status | Tests |
|---|---|---|---|---|---|"""


def document() -> str:
    """The whole document as it should be."""
    sections = [_INTRODUCTION]
    parameters = list(Parameters.load())
    for act in dict.fromkeys(_act(parameter) for parameter in parameters):
        rows = [_line(parameter) for parameter in parameters if _act(parameter) == act]
        sections.append("\n".join([f"## `{act}`", "", _HEAD, *rows, ""]))
    return "\n".join(sections)


def missing_rows() -> Iterator[str]:
    """The rows that `parameters.md` lacks, ready to be read and put in."""
    present = {(case.key, case.day) for case in value_cases()}
    for parameter in Parameters.load():
        for number, row in enumerate(parameter.rows):
            if (parameter.key, row.valid_from) not in present:
                if number:
                    yield value_row(parameter, row.valid_from - timedelta(days=1))
                yield value_row(parameter, row.valid_from)


def value_row(parameter: Parameter, day: date) -> str:
    """The row of the table of parameters for this day."""
    case = ValueCase(parameter.key, day, *_answer(parameter, day))
    weekday = WEEKDAYS[day.weekday()].da
    return f"| {case.key} | {weekday} {day:%d-%m-%Y} | {case.value} | {case.article} |"


def _answer(parameter: Parameter, day: date) -> tuple[str, str]:
    try:
        value = parameter.at(on=day)
    except NotInForce:
        return "–", "–"
    return shown(value), value.reference.text.da


def _act(parameter: Parameter) -> str:
    return parameter.key.partition(".")[0]


def _line(parameter: Parameter) -> str:
    articles = dict.fromkeys(row.reference.text.da for row in parameter.rows)
    sure = all(row.status is Status.VERIFIED for row in parameter.rows)
    cells = (
        "; ".join(articles),
        parameter.title.en,
        f"`{parameter.key}`",
        "act" if parameter.decided_by is DecidedBy.ACT else "municipality",
        "verified" if sure else "to be confirmed",
        ", ".join(f"`{name}`" for name in _tests(parameter.key)),
    )
    return f"| {' | '.join(cells)} |"


def _tests(key: str) -> list[str]:
    return [file.name for file in _tables() if f"| {key} |" in file.read_text(encoding="utf-8")]


def _tables() -> list[Path]:
    return sorted(HERE.glob("*.md"))


if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf-8")
