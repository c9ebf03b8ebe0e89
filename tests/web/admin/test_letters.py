"""The texts of letters on their pages: written, looked at, taken into use, compared, taken out; what is refused."""

from datetime import datetime

import pytest
from django.test import Client
from django.utils import timezone
from tests.factories.login import log_in
from tests.factories.world import World

from borgerfokus.core.access import Role
from borgerfokus.foundation.wording.models import WordingVersion

PAGE = "/styring/breve/notice.closed/alle/"
WORDS = {
    "heading__da": "Din sag er slut",
    "heading__en": "Your case is over",
    "body__da": "Vi har lukket din sag: {title}.",
    "body__en": "We have closed your case: {title}.",
    "law__da": "Vi skriver til dig efter forvaltningsloven § 7.",
    "law__en": "We write to you under forvaltningsloven section 7.",
}


@pytest.fixture
def writer(world: World, client: Client, now: datetime, monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setattr(timezone, "now", lambda: now)
    log_in(client, world.employee("Anders", role=Role.ADMINISTRATOR), at=now)
    return client


def shown(client: Client, address: str = PAGE) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def save(client: Client, **more: str) -> object:
    whole = {f"{part}__{one}": "Tekst" for part in ("section1_heading", "section1_body") for one in ("da", "en")}
    return client.post(PAGE, {**whole, **WORDS, "then": "save", "edits": "0", **more})


def test_every_letter_is_on_the_list_and_can_be_searched(writer: Client) -> None:
    page = shown(writer, "/styring/breve/")
    assert "Kvittering for en ansøgning" in page
    assert "decision.refused" in page
    assert "Kvittering for en ansøgning" not in shown(writer, "/styring/breve/?q=lukket")


def test_a_draft_is_saved_published_and_followed_by_another(writer: Client) -> None:
    assert save(writer).status_code == 302
    assert "Udkast" in shown(writer)
    row = WordingVersion.objects.get()
    act = f"/styring/breve/udgave/{row.pk}/handling/"
    assert writer.post(act, {"act": "publish", "from": "2026-11-23"}).status_code == 302
    assert "kommunens egen tekst er i brug" in shown(writer)
    assert save(writer, heading__da="Sagen er slut nu").status_code == 302
    second = WordingVersion.objects.get(state="concept")
    compared = shown(writer, f"/styring/breve/udgave/{second.pk}/")
    assert "<del>Din sag" in compared
    assert "<ins>nu</ins>" in compared
    writer.post(f"/styring/breve/udgave/{second.pk}/handling/", {"act": "publish", "from": "2026-12-01"})
    row.refresh_from_db()
    assert (row.state, str(row.valid_to)) == ("published", "2026-11-30")
    writer.post(f"/styring/breve/udgave/{second.pk}/handling/", {"act": "retire"})
    writer.post(act, {"act": "again"})
    assert WordingVersion.objects.get(state="concept").parts == row.parts


def test_the_letter_is_shown_beside_and_as_the_real_pdf(writer: Client) -> None:
    looked = save(writer, then="preview", heading__da="Farvel, og tak for nu")
    assert looked.status_code == 200
    assert "Farvel, og tak for nu" in looked.content.decode().partition("bf-sheet")[2]
    assert not WordingVersion.objects.exists()
    for letter in ("notice.closed/alle", "decision.refused/sel-85"):
        answer = writer.get(f"/styring/breve/{letter}/brev.pdf")
        assert answer.content.startswith(b"%PDF-")
        assert shown(writer, f"/styring/breve/{letter}/?sprog=en")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"body__da": "{titel}"}, "»titel«, som brevet ikke kender"),
        ({"body__en": "Nothing"}, "på det ene sprog alene"),
        ({"body__da": ""}, "på begge sprog"),
        ({"body__da": "{title"}, "tuborgparentes"),
        ({"body__da": "{title!r}", "body__en": "{title!r}"}, "tuborgparentes"),
        ({"body__da": "{title.__class__}", "body__en": "{title.__class__}"}, "tuborgparentes"),
        ({"edits": "7"}, "som du ikke har set"),
    ],
)
def test_a_text_that_is_not_fit_is_refused_and_comes_back(writer: Client, change: dict[str, str], why: str) -> None:
    refused = save(writer, **change)
    assert refused.status_code == 422
    assert why in refused.content.decode()
    assert "Din sag er slut" in refused.content.decode()


def test_what_the_law_asks_for_cannot_be_taken_out(writer: Client) -> None:
    page = "/styring/breve/notice.appeal_received/alle/"
    form = {"then": "save", "edits": "0"}
    for part in ("heading", "body", "law", *(f"section{n}_{what}" for n in (1, 2, 3) for what in ("heading", "body"))):
        form |= {f"{part}__da": "Tekst", f"{part}__en": "Text"}
    refused = writer.post(page, form)
    assert refused.status_code == 422
    assert "Feltet »body« skal stå i brevet. forvaltningsloven § 25" in refused.content.decode()
    assert "Klagevejledning" in shown(writer, "/styring/breve/decision.refused/sel-85/")


def test_a_caseworker_and_a_team_leader_write_no_letters(
    world: World, client: Client, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: now)
    for role in (Role.CASEWORKER, Role.TEAM_LEADER, Role.HR):
        log_in(client, world.employee("Ida", role=role), at=now)
        assert client.get("/styring/breve/").status_code == 404
    log_in(client, world.employee("Torben", unit="handicap-psykiatri", role=Role.DEPARTMENT_HEAD, leads=True), at=now)
    assert client.get("/styring/breve/").status_code == 200
