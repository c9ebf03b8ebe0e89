"""Powers: given to somebody one knows by name and number, ended in a click, and refused from the next request."""

from datetime import timedelta

from django.test import Client
from tests.web.citizen.scene import Scene

from borgerfokus.core.access import Scope
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.people.models import Representation

ADDRESS = "/min/fuldmagt/"


def form(scene: Scene, person_id: int, **changes: object) -> dict[str, object]:
    number = scene.numbers[person_id].digits
    return {"name": "Ida Lund", "number": number, "scopes": ["read", "act"], "ends": "2027-06-30", **changes}


def test_a_power_is_given_and_works_at_once(scene: Scene, mads: Client):
    ida = scene.person("Ida", "Lund")
    client = scene.client(ida)
    address = f"/min/sag/{scene.case.number}/"
    assert client.get(address).status_code == 404
    body = mads.post(ADDRESS, form(scene, ida.id), follow=True).content.decode()
    assert "Ida Lund, fuldmagt" in body
    assert "Må se dine sager og søge, svare og klage for dig." in body
    assert "Gælder til 30. juni 2027." in body
    assert client.get(address).status_code == 200


def test_a_withdrawn_power_is_refused_at_the_next_request(scene: Scene, mads: Client):
    ida = scene.person("Ida", "Lund")
    power = scene.power(ida, Scope.READ)
    client = scene.client(ida)
    address = f"/min/sag/{scene.case.number}/"
    assert client.get(address).status_code == 200
    assert client.post(f"{ADDRESS}{power.pk}/stop/").status_code == 404
    mads.post(f"{ADDRESS}{power.pk}/stop/")
    assert client.get(address).status_code == 404
    assert mads.post(f"{ADDRESS}{power.pk}/stop/").status_code == 404


def test_a_number_without_its_name_gives_nothing_and_tells_nothing(scene: Scene, mads: Client):
    ida = scene.person("Ida", "Lund")
    for changes in ({"name": "Ida Holm"}, {"name": "Ida"}, {"number": "6101509999"}):
        answer = mads.post(ADDRESS, form(scene, ida.id, **changes))
        assert answer.status_code == 422
        assert "Vi kan ikke finde en med det navn og nummer." in answer.content.decode()
        assert "Lund, fuldmagt" not in answer.content.decode()
    with scene.as_(scene.mads):
        assert not Representation.objects.filter(person_id=scene.mads.id).exists()


def test_every_mistake_is_named(mads: Client):
    body = mads.post(ADDRESS, {"name": "", "number": "12", "ends": "2020-01-01"}).content.decode()
    for text in ("fulde navn", "ti tal", "mindst én ting", "en dag efter i dag"):
        assert text in body


def test_sent_twice_is_one_power(scene: Scene, mads: Client):
    ida = scene.person("Ida", "Lund")
    post = form(scene, ida.id, once="a" * 32)
    mads.post(ADDRESS, post)
    mads.post(ADDRESS, post)
    with scene.as_(scene.mads):
        assert Representation.objects.filter(person_id=scene.mads.id).count() == 1


def test_a_guardian_is_shown_and_cannot_be_stopped_here(scene: Scene, mads: Client):
    ida = scene.person("Ida", "Lund")
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=scene.at):
        row = Representation.objects.create(
            person_id=scene.mads.id,
            representative_id=ida.id,
            kind="guardian",
            starts=scene.at - timedelta(days=9),
            given_how="Værgemålsregister",
            given_by="system:test",
        )
    body = mads.get(ADDRESS).content.decode()
    assert "Ida Lund, værge" in body
    assert "Står i et register" in body
    assert "Stop fuldmagten" not in body
    assert mads.post(f"{ADDRESS}{row.pk}/stop/").status_code == 404
    assert scene.client(ida).get(f"/min/sag/{scene.case.number}/klage/").status_code == 200
