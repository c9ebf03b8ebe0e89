"""Writes `docs/law/README.md`, the table article → parameter → test, and the rows that `parameters.md` lacks.

`python -m tests.law.overview` brings the document up to date; a test says when that is needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from borgerfokus.core.casework.casetype import CaseType, load_shipped
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


_KINDS: Final = """## Kinds of case

A kind of case rests on a section. Its dates stand in `case_type_deadlines.md`, tested by `test_case_type_deadlines.py`;
its texts, facts and checklists in `tests/core/casetypes/test_shipped_documents.py`.

| Section | Kind of case | Document | Dates | Appeal body | Numbers of the act |
|---|---|---|---|---|---|"""
_NO_KINDS: Final = """### What is not a kind of case, and why

| Section | Why |
|---|---|
| serviceloven § 101 a | Anonymous treatment for drug use: whoever uses it gives no name, so there is nobody to open a case on, nothing is decided, and nothing may be kept. `sel-101` and `sul-141` tell the way to it in their texts |
| serviceloven §§ 79 and 82 a-82 d | Offers that are given without a decision. They stand in the catalogue of offers, open without a case (`sel.offers_without_decision`; whether each is without a decision is to be confirmed) |
| serviceloven § 79 a | Preventive home visits are offered to everybody of an age, not applied for; which act they stand in is `sel.preventive_home_visits` |
| serviceloven § 80 | A roof over one's head is given at once and settled afterwards; `sel-110` asks where the citizen sleeps tonight |
| serviceloven § 87 | Says that help under other sections can be given around the clock; the decision is made under those |
| serviceloven § 122 | Nursing articles follow with `sel-119` and are part of its checklist |
| serviceloven §§ 124-137 | The use of force is registered and reported on its own; it is not help that somebody asks for |
| sundhedsloven § 119 | Prevention is open to everybody and is not applied for |
| sundhedsloven § 142 | Medical drug treatment is decided by a doctor; the time is `sul.medical_drug_treatment`, and `sel-101` reminds of it |
"""  # noqa: E501 - rows of a Markdown table


def document() -> str:
    """The whole document as it should be."""
    sections = [_INTRODUCTION]
    parameters = list(Parameters.load())
    for act in dict.fromkeys(_act(parameter) for parameter in parameters):
        rows = [_line(parameter) for parameter in parameters if _act(parameter) == act]
        sections.append("\n".join([f"## `{act}`", "", _HEAD, *rows, ""]))
    sections.append("\n".join([_KINDS, *_kinds(), "", _NO_KINDS]))
    return "\n".join(sections)


def _kinds() -> Iterator[str]:
    """A row for each shipped case type, by act and section."""
    for one in sorted(load_shipped(), key=_by_section):
        dates = [spec.parameter or f"{spec.key}: {spec.amount} {spec.unit}" for spec in one.deadlines]
        numbers = ", ".join(f"`{key}`" for key in one.numbers) or "–"
        cells = (
            f"{one.act} § {one.section}",
            one.title_citizen.en,
            f"`{one.key}`",
            "; ".join(dates),
            f"`{one.appeal.body}`" if one.appeal.body else "–",
            numbers,
        )
        yield f"| {' | '.join(cells)} |"


def _by_section(one: CaseType) -> tuple[str, int, str]:
    number = one.section.split()[0]
    return one.act, int(number) if number.isdigit() else 0, one.section


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
