"""CPR, CVR, P-number, EAN and KLE as values. Every personal number here is a replacement number."""

from __future__ import annotations

import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean as stdnum_ean
from stdnum.dk import cvr as stdnum_cvr

from borgerfokus.core.identity import Cpr, Cvr, Ean, InvalidIdentifier, Kle, PNumber

EIGHT_DIGITS = st.text("0123456789", min_size=8, max_size=8)
THIRTEEN_DIGITS = st.text("0123456789", min_size=13, max_size=13)


@pytest.mark.parametrize(
    "text", ["741192-0000", "7411920000", "741192 0000", " 741192–0000 ", "741192 - 0000"]
)
def test_cpr_spellings(text: str) -> None:
    assert Cpr.parse(text).digits == "7411920000"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "cpr.length"),
        ("741192-000", "cpr.length"),
        ("741192-00000", "cpr.length"),
        ("7411-920000", "cpr.length"),
        ("741192-00a0", "cpr.length"),
        ("７４１１９２-0000", "cpr.length"),
        ("601192-0000", "cpr.date"),
        ("921192-0000", "cpr.date"),
        ("001192-0000", "cpr.date"),
        ("741392-0000", "cpr.date"),
        ("910492-0000", "cpr.date"),
        ("890223-0000", "cpr.date"),
    ],
)
def test_cpr_refusals_say_why_and_do_not_repeat_the_number(text: str, code: str) -> None:
    with pytest.raises(InvalidIdentifier) as caught:
        Cpr.parse(text)
    assert caught.value.code == code == str(caught.value)
    assert caught.value.text.da
    assert caught.value.text.en
    if text:
        assert text not in caught.value.text.da + caught.value.text.en


@pytest.mark.parametrize(
    ("seventh", "year", "full_year"),
    [
        *[(str(seventh), 0, 1900) for seventh in range(4)],
        *[(str(seventh), 99, 1999) for seventh in range(4)],
        ("4", 36, 2036),
        ("4", 37, 1937),
        ("4", 0, 2000),
        ("4", 99, 1999),
        *[(str(seventh), 57, 2057) for seventh in range(5, 9)],
        *[(str(seventh), 58, 1858) for seventh in range(5, 9)],
        *[(str(seventh), 0, 2000) for seventh in range(5, 9)],
        *[(str(seventh), 99, 1899) for seventh in range(5, 9)],
        ("9", 36, 2036),
        ("9", 37, 1937),
        ("9", 99, 1999),
    ],
)
def test_century_by_seventh_digit(seventh: str, year: int, full_year: int) -> None:
    assert Cpr.parse(f"7411{year:02d}-{seventh}000").birth_date == date(full_year, 11, 14)


def test_replacement_numbers_have_60_on_the_day() -> None:
    first, last = Cpr.parse("610192-0000"), Cpr.parse("911292-0000")
    assert first.is_replacement
    assert last.is_replacement
    assert first.birth_date == date(1992, 1, 1)
    assert last.birth_date == date(1992, 12, 31)


def test_a_number_with_an_ordinary_day_is_not_a_replacement() -> None:
    assert not Cpr(digits="140192" + "0000").is_replacement


@pytest.mark.parametrize(("text", "passes"), [("611192-0050", True), ("611192-0051", False)])
def test_modulus_11_is_a_warning_only(text: str, passes: bool) -> None:
    assert Cpr.parse(text).passes_modulus_11 is passes


def test_sex_by_last_digit() -> None:
    assert Cpr.parse("741192-0004").is_female
    assert not Cpr.parse("741192-0003").is_female


@pytest.mark.parametrize(
    ("day", "age"), [(date(2010, 11, 13), 17), (date(2010, 11, 14), 18), (date(2011, 1, 1), 18)]
)
def test_age(day: date, age: int) -> None:
    assert Cpr.parse("741192-0000").age_on(day) == age


def test_age_of_one_born_on_a_leap_day() -> None:
    born = Cpr.parse("890204-4000")
    assert born.birth_date == date(2004, 2, 29)
    assert born.age_on(date(2022, 2, 28)) == 17
    assert born.age_on(date(2022, 3, 1)) == 18


def test_the_number_is_never_printed_by_accident() -> None:
    number = Cpr.parse("741192-1234")
    shown = f"{number} {number!r} {number!s} {[number]}"
    assert "1234" not in shown
    assert "741192" not in shown
    assert number.masked == "741192-••••"
    assert number.with_hyphen == "741192-1234"
    assert pickle.loads(pickle.dumps(number)) == number  # noqa: S301 - made here


@given(digits=EIGHT_DIGITS)
def test_cvr_agrees_with_another_implementation(digits: str) -> None:
    assert _accepts(Cvr, digits) == bool(stdnum_cvr.is_valid(digits))


@pytest.mark.parametrize("text", ["DK13585628", "13 58 56 28", "dk 13585628"])
def test_cvr_spellings(text: str) -> None:
    assert str(Cvr.parse(text)) == "13585628"


@given(digits=THIRTEEN_DIGITS)
def test_ean_agrees_with_another_implementation(digits: str) -> None:
    assert _accepts(Ean, digits) == bool(stdnum_ean.is_valid(digits))


def test_ean_of_a_danish_authority() -> None:
    assert Ean.parse("5798000 354838").is_danish_public


@pytest.mark.parametrize(
    ("text", "valid"), [("1003456789", True), ("100345678", False), ("10034567890", False)]
)
def test_p_number_has_ten_digits(text: str, valid: bool) -> None:
    assert _accepts(PNumber, text) == valid


@pytest.mark.parametrize(
    ("text", "facet"), [("27.36.12", None), ("27.36.12-G01", "G01"), ("27.36.12-ø36", "Ø36")]
)
def test_kle(text: str, facet: str | None) -> None:
    found = Kle.parse(text)
    assert (found.main_group, found.group, found.subject, found.facet) == ("27", "27.36", "27.36.12", facet)
    assert str(found) == text.upper()


@pytest.mark.parametrize(
    "text", ["", "27.36", "27-36-12", "27.36.12-", "27.36.12-G1", "27.36.123", "٢٧.36.12"]
)
def test_other_kle_spellings_are_refused(text: str) -> None:
    assert not _accepts(Kle, text)


def _accepts(kind: type[Cvr | Ean | PNumber | Kle], text: str) -> bool:
    try:
        kind.parse(text)
    except InvalidIdentifier:
        return False
    return True
