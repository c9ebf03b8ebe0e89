"""A text is read line by line, and a line that no file has is refused."""

import pytest

from borgerfokus.core.lines import LineTooLong, lines_of


def test_each_line_comes_with_its_end() -> None:
    text = "a\r\nb\n\nc\rd"
    assert list(lines_of(text, longest=3)) == ["a\r\n", "b\n", "\n", "c\r", "d"]


def test_a_line_that_is_too_long_is_refused_after_those_before_it() -> None:
    lines = lines_of("a\nbbbb\n", longest=4)
    assert next(lines) == "a\n"
    with pytest.raises(LineTooLong):
        next(lines)
