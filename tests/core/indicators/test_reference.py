"""The list of indicators in the documents is made from the catalogue. `BORGERFOKUS_RENEW=1` writes it anew."""

import os
from collections.abc import Iterator
from pathlib import Path

from borgerfokus.core.indicators import THEME_NAMES, Indicator, Theme, load_shipped, written

DOCUMENT = Path(__file__).parents[3] / "docs" / "reference" / "indicators.md"
HEAD = """# The indicators

Made from `core/indicators/documents` by `tests/core/indicators/test_reference.py`. How to make a new one:
`docs/how-to/new-indicator.md`. "Told to" is the widest audience; the committee and everybody read whole quarters after
disclosure control.
"""


COLUMNS = "| key | what | definition | better | target | told to |\n|---|---|---|---|---|---|\n"


def lines() -> Iterator[str]:
    yield HEAD
    for theme in Theme:
        yield f"\n## {THEME_NAMES[theme].da}\n\n{COLUMNS}"
        yield from (row(one) for one in load_shipped() if one.theme is theme)


def row(one: Indicator) -> str:
    target = written(one.target, one).da if one.target is not None else ""
    cells = (f"`{one.key}`", one.title.da, one.definition.da, one.direction.value, target, one.disclosure.value)
    return f"| {' | '.join(cells)} |\n"


def test_the_document_is_of_the_catalogue() -> None:
    text = "".join(lines())
    if os.environ.get("BORGERFOKUS_RENEW"):
        DOCUMENT.write_text(text, "utf-8")
    assert DOCUMENT.read_text("utf-8") == text
