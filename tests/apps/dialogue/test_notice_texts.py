"""The texts of notices: complete, in both languages, easy to read, and refused when they are not fit for use."""

from datetime import date

import pytest

from borgerfokus.apps.dialogue.queries.samples import SAMPLE
from borgerfokus.apps.dialogue.queries.texts import (
    PLACEHOLDERS,
    NoticeKind,
    NoticeTextError,
    all_texts,
    parse,
    text_of,
)
from borgerfokus.core.decisions.readability import measure
from borgerfokus.core.rules import Parameters
from borgerfokus.core.texts import Text

GOAL = Parameters.load().at("own.lix_goal", on=date(2026, 11, 23)).number
GOOD = """
heading = { da = "En", en = "One" }
body = { da = "{title}", en = "{title}" }
law = { da = "Lov", en = "Act" }
"""


def finished(kind: NoticeKind, language: str) -> str:
    text = text_of(kind)
    parts = [text.heading, text.body, *(part.body for part in text.sections), text.law]
    if text.how_to_answer:
        parts.append(text.how_to_answer)
    return "\n".join(part.filled(**SAMPLE).in_(language) for part in parts)


@pytest.mark.parametrize("kind", list(NoticeKind))
def test_a_letter_is_easy_to_read(kind: NoticeKind) -> None:
    found = measure(text=finished(kind, "da"), goal=GOAL)
    assert found.within_goal, f"LIX {found.lix}: {found.long_words}"
    assert found.longest_sentence_words <= 20, found.longest_sentence


@pytest.mark.parametrize("kind", list(NoticeKind))
def test_every_placeholder_can_be_filled_in_both_languages(kind: NoticeKind) -> None:
    assert PLACEHOLDERS[kind] <= set(SAMPLE)
    for language in ("da", "en"):
        assert "{" not in finished(kind, language)


def test_there_is_a_text_for_every_kind_and_it_names_its_rule() -> None:
    assert set(all_texts()) == set(NoticeKind)
    assert all("loven" in text.law.da for text in all_texts().values())


def test_a_letter_that_asks_says_what_happens_without_an_answer() -> None:
    for kind in (NoticeKind.INFORMATION_ASKED, NoticeKind.REMINDER):
        text = text_of(kind)
        assert text.how_to_answer is not None
        assert "§§ 11 b og 12" in text.law.da
        assert any("ikke svarer" in part.heading.da for part in text.sections)


def test_a_good_text_is_taken() -> None:
    assert parse(NoticeKind.CLOSED, GOOD).heading == Text(da="En", en="One")


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (('en = "One"', 'en = ""'), "'en'"),
        (('da = "En", ', ""), "da and en"),
        (('da = "{title}"', 'da = "{titel}"'), "unknown {titel}"),
        (('en = "{title}"', 'en = "Case"'), "one language only"),
        (('law = { da = "Lov", en = "Act" }', ""), "law"),
        (("heading =", "extra = 1\nheading ="), "unknown extra"),
        (("heading =", "heading = ="), "notices/closed.toml"),
        (('"{title}", en', '"{title", en'), "notices/closed.toml"),
    ],
)
def test_a_faulty_text_is_refused_with_what_to_mend(change: tuple[str, str], problem: str) -> None:
    with pytest.raises(NoticeTextError, match=problem.replace("{", r"\{")):
        parse(NoticeKind.CLOSED, GOOD.replace(*change))


def test_a_section_that_needs_what_nobody_gives_is_refused() -> None:
    section = '[[sections]]\nneeds = "weather"\nheading = { da = "A", en = "A" }\nbody = { da = "B", en = "B" }\n'
    with pytest.raises(NoticeTextError, match="needs weather"):
        parse(NoticeKind.CLOSED, GOOD + section)
