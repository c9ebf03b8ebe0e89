"""What is typed keeps itself: put back on the next visit, for the same person only, and never over a newer version."""

import pytest
from django.test import Client
from tests.apps.decisions.scene import Scene, make
from tests.factories.world import World
from tests.web.staff.conftest import LogIn
from tests.web.staff.forms import act

HALF = "Den halve begrundelse, som ikke er gemt."


@pytest.fixture
def scene(world: World) -> Scene:
    return make(world)


@pytest.fixture
def page(scene: Scene) -> str:
    with scene.as_(scene.karen):
        return f"/sag/{scene.case.number}/"


@pytest.fixture
def client_of(as_: LogIn, scene: Scene) -> Client:
    return as_(scene.karen)


def test_a_form_is_put_back_for_the_one_who_typed(
    world: World, scene: Scene, page: str, client_of: Client, as_: LogIn
) -> None:
    kept = client_of.post(f"{page}kladde/assess/", {"own_words": HALF, "level": "2"})
    assert kept.content.decode() == "Kladden er gemt kl. 12.00"
    shown = client_of.get(f"{page}udredning/").content.decode()
    assert HALF in shown
    assert "Kladden er gemt kl. 12.00" in shown
    assert HALF not in as_(world.employee("Oskar")).get(f"{page}udredning/").content.decode()
    words = {"own_words": HALF, "observed": "Post", "conclusion": "Støtte", "level": "2"}
    client = as_(scene.karen)
    assert act(client, f"{page}udredning/", "assess", **words).status_code == 302
    assert "Kladden er gemt" not in client.get(f"{page}udredning/").content.decode()


def test_facts_keep_each_their_own(page: str, client_of: Client) -> None:
    client_of.post(f"{page}kladde/record/", {"fact": "O3", "value": HALF})
    assert HALF in client_of.get(f"{page}oplysninger/O3/").content.decode()
    assert HALF not in client_of.get(f"{page}oplysninger/O4/").content.decode()


def test_a_draft_on_an_older_version_is_not_put_back(scene: Scene, page: str, client_of: Client) -> None:
    decision = scene.draft()
    typed = {"decision": decision, "version": scene.version(decision), "considerations": HALF, "outcome": "partly"}
    client_of.post(f"{page}kladde/draft/", typed)
    workshop = f"{page}afgoerelse/{decision}/"
    assert HALF in client_of.get(workshop).content.decode()
    scene.exempt()
    scene.approved(decision)
    assert HALF not in client_of.get(workshop).content.decode()


def test_only_forms_that_keep_and_acts_that_are_allowed_have_drafts(
    world: World, page: str, client_of: Client, as_: LogIn
) -> None:
    assert client_of.post(f"{page}kladde/take/", {}).status_code == 404
    assert client_of.post(f"{page}kladde/xyz/", {}).status_code == 404
    stranger = as_(world.employee("Ida", unit="visitation"))
    assert stranger.post(f"{page}kladde/note/", {"body": HALF}).status_code == 404
