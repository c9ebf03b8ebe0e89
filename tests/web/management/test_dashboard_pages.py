"""The dashboards: whose figures each is told, alerts answered, notes written, figures by e-mail asked for and ended."""

from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.factories.login import log_in
from tests.factories.world import World

from borgerfokus.apps.insight import jobs
from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.models import FigureAlert, FigureNote, FigureSubscription, IndicatorFigure
from borgerfokus.core.access import Role
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.organisation.models import Employee
from borgerfokus.web.present import indicators as present

SYSTEM = system("test")
OVERVIEW = reverse("management:overview")
AGE = reverse("management:indicator", args=["open_age"])


@pytest.fixture(autouse=True)
def clock(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages read the clock themselves."""
    monkeypatch.setattr(timezone, "now", lambda: world.at)


@pytest.fixture
def leader(client: Client, world: World, settings: LazySettings, tmp_path: Path) -> Client:
    """A leader of the adult team, where seven cases are open since the summer; two are in another team."""
    settings.INSIGHT_ROOT = tmp_path
    bente = world.employee("Bente", role=Role.TEAM_LEADER, leads=True)
    Employee.objects.filter(pk=bente.id).update(email="bente@fjordby.invalid")
    karen, rasmus = world.employee("Karen"), world.employee("Rasmus", unit="ydelsesteamet")
    for kind, by in [("sel-85", karen)] * 7 + [("sel-100", rasmus)] * 2:
        world.case(citizen_id=world.person(), type_key=kind, caseworker=by, days_ago=150)
    jobs.refresh_events(at=world.at)
    log_in(client, bente, at=world.at)
    return client


def text(client: Client, address: str, **query: str) -> str:
    answer = client.get(address, query)
    assert answer.status_code == 200
    return answer.content.decode()


def alert_of(world: World, *, unit: str = "voksenteamet") -> FigureAlert:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        return FigureAlert.objects.create(
            indicator="own_kept", unit=unit, rule="target", since=202608, month=202610, value=0.5, raised_at=world.at
        )


def test_the_leader_sees_front_figures_and_every_indicator(leader: Client) -> None:
    page = text(leader, OVERVIEW)
    assert "Kræver opmærksomhed" in page
    assert "Fra ansøgning til afgørelse" in page
    assert "Kommunens egne frister holdt" in text(leader, reverse("management:indicators"))


def test_own_figures_are_exact_and_those_of_others_pass_the_door(leader: Client, world: World) -> None:
    """Two cases of another team, at the end of each of three months, are too few to tell a stranger of."""
    page = text(leader, AGE, enhed="voksenteamet")
    units = page[page.index('id="units"') :]
    assert "Voksenteamet" in units
    assert "Ydelsesteamet" not in units


def test_the_cases_behind_a_figure_are_those_that_the_reader_may_see(leader: Client, world: World) -> None:
    page = text(leader, reverse("management:indicator-cases", args=["open_age"]))
    assert page.count("data-row") == 7
    director = Client()
    log_in(director, world.employee("Torben", role=Role.DIRECTOR, leads=True), at=world.at)
    page = text(director, reverse("management:indicator-cases", args=["open_age"]))
    assert "Ingen sager bag tallet, som du må se." in page


def test_an_alert_explains_itself_and_is_answered_with_a_note(leader: Client, world: World) -> None:
    alert = alert_of(world)
    address = reverse("management:alert", args=[alert.pk])
    assert "Målet er 90 %. Det er ikke nået i nogen måned siden aug. 26." in text(leader, address)
    assert leader.post(address, {"note": ""}).status_code == 422
    assert leader.post(address, {"note": "Vi har fået en vikar."}).status_code == 302
    assert "Vi har fået en vikar." in text(leader, reverse("management:alerts"))


def test_an_alert_of_a_unit_that_is_not_led_is_not_found(leader: Client, world: World) -> None:
    alert = alert_of(world, unit="ydelsesteamet")
    address = reverse("management:alert", args=[alert.pk])
    assert leader.get(address).status_code == 404
    assert leader.post(address, {"note": "Nej."}).status_code == 404


def test_an_alert_that_the_released_log_does_not_raise_is_told_to_no_stranger(leader: Client, world: World) -> None:
    """It is raised by seven open cases, which who leads no unit is not told of."""
    alert = alert_of(world)
    address = reverse("management:alert", args=[alert.pk])
    assert leader.get(address).status_code == 200
    director = Client()
    log_in(director, world.employee("Torben", role=Role.DIRECTOR), at=world.at)
    assert director.get(address).status_code == 404
    assert address not in text(director, reverse("management:alerts"))


def test_a_note_stands_on_the_chart_and_goes_away_with_whoever_wrote_it(leader: Client, world: World) -> None:
    address = reverse("management:notes")
    day = (world.at - timedelta(days=60)).date()
    note = {"on": day.isoformat(), "text": "Vikar begyndt", "unit": "voksenteamet", "kind": ""}
    assert leader.post(address, {**note, "public": "on"}).status_code == 302
    assert "Vikar begyndt" in text(leader, address)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        row = FigureNote.objects.get()
    assert not row.public, "a note of one unit is not for everybody"
    other = Client()
    log_in(other, world.employee("Carl", role=Role.TEAM_LEADER, leads=True), at=world.at)
    assert other.post(address, {"act": "remove", "note": row.pk}).status_code == 404
    assert leader.post(address, {"act": "remove", "note": row.pk}).status_code == 302
    assert "Vikar begyndt" not in text(leader, address)


def test_figures_by_e_mail_are_asked_for_and_ended_with_one_click(leader: Client, world: World) -> None:
    address = reverse("management:subscriptions")
    assert leader.post(address, {"unit": "", "rhythm": "weekly"}).status_code == 302
    assert "Hver mandag" in text(leader, address)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        row = FigureSubscription.objects.get()
    link = reverse("public:figures-stop", args=[row.pk, insight.token_of(row.pk)])
    visitor = Client()
    assert visitor.get(link).status_code == 200
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        assert FigureSubscription.objects.get().ended_at is None, "what only fetches the link ends nothing"
    assert "Du får ikke flere tal" in visitor.post(link).content.decode()
    jobs.end_subscription(at=world.at, subscription_id=row.pk)
    assert "Du får ingen tal på e-mail." in text(leader, address)
    assert visitor.get(reverse("public:figures-stop", args=[row.pk, "x" * 32])).status_code == 404


@pytest.fixture
def politician(world: World) -> Client:
    client = Client()
    log_in(client, world.employee("Poul", role=Role.POLITICIAN), at=world.at)
    return client


def release(at: datetime) -> None:
    """One indicator for everybody and one for the committee."""
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        made = {"until": at.date().replace(day=1), "version": 1, "reckoned_at": at}
        for key, value in (("decision_time", 50.0), ("heard", 0.4)):
            IndicatorFigure.objects.create(indicator=key, value=value, cases=40, **made)
            IndicatorFigure.objects.create(indicator=key, unit="handicap-psykiatri", **made)


def test_a_politician_reads_what_is_released_and_nothing_else(politician: Client, world: World) -> None:
    release(world.at)
    for name in ("overview", "indicators"):
        assert politician.get(reverse(f"management:{name}")).url == reverse("management:committee")
    page = text(politician, reverse("management:committee"))
    assert "50 dage" in page
    assert "40 %" in page
    assert "for få til at vise" in text(politician, reverse("management:committee-one", args=["decision_time"]))
    for name in ("alerts", "notes"):
        assert politician.get(reverse(f"management:{name}")).status_code == 404


def test_everybody_reads_what_is_public_without_a_login(world: World) -> None:
    release(world.at)
    page = text(Client(), reverse("public:figures"))
    assert "50 dage" in page
    assert "Sager med partshøring" not in page
    assert Client().get(reverse("public:figure", args=["heard"])).status_code == 404


def test_before_the_first_release_the_pages_say_why(
    politician: Client, world: World, settings: LazySettings, tmp_path: Path
) -> None:
    made, over = "Tallene er ved at blive lavet", "når det første hele kvartal er gået"
    settings.INSIGHT_ROOT = tmp_path
    tell_why(politician, made)
    world.case(citizen_id=world.person(), days_ago=3)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        insight.rebuild(folder=tmp_path / insight.CASEWORK, at=world.at)
    tell_why(politician, over)
    world.case(citizen_id=world.person(), days_ago=300)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        insight.rebuild(folder=tmp_path / insight.CASEWORK, at=world.at)
    tell_why(politician, made)


def tell_why(politician: Client, said: str) -> None:
    assert said in text(Client(), reverse("public:figures"))
    assert said in text(politician, reverse("management:committee"))


def test_the_figures_can_be_taken_along_in_every_format(leader: Client) -> None:
    sheet = openpyxl.load_workbook(BytesIO(leader.get(OVERVIEW, {"format": "xlsx"}).content)).active
    assert sheet["A1"].value == "Nøgletal"
    table = pq.read_table(BytesIO(leader.get(AGE, {"format": "parquet"}).content))
    assert table.column_names == ["Måned", "Enhed", "Tal", "Sager"]
    assert table.num_rows > 0
    answer = leader.get(OVERVIEW, {"format": "pdf"})
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert b"pdfuaid" in answer.content


@pytest.mark.parametrize(("mine", "other"), [(50.0, 50.0), (52.0, 50.0), (44.0, 50.0), (90.0, 50.0)])
def test_the_words_of_two_lines_in_a_chart_never_lie_on_each_other(mine: float, other: float) -> None:
    """A target of a hundred per cent that is always met."""
    moved = mine + present.text_down(mine, other)
    assert abs(moved - other) >= 15
    assert (moved >= other) == (mine >= other)
    assert present.text_down(mine, None) == 0
