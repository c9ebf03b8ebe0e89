"""Every next act has a few words for a row of a list, in both languages."""

import pytest
from django.utils import translation

from borgerfokus.core.casework.situation import ActKind
from borgerfokus.web.present.acts import short


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("kind", ActKind)
def test_every_act_has_words_and_an_article(kind: ActKind, language: str) -> None:
    with translation.override(language):
        words, article = short(kind.value)
    assert words
    assert "{" not in words
    assert article


def test_no_act_has_no_words() -> None:
    assert short("") == ("", "")
