"""Nothing is fetched from where the operator has not said so, however the address is written."""

import pytest
from tests.conftest import NOON

from borgerfokus.core.booking.slots import Span
from borgerfokus.foundation import caldav
from borgerfokus.foundation.caldav import Account, CalDavFault, Fault


@pytest.fixture(autouse=True)
def _hosts(settings: object) -> None:
    settings.CALDAV_HOSTS = frozenset({"kalender.example.dk", "sogo.example.dk:8443"})  # type: ignore[attr-defined]
    settings.CALDAV_LOOPBACK = False  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "address",
    [
        "https://kalender.example.dk/karen/",
        "https://KALENDER.example.dk:443/x",
        "https://sogo.example.dk:8443/dav/karen",
    ],
)
def test_what_is_named_is_reached(address: str) -> None:
    assert caldav.is_allowed(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "kalender.example.dk",
        "http://kalender.example.dk/",
        "ftp://kalender.example.dk/",
        "https://kalender.example.dk:8443/",
        "https://sogo.example.dk/",
        "https://kalender.example.dk.evil.dk/",
        "https://evil.dk/kalender.example.dk",
        "https://kalender.example.dk@evil.dk/",
        "https://evil.dk#kalender.example.dk",
        "https://a:b@kalender.example.dk/",
        "https://kalender.example.dk\r\nHost: x/",
        "https://[::1",
        "https://kalender.example.dk:port/",
        "http://127.0.0.1/",
        "https://localhost/",
        "https://[::1]/",
        "https://169.254.169.254/latest/meta-data",
        "https://10.0.0.1/",
        "file:///etc/passwd",
    ],
)
def test_everything_else_is_not(address: str) -> None:
    assert not caldav.is_allowed(address)
    with pytest.raises(CalDavFault) as told:
        caldav.busy_times(Account(address, "x", "y"), window=Span(NOON, NOON.replace(year=2027)))
    assert told.value.fault is Fault.NOT_ALLOWED


def test_this_machine_is_reached_where_the_setting_says_so(settings: object) -> None:
    settings.CALDAV_LOOPBACK = True  # type: ignore[attr-defined]
    assert caldav.is_allowed("http://127.0.0.1:5232/karen/")
    assert not caldav.is_allowed("http://kalender.example.dk/")
