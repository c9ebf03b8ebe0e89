"""Whatever people paste in stays text, and a letter is made."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.foundation.text.letters import FONTS, HEARING
from tests.foundation.text.reading import text_of

from borgerfokus.foundation.text.glyphs import coverage, showable
from borgerfokus.foundation.text.pdf import render_general

COVERED = coverage(FONTS / "IBMPlexSans-Regular.ttf")
MARKUP = [
    '#read("/etc/passwd")',
    '#import "base.typ": *',
    '#eval("1+1")',
    "#{ panic() }",
    "#set page(width: 1pt)",
    "= Heading",
    "*bold* _it_ `raw` $x^2$ <label> @ref \\ // comment /* c */",
    '"); panic("',
    '{"view": 1}',
    "%PDF-1.7 endobj",
]


def made(text: str) -> str:
    letter = replace(
        HEARING,
        heading=f"A {text[:150]} Z",
        body=text,
        facts=(replace(HEARING.facts[0], title=text, value=text, source=text),),
        how_to_answer=text,
        addressee=replace(HEARING.addressee, name=f"N {text}", greeting_name=text or "N"),
    )
    return text_of(render_general(letter=letter, language="da", fonts=FONTS))


@pytest.mark.parametrize("text", MARKUP)
def test_markup_stays_text(text: str) -> None:
    assert made(text).count(" ".join(text.split())) >= 4


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("tak 😀 for det", "tak [grinning face] for det"),
        ("👨‍👩‍👧", "[man][woman][girl]"),
        ("navn: محمد", "navn: [4 tegn kan ikke vises]"),
        ("a\u202egnp.exe", "agnp.exe"),
        ("a\x00b\x07c\x1b[31m", "abc[31m"),
        ("a\tb\nc\u2028d", "a b c d"),
        ("e\u0301", "é"),
        ("\ud800x", "x"),
        ("\ufeffx\u200d", "x"),
    ],
)
def test_signs_without_a_shape_are_named_or_left_out(text: str, shown: str) -> None:
    assert showable(text=text, covered=COVERED, language="da") == shown
    assert shown in made(f"{text} ok")


def test_the_english_mark_is_english() -> None:
    assert showable(text="שלום", covered=COVERED, language="en") == "[4 characters cannot be shown]"


@pytest.mark.slow
@pytest.mark.parametrize("text", ["ord " * 5_000, "x" * 20_000, "Æ" * 20_000, "[" * 3_000, "- a\n" * 2_000])
def test_a_very_long_paragraph_is_set(text: str) -> None:
    wanted = text.replace("- ", "– ").split()[0][:30]
    assert wanted in made(text)


def test_a_long_word_can_break() -> None:
    broken = showable(text="x" * 100, covered=COVERED, language="da")
    assert max(len(piece) for piece in broken.split("\u200b")) == 40
    assert broken.replace("\u200b", "") == "x" * 100


@given(st.text())
def test_what_is_shown_has_a_shape(text: str) -> None:
    shown = showable(text=text, covered=COVERED, language="da")
    assert all(ord(sign) in COVERED or sign == "\u200b" for sign in shown)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
def test_any_text_makes_a_letter(text: str) -> None:
    assert "A " in made(f"x{text}")


@pytest.mark.parametrize("sign", "abcæøåÆØÅéü§»«–…0,.\u00a0")
def test_the_font_has_what_danish_needs(sign: str) -> None:
    assert ord(sign) in COVERED
