"""The standing line to somebody who needs an interpreter: in their own language, and in English where there is none."""

from __future__ import annotations

import pytest

from borgerfokus.core.languages import help_line


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("polsk", "skorzystać z tłumacza"),
        ("Polsk", "skorzystać z tłumacza"),
        ("somalisk", "turjubaan"),
        ("ukrainsk", "перекладача"),
        ("arabisk og tyrkisk", "Tercüman"),
        ("arabisk", "You can have an interpreter"),
        ("dansk tegnsprog", "tegnsprogstolk"),
    ],
)
def test_the_line_is_in_the_readers_own_language(language: str, said: str) -> None:
    assert said in help_line(language)


@pytest.mark.parametrize("language", ["", "  "])
def test_who_needs_no_interpreter_has_no_line(language: str) -> None:
    assert help_line(language) == ""
