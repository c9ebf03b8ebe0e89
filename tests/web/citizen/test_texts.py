"""The words of citizens' pages, their own and the open ones: easy to read in both languages, and all in English."""

import re

import pytest
from tests.web.citizen.scene import Scene

from borgerfokus.cli import translations
from borgerfokus.core.decisions.readability import measure
from borgerfokus.foundation.parameters import service as parameters

_PLACES = ("web/citizen", "web/public")
_FEW = 12
"""So many words make a text that has a figure of its own; in shorter ones a single word weighs too much."""
_LONGEST = 22
"""Words of a sentence."""
_FILLED = re.compile(r"%\(\w+\)s")
GOAL = "own.lix_goal"


def texts(place: str, language: str) -> list[str]:
    """What stands on the pages of a place, numbers and names put in as a short word."""
    english = translations.merged()
    found = []
    for where, msgid, context in translations._texts(translations.SOURCE):
        if where.startswith(place):
            known = english.get(msgid, context) if language == "en" else None
            said = msgid if known is None else known.string
            found.append(_FILLED.sub("7", said if isinstance(said, str) else said[0]))
    return list(dict.fromkeys(found))


@pytest.mark.slow
def test_everything_is_said_in_english() -> None:
    assert [one for one in translations.missing() if one.where.startswith(_PLACES)] == []


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("place", _PLACES)
def test_the_pages_as_a_whole_stay_under_the_goal(scene: Scene, place: str, language: str) -> None:
    goal = parameters.at(GOAL, on=scene.at.date()).number
    whole = "\n".join(text for text in texts(place, language) if text.endswith("."))
    figure = measure(text=whole, goal=goal)
    assert figure.lix < goal, (figure.lix, figure.long_words)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("place", _PLACES)
def test_each_text_stays_under_the_goal(scene: Scene, place: str, language: str) -> None:
    goal = parameters.at(GOAL, on=scene.at.date()).number
    told = [one for one in texts(place, language) if one.endswith(".") and len(one.split()) >= _FEW]
    assert [(one, figure) for one in told if (figure := measure(text=one, goal=goal).lix) >= goal] == []


def test_a_heavy_text_would_be_found() -> None:
    text = "Kommunalbestyrelsen træffer afgørelse vedrørende bevilling af specialpædagogiske foranstaltninger."
    assert measure(text=text, goal=40).lix > 40


@pytest.mark.slow
@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("place", _PLACES)
def test_no_sentence_is_long(place: str, language: str) -> None:
    long = [one for one in texts(place, language) if measure(text=one, goal=40).longest_sentence_words > _LONGEST]
    assert long == []
