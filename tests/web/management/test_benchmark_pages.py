"""The pages of benchmark: a comparison at once, places that noise does not give, files that are refused with a word."""

import csv
import json
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.apps.insight.exchange import CODE, NAME, SYSTEM, Neighbour, ask, figures, release
from tests.factories.login import log_in
from tests.factories.world import World

from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.actions.correcting import correct_what_is_wanted
from borgerfokus.apps.insight.models import KeyValue, Peer, PeerRelease
from borgerfokus.cli.demo import benchmark as demo
from borgerfokus.core.access import Role
from borgerfokus.core.benchmark.document import read
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.scope import Purpose, acting_as

ALL, ONE = reverse("management:benchmark"), reverse("management:benchmark-one", args=["digital"])
ALIKE, TEAMS = reverse("management:benchmark-alike"), reverse("management:benchmark-teams")
HUB, OWN = reverse("management:benchmark-hub"), reverse("management:benchmark-own")


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch, now: datetime, tmp_path: Path) -> None:
    monkeypatch.setattr(timezone, "now", lambda: now)
    monkeypatch.setattr(settings, "INSIGHT_ROOT", tmp_path)


@pytest.fixture
def leader(client: Client, world: World, now: datetime) -> Client:
    log_in(client, world.employee("Bente", role=Role.TEAM_LEADER, leads=True), at=now)
    return client


def text(client: Client, address: str, **query: str) -> str:
    answer = client.get(address, query)
    assert answer.status_code == 200
    return answer.content.decode()


def sheet(client: Client, address: str, **query: str) -> list[list[str]]:
    answer = client.get(address, {**query, "format": "csv"})
    return list(csv.reader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))


def put_in(client: Client, act: str, **data: object) -> str:
    return client.post(HUB, {"act": act, **data}, follow=True).content.decode()


def test_before_anybody_has_released_the_pages_say_so(leader: Client) -> None:
    assert "Ingen kommuner har udgivet tal her endnu" in text(leader, ALL)
    assert "Ingen kommuner har et tal" in text(leader, ONE)
    assert "Ingen nøgletal endnu" in text(leader, ALIKE)
    assert "Ingen hold har sager nok" in text(leader, TEAMS)
    assert "Vi har ikke udgivet noget endnu" in text(leader, OWN)


@pytest.fixture
def country(world: World, now: datetime, tmp_path: Path) -> Callable[[], None]:
    """98 who do not exist, and our own release of the summer."""

    def made() -> None:
        ask(world, 90)
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=now):
            demo.build(now=now)
            insight.rebuild(folder=tmp_path / "casework", at=now)
            insight.release_when_over(folder=tmp_path / "casework", by=SYSTEM, at=now)

    return made


@pytest.mark.slow
def test_a_leader_sees_us_beside_the_others(leader: Client, country: Callable[[], None]) -> None:
    country()
    page = text(leader, ALL)
    assert "98 kommuner på siden findes ikke" in page, "what is synthetic says so"
    assert "Ansøgninger fra borgeren selv" in page
    one = text(leader, ONE)
    assert "Fjordby Kommune" in one
    assert one.count("<circle") > 99 * 2, "a point each in the funnel, and in the ladder"
    assert one.count("(syntetisk)") > 98
    rows = sheet(leader, ONE)
    assert len(rows) == 1 + 99
    assert {row[2] for row in rows[1:]} == {"ja", "nej"}
    near = sheet(leader, ONE, gruppe="10")
    assert len(near) == 1 + 11
    distances = [float(row[2].replace(",", ".")) for row in sheet(leader, ALIKE)[1:]]
    assert distances == sorted(distances)
    nearest = {row[0] for row in sheet(leader, ALIKE)[1:11]}
    assert nearest == {row[0] for row in near[1:]} - {settings.MUNICIPALITY_CODE}
    known = re.findall(r'name="baggrund" value="(\w+)"', text(leader, ALIKE))
    assert set(known) == {"population", "density", "older", "income"}


