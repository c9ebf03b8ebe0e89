"""The board of those on the way to 18 and the page of one: red where help would lapse, both owners, need and cost."""

import csv
from datetime import date, timedelta
from io import StringIO

import pytest
from django.test import Client
from tests.apps.coordination.household import Household, household
from tests.factories.world import World
from tests.web.staff.conftest import LogIn
from tests.web.staff.forms import act, text

from borgerfokus.apps.coordination import service as coordination
from borgerfokus.core.dates import add_months
from borgerfokus.foundation.people.models import Person
from borgerfokus.web.staff.found import token_for

BOARD = "/sag/overgange/"


class Board:
    """Alba turns 18 in 60 days; the adults' help can begin 45 days after that. Noah has just turned 16."""

    def __init__(self, world: World) -> None:
        self.home: Household = household(world)
        self.today = self.home.at.date()
        self.born(self.home.citizen.id, add_months(self.today + timedelta(days=60), -12 * 18))
        self.noah = world.citizen("Noah", "Skovsgaard")
        self.born(self.noah.id, add_months(self.today - timedelta(days=3), -12 * 16))
        world.case(citizen_id=self.noah.id, caseworker=self.home.karen, days_ago=30)
        coordination.sweep_transitions(at=self.home.at)

    def born(self, person_id: int, day: date) -> None:
        with self.home.as_system():
            Person.objects.filter(pk=person_id).update(birth_date=day)

    def begins(self, day: date) -> None:
        """What is known of the first day as an adult."""
        days = coordination.Days(None, None, None, day, "Hjælp om morgenen")
        now = {"by": self.home.karen, "at": self.home.at}
        with self.home.as_(self.home.karen):
            found = coordination.transition_of(citizen_id=self.home.citizen.id, **now)
            told = coordination.set_days(citizen_id=self.home.citizen.id, days=days, version=found.row.version, **now)
        assert told is None

    @property
    def young(self) -> str:
        return f"{BOARD}{token_for(self.home.citizen.id)}/"


@pytest.fixture
def board(world: World) -> Board:
    return Board(world)


@pytest.fixture
def karen(board: Board, as_: LogIn) -> Client:
    return as_(board.home.karen)


def test_help_that_would_lapse_is_red_and_stands_first(board: Board, karen: Client) -> None:
    board.begins(board.today + timedelta(days=105))
    page = karen.get(BOARD).content.decode()
    assert page.index("Alba Skovsgaard</a>") < page.index("Noah Skovsgaard</a>")
    row = page.partition("Alba Skovsgaard</a>")[2].partition("</tr>")[0]
    assert 'class="gap"' in row
    assert "bf-chip--over" in row
    assert "Hul på 45 dage" in row
    assert "længst 45 dage" in page
    other = page.partition("Noah Skovsgaard</a>")[2].partition("</tr>")[0]
    assert 'class="gap"' not in other
    assert text(karen.get(f"{BOARD}?stand=gap")).count("Noah Skovsgaard") == 0


def test_help_that_begins_on_the_birthday_is_not_red(board: Board, karen: Client) -> None:
    board.begins(board.today + timedelta(days=60))
    page = karen.get(BOARD).content.decode()
    row = page.partition("Alba Skovsgaard</a>")[2].partition("</tr>")[0]
    assert 'class="gap"' not in row
    assert "bf-chip--over" not in row


def test_both_departments_have_an_owner_and_a_missing_one_is_told(board: Board, karen: Client) -> None:
    assert "Mangler en ejer" in text(karen.get(BOARD))
    assert act(karen, board.young, "owner", side="adult", employee=board.home.karen.id).status_code == 302
    page = karen.get(BOARD).content.decode()
    row = page.partition("Alba Skovsgaard</a>")[2].partition("</tr>")[0]
    assert "Karen" in row.partition("Voksne")[2]
    assert "Noah Skovsgaard" in text(karen.get(f"{BOARD}?ejer=mangler"))


def test_the_six_topics_need_and_cost_are_written_on_the_page_of_one(board: Board, karen: Client) -> None:
    given = {"topic": "housing", "state": "going", "text": "På venteliste til en bolig."}
    assert act(karen, board.young, "topic", **given).status_code == 302
    need = {"offer": "hjemmevejledning", "low": "8", "likely": "10", "high": "12"}
    assert act(karen, board.young, "need", **need).status_code == 302
    shown = text(karen.get(board.young))
    topics = ("Indsats og støtte", "Uddannelse", "Beskæftigelse og forsørgelse", "Bolig", "Sociale forhold",
              "Øvrige forhold")  # fmt: skip
    for title in (*topics, "På venteliste til en bolig.", "8–12 timer om ugen", "Vi regner med"):
        assert title in shown, title
    sheet = karen.get(f"{BOARD}unge.csv").content.decode("utf-8-sig")
    row = next(row for row in csv.reader(StringIO(sheet), delimiter=";") if row[0] == "Alba Skovsgaard")
    low, likely, high = (int(amount) for amount in row[-3:])
    assert 0 < low < likely < high


def test_a_backwards_extent_comes_back_with_what_was_typed(board: Board, karen: Client) -> None:
    need = {"offer": "hjemmevejledning", "low": "12", "likely": "10", "high": "8"}
    answer = act(karen, board.young, "need", **need)
    assert answer.status_code == 422
    assert "Udgiften som voksen er ukendt" in text(answer)


def test_somebody_without_a_part_finds_neither_row_nor_page(board: Board, world: World, as_: LogIn) -> None:
    other = as_(world.employee("Vibeke", unit="ydelsesteamet"))
    with board.home.as_system():
        assert coordination.Transition.objects.filter(citizen_id=board.noah.id).exists()
    assert "Noah" not in text(other.get(BOARD))
    assert other.get(f"{BOARD}{token_for(board.noah.id)}/").status_code == 404
