"""The citizen reads the assessment theme by theme in words, except what rests on a withheld note."""

from tests.web.citizen.scene import SECRET, Scene

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.assessment.service import NewTheme
from borgerfokus.core.assessment import SourceKind, ThemeContent
from borgerfokus.core.offers.words import Group

CARE = ThemeContent("Jeg glemmer at spise.", "", "Køleskabet var tomt.", SourceKind.VISIT, "Min søster", 3, 1)


def save(scene: Scene, *news: NewTheme) -> None:
    with scene.as_(scene.karen):
        told = assessment.save_themes(case_id=scene.case.pk, themes=news, by=scene.karen, at=scene.at)
        assert told is None, told


def page(scene: Scene) -> str:
    return scene.client(scene.mads).get(f"/min/sag/{scene.case.number}/").content.decode()


def test_own_words_level_and_what_is_expected_stand_on_the_case_page(scene: Scene) -> None:
    assert "Sådan ser vi din situation" not in page(scene)
    save(scene, NewTheme("self-care", 0, CARE))
    shown = page(scene)
    assert "Egenomsorg: 3 · Svært nedsat funktionsevne" in shown
    assert "Jeg glemmer at spise." in shown
    assert "Forventet: 1 · Let nedsat funktionsevne." in shown


def test_what_rests_on_a_withheld_note_is_not_shown(scene: Scene) -> None:
    hidden = ThemeContent(SECRET, "", SECRET, SourceKind.STATEMENT, SECRET)
    save(scene, NewTheme("self-care", 0, CARE), NewTheme("social", 0, hidden, scene.withheld()))
    shown = page(scene)
    assert "Jeg glemmer at spise." in shown
    assert SECRET not in shown
    assert "Sociale forhold" not in shown


def test_what_was_said_last_time_is_marked_so(scene: Scene) -> None:
    save(scene, NewTheme("self-care", 0, CARE))
    with scene.as_(scene.karen):
        assert assessment.begin_round(case_id=scene.case.pk, by=scene.karen, at=scene.at) is None
    assert "Det er fra sidste gang." in page(scene)


def test_the_target_group_is_told_even_before_a_theme_is_written(scene: Scene) -> None:
    with scene.as_(scene.karen):
        assessment.set_groups(case_id=scene.case.pk, groups={Group.MENTAL}, by=scene.karen, at=scene.at)
    assert "en del af denne målgruppe: Psykiske vanskeligheder." in page(scene)
