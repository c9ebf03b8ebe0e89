"""The catalogue at work: proposals on the case, a choice with its reason, and what it leads to everywhere else."""

from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.apps.decisions.scene import Scene, make
from tests.factories.login import log_in
from tests.factories.offers import HOME, SMALL, fill_catalogue
from tests.factories.world import World
from tests.web.staff.conftest import LogIn
from tests.web.staff.forms import act, text

from borgerfokus.apps.offers import service as offers
from borgerfokus.core.access import Role
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as

REASON = "Mads tør ikke gå ud, så en gruppe er ikke nok."
CHOICE = {"offer": "hjemmevejledning", "considered": "mestring", "reason": REASON}


@pytest.fixture
def scene(world: World, now: datetime) -> Scene:
    fill_catalogue(at=now)
    return make(world)


@pytest.fixture
def page(scene: Scene) -> str:
    with scene.as_(scene.karen):
        return f"/sag/{scene.case.number}/"


@pytest.fixture
def karen(as_: LogIn, scene: Scene) -> Client:
    return as_(scene.karen)


def test_the_case_proposes_what_fits_with_the_lowest_step_first(page: str, karen: Client) -> None:
    shown = text(karen.get(f"{page}indsats/"))
    assert "Det laveste trin, der passer: Forening og civilsamfund" in shown
    assert shown.index("Torsdagscaféen") < shown.index("Gruppe for mestring") < shown.index("Hjemmevejledning")
    assert "Bofællesskabet Tangen" not in shown
    assert "485,00 kr. pr. time" in shown
    assert "Metode B, Effekt C" in shown


def test_no_step_hides_behind_the_ones_below_it(scene: Scene, page: str, karen: Client) -> None:
    by = system("test")
    with acting_as(by, purpose=Purpose.OPERATION, at=scene.at):
        for number in range(9):
            offers.add(key=f"club-{number}", content=SMALL["torsdagscafeen"], by=by, at=scene.at)
    shown = karen.get(f"{page}indsats/").content.decode()
    assert shown.count('href="/sag/tilbud/club-') == 3
    assert 'href="/sag/tilbud/hjemmevejledning/"' in shown


def test_the_proposals_narrow_to_a_target_group(page: str, karen: Client) -> None:
    shown = karen.get(f"{page}indsats/?maalgruppe=mobility").content.decode()
    assert 'href="/sag/tilbud/mestring/"' not in shown
    assert 'href="/sag/tilbud/mestring/"' in karen.get(f"{page}indsats/?maalgruppe=mental").content.decode()


def test_a_higher_step_without_a_reason_comes_back_with_what_was_typed(page: str, karen: Client) -> None:
    refused = act(karen, f"{page}indsats/", "choose-offer", offer="hjemmevejledning", considered="mestring", reason="x")
    assert refused.status_code == 422
    assert "Skriv, hvorfor det lavere trin ikke er nok" in text(refused)
    assert "Der er ikke valgt et tilbud" in text(refused)


def test_a_choice_stands_on_the_case_in_history_journal_and_for_the_citizen(
    scene: Scene, page: str, karen: Client, now: datetime
) -> None:
    assert act(karen, f"{page}indsats/", "choose-offer", **CHOICE).status_code == 302
    assert REASON in text(karen.get(f"{page}indsats/"))
    assert "Valgt tilbud: Hjemmevejledning hos Fjordby Bostøtte" in text(karen.get(f"{page}historik/"))
    assert REASON in text(karen.get(f"{page}journal/"))
    log_in(karen, scene.citizen, at=now)
    shown = text(karen.get(f"/min{page}"))
    assert "Det tilbud, vi peger på" in shown
    assert "Det er ikke afgjort endnu." in shown
    assert "Dit tilbud" not in shown
    assert REASON in shown


def test_who_gives_the_chosen_offer_stands_in_the_decision(scene: Scene, page: str, karen: Client) -> None:
    act(karen, f"{page}indsats/", "choose-offer", **CHOICE)
    begun = act(karen, f"{page}afgoerelser/", "begin", outcome="granted", applied_for="støtte", language="da")
    assert begun.status_code == 302
    assert 'value="Fjordby Bostøtte"' in karen.get(begun["Location"]).content.decode()


def test_a_draft_begun_before_the_choice_is_filled_in_too(scene: Scene, page: str, karen: Client) -> None:
    begun = act(karen, f"{page}afgoerelser/", "begin", outcome="granted", applied_for="støtte", language="da")
    assert 'value="Fjordby Bostøtte"' not in karen.get(begun["Location"]).content.decode()
    act(karen, f"{page}indsats/", "choose-offer", **CHOICE)
    assert 'value="Fjordby Bostøtte"' in karen.get(begun["Location"]).content.decode()


def test_a_choice_is_taken_back(page: str, karen: Client) -> None:
    act(karen, f"{page}indsats/", "choose-offer", offer="torsdagscafeen")
    assert act(karen, f"{page}indsats/", "drop-offer").status_code == 302
    assert "Der er ikke valgt et tilbud" in text(karen.get(f"{page}indsats/"))
    assert "Tilbuddet Torsdagscaféen er ikke længere valgt" in text(karen.get(f"{page}historik/"))


def test_the_page_of_the_case_asks_as_often_for_many_offers_as_for_few(scene: Scene, page: str, karen: Client) -> None:
    karen.get(f"{page}indsats/")
    with CaptureQueriesContext(connection) as few:
        karen.get(f"{page}indsats/")
    by = system("test")
    with acting_as(by, purpose=Purpose.OPERATION, at=scene.at):
        for number in range(20):
            offers.add(key=f"more-{number}", content=HOME, by=by, at=scene.at)
    with CaptureQueriesContext(connection) as many:
        karen.get(f"{page}indsats/")
    assert len(many) == len(few)


def test_staff_see_what_is_not_public(karen: Client) -> None:
    assert "Krisebolig" in text(karen.get("/sag/tilbud/"))
    assert "Vises kun for medarbejdere" in text(karen.get("/sag/tilbud/krisebolig/"))
    both = karen.get("/sag/tilbud/sammenlign/?valg=krisebolig&valg=tangen")
    assert 'data-title="Krisebolig"' in both.content.decode()


def test_only_those_who_keep_the_catalogue_are_shown_the_way(world: World, as_: LogIn) -> None:
    fill_catalogue(at=world.at)
    assert "/styring/tilbud/" not in as_(world.employee("Karen")).get("/sag/tilbud/").content.decode()
    assert "/styring/tilbud/" in as_(world.employee("Ole", role=Role.CONTROLLER)).get("/sag/tilbud/").content.decode()


def test_the_target_group_of_the_case_narrows_the_proposals_and_stands_in_its_head(
    page: str, karen: Client
) -> None:
    assert "Målgruppen er ikke skrevet ned" in text(karen.get(f"{page}indsats/"))
    saved = act(karen, f"{page}udredning/", "groups", groups=["mobility"])
    assert saved.status_code == 302
    shown = text(karen.get(f"{page}indsats/"))
    assert "Tilbud til sagens målgruppe: Nedsat bevægelse." in shown
    assert "Kataloget har ingen tilbud til sagens paragraf, målgruppen og borgerens alder." in shown
    assert "Målgruppe: Nedsat bevægelse" in text(karen.get(page))
    assert act(karen, f"{page}udredning/", "groups", groups=["mobility"]).status_code == 422
    assert act(karen, f"{page}udredning/", "groups", groups=["nonsense"]).status_code == 422
