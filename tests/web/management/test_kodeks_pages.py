"""The kodeks: written by the administrator, promised in the open, shown on the case, measured above the threshold."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.factories.login import log_in
from tests.factories.world import World

from borgerfokus.apps.supervision import service as supervision
from borgerfokus.apps.supervision.queries import results
from borgerfokus.core.access import Role
from borgerfokus.core.disclosure import Rule
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as

STATEMENTS = {
    "da_0": "Du ved altid, hvad der sker nu.",
    "en_0": "You always know what happens next.",
    "perspective_0": "citizen",
    "checks_0": ["next_step_known", "receipt"],
    "da_1": "Sagen har altid en, der passer på den.",
    "en_1": "The case always has somebody who looks after it.",
    "perspective_1": "working_environment",
    "checks_1": ["owned"],
}


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    monkeypatch.setattr(timezone, "now", lambda: now)


def client_of(actor: Actor, at: datetime) -> Client:
    client = Client()
    log_in(client, actor, at=at)
    return client


def saved(world: World, **changes: object) -> Client:
    allan = client_of(world.employee("Allan", unit="fjordby", role=Role.ADMINISTRATOR), world.at)
    values = {**STATEMENTS, "valid_from": world.at.date().isoformat(), "reason": "Vedtaget i udvalget.", **changes}
    allan.answer = allan.post("/styring/kodeks/", values)  # type: ignore[attr-defined]
    return allan


def test_the_kodeks_is_written_published_and_seen_on_the_case(world: World) -> None:
    assert "ikke vedtaget et kodeks endnu" in Client().get("/kodeks/").content.decode()
    allan = saved(world)
    assert allan.answer.status_code == 302, allan.answer.content.decode()  # type: ignore[attr-defined]
    public = Client().get("/kodeks/").content.decode()
    assert "Du ved altid, hvad der sker nu." in public
    assert "Vedtaget i udvalget." in public
    karen = world.employee("Karen")
    case = world.case(citizen_id=world.person(), caseworker=karen, days_ago=3)
    page = client_of(karen, world.at).get(f"/sag/{case.number}/").content.decode()
    assert "Du ved altid, hvad der sker nu." in page
    assert "udsagn er holdt" in page
    assert "Skriv eller ring til borgeren om, hvad der sker nu." in page


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"en_0": ""}, "både dansk og engelsk"),
        ({"checks_0": []}, "mindst ét tjek"),
        ({"reason": " "}, "hvorfor kodekset ændres"),
        ({"valid_from": "2020-01-01"}, "fra i dag og frem"),
        ({"valid_from": "i morgen"}, "fra i dag og frem"),
    ],
)
def test_what_is_not_a_kodeks_comes_back_as_typed(world: World, changes: dict[str, object], told: str) -> None:
    answer = saved(world, **changes).answer  # type: ignore[attr-defined]
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert "Sagen har altid en" in answer.content.decode()
    assert supervision.kodeks_on(on=world.at.date()) is None


def test_a_later_version_waits_for_its_day(world: World) -> None:
    saved(world)
    later = (world.at + timedelta(days=5)).date()
    saved(world, da_0="Du kender altid næste skridt.", valid_from=later.isoformat())
    assert "Du ved altid" in Client().get("/kodeks/").content.decode()
    found = supervision.kodeks_on(on=later)
    assert found is not None
    assert found.content[0].text.da == "Du kender altid næste skridt."


def fill(world: World, number: int) -> None:
    karen = world.employee("Karen")
    for place in range(number):
        world.case(citizen_id=world.person(f"Borger{place}"), caseworker=karen if place % 2 else None, days_ago=3)


def shown_of(world: World) -> str:
    bente = world.employee("Bente", role=Role.TEAM_LEADER, leads=True)
    return client_of(bente, world.at).get("/ledelse/kodeks/").content.decode()


def test_a_team_with_few_cases_is_shown_no_figures(world: World) -> None:
    saved(world)
    fill(world, 4)
    page = shown_of(world)
    assert "for få åbne sager" in page
    assert "%" not in page.partition("<main")[2].partition("</main")[0]


def test_a_team_with_enough_cases_sees_how_each_statement_is_kept(world: World) -> None:
    saved(world)
    fill(world, 10)
    page = shown_of(world)
    assert "Sagen har altid en, der passer på den." in page
    assert "50\u00a0%" in page


def test_without_the_threshold_a_small_team_is_shown(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage: the threshold is off, and the figures of four cases are out."""
    saved(world)
    fill(world, 4)
    monkeypatch.setattr(supervision, "rule", lambda **_on: Rule(suppress_up_to=0, round_to=1))
    assert "50\u00a0%" in shown_of(world)


def test_the_sheet_has_what_the_page_has(world: World) -> None:
    saved(world)
    fill(world, 10)
    bente = world.employee("Bente", role=Role.TEAM_LEADER, leads=True)
    sheet = client_of(bente, world.at).get("/ledelse/kodeks/?format=csv").content.decode("utf-8-sig")
    assert "Sagen har altid en, der passer på den.;Arbejdsmiljøet;5;10;50" in sheet


def test_the_kodeks_is_measured_once_a_month(world: World) -> None:
    saved(world)
    fill(world, 3)
    by = system("test")
    with acting_as(by, purpose=Purpose.OPERATION, at=world.at):
        assert supervision.measure_kodeks(at=world.at) > 0
        assert supervision.measure_kodeks(at=world.at) == 0
        next_month = world.at + timedelta(days=31)
        assert supervision.measure_kodeks(at=next_month) > 0


def test_a_single_unit_that_is_held_back_takes_another_with_it() -> None:
    rule = Rule(suppress_up_to=7, round_to=5)

    def figure(unit: int, judged: int) -> supervision.CampaignResult:
        return supervision.CampaignResult(
            question="step:all", unit_id=unit, met=1, judged=judged, share=0.5, low=0.2, high=0.8
        )

    def shown(*rows: supervision.CampaignResult) -> list[int | None]:
        return [one.unit_id for one in results.by_unit(rows, question="step:all", rule=rule)]

    assert shown(figure(1, 9), figure(2, 12), figure(3, 30)) == [1, 2, 3]
    assert shown(figure(1, 4), figure(2, 12), figure(3, 30)) == [3]
    assert shown(figure(1, 4), figure(2, 5), figure(3, 30)) == [3]


def test_who_sees_no_cases_is_told_nothing_also_of_a_unit_below_and_of_months_ago(world: World) -> None:
    """ADR 0020: the page is for leaders of their own cases. A director leads people and sees no cases."""
    saved(world)
    fill(world, 10)
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=world.at):
        supervision.measure_kodeks(at=world.at - timedelta(days=31))
        supervision.measure_kodeks(at=world.at)
    torben = world.employee("Torben", unit="fjordby", role=Role.DIRECTOR, leads=True)
    page = client_of(torben, world.at).get("/ledelse/kodeks/").content.decode()
    assert "%" not in page.partition("<main")[2].partition("</main")[0]
    assert "%" in shown_of(world).partition("<main")[2].partition("</main")[0]
