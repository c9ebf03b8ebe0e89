"""The shipped frames are the ones of the standards, and a document with a fault is told its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borgerfokus.core.assessment import Frame, frames, parse
from borgerfokus.core.texts import Text

LITTLE = """key = "little"
name = { da = "Lille", en = "Little" }
[[levels]]
value = 0
title = { da = "Ingen", en = "None" }
[[groups]]
key = "a"
title = { da = "A", en = "A" }
level = true
[[groups.themes]]
key = "one"
title = { da = "Et", en = "One" }
subthemes = [
  { key = "x", title = { da = "X", en = "X" } },
  { key = "y", title = { da = "Y", en = "Y" } },
]
[[groups.themes]]
key = "two"
title = { da = "To", en = "Two" }
"""


def test_ffb_has_eleven_themes_and_level_only_on_activity_and_participation() -> None:
    ffb = frames()["ffb"]
    assert len(ffb.themes) == 11
    assert [group.title.da for group in ffb.groups if group.level] == ["Aktivitet og deltagelse"]
    with_level = [theme.title.da for theme in ffb.themes if ffb.carries_level(theme.key)]
    assert with_level == [
        "Egenomsorg",
        "Kommunikation",
        "Mobilitet",
        "Praktiske opgaver",
        "Relationer",
        "Samfundsliv",
    ]
    assert [level.value for level in ffb.scale] == [0, 1, 2, 3, 4]
    assert sum(len(theme.subthemes) for theme in ffb.themes) == 67


def test_fsiii_has_five_function_areas_with_the_citizens_own_view_and_twelve_nursing_areas() -> None:
    function, nursing = frames()["fsiii"].groups
    assert (len(function.themes), function.level, function.own_view) == (5, True, True)
    assert (len(nursing.themes), nursing.level, nursing.own_view) == (12, False, False)
    assert {theme.code for theme in nursing.themes} == {f"I{number}" for number in range(1, 13)}
    assert [level.value for level in frames()["fsiii"].levels] == [0, 1, 2, 3, 4, 9]


def test_ics_has_three_sides_and_ten_dimensions_without_level() -> None:
    ics = frames()["ics"]
    assert ([len(group.themes) for group in ics.groups], ics.levels) == ([4, 3, 3], ())


FAULTS = [
    ('key = "two"', 'key = "one"', 18, "groups[1].themes[2].key"),
    ('{ key = "y"', '{ key = "x"', 15, "groups[1].themes[1].subthemes[2]"),
    ('{ key = "y"', '{ kee = "y"', 15, "groups[1].themes[1].subthemes[2].kee"),
    ("level = true", 'level = "yes"', 9, "groups[1].level"),
    ('title = { da = "To", en = "Two" }', 'title = { da = "To" }', 19, "groups[1].themes[2].title"),
    ('name = { da = "Lille", en = "Little" }', "", 1, "name"),
    ("value = 0", "value = 0\ncounts = false", 10, "groups[1].level"),
    ("level = true", "level = true\nown_view = true", 10, "groups[1].own_view"),
    ("value = 0", "value = 0 0", 4, ""),
]


@pytest.mark.parametrize(("old", "new", "line", "path"), FAULTS)
def test_a_fault_names_its_line(old: str, new: str, line: int, path: str) -> None:
    assert old in LITTLE
    found = parse(LITTLE.replace(old, new, 1))
    assert not isinstance(found, Frame)
    assert (line, path) in [(error.line, error.path) for error in found]


@given(st.text(max_size=200))
def test_any_text_is_a_frame_or_a_list_of_faults(text: str) -> None:
    found = parse(text)
    assert isinstance(found, Frame) or (found and all(error.line >= 1 for error in found))


def test_titles_of_the_classification_take_the_place_of_the_seeds() -> None:
    ffb = frames()["ffb"]
    code = ffb.theme("self-care").code
    assert code
    named = ffb.named({code: Text(da="Nyt navn", en="New name")})
    assert named.theme("self-care").title.da == "Nyt navn"
    assert named.theme("mobility") == ffb.theme("mobility")
    with pytest.raises(KeyError):
        named.theme("nothing")
