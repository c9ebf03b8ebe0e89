"""Plain text as paragraphs, lists and links."""

from __future__ import annotations

import pytest

from borgerfokus.foundation.text.paragraphs import Block, Run, blocks, runs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("\n \n", ()),
        ("en\nto", (Block(False, ("en",)), Block(False, ("to",)))),
        ("en\n\n\nto", (Block(False, ("en",)), Block(False, ("to",)))),
        ("- a\n- b", (Block(True, ("a", "b")),)),
        ("• a\n– b", (Block(True, ("a", "b")),)),
        ("før\n- a\nefter", (Block(False, ("før",)), Block(True, ("a",)), Block(False, ("efter",)))),
        ("-a", (Block(False, ("-a",)),)),
        ("- ", (Block(False, ("-",)),)),
        ("# x\n* y\n**z**", (Block(False, ("# x",)), Block(False, ("* y",)), Block(False, ("**z**",)))),
        ("en\r\nto", (Block(False, ("en",)), Block(False, ("to",)))),
    ],
)
def test_lines_are_paragraphs_and_dashes_are_lists(text: str, expected: tuple[Block, ...]) -> None:
    assert blocks(text=text) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("uden", (Run("uden"),)),
        (
            "Se https://fjordby.example/klag.",
            (Run("Se "), Run("https://fjordby.example/klag", "https://fjordby.example/klag"), Run(".")),
        ),
        ("post@fjordby.example", (Run("post@fjordby.example", "mailto:post@fjordby.example"),)),
        ("javascript:alert(1)", (Run("javascript:alert(1)"),)),
        ("", ()),
    ],
)
def test_addresses_become_links(line: str, expected: tuple[Run, ...]) -> None:
    assert runs(line=line) == expected
