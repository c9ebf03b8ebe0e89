"""Appointments where the caseworker looks first: today's on My day, and in the inbox what others have done to them."""

from datetime import timedelta

import pytest
from tests.apps.booking.acting import booked, in_days, times
from tests.apps.coordination.household import Household, household_with_hours
from tests.factories.world import World
from tests.web.staff.conftest import LogIn
from tests.web.staff.forms import text

from borgerfokus.apps.booking import service as booking
from borgerfokus.core.access import Role
from borgerfokus.core.booking.words import Place
from borgerfokus.foundation.access.actor import Actor

INBOX = "/sag/indbakke/"


@pytest.fixture
def home(world: World) -> Household:
    return household_with_hours(world)


def test_what_the_citizen_does_with_an_appointment_is_told_and_ones_own_acts_are_not(
    home: Household, as_: LogIn
) -> None:
    own = booked(home, home.karen, starts=in_days(home, 3))
    assert "Der er en aftale" not in text(as_(home.karen).get(INBOX))
    row = booked(home, home.citizen)
    assert text(as_(home.karen).get(INBOX)).count("Der er en aftale den") == 1
    later = times(home, home.citizen)[3]
    with home.as_(home.citizen):
        who, at = home.citizen, [home.at + timedelta(seconds=number) for number in (1, 2, 3)]
        moved = booking.move(appointment_id=row.pk, starts=later, version=row.version, by=who, at=at[0])
        off = booking.cancel(appointment_id=row.pk, why="", version=row.version + 1, by=who, at=at[1])
        other = booking.cancel(appointment_id=own.pk, why="", version=own.version, by=who, at=at[2])
    assert (moved, off, other) == (None, None, None)
    answer = as_(home.karen).get(INBOX)
    assert "er flyttet til den" in text(answer)
    assert text(answer).count("er aflyst") == 2
    assert f"/sag/{home.support.number}/aftaler/" in answer.content.decode()


def test_a_colleague_who_moves_it_is_told_of_too(home: Household, as_: LogIn) -> None:
    row = booked(home, home.karen, starts=in_days(home, 3))
    other = home.world.employee("Oskar", unit="voksenteamet")
    with home.as_(other):
        off = booking.cancel(appointment_id=row.pk, why="Karen er syg", version=row.version, by=other, at=home.at)
    assert off is None
    assert "er aflyst" in text(as_(home.karen).get(INBOX))


def test_my_day_shows_todays_appointments_with_interpreter_and_absence(home: Household, as_: LogIn) -> None:
    starts = home.at + timedelta(hours=2)
    row = booked(home, home.karen, starts=starts, language="tegnsprog", reason="hjemmebesoeg", place=Place.HOME)
    booked(home, home.karen, starts=in_days(home, 1))
    with home.as_(home.karen):
        ends = starts + timedelta(hours=3)
        assert booking.add_absence(starts=ends, ends=ends + timedelta(hours=1), by=home.karen, at=home.at) is None
    answer = as_(home.karen).get("/sag/")
    shown = text(answer).partition("Aftaler i dag")[2].partition("Opgaver")[0]
    assert "Tolk mangler: tegnsprog" in shown
    assert "Hjemme hos borgeren" in shown
    assert "Fravær" in shown
    assert f"/sag/kalender/aftale/{row.pk}/" in answer.content.decode()
    assert answer.content.decode().count("/sag/kalender/aftale/") == 1


def test_my_day_says_that_there_are_none_and_has_no_calendar_for_those_without(home: Household, as_: LogIn) -> None:
    assert "Du har ingen aftaler i dag." in text(as_(home.karen).get("/sag/"))
    reader: Actor = home.world.employee("Sanne", role=Role.SECOND_READER)
    assert "Aftaler i dag" not in text(as_(reader).get("/sag/"))


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ("emne=hjemmebesoeg&sted=office&med={karen}", "Den slags aftale kan ikke holdes der."),
        ("emne=hjemmebesoeg&sted=home", "Vælg, hvem aftalen er med."),
        ("emne=opfoelgning&sted=phone&med={sara}", "En opfølgning er med sagens egen sagsbehandler."),
    ],
)
def test_what_can_never_be_booked_is_said_before_a_time_is_chosen(
    home: Household, as_: LogIn, asked: str, why: str
) -> None:
    address = f"/sag/{home.support.number}/aftaler/?{asked.format(karen=home.karen.id, sara=home.sara.id)}"
    answer = as_(home.karen).get(address)
    assert why in text(answer)
    assert "Book tiden" not in text(answer)


def test_the_hours_of_a_colleague_elsewhere_are_told(home: Household, as_: LogIn) -> None:
    shown = text(as_(home.sara).get(f"/sag/kalender/?hvem={home.karen.id}"))
    assert "Åben 9.00–15.00" in shown
    assert "Ikke åben" not in shown
