"""Where the letter fonts come from."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from tests.foundation.text.letters import FONTS, LETTER

from borgerfokus.foundation.text.fonts import FontsMissing, font_folder, loaded
from borgerfokus.foundation.text.glyphs import UnreadableFont, coverage
from borgerfokus.foundation.text.pdf import render_letter


def test_the_settings_name_a_folder_with_the_letter_font() -> None:
    assert loaded(font_folder()).families() == ["IBM Plex Sans"]
    assert render_letter(letter=LETTER, language="da") == render_letter(
        letter=LETTER, language="da", fonts=FONTS
    )


def test_without_the_setting_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "BORGERFOKUS_FONTS", None)
    with pytest.raises(FontsMissing, match="BORGERFOKUS_FONTS"):
        font_folder()


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x00\x00\x00\x01", b"x" * 400])
def test_a_file_that_is_no_font_is_named(content: bytes, tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(content)
    with pytest.raises(UnreadableFont, match=r"broken\.ttf"):
        coverage(broken)
