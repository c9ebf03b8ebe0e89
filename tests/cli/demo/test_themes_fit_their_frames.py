"""The words of the demo are finished themes of the frame that their case type names."""

import pytest

from borgerfokus.cli.demo import children
from borgerfokus.cli.demo.draw import Draw
from borgerfokus.cli.demo.pace import PACES
from borgerfokus.cli.demo.stories import DEMANDS
from borgerfokus.cli.demo.words import BY_KIND, themes
from borgerfokus.core.assessment import SourceKind, ThemeContent, frames, lacking
from borgerfokus.core.casework.casetype import CaseType, load_shipped

TOLD = [one for one in load_shipped() if one.key in BY_KIND]


def test_every_kind_of_case_that_is_told_has_its_words_its_themes_and_its_pace() -> None:
    assert set(BY_KIND) == set(themes.BY_KIND) == {one.key for one in TOLD}
    assert set(PACES) == set(DEMANDS) == set(BY_KIND) - children.KINDS
    assert {one.key for one in load_shipped() if one.key.startswith("bl-")} == children.KINDS
    for case_type in TOLD:
        assert {fact.key for fact in case_type.information} == set(BY_KIND[case_type.key].facts)


@pytest.mark.parametrize("case_type", TOLD, ids=lambda one: one.key)
def test_every_theme_that_the_demo_says_something_of_is_finished(case_type: CaseType) -> None:
    frame = frames()[case_type.frame or ""]
    told = themes.profile(case_type.key, Draw(3, "test"))
    assert told
    for said in [*told, *(themes.since(one) for one in told)]:
        content = ThemeContent(
            own_words=said.own_words,
            observed=said.observed,
            source=SourceKind(said.source),
            level_now=said.now,
            level_expected=said.expected,
            subthemes=said.subthemes,
            performance=said.performance,
            meaning=said.meaning,
        )
        assert lacking(frame=frame, theme=said.theme, content=content) == ()


def test_the_same_case_is_told_the_same_every_time() -> None:
    first, again = (themes.profile("sel-85", Draw(3, "one"), most=3) for _ in range(2))
    assert first == again
    assert len(first) == 3
