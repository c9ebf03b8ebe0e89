"""The owners' own files, where they are at hand; the repository holds none of them."""

from pathlib import Path

import pytest
from tests.cli.imports.conftest import Desk, tally
from tests.factories.world import World

from borgerfokus.apps.casework import service as casework
from borgerfokus.core.casework.casetype import Weight
from borgerfokus.foundation.classifications import service as classifications
from borgerfokus.foundation.classifications.models import System

DATA = Path(__file__).resolve().parents[3].parent / "shared" / "data"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the owners' files are not here")

FILES = {
    "kle-subjects": ("kle_emner.csv", System.KLE_SUBJECT, 2857),
    "kle-facets": ("kle_handlingsfacetter.csv", System.KLE_FACET, 76),
    "ffb": ("ffb_flat.csv", System.FFB, 220),
    "fsiii": ("fsiii_flat.csv", System.FSIII, 828),
    "municipalities": ("kommuner.csv", System.MUNICIPALITY, 98),
}


@pytest.mark.parametrize("what", FILES)
def test_a_real_file_is_loaded_whole_and_again_unchanged(desk: Desk, db: None, what: str) -> None:
    name, system, number = FILES[what]
    first = tally(desk.load_file(what, DATA / name, edition="2026"))
    assert first.new + first.changed + first.unchanged == number
    assert classifications.codes(system).count() == number
    again = tally(desk.load_file(what, DATA / name, edition="2026"))
    assert (again.new, again.changed, again.unchanged, again.ended) == (0, 0, number, 0)


def test_codes_are_found_by_number_name_and_place(desk: Desk, db: None) -> None:
    for what, (name, _, _) in FILES.items():
        assert desk.load_file(what, DATA / name).saved
    support = classifications.find(system=System.KLE_SUBJECT, key="27.36.12")
    assert support is not None
    assert support.parent_key == "27.36"
    assert support.uuid is not None
    below = classifications.children(system=System.KLE_FACET, key="K").values_list("key", flat=True)
    assert "K02" in below
    assert classifications.codes(System.FFB).get(title="Egenomsorg").extra["definition"]
    svendborg = classifications.find(system=System.MUNICIPALITY, key="0479")
    assert svendborg is not None
    assert (svendborg.title, svendborg.extra) == ("Svendborg", {"region": "Syddanmark"})


def test_every_case_type_has_a_subject_of_the_real_classification(desk: Desk, world: World) -> None:
    assert desk.load_file("kle-subjects", DATA / "kle_emner.csv").saved
    found = casework.check_configuration(on=desk.at.date())
    assert [one for one in found if one.finding.path == "kle" and one.finding.weight is Weight.BLOCKING] == []


@pytest.mark.parametrize("what", FILES)
def test_a_real_file_of_another_kind_is_refused(desk: Desk, db: None, what: str) -> None:
    others = [name for other, (name, _, _) in FILES.items() if other != what and {what, other} != {"ffb", "fsiii"}]
    for name in others:
        outcome = desk.load_file(what, DATA / name)
        assert not outcome.saved
        assert outcome.problem_count == 1
