"""The frames' codes are those of the owners' files, so that an import names the themes."""

import pytest
from tests.cli.imports.conftest import Desk
from tests.cli.imports.test_real_classifications import DATA, FILES

from borgerfokus.core.assessment import frames
from borgerfokus.foundation.classifications import service as classifications

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the owners' files are not here")


@pytest.mark.parametrize("key", ["ffb", "fsiii"])
def test_every_code_of_the_frame_is_in_the_real_file_with_the_same_meaning(desk: Desk, db: None, key: str) -> None:
    name, system, _ = FILES[key]
    assert desk.load_file(key, DATA / name).saved
    seed = frames()[key].titles
    found = dict(classifications.codes(system).filter(key__in=list(seed)).values_list("key", "title"))
    assert seed.keys() - found.keys() == set()
    apart = {code for code, title in found.items() if _plain(title) != _plain(seed[code].da)}
    assert apart == set()


def test_the_frame_has_every_theme_and_sub_theme_that_the_real_file_has(desk: Desk, db: None) -> None:
    name, system, _ = FILES["ffb"]
    assert desk.load_file("ffb", DATA / name).saved
    rows = classifications.codes(system)
    top = rows.get(title="FFB tilstande")
    groups = list(rows.filter(parent_key=top.key))
    themes = list(rows.filter(parent_key__in=[one.key for one in groups]))
    below = rows.filter(parent_key__in=[one.key for one in themes]).values_list("key", flat=True)
    ffb = frames()["ffb"]
    assert {one.key for one in themes} == {theme.code for theme in ffb.themes}
    assert set(below) == {part.code for theme in ffb.themes for part in theme.subthemes}
    assert {one.title for one in groups} == {group.title.da for group in ffb.groups}


def _plain(title: str) -> str:
    return "".join(letter for letter in title.lower() if letter.isalpha())
