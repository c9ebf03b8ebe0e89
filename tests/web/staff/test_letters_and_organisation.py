"""Letters on paper are printed by a person; letters that failed are sent again; the organisation is a tree."""

from datetime import datetime

import pytest
from tests.apps.decisions.scene import Scene, make
from tests.factories.world import World
from tests.web.staff.conftest import LogIn
from tests.web.staff.forms import text

from borgerfokus.core.access import Role
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.organisation.models import Responsibility
from borgerfokus.foundation.outbox import results
from borgerfokus.foundation.outbox.models import Message, MessageState
from borgerfokus.foundation.people.models import Person


@pytest.fixture
def scene(world: World) -> Scene:
    return make(world)


def test_a_letter_is_printed_and_leaves_the_queue(scene: Scene, world: World, as_: LogIn, now: datetime) -> None:
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=now):
        Person.objects.filter(pk=scene.citizen.id).update(digital_post_exempt=True)
    scene.issued()
    client = as_(world.employee("Rie", role=Role.RECEPTION))
    shown = client.get("/sag/print/").content.decode()
    assert "Mads Ellekjær" in shown
    letter = shown.split('name="letter" value="')[1].split('"')[0]
    assert client.get(f"/sag/print/{letter}/").content[:5] == b"%PDF-"
    assert "Vælg mindst ét brev." in text(client.post("/sag/print/", {"letter": "vrøvl"}, follow=True))
    assert "1 brev er sendt." in text(client.post("/sag/print/", {"letter": letter}, follow=True))
    assert "Ingen breve venter" in text(client.get("/sag/print/"))


def test_a_letter_that_failed_is_on_the_desk_until_it_is_sent_again(scene: Scene, as_: LogIn, now: datetime) -> None:
    decision = scene.issued()
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=now):
        message = Message.objects.get(reference=f"decision:{decision}")
        message.state = MessageState.FAILED
        message.save()
    scene.told(message.message_id, results.Outcome.FAILED, now, trouble="undeliverable")
    client = as_(scene.karen)
    with scene.as_(scene.karen):
        number = scene.case.number
    assert "kom ikke frem" in text(client.get("/sag/indbakke/"))
    assert "Send brevet med afgørelsen igen" in text(client.get(f"/sag/{number}/"))
    again = f"/sag/{number}/breve/{message.message_id}/igen/"
    assert as_(scene.world.employee("Ida", unit="visitation")).post(again, {"how": "paper"}).status_code == 404
    client = as_(scene.karen)
    assert "Brevet ligger i printkøen." in text(client.post(again, {"how": "paper"}, follow=True))
    assert "kom ikke frem" not in text(client.get("/sag/indbakke/"))
    assert "Mads Ellekjær" in text(client.get("/sag/print/"))


def test_the_tree_shows_leaders_their_span_and_what_each_unit_answers_for(world: World, as_: LogIn) -> None:
    world.employee("Bente", role=Role.TEAM_LEADER, leads=True)
    for name in ("Karen", "Oskar", "Niels"):
        world.employee(name)
    shown = text(as_(world.employee("Bo", role=Role.HR, unit="visitation")).get("/sag/organisation/"))
    assert "Voksenteamet Team Leder: Bente, team_leader Ledelsesspænd 3" in shown
    assert "Socialpædagogisk støtte, SEL § 85" in shown


def test_a_search_narrows_the_tree_and_keeps_the_way_down(world: World, as_: LogIn) -> None:
    client = as_(world.employee("Karen"))
    shown = text(client.get("/sag/organisation/?q=merudgifter"))
    assert "Ydelsesteamet" in shown
    assert "Handicap-Psykiatri" in shown
    assert "Visitation" not in shown
    assert "Ingen enhed passer" in text(client.get("/sag/organisation/?q=xyz"))
    assert Responsibility.objects.exists()
