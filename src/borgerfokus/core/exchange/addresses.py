"""Where a message may be sent: https to public addresses, so that nobody can make the platform call its own network."""

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final
from urllib.parse import SplitResult, urlsplit

from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text

PORTS: Final = frozenset({443, 8443})
_TRANSLATED: Final = IPv6Network("64:ff9b::/96")
_LONGEST: Final = 500


@dataclass(frozen=True)
class Guard:
    """What is allowed. `hosts`: only these and their subdomains, all when empty; `loopback` is for tests alone."""

    hosts: tuple[str, ...] = ()
    loopback: bool = False


@dataclass(frozen=True)
class Target:
    """An address taken apart."""

    scheme: str
    host: str
    port: int
    path: str


def target_of(address: str, *, guard: Guard) -> Target | Refusal:
    """The address taken apart, or why nothing may be sent there. The host's own addresses are asked of `is_allowed`."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return UNREADABLE
    host = (parts.hostname or "").rstrip(".").lower()
    if not host or len(address) > _LONGEST or any(ord(sign) <= 32 or ord(sign) > 126 for sign in address):
        return UNREADABLE
    if parts.username or parts.password or parts.fragment:
        return UNREADABLE
    if guard.loopback and _names_loopback(host):
        return _target(parts, host, port or (443 if parts.scheme == "https" else 80))
    if parts.scheme != "https":
        return NOT_HTTPS
    if (port or 443) not in PORTS:
        return PORT
    if guard.hosts and not any(host == one or host.endswith(f".{one}") for one in guard.hosts):
        return NOT_LISTED
    if _is_number(host) and not is_allowed(host, guard=guard):
        return NOT_PUBLIC
    return _target(parts, host, port or 443)


def is_allowed(address: str, *, guard: Guard) -> bool:
    """Whether an IP address is public; one that wraps another (mapped, 6to4, Teredo, NAT64) is what it wraps."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = [found, *_wrapped(found)]
    if guard.loopback and found.is_loopback:
        return True
    return all(one.is_global and not one.is_multicast and not one.is_reserved for one in inner)


def _wrapped(found: IPv4Address | IPv6Address) -> Iterable[IPv4Address | IPv6Address]:
    if isinstance(found, IPv4Address):
        return
    if found.ipv4_mapped is not None:
        yield found.ipv4_mapped
    if found.sixtofour is not None:
        yield found.sixtofour
    if found.teredo is not None:
        yield from found.teredo
    if found in _TRANSLATED:
        yield IPv4Address(int(found) & 0xFFFFFFFF)


def _names_loopback(host: str) -> bool:
    return host == "localhost" or (_is_number(host) and ip_address(host).is_loopback)


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _target(parts: SplitResult, host: str, port: int) -> Target:
    path = parts.path or "/"
    return Target(parts.scheme, host, port, f"{path}?{parts.query}" if parts.query else path)


def _no(code: str, da: str, en: str) -> Refusal:
    return Refusal(code=f"exchange.{code}", text=Text(da=da, en=en), article="")


UNREADABLE: Final = _no(
    "address",
    "Skriv en adresse som https://modtager.dk/sti uden brugernavn og uden #.",
    "Write an address like https://receiver.dk/path without a user name and without #.",
)
NOT_HTTPS: Final = _no("https", "Adressen skal begynde med https://.", "The address must begin with https://.")
PORT: Final = _no("port", "Brug port 443 eller 8443.", "Use port 443 or 8443.")
NOT_LISTED: Final = _no(
    "not_listed",
    "Kommunen sender kun til modtagere på sin liste. Bed driften om at sætte modtageren på listen.",
    "The municipality sends to listed receivers only. Ask operations to put the receiver on the list.",
)
NOT_PUBLIC: Final = _no(
    "not_public",
    "Adressen ligger på et lukket net. Vi sender kun til offentlige adresser.",
    "The address is on a closed network. We send to public addresses only.",
)
