"""Who gets my letters and who speaks for me: listed by name, each ended in one press that holds at once."""

from django.test import Client
from tests.web.citizen.scene import Scene

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Party
from borgerfokus.core.access import Scope
from borgerfokus.foundation.people import queries as people

ADDRESS = "/min/fuldmagt/"


def test_letters_are_stopped_and_the_rest_of_the_power_goes_on(scene: Scene, mads: Client):
    ida = scene.person("Ida", "Lund")
    power = scene.power(ida, Scope.READ, Scope.RECEIVE_POST)
    shown = mads.get(ADDRESS).content.decode()
    assert "Stop breve" in shown
    assert "data-confirm" not in shown.split("<main")[1], "what I gave ends in one press, without a question"
    assert scene.client(ida).post(f"{ADDRESS}{power.pk}/breve/").status_code == 404
    after = mads.post(f"{ADDRESS}{power.pk}/breve/", follow=True).content.decode()
    assert "Personen får ikke flere af dine breve. Det gælder fra nu af. Resten af fuldmagten gælder stadig." in after
    assert "Kun du får dine breve." in after
    assert "Må se dine sager." in after
    with scene.as_(scene.mads):
        known = people.representatives_of(person_id=scene.mads.id, at=scene.at)
        assert [(one.other.name, one.gets_letters) for one in known] == [("Ida Lund", False)]
    assert scene.client(ida).get(f"/min/sag/{scene.case.number}/").status_code == 200
    assert mads.post(f"{ADDRESS}{power.pk}/breve/").status_code == 404


def test_a_power_of_nothing_but_letters_ends_with_them_and_that_is_said(scene: Scene, mads: Client):
    power = scene.power(scene.person("Ida", "Lund"), Scope.RECEIVE_POST)
    after = mads.post(f"{ADDRESS}{power.pk}/breve/", follow=True).content.decode()
    assert "Fuldmagten er slut." in after
    assert "Kun dig selv." in after


def test_who_speaks_for_me_in_a_case_is_ended_by_me_alone(scene: Scene, mads: Client):
    ida = scene.person("Ida", "Lund")
    with scene.as_(scene.karen):
        added = casework.add_party(
            case_id=scene.case.pk, person_id=ida.id, role="representative", by=scene.karen, at=scene.at
        )
        assert added is None
        party = Party.objects.get(case=scene.case, role="representative").pk
    speaks, case = scene.client(ida), f"/min/sag/{scene.case.number}/"
    assert speaks.get(case).status_code == 200
    assert "Ida Lund, partsrepræsentant" in mads.get(ADDRESS).content.decode()
    assert speaks.post(f"{ADDRESS}part/{party}/stop/").status_code == 404
    assert "Personen taler ikke længere for dig." in mads.post(
        f"{ADDRESS}part/{party}/stop/", follow=True
    ).content.decode()
    assert speaks.get(case).status_code == 404
