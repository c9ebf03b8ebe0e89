"""The administrator's pages of programs and integrations: put up, look after, and mend by hand."""

from dataclasses import dataclass
from datetime import datetime

import pytest
from django.test import Client
from tests.apps.exchange.setting import SYSTEM, carry, client, happen, integrate, seen_by_keeper
from tests.factories.login import log_in
from tests.factories.world import World
from tests.web.sql.snapshot import assert_sql

from borgerfokus.apps.exchange import service as exchange
from borgerfokus.core.exchange.fields import FieldGroup
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.login.models import Client as Program

LIST = "/styring/integrationer/"


@dataclass
class Desk:
    """An administrator with a browser."""

    world: World
    browser: Client

    def post(self, key: str, act: str, **more: str) -> str:
        """Do something on the page of an integration; returns the page that comes after."""
        answer = self.browser.post(f"{LIST}{key}/", {"act": act, **more}, follow=True)
        assert answer.status_code == 200
        return answer.content.decode()


@pytest.fixture
def now() -> datetime:
    """A page reads the clock itself, so the secret's day begins now."""
    from django.utils import timezone

    return timezone.now()


@pytest.fixture
def desk(world: World) -> Desk:
    browser = Client()
    log_in(browser, seen_by_keeper(world), at=world.at)
    return Desk(world, browser)


def _fed(desk: Desk, **more: object) -> exchange.Integration:
    made = integrate(desk.world, counterpart="files", **more)
    happen([desk.world.case(citizen_id=desk.world.person())], times=2, at=desk.world.at)
    carry(made, at=desk.world.at)
    return made


def test_a_webhook_is_put_up_and_its_secret_shown_once(desk: Desk) -> None:
    form = {
        "name": "Journalsystemet på Sjælland",
        "client": client(desk.world),
        "way": "webhook/address",
        "address": "https://modtager.dk/haendelser",
        "topics": ["case", "decision"],
    }
    answer = desk.browser.post(f"{LIST}ny/", form)
    assert answer.status_code == 200
    made = _one("journalsystemet-paa-sjaelland", desk)
    assert (made.topics, made.address) == (["case", "decision"], "https://modtager.dk/haendelser")
    assert exchange.secret_of(made) in answer.content.decode()
    assert exchange.secret_of(made) not in desk.browser.get(f"{LIST}{made.key}/").content.decode()


def test_what_is_wrong_is_said_and_what_was_typed_is_kept(desk: Desk) -> None:
    form = {"name": "Modtageren", "client": client(desk.world), "way": "webhook/address", "address": "https://10.0.0.1/"}
    answer = desk.browser.post(f"{LIST}ny/", form)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "lukket net" in page
    assert 'value="Modtageren"' in page


def test_the_registry_tells_how_each_is_doing(desk: Desk) -> None:
    made = _fed(desk)
    page = desk.browser.get(LIST).content.decode()
    assert made.name in page
    assert "Kører" in page
    for state in ("", "?tilstand=delivered", "?tilstand=dead", "?tilstand=noget"):
        assert desk.browser.get(f"{LIST}{made.key}/{state}").status_code == 200


def test_the_registry_is_sorted_and_fetched_as_a_sheet(desk: Desk) -> None:
    for order in ("", "navn", "leveret", "koe"):
        assert desk.browser.get(f"{LIST}?orden={order}").status_code == 200
    answer = desk.browser.get(f"{LIST}?orden=navn&format=csv")
    assert answer["Content-Type"].startswith("text/csv")
    lines = answer.content.decode().splitlines()
    assert lines[0].lstrip("\ufeff").startswith("integration;sender;tilstand")
    assert lines[-1].startswith("Digital Post;")


def test_what_digital_post_has_given_up_is_tried_again_by_hand(desk: Desk) -> None:
    answer = desk.browser.post(LIST, {"act": "post-again"}, follow=True).content.decode()
    assert "Ingen breve kan prøves igen herfra" in answer


def test_digital_post_stands_beside_them_and_tells_of_what_is_stuck(desk: Desk) -> None:
    page = desk.browser.get(LIST).content.decode()
    assert "Digital Post" in page
    assert "Ingen systemer får besked endnu" in page
    standing = exchange.PostStanding(2, 1, None, "timeout")
    assert (standing.health, exchange.PostStanding(0, 1, desk.world.at, "").health) == ("failing", "stuck")


def test_it_is_paused_resumed_replayed_and_taken_down(desk: Desk) -> None:
    made = _fed(desk)
    assert "på pause" in desk.post(made.key, "pause")
    assert "kører igen" in desk.post(made.key, "resume")
    assert "prøves igen" in desk.post(made.key, "retry")
    assert "bliver sendt igen" in desk.post(made.key, "replay", position="1")
    assert "bliver sendt igen" in desk.post(made.key, "replay", day=desk.world.at.date().isoformat())
    assert "findes i strømmen" in desk.post(made.key, "replay", day="2999-99-99")
    assert "er gemt" in desk.post(made.key, "change", name="Arkivet", version=str(_one(made.key, desk).version))
    assert "imens" in desk.post(made.key, "change", name="Arkivet", version="1")
    assert "Gem hemmeligheden" in desk.post(made.key, "secret")
    assert "nedlagt" in desk.post(made.key, "end")
    assert "kan ikke gøres" in desk.post(made.key, "resume")


def test_a_program_is_given_other_fields_from_its_next_call_on(desk: Desk) -> None:
    client_id = client(desk.world)
    page = desk.browser.get(f"/styring/programmer/{client_id}/").content.decode()
    assert "decision.rules" in page
    form = {"name": "Nyt navn", "verbs": ["api.cases.read"], "groups": ["case.course", "noget"], "units": ["x"]}
    assert desk.browser.post(f"/styring/programmer/{client_id}/", form).status_code == 302
    kept = Program.objects.get(client_id=client_id)
    assert (kept.name, kept.verbs, kept.groups, kept.units) == (
        "Nyt navn",
        ["api.cases.read"],
        [FieldGroup.CASE_COURSE],
        [],
    )
    assert desk.browser.get("/styring/programmer/findes-ikke/").status_code == 404


def test_the_registry_asks_as_much_for_many_as_for_one(desk: Desk) -> None:
    by = client(desk.world)
    for key in ("a", "b", "c"):
        integrate(desk.world, key=key, name=key, client=by, counterpart="files")
    assert_sql(desk.browser, LIST, name="admin-integrations", most=8)


def _one(key: str, desk: Desk) -> exchange.Integration:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=desk.world.at):
        return exchange.Integration.objects.get(key=key)
