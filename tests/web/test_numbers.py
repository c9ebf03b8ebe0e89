"""Whole numbers are read out of forms and addresses in one way, which no text makes fall over."""

import re
from pathlib import Path

import pytest
from django.test import RequestFactory

import borgerfokus.web
from borgerfokus.web.numbers import in_address, posted, whole

ELSEWHERE = {"numbers.py", "present/sheets.py", "citizen/present/contact.py", "management/views/control.py"}
"""The one way, and those that ask of single signs whether they are digits."""


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("12", 12), ("9" * 18, 10**18 - 1)])
def test_digits_are_a_number(text: str, number: int) -> None:
    assert whole(text) == number


@pytest.mark.parametrize("text", ["", " 1", "-1", "1.0", "1e3", "²", "١٢", "9" * 19, "9" * 5000, "0x1", "\x00"])
def test_anything_else_is_none(text: str) -> None:
    assert whole(text) is None


def test_a_field_and_a_parameter_are_read_in_the_same_way() -> None:
    request = RequestFactory().post("/?side=2&fra=x", {"item": "12", "other": "²"})
    assert (posted(request, "item"), posted(request, "other"), posted(request, "none")) == (12, None, None)
    assert (in_address(request, "side"), in_address(request, "fra"), in_address(request, "item")) == (2, None, None)


def test_there_is_no_second_reader_of_fields() -> None:
    """Nobody asks a form or an address for a number beside the one reader."""
    root = Path(borgerfokus.web.__file__).parent
    found = [
        str(path.relative_to(root))
        for path in root.rglob("*.py")
        if re.search(r"whole\(\s*(str\()?request\.(POST|GET)\.get\([^)]*\)\)", path.read_text(encoding="utf-8"))
    ]
    assert found == ["numbers.py"]


def test_there_is_no_second_way() -> None:
    root = Path(borgerfokus.web.__file__).parent
    asking = {
        str(path.relative_to(root))
        for path in root.rglob("*.py")
        if re.search(r"\.is(digit|decimal|numeric)\(", path.read_text(encoding="utf-8"))
    }
    assert asking == ELSEWHERE
