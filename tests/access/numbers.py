"""Finding personal numbers in a text: with and without hyphen, with blanks, never inside longer words."""

import re

_DAY = "(?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])"
_MONTH = "(?:0[1-9]|1[0-2])"
_GAP = "[ \u00a0]?"
_BETWEEN = "[ \u00a0]{0,2}[-\u2010-\u2015]?[ \u00a0]{0,2}"
_NUMBER = re.compile(
    rf"(?<![0-9A-Za-z])(?<![0-9][.,:/-]){_DAY}{_GAP}{_MONTH}{_GAP}[0-9]{{2}}{_BETWEEN}[0-9]{{4}}(?![0-9A-Za-z])(?![.,:/-][0-9])"
)
_DAYS_OF = {"02": 29, "04": 30, "06": 30, "09": 30, "11": 30}


def personal_numbers(text: str) -> list[str]:
    """Every run that reads as a personal number, as ten digits. The day is one of its month, or 60 higher."""
    found = ("".join(sign for sign in match.group() if sign.isdigit()) for match in _NUMBER.finditer(text))
    return [digits for digits in found if _is_a_day(digits[:2], digits[2:4])]


def _is_a_day(day: str, month: str) -> bool:
    number = int(day) - 60 if int(day) > 60 else int(day)
    return 1 <= number <= _DAYS_OF.get(month, 31)
