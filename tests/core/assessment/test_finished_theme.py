"""What a finished theme needs: own words or why not, an observation, its source, and level where it belongs."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borgerfokus.core.assessment import SourceKind, ThemeContent, frames, lacking

FFB, FSIII = frames()["ffb"], frames()["fsiii"]
BODY = ThemeContent(own_words="Ondt i ryggen", observed="Går langsomt", source=SourceKind.VISIT)
CARE = replace(BODY, level_now=2, level_expected=1)


def fields(theme: str, content: ThemeContent, frame: str = "ffb") -> list[str]:
    return [lack.field for lack in lacking(frame=frames()[frame], theme=theme, content=content)]


TABLE = [
    ("self-care", CARE, []),
    ("body", BODY, []),
    ("self-care", ThemeContent(), ["own_words", "observed", "source", "level_now", "level_expected"]),
    ("body", ThemeContent(), ["own_words", "observed", "source"]),
    ("self-care", replace(CARE, own_words="  "), ["own_words"]),
    ("self-care", replace(CARE, own_words="", no_words_why="Har ikke sprog"), []),
    ("self-care", replace(CARE, source=None), ["source"]),
    ("self-care", replace(CARE, level_now=None), ["level_now"]),
    ("self-care", replace(CARE, level_expected=None), ["level_expected"]),
    ("self-care", replace(CARE, level_now=9, level_expected=None), []),
    ("self-care", replace(CARE, level_now=7), ["level_now"]),
    ("body", replace(BODY, level_now=2), ["level_now"]),
    ("environment", replace(BODY, level_expected=0), ["level_expected"]),
    ("self-care", replace(CARE, subthemes=("eat", "wash")), []),
    ("self-care", replace(CARE, subthemes=("cook",)), ["subthemes"]),
    ("self-care", replace(CARE, performance="self"), ["performance"]),
]


@pytest.mark.parametrize(("theme", "content", "expected"), TABLE)
def test_what_is_lacking(theme: str, content: ThemeContent, expected: list[str]) -> None:
    assert fields(theme, content) == expected


def test_the_citizens_own_view_is_asked_on_function_areas_only() -> None:
    assert fields("mobility", replace(CARE, performance="parts", meaning="limits"), "fsiii") == []
    assert fields("mobility", replace(CARE, meaning="parts"), "fsiii") == ["meaning"]
    assert fields("skin", replace(BODY, meaning="limits"), "fsiii") == ["meaning"]


@pytest.mark.parametrize("frame", [FFB, FSIII, frames()["ics"]], ids=lambda frame: frame.key)
@given(now=st.none() | st.integers(-1, 10), expected=st.none() | st.integers(-1, 10))
def test_a_level_is_a_duty_where_the_frame_says_so_and_forbidden_elsewhere(
    frame: object, now: int | None, expected: int | None
) -> None:
    for theme in frame.themes:  # type: ignore[attr-defined]
        content = replace(BODY, level_now=now, level_expected=expected)
        finished = not lacking(frame=frame, theme=theme.key, content=content)  # type: ignore[arg-type]
        if not frame.carries_level(theme.key):  # type: ignore[attr-defined]
            assert finished == (now is None and expected is None)
        else:
            known = {0, 1, 2, 3, 4, 9}
            assert finished == (now in known and (expected in known or (now == 9 and expected is None)))


def test_an_unknown_theme_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        lacking(frame=FFB, theme="nothing", content=BODY)
