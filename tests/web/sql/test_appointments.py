"""The lists of appointments, each with several rows: a query for each is noticed."""

from datetime import timedelta

import pytest
from django.test import Client
from tests.apps.booking.acting import booked, in_days
from tests.apps.coordination.household import Household, household
from tests.factories.booking import fill_reasons, open_hours, open_room
from tests.factories.login import log_in
from tests.factories.world import World
from tests.web.sql.snapshot import assert_sql

from borgerfokus.apps.booking import service as booking
from borgerfokus.core.access import Role
from borgerfokus.core.booking.words import Place
from borgerfokus.foundation.access.actor import Actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(world: World) -> Household:
    """Three appointments this week, two groups, two that wait, two rooms."""
    made = household(world)
    fill_reasons(at=world.at)
    open_hours(made.karen, made.sara, at=world.at)
    for name in ("Lokale 1", "Lokale 2"):
        open_room(unit_id=made.support.unit_id, name=name, at=world.at)
    for days in (1, 2, 3):
        booked(made, made.karen, starts=in_days(made, days))
    with made.as_(made.karen):
        for hour in (13, 16):
            new = booking.NewGroup(
                reason="mestring",
                starts=in_days(made, 1, hour),
                place=Place.VIDEO,
                employees=frozenset({made.karen.id}),
                unit_id=made.support.unit_id,
            )
            assert isinstance(booking.open_group(new=new, by=made.karen, at=made.at), int)
        for reason in ("misbrug", "hjemmebesoeg"):
            booking.wait(case_id=made.support.pk, reason=reason, note="", by=made.karen, at=made.at)
        for days in (8, 9):
            starts = made.at + timedelta(days=days)
            booking.add_absence(starts=starts, ends=starts + timedelta(hours=2), by=made.karen, at=made.at)
    return made


def client_of(actor: Actor, home: Household) -> Client:
    client = Client()
    log_in(client, actor, at=home.at)
    return client


@pytest.mark.parametrize(
    ("name", "address", "most"),
    [("staff-calendar", "/sag/kalender/", 22), ("staff-calendar-own", "/sag/kalender/mine-tider/", 14)],
)
def test_a_calendar(home: Household, name: str, address: str, most: int) -> None:
    assert_sql(client_of(home.karen, home), address, name=name, most=most)


def test_my_appointments(home: Household) -> None:
    assert_sql(client_of(home.citizen, home), "/min/aftaler/", name="citizen-appointments", most=20)


def test_what_one_can_book_about(home: Household) -> None:
    allan = home.world.employee("Allan", role=Role.ADMINISTRATOR)
    assert_sql(client_of(allan, home), "/styring/aftaler/", name="admin-reasons", most=12)
