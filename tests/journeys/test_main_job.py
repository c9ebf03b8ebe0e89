"""The main job on real input: from an empty database to an appeal that is passed on."""


import pytest
from playwright.sync_api import Browser

from borgerfokus.core.casework import casetype
from tests.journeys import behind, importing
from tests.journeys.browsing import NARROW, Seat
from tests.journeys.citizen_steps import Citizen
from tests.journeys.server import House
from tests.journeys.staff_steps import Staff

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PEOPLE = [
    {"kind": "citizen", "cpr": "7411924321", "name": "Mads Ellekjær", "note": "Søger støtte i hverdagen"},
    {"kind": "citizen", "cpr": "6405024329", "name": "Sofus Brandt", "note": "Har kun en telefon"},
]
SUPPORT = casetype.shipped_documents()["sel-85"]


@pytest.fixture(scope="module")
def fjordby(house: House, browser: Browser) -> House:
    """The house once the files are loaded and the case type is in use."""
    house.offer(PEOPLE)
    prepare(house, browser)
    return house


def test_from_an_empty_database_to_an_appeal_that_is_passed_on(fjordby: House, browser: Browser):
    house = fjordby
    mads = Citizen(Seat.take(browser, house), "Mads Ellekjær")
    karen = Staff(Seat.take(browser, house), "Karen Lindvad")
    birgitte = Staff(Seat.take(browser, house), "Birgitte Solgaard")
    mads.finds_help()
    mads.is_refused_at_a_low_level()
    number = mads.asks_for_support()
    mads.sends_a_document()
    house.work()
    inform(house, number, mads, karen)
    decide(house, number, mads, karen, birgitte)
    appeal(house, number, mads, karen)
    for one in (mads, karen, birgitte):
        assert one.seat.complaints == []


def test_request_answer_and_appeal_on_a_phone_without_scripts(fjordby: House, browser: Browser):
    house = fjordby
    sofus = Citizen(Seat.take(browser, house, width=NARROW, scripts=False), "Sofus Brandt")
    number = sofus.asks_without_scripts()
    house.behind(behind.take_and_ask, number, house.clock.now())
    house.work()
    sofus.answers_in_words()
    house.behind(behind.refuse, number, house.clock.now())
    house.work()
    sofus.seat.go("/min/")
    sofus.seat.reads("Du har fået nej.")
    sofus.appeals(number)
    assert sofus.seat.complaints == []


def inform(house: House, number: str, mads: Citizen, karen: Staff) -> None:
    """From the inbox to a full list, with a pause while the citizen finds a letter."""
    karen.takes_from_the_inbox(number)
    karen.asks_the_citizen_for("O10", number)
    house.work()
    house.clock.forward(days=4)
    mads.is_asked(number)
    mads.answers_with_a_photo()
    house.work()
    karen.fills_the_list(number)
    karen.assesses(number)


def decide(house: House, number: str, mads: Citizen, karen: Staff, birgitte: Staff) -> None:
    """From a draft over the hearing and the second reader to the letter that the citizen reads."""
    karen.begins_the_decision(number)
    karen.hears_the_party(number)
    house.work()
    mads.answers_the_hearing(number)
    house.work()
    house.clock.forward(days=3)
    karen.answers_the_hearing(number)
    karen.sends_to_approval()
    birgitte.returns()
    karen.mends(number)
    birgitte.approves()
    birgitte.sees_the_team()
    karen.issues(number)
    house.work()
    mads.reads_the_decision()
    mads.sees_who_has_looked()


def appeal(house: House, number: str, mads: Citizen, karen: Staff) -> None:
    """From the appeal to the file of the case on its way to the appeal body."""
    mads.appeals(number)
    house.work()
    house.clock.forward(days=7)
    karen.reassesses(number)
    house.work()
    mads.sees_that_the_appeal_went_on(number)


def prepare(house: House, browser: Browser) -> None:
    """Load the files, and take the case type in use on the administrator's page before anything refers to it."""
    house.behind(importing.load_classifications)
    house.behind(importing.load_own, "organisation", "employees", "engagements")
    allan = Staff(Seat.take(browser, house), "Allan Friborg")
    allan.publishes(SUPPORT)
    house.behind(importing.load_own, "responsibilities", "citizens", "relations", "cases")
    assert allan.seat.complaints == []
