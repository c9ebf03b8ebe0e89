"""Keeping the catalogue on its pages: a new offer, a change as a version, an end, and the sheet that is read again."""

import csv
from datetime import datetime
from io import StringIO

import pytest
from django.test import Client
from django.utils import timezone
from tests.factories.login import log_in
from tests.factories.offers import SMALL, fill_catalogue
from tests.factories.world import World

from borgerfokus.core.access import Role
from borgerfokus.web.admin.offersheet import COLUMNS

NEW = {
    "title": "Åben rådgivning på Æblevej",
    "short": "Råd uden at sige, hvem du er.",
    "start": "Kom forbi.",
    "kind": "advice",
    "level": "open_offer",
    "provider_kind": "own",
    "provider": "Fjordby Kommune",
    "price_unit": "free",
    "themes": ["mental-health"],
    "languages": ["da"],
    "starts": "2026-11-01",
    "without_case": "on",
    "public": "on",
}


@pytest.fixture
def keeper(world: World, client: Client, now: datetime, monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setattr(timezone, "now", lambda: now)
    fill_catalogue(at=now)
    log_in(client, world.employee("Ole", role=Role.CONTROLLER), at=now)
    return client


def test_a_new_offer_is_in_the_catalogue_at_once(keeper: Client) -> None:
    made = keeper.post("/styring/tilbud/nyt/", NEW)
    assert made["Location"] == "/styring/tilbud/aaben-raadgivning-paa-aeblevej/"
    assert "Åben rådgivning på Æblevej" in keeper.get("/tilbud/").content.decode()
    assert keeper.post("/styring/tilbud/nyt/", NEW).status_code == 422


def test_what_is_wrong_comes_back_with_what_was_typed(keeper: Client) -> None:
    refused = keeper.post("/styring/tilbud/nyt/", {**NEW, "price": "mange penge", "price_unit": "hour"})
    assert refused.status_code == 422
    assert "Skriv et beløb som 485,00." in refused.content.decode()
    assert "Råd uden at sige, hvem du er." in refused.content.decode()
    closed = {key: value for key, value in NEW.items() if key != "without_case"}
    assert "mindst én paragraf" in keeper.post("/styring/tilbud/nyt/", closed).content.decode()


def test_a_change_is_a_version_and_who_comes_second_is_told(keeper: Client) -> None:
    page = "/styring/tilbud/torsdagscafeen/"
    assert keeper.post(page, {**NEW, "title": "Fredagscaféen", "number": "1"}).status_code == 302
    second = keeper.post(page, {**NEW, "title": "Lørdagscaféen", "number": "1"})
    assert second.status_code == 409
    assert "Lørdagscaféen" in second.content.decode()
    assert "Fredagscaféen" in keeper.get("/tilbud/torsdagscafeen/").content.decode()


def test_an_offer_that_has_ended_is_not_found_but_kept(keeper: Client) -> None:
    ended = keeper.post("/styring/tilbud/tangen/", {"act": "end", "number": "1"})
    assert ended.status_code == 302
    assert keeper.get("/tilbud/tangen/").status_code == 404
    assert "Ophørt" in keeper.get("/styring/tilbud/").content.decode()


def test_the_sheet_has_every_offer_with_all_it_says(keeper: Client) -> None:
    answer = keeper.get("/styring/tilbud/tilbud.csv").content.decode().removeprefix("\ufeff")
    rows = list(csv.DictReader(StringIO(answer), delimiter=";"))
    assert {row["key"] for row in rows} == set(SMALL)
    home = next(row for row in rows if row["key"] == "hjemmevejledning")
    assert tuple(home) == COLUMNS
    assert (home["price"], home["themes"], home["public"], home["to"]) == (
        "485,00",
        "mental-health|disability",
        "ja",
        "",
    )
