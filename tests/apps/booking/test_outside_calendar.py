"""An employee's own calendar: busy times come in and take times away; appointments go out under a neutral word."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection
from tests.apps.booking.acting import booked, times
from tests.apps.coordination.household import Household
from tests.foundation.caldav.server import listed, radicale, write

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.booking.models import OutsideBusy, OutsideCalendar
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.caldav import Account
from borgerfokus.foundation.people import cipher

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def account(tmp_path_factory: pytest.TempPathFactory, settings: object) -> Iterator[Account]:
    settings.CALDAV_LOOPBACK = True  # type: ignore[attr-defined]
    with radicale(tmp_path_factory.mktemp("radicale")) as made:
        yield made


def synchronise(home: Household) -> OutsideCalendar:
    with home.as_(home.karen):
        row = booking.outside_of(by=home.karen)
        assert row is not None
        booking.synchronise_calendar(calendar=row, at=home.at)
        return row


def test_both_ways(home: Household, account: Account) -> None:
    first = times(home, home.citizen)[0]
    write(account, "privat", starts=first, hours=3, summary="Skilsmisseadvokat")
    with home.as_(home.karen):
        assert booking.connect_calendar(account=account, by=home.karen, at=home.at) is None
        row = OutsideCalendar.objects.get()
        assert account.secret.encode() not in bytes(row.secret_sealed)
        assert cipher.unseal_words(row.secret_sealed) == account.secret
        assert OutsideBusy.objects.count() == 1
    assert first not in times(home, home.citizen)
    with home.as_(home.karen), connection.cursor() as cursor:
        cursor.execute("select row_to_json(b)::text from booking_outsidebusy b")
        assert "advokat" not in cursor.fetchone()[0].lower()
    made = booked(home, home.citizen, reason="misbrug")
    synchronise(home)
    text = listed(account)
    assert f"{made.uid}@borgerfokus" in text
    assert "SUMMARY:Aftale med kommunen" in text
    assert "misbrug" not in text.lower()
    assert "Alba" not in text
    synchronise(home)
    with home.as_(home.karen):
        assert OutsideBusy.objects.count() == 1, "our own appointment is not somebody else's busy time"
    _moved_and_cancelled(home, account, made.pk)


def _moved_and_cancelled(home: Household, account: Account, number: int) -> None:
    later = times(home, home.citizen, reason="misbrug")[9]
    with home.as_(home.citizen):
        told = booking.move(appointment_id=number, starts=later, version=1, by=home.citizen, at=home.at)
        assert told is None
    synchronise(home)
    assert f"DTSTART:{later:%Y%m%dT%H%M%SZ}" in listed(account)
    with home.as_(home.citizen):
        told = booking.cancel(appointment_id=number, why="", version=2, by=home.citizen, at=home.at)
        assert told is None
    booking.synchronise_due(at=home.at + timedelta(minutes=11))
    assert "borgerfokus" not in listed(account)
    with home.as_(home.karen):
        booking.disconnect_calendar(by=home.karen, at=home.at)
        assert OutsideBusy.objects.count() == 0


def test_a_wrong_secret_is_refused_and_a_later_fault_is_shown(home: Household, account: Account) -> None:
    with home.as_(home.karen):
        wrong = Account(account.address, account.user_name, "forkert")
        told = booking.connect_calendar(account=wrong, by=home.karen, at=home.at)
        assert isinstance(told, Refusal)
        assert OutsideCalendar.objects.count() == 0
        assert booking.connect_calendar(account=account, by=home.karen, at=home.at) is None
        sealed = cipher.seal_words("skiftet")
        OutsideCalendar.objects.update(secret_sealed=sealed)
    assert synchronise(home).fault == "refused"


def test_nobody_else_sees_the_calendar(home: Household, account: Account) -> None:
    with home.as_(home.karen):
        assert booking.connect_calendar(account=account, by=home.karen, at=home.at) is None
    for other in (home.sara, home.leader, home.citizen):
        with home.as_(other):
            assert OutsideCalendar.objects.count() == 0
