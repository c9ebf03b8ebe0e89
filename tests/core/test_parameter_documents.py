"""The loader refuses a parameter document that breaks the format, and says where."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from borgerfokus.core.rules import InvalidParameter, Parameters
from borgerfokus.core.rules.reader import Act, read_parameter
from borgerfokus.core.texts import Text

ACTS = {
    "rsl": Act(name=Text(da="retssikkerhedsloven", en="the Act")),
    "own": Act(name=Text(da="kommunens egen beslutning", en="own decision"), whole=True),
}
HEAD = """
title = { da = "Klagefrist", en = "Deadline for appeal" }
unit = "weeks"
decided_by = "act"
"""
ROW = """
[[values]]
from = 1998-07-01
value = 4
reference = { act = "rsl", section = "§ 67" }
source = "a source"
status = "verified"
"""
LATER = ROW.replace("1998-07-01", "2010-01-01")
GOOD = HEAD + ROW


def read(document: str) -> None:
    read_parameter(key="rsl.appeal_deadline", document=tomllib.loads(document), acts=ACTS)


def test_the_good_document_is_read() -> None:
    read(GOOD)
    read(GOOD + LATER)
    read(GOOD.replace('{ act = "rsl", section = "§ 67" }', '{ act = "own" }'))


ABOLISHED = LATER.replace("value = 4", "abolished = true")
CHOICE = GOOD.replace('unit = "weeks"', 'unit = "choice"\noptions = { a = { da = "ja", en = "yes" } }')
BAD = {
    "no reference": (GOOD.replace('reference = { act = "rsl", section = "§ 67" }\n', ""), "reference"),
    "unknown act": (GOOD.replace('"rsl"', '"lov"'), "known act"),
    "no section": (GOOD.replace(', section = "§ 67"', ""), "section"),
    "blank section": (GOOD.replace("§ 67", " "), "section"),
    "unknown key in the reference": (GOOD.replace('"§ 67"', '"§ 67", page = 3'), "unknown keys"),
    "unknown unit": (GOOD.replace('"weeks"', '"fortnights"'), "unit"),
    "no unit": (GOOD.replace('unit = "weeks"', ""), "unit"),
    "unknown status": (GOOD.replace('"verified"', '"sure"'), "status"),
    "no status": (GOOD.replace('status = "verified"', ""), "status"),
    "unknown decider": (GOOD.replace('decided_by = "act"', 'decided_by = "mayor"'), "decided_by"),
    "no source": (GOOD.replace('source = "a source"', 'source = " "'), "source"),
    "no day": (GOOD.replace("from = 1998-07-01\n", ""), "from"),
    "a moment for a day": (GOOD.replace("1998-07-01", "1998-07-01T00:00:00Z"), "from"),
    "no rows": (HEAD, "values"),
    "unsorted": (HEAD + LATER + ROW, "stands after"),
    "duplicate": (HEAD + ROW + ROW, "two rows"),
    "abolished first": (HEAD + ABOLISHED, "never in force"),
    "abolished twice": (GOOD + ABOLISHED + ABOLISHED.replace("2010", "2011"), "is abolished"),
    "abolished with a value": (GOOD.replace("value = 4", "value = 4\nabolished = true"), "either"),
    "neither value nor abolished": (GOOD.replace("value = 4", "abolished = false"), "either"),
    "a text for a number": (GOOD.replace("value = 4", 'value = "4"'), "whole number"),
    "true for a number": (GOOD.replace("value = 4", "value = true"), "whole number"),
    "a negative number": (GOOD.replace("value = 4", "value = -4"), "whole number"),
    "a number for a boolean": (GOOD.replace('"weeks"', '"boolean"'), "true nor false"),
    "a number for a text": (GOOD.replace('"weeks"', '"text"'), "a text"),
    "a number for a code": (GOOD.replace('"weeks"', '"code"'), "code"),
    "a float for a percentage": (
        GOOD.replace('"weeks"', '"percent"').replace("value = 4", "value = 3.5"),
        "perc",
    ),
    "no such day": (
        GOOD.replace('"weeks"', '"month_days"').replace("value = 4", 'value = ["02-30"]'),
        "MM-DD",
    ),
    "a text in one language": (GOOD.replace('da = "Klagefrist", ', ""), "da and en"),
    "no title": (GOOD.replace("title =", "name ="), "unknown keys"),
    "an option that is not there": (CHOICE.replace("value = 4", 'value = "b"'), "options"),
    "choice without options": (GOOD.replace('"weeks"', '"choice"'), "options"),
    "options without choice": (CHOICE.replace('"choice"', '"weeks"'), "options"),
    "the same option twice": (
        CHOICE.replace('"choice"', '"choices"').replace("value = 4", 'value = ["a", "a"]'),
        "different",
    ),
    "bounds on a boolean": (
        GOOD.replace('unit = "weeks"', 'unit = "boolean"\nminimum = 1').replace("value = 4", "value = true"),
        "whole numbers only",
    ),
}


@pytest.mark.parametrize("what", BAD)
def test_it_is_refused_with_the_place(what: str) -> None:
    document, place = BAD[what]
    with pytest.raises(InvalidParameter) as caught:
        read(document)
    assert caught.value.key == "rsl.appeal_deadline"
    assert place in caught.value.problem


def test_a_folder_is_read_by_act_and_name(tmp_path: Path) -> None:
    _write(tmp_path, GOOD)
    assert [parameter.key for parameter in Parameters.read(tmp_path)] == ["rsl.appeal_deadline"]


def test_a_file_that_is_not_toml_is_named(tmp_path: Path) -> None:
    _write(tmp_path, "title = ")
    with pytest.raises(InvalidParameter, match=r"rsl\.appeal_deadline: not a TOML document"):
        Parameters.read(tmp_path)


def _write(folder: Path, document: str) -> None:
    (folder / "parameters" / "rsl").mkdir(parents=True)
    (folder / "acts.toml").write_text(
        'rsl = { da = "retssikkerhedsloven", en = "the Act" }', encoding="utf-8"
    )
    (folder / "parameters" / "rsl" / "appeal_deadline.toml").write_text(document, encoding="utf-8")
