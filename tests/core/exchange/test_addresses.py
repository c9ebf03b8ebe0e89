"""Nothing is sent into our own network, however its address is written."""

import pytest

from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.exchange.addresses import Guard, Target, is_allowed, target_of

OPEN = Guard()
LISTED = Guard(hosts=("modtager.dk",))
LOOPBACK = Guard(loopback=True)


@pytest.mark.parametrize(
    "address",
    [
        "http://modtager.dk/",
        "ftp://modtager.dk/",
        "https://127.0.0.1/",
        "https://localhost:5432/",
        "https://10.0.0.1/",
        "https://[::1]/",
        "https://[fd00::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://169.254.169.254/latest/",
        "https://modtager.dk:22/",
        "https://user:pass@modtager.dk/",
        "https://modtager.dk/#a",
        "https://",
        "https://mod tager.dk/",
        "https://modtager.dk/\n",
        "https://[modtager/",
        "https://modtager.dk:99999/",
        "https://modtager.dk/" + "x" * 600,
    ],
)
def test_these_are_refused(address: str) -> None:
    assert isinstance(target_of(address, guard=OPEN), Refusal)


def test_a_public_address_is_taken_apart() -> None:
    assert target_of("https://Modtager.dk/a?b=c", guard=OPEN) == Target("https", "modtager.dk", 443, "/a?b=c")
    assert isinstance(target_of("https://modtager.dk:8443", guard=OPEN), Target)


def test_where_there_is_a_list_only_listed_hosts_are_called() -> None:
    assert isinstance(target_of("https://api.modtager.dk/", guard=LISTED), Target)
    assert isinstance(target_of("https://modtager.dk.ond.dk/", guard=LISTED), Refusal)
    assert isinstance(target_of("https://ondmodtager.dk/", guard=LISTED), Refusal)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "2001:0:a00:1::",
        "nonsense",
    ],
)
def test_an_address_that_is_not_public_is_not_called(address: str) -> None:
    assert not is_allowed(address, guard=OPEN)
    assert is_allowed("8.8.8.8", guard=OPEN)
    assert is_allowed("2a00:1450:400f::1", guard=OPEN)


def test_loopback_is_called_only_where_the_installation_says_so() -> None:
    assert target_of("http://127.0.0.1:9/", guard=LOOPBACK) == Target("http", "127.0.0.1", 9, "/")
    assert is_allowed("127.0.0.1", guard=LOOPBACK)
    assert not is_allowed("10.0.0.1", guard=LOOPBACK)
    assert isinstance(target_of("http://10.0.0.1/", guard=LOOPBACK), Refusal)
