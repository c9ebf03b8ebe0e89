"""Whole numbers are read out of forms and addresses in one way, which no text makes fall over."""

import re
from pathlib import Path

import pytest

import borgerfokus.web
from borgerfokus.web.numbers import whole

ELSEWHERE = {"numbers.py", "present/sheets.py", "citizen/present/contact.py", "management/views/control.py"}
"""The one way, and those that ask of single signs whether they are digits."""


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("12", 12), ("9" * 18, 10**18 - 1)])
def test_digits_are_a_number(text: str, number: int) -> None:
    assert whole(text) == number


@pytest.mark.parametrize("text", ["", " 1", "-1", "1.0", "1e3", "²", "١٢", "9" * 19, "9" * 5000, "0x1", "\x00"])
def test_anything_else_is_none(text: str) -> None:
    assert whole(text) is None


def test_there_is_no_second_way() -> None:
    root = Path(borgerfokus.web.__file__).parent
    asking = {
        str(path.relative_to(root))
        for path in root.rglob("*.py")
        if re.search(r"\.is(digit|decimal|numeric)\(", path.read_text(encoding="utf-8"))
    }
    assert asking == ELSEWHERE