def test_a_file_is_read_once_its_municipality_is_known(leader: Client, now: datetime) -> None:
    neighbour = Neighbour(now)
    content = neighbour.file(release())
    upload = lambda: SimpleUploadedFile("nabo.json", content)  # noqa: E731
    assert "Vi kender ikke kommune 9991" in put_in(leader, "read", files=[upload()])
    assert "Nu kan dens filer læses ind" in put_in(leader, "know", code=CODE, name=NAME, key=neighbour.key)
    assert "1 udgivelse er læst ind" in put_in(leader, "read", files=[upload()])
    assert "er læst ind" in put_in(leader, "read", files=[upload()])
    assert PeerRelease.objects.count() == 1
    assert NAME in text(leader, ONE)


def test_of_several_files_those_that_hold_are_read(leader: Client, now: datetime) -> None:
    neighbour = Neighbour(now)
    neighbour.introduce()
    told = json.loads(neighbour.file(release()))
    told["release"]["figures"][0]["value"] = "0.99"
    forged = SimpleUploadedFile("forfalsket.json", json.dumps(told).encode())
    page = put_in(leader, "read", files=[forged, SimpleUploadedFile("nabo.json", neighbour.file(release()))])
    assert "forfalsket.json: Underskriften passer ikke" in page
    assert "1 udgivelse er læst ind" in page
    assert [one.value for one in insight.peer_figures(quarter="2026Q3")] == [0.62]


def test_a_correction_is_shown_with_its_reason(leader: Client, now: datetime) -> None:
    neighbour = Neighbour(now)
    neighbour.introduce()
    first = neighbour.sends()
    assert isinstance(first, PeerRelease)
    neighbour.sends(figures=figures(value=0.7), number=2, corrects=first.checksum, reason="Talt forkert")
    page = text(leader, HUB)
    assert "rettelse nr. 1" in page
    assert "Talt forkert" in page
    assert "rettet senere" in page


def test_a_name_that_would_run_is_neutral_in_the_sheet(leader: Client, now: datetime) -> None:
    neighbour = Neighbour(now)
    neighbour.introduce(name="=1+1")
    neighbour.sends()
    assert sheet(leader, ONE)[1][1] == "'=1+1"


def test_key_figures_are_read_or_refused_whole(leader: Client) -> None:
    good = "OMRÅDE;TID;INDHOLD\n101 København;2025;660000\n".encode("latin-1")
    bad = SimpleUploadedFile("a.csv", good.replace(b"660000", b"660.000"))
    assert "er ikke et tal" in put_in(leader, "figures", which="population", file=bad)
    assert not KeyValue.objects.exists()
    assert "Skriv, hvad tallet er" in put_in(leader, "figures", which="", file=SimpleUploadedFile("a.csv", good))
    assert "Vælg en CSV-fil" in put_in(leader, "figures", which="population")
    done = put_in(leader, "figures", which="", title="Skatteprocent", file=SimpleUploadedFile("a.csv", good))
    assert "1 tal for kommuner er læst ind" in done
    assert "Skatteprocent" in text(leader, ALIKE)


def test_what_the_platform_released_is_fetched_as_a_file(
    leader: Client, world: World, now: datetime, tmp_path: Path
) -> None:
    assert "Platformen udgiver selv et kvartal" in text(leader, OWN)
    ask(world, 40)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=now):
        insight.rebuild(folder=tmp_path / "casework", at=now)
        insight.release_quarter(folder=tmp_path / "casework", by=SYSTEM, at=now)
    href = re.search(r'href="([^"]+\.json)"', text(leader, OWN))
    assert href
    signed = read(leader.get(href[1]).content)
    assert signed.release.municipality == settings.MUNICIPALITY_CODE
    assert Peer.objects.get(own=True).key == signed.key.hex()


def test_teams_are_compared_from_the_log(leader: Client, world: World, now: datetime, tmp_path: Path) -> None:
    ask(world, 12, by=world.employee("Karen"))
    ask(world, 60, by=world.employee("Rasmus", unit="ydelsesteamet"), kind="sel-100")
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=now):
        insight.rebuild(folder=tmp_path / "casework", at=now)
    rows = sheet(leader, TEAMS, tal="digital")
    assert len(rows) == 2
    assert rows[1][3] == "12"
    assert "Der er ikke to hold med sager nok" in text(leader, TEAMS, tal="digital")
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=now):
        insight.freeze(root=tmp_path, at=now + timedelta(days=31))
    own, other = sheet(leader, TEAMS, tal="digital")[1:]
    assert {own[3], other[3]} > {"12"}, "own teams as they are"
    told = next(int(number) for number in (own[3], other[3]) if number != "12")
    assert (told % 5, told > 30) == (0, True), "others by weights, and rounded"


