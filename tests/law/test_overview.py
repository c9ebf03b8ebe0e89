"""The document that leads from article to parameter to test is up to date."""

from __future__ import annotations

from borgerfokus.core.rules import Parameters
from tests.law import overview


def test_the_document_is_up_to_date() -> None:
    written = overview.DOCUMENT.read_text(encoding="utf-8")
    assert written == overview.document(), "run: python -m tests.law.overview"


def test_every_parameter_stands_in_it_with_a_test() -> None:
    lines = overview.document().partition("## Kinds of case")[0].splitlines()
    for parameter in Parameters.load():
        (line,) = [line for line in lines if f"| `{parameter.key}` |" in line]
        assert line.endswith(".md` |"), line


def test_a_row_of_the_table_of_parameters_can_be_read_back() -> None:
    parameter = Parameters.load().get("finance.cofinancing")
    gone = parameter.rows[-1].valid_from
    assert overview.value_row(parameter, gone) == "| finance.cofinancing | fredag 01-01-2027 | – | – |"
