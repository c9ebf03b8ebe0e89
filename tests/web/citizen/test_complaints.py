"""A complaint goes to the unit's leader and is answered on the page; accessibility goes to who runs the platform."""

from django.test import Client
from tests.web.citizen.scene import SECRET, Scene

from borgerfokus.apps.dialogue.models import Complaint
from borgerfokus.core.access import Role
from borgerfokus.foundation.access.actor import Actor

FORM = "/min/rettigheder/klage/"
LEADING, FEEDBACK = "/ledelse/henvendelser/", "/ledelse/tilgaengelighed/"


def _complain(scene: Scene, mads: Client, **changes: str) -> str:
    post = {"kind": "conduct", "case": scene.case.number, "text": f"Jeg blev afbrudt {SECRET}", **changes}
    return mads.post(FORM, post, follow=True).content.decode()


def _leader(scene: Scene, unit: str = "voksenteamet") -> Actor:
    return scene.world.employee("Lone", unit=unit, role=Role.TEAM_LEADER, leads=True)


def test_the_leader_reads_and_answers_and_the_citizen_sees_it(scene: Scene, mads: Client):
    body = _complain(scene, mads)
    assert "Du får svar her senest 7. december 2026." in body
    assert "Venter på svar" in body
    leader = scene.client(_leader(scene))
    page = leader.get(LEADING).content.decode()
    assert SECRET in page
    assert "Mads Ellekjær" in page
    with scene.as_(scene.mads):
        number = Complaint.objects.get().pk
    assert "Skriv det" in leader.post(LEADING, {"complaint": number, "answer": " "}, follow=True).content.decode()
    leader.post(LEADING, {"complaint": number, "answer": "Det beklager jeg."})
    assert "Det beklager jeg." in mads.get(FORM).content.decode()
    again = leader.post(LEADING, {"complaint": number, "answer": "Igen"}, follow=True).content.decode()
    assert "allerede besvaret" in again


def test_neither_the_caseworker_nor_another_leader_reads_it(scene: Scene, mads: Client):
    _complain(scene, mads)
    with scene.as_(scene.mads):
        number = Complaint.objects.get().pk
    with scene.as_(scene.karen):
        assert not Complaint.objects.exists()
    assert scene.client(scene.karen).get(LEADING).status_code == 404
    other = scene.client(_leader(scene, "ydelsesteamet"))
    assert SECRET not in other.get(LEADING).content.decode()
    assert other.post(LEADING, {"complaint": number, "answer": "Nej"}).status_code == 404


def test_what_is_hard_to_use_is_told_without_a_name(scene: Scene, mads: Client):
    body = _complain(scene, mads, kind="accessibility", case="", text="Knappen er for lille")
    assert "Du får svar her senest" in body
    admin = scene.client(scene.world.employee("Allan", role=Role.ADMINISTRATOR))
    page = admin.get(FEEDBACK).content.decode()
    assert "Knappen er for lille" in page
    assert "Ellekjær" not in page
    assert "Knappen er for lille" not in scene.client(_leader(scene)).get(LEADING).content.decode()


def test_every_mistake_is_named_and_the_text_is_kept(scene: Scene, mads: Client):
    answer = mads.post(FORM, {"text": "Noget"})
    body = answer.content.decode()
    assert answer.status_code == 422
    assert "Vælg, hvad det handler om." in body
    assert "Vælg den sag, det handler om." in body
    assert "Noget" in body
