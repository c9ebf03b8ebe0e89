"""The client against a real server: busy times read, repetitions expanded, appointments put and taken out."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.foundation.caldav.server import listed, radicale, write

from borgerfokus.core.booking.slots import Span
from borgerfokus.core.calendars.writing import Entry, stored
from borgerfokus.core.dates import COPENHAGEN
from borgerfokus.foundation import caldav
from borgerfokus.foundation.caldav import Account, CalDavFault, Fault

pytestmark = pytest.mark.slow

WINDOW = Span(datetime(2026, 12, 1, tzinfo=UTC), datetime(2026, 12, 31, tzinfo=UTC))
NOON = datetime(2026, 12, 7, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Account]:
    with radicale(tmp_path_factory.mktemp("radicale")) as account:
        yield account


@pytest.fixture
def account(server: Account, settings: object, tmp_path: Path) -> Account:
    settings.CALDAV_LOOPBACK = True  # type: ignore[attr-defined]
    return server


def test_there_is_a_calendar(account: Account) -> None:
    caldav.check(account)
    for wrong, fault in (
        (Account(account.address, account.user_name, "forkert"), Fault.REFUSED),
        (Account(account.address.replace("kalender", "andet"), account.user_name, account.secret), Fault.REFUSED),
        (Account(account.address.replace("kalender/", ""), account.user_name, account.secret), Fault.NOT_A_CALENDAR),
    ):
        with pytest.raises(CalDavFault) as told:
            caldav.check(wrong)
        assert told.value.fault is fault


def test_busy_times_come_in_with_repetitions(account: Account) -> None:
    write(account, "enkelt", starts=datetime(2026, 12, 3, 12, tzinfo=UTC), summary="Tandlæge")
    write(
        account,
        "hver-uge",
        starts=datetime(2026, 9, 7, 17, tzinfo=COPENHAGEN),
        summary="Fodbold",
        rrule={"freq": "weekly"},
        exdate=datetime(2026, 12, 14, 17, tzinfo=COPENHAGEN),
    )
    write(account, "ledig", starts=datetime(2026, 12, 4, 12, tzinfo=UTC), transp="TRANSPARENT")
    found = caldav.busy_times(account, window=WINDOW)
    starts = sorted(one.span.starts for one in found)
    weekly = [datetime(2026, 12, day, 16, tzinfo=UTC) for day in (7, 21, 28)]
    assert starts == sorted([datetime(2026, 12, 3, 12, tzinfo=UTC), *weekly])


def test_an_appointment_is_put_moved_and_taken_out(account: Account) -> None:
    one = Entry(
        uid="a@borgerfokus", stamp=NOON, starts=NOON, ends=NOON + timedelta(hours=1), summary="Aftale med kommunen"
    )
    caldav.put(account, uid=one.uid, text=stored(one))
    assert "SUMMARY:Aftale med kommunen" in listed(account)
    day = timedelta(days=1)
    later = replace(one, starts=one.starts + day, ends=one.ends + day, sequence=1)
    caldav.put(account, uid=one.uid, text=stored(later))
    busy = {found.span.starts for found in caldav.busy_times(account, window=WINDOW) if found.uid == one.uid}
    assert busy == {later.starts}
    caldav.remove(account, uid=one.uid)
    caldav.remove(account, uid=one.uid)
    assert "a@borgerfokus" not in listed(account)