def test_a_politician_sees_rounded_counts_and_no_exchange(
    client: Client, world: World, now: datetime, tmp_path: Path
) -> None:
    log_in(client, world.employee("Per", role=Role.POLITICIAN), at=now)
    ask(world, 60)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=now):
        insight.rebuild(folder=tmp_path / "casework", at=now)
        insight.freeze(root=tmp_path, at=now + timedelta(days=31))
    told = int(sheet(client, TEAMS, tal="digital")[1][3])
    assert (told % 5, told > 30) == (0, True), "by weights, and rounded"
    assert client.get(HUB).status_code == client.get(OWN).status_code == 404
    assert HUB not in text(client, ALL)


def test_in_english(leader: Client, now: datetime) -> None:
    neighbour = Neighbour(now)
    neighbour.introduce()
    neighbour.sends()
    leader.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    page = text(leader, ALL)
    assert "Compare with" in page
    assert "Sammenlign" not in page
    assert "“zz”" not in put_in(leader, "know", code="1", name="x", key="zz")


def test_a_correction_is_of_all_cases_whoever_asks_for_it(world: World, client: Client, now: datetime) -> None:
    """A controller sees no cases and a leader sees some: the release is made by the platform, of all."""
    folder = Path(settings.INSIGHT_ROOT) / insight.CASEWORK
    system_scope = partial(acting_as, SYSTEM, purpose=Purpose.OPERATION, at=now)
    ask(world, 40)
    with system_scope():
        insight.rebuild(folder=folder, at=now)
        first = insight.release_quarter(folder=folder, by=SYSTEM, at=now)
    assert isinstance(first, PeerRelease)
    ask(world, 40)
    log_in(client, world.employee("Claus", unit="fjordby", role=Role.CONTROLLER), at=now)
    client.post(OWN, {"reason": "En enhed var ikke talt med"})
    assert "rettes nu" in text(client, OWN)
    with system_scope():
        insight.rebuild(folder=folder, at=now)
        made = correct_what_is_wanted(folder=folder, by=SYSTEM, at=now)
    assert made is not None
    assert (made.number, made.reason, made.read_by.partition(":")[0]) == (2, "En enhed var ikke talt med", "employee")
    assert told_cases(made) > 1.5 * told_cases(first) > 40
    assert "rettelse nr. 1" in text(client, OWN)


def test_a_correction_without_news_says_so(world: World, client: Client, now: datetime) -> None:
    folder = Path(settings.INSIGHT_ROOT) / insight.CASEWORK
    ask(world, 40)
    log_in(client, world.employee("Claus", unit="fjordby", role=Role.CONTROLLER), at=now)
    client.post(OWN, {"reason": "Der er intet udgivet"})
    assert "ingen tal at udgive endnu" in text(client, OWN)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=now):
        insight.rebuild(folder=folder, at=now)
        insight.release_quarter(folder=folder, by=SYSTEM, at=now)
    client.post(OWN, {"reason": " "})
    assert "Skriv, hvorfor den skal rettes" in text(client, OWN)
    client.post(OWN, {"reason": "Se efter"})
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=now):
        assert correct_what_is_wanted(folder=folder, by=SYSTEM, at=now) is None
        assert correct_what_is_wanted(folder=folder, by=SYSTEM, at=now) is None
    assert "Tallene er de samme som i udgivelsen" in text(client, OWN)


def test_sabotage_made_by_who_sees_no_cases_there_is_nothing_to_release(world: World, now: datetime) -> None:
    """Why the page does not make it itself."""
    folder = Path(settings.INSIGHT_ROOT) / insight.CASEWORK
    ask(world, 40)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=now):
        insight.rebuild(folder=folder, at=now)
    claus = world.employee("Claus", unit="fjordby", role=Role.CONTROLLER)
    with acting_as(claus, purpose=Purpose.LEADERSHIP, at=now):
        assert isinstance(insight.release_quarter(folder=folder, by=claus, at=now), Refusal)


def told_cases(release: PeerRelease) -> int:
    return release.figures.get(indicator="digital", kind="").cases or 0
