"""The words of the citizen's pages: easy to read, and complete in English."""

from tests.web.citizen.scene import Scene

from borgerfokus.cli import translations
from borgerfokus.core.decisions.readability import measure
from borgerfokus.foundation.parameters import service as parameters

_PLACE = "web/citizen"


def texts() -> list[str]:
    found = [msgid for where, msgid, _ in translations._texts(translations.SOURCE) if where.startswith(_PLACE)]
    return list(dict.fromkeys(found))


def test_everything_is_said_in_english() -> None:
    assert [one for one in translations.missing() if one.where.startswith(_PLACE)] == []


def test_the_pages_as_a_whole_stay_under_the_goal(scene: Scene) -> None:
    goal = parameters.at("own.lix_goal", on=scene.at.date()).number
    whole = "\n".join(text for text in texts() if text.endswith("."))
    figure = measure(text=whole, goal=goal)
    assert figure.lix < goal, (figure.lix, figure.long_words)


def test_no_sentence_is_long() -> None:
    long = [text for text in texts() if measure(text=text, goal=40).longest_sentence_words > 22]
    assert long == []
