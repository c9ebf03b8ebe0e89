"""The text of the notice cannot tell what the message or the case is about, whoever writes it."""

import pytest

from borgerfokus.apps.dialogue.queries.texts import PLACEHOLDERS, NoticeKind, NoticeTextError, parse, text_of

_DOCUMENT = """
heading = {{ da = "{0}", en = "{0}" }}
body = {{ da = "Log ind.", en = "Log in." }}
law = {{ da = "§ 7", en = "§ 7" }}
"""


def test_the_words_stand_in_a_section_of_their_own_that_is_left_out() -> None:
    text = text_of(NoticeKind.MESSAGE)
    apart = [section for section in text.sections if section.needs == "words"]
    assert len(apart) == 1
    told = [text.heading, text.body, text.law, *([text.how_to_answer] if text.how_to_answer else [])]
    assert not any("{" in part.da + part.en for part in told)


def test_a_text_that_would_tell_the_case_is_refused() -> None:
    """The sabotage: what every other notice may say is unknown here."""
    assert "title" in PLACEHOLDERS[NoticeKind.MEETING]
    with pytest.raises(NoticeTextError, match="title"):
        parse(NoticeKind.MESSAGE, _DOCUMENT.format("Nyt om {title}"))
    parse(NoticeKind.MESSAGE, _DOCUMENT.format("Der er en besked"))
