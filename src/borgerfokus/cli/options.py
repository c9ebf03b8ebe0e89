"""What `python3 start.py` can be asked. Standard library only: it is read before there are packages."""

import argparse
import re
import socket
from collections.abc import Sequence
from dataclasses import dataclass

from borgerfokus.cli.trouble import Trouble


@dataclass(frozen=True)
class Options:
    """`size` is "small", "full" or a number of citizens; `demo` is false for a real installation."""

    host: str
    port: int
    fresh: bool
    size: str
    demo: bool

    @property
    def address(self) -> str:
        shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(self.host, self.host)  # noqa: S104 (shown, not bound)
        return f"http://{shown}:{self.port}/"


def parse(arguments: Sequence[str]) -> Options:
    parser = argparse.ArgumentParser(
        prog="python3 start.py",
        description="Starter Borgerfokus: miljø, database, demokommune, web og job. Ctrl-C stopper alt.",
        epilog="DATABASE_URL i miljøet bruger en PostgreSQL-server (16 eller nyere) i stedet for den egne.",
    )
    parser.add_argument("--port", type=_port, default=8000, help="standard: %(default)s")
    parser.add_argument("--host", default="127.0.0.1", help="standard: %(default)s")
    parser.add_argument("--fresh", action="store_true", help="slet data i var/ først, og begynd forfra")
    parser.add_argument(
        "--size", type=_size, default="full", metavar="small|full|N",
        help="demokommunens størrelse, eller antal borgere (standard: %(default)s)",
    )  # fmt: skip
    parser.add_argument("--no-demo", action="store_true", help="ingen demokommune og intet demo-login")
    asked = parser.parse_args(arguments)
    return Options(asked.host, asked.port, asked.fresh, asked.size, not asked.no_demo)


def check_port(host: str, port: int) -> None:
    """Raises Trouble when the address is taken, is not this machine's, or may not be used by this user."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen(1)
    except PermissionError as error:
        raise Trouble(
            f"Du må ikke bruge port {port}. Vælg en over 1023: python3 start.py --port 8080",
            f"You may not use port {port}. Choose one above 1023: python3 start.py --port 8080",
        ) from error
    except OSError as error:
        raise Trouble(
            f"Port {port} på {host} er optaget eller kan ikke bruges. "
            f"Vælg en anden: python3 start.py --port {port % 65535 + 1}",
            f"Port {port} on {host} is in use or cannot be used. "
            f"Choose another: python3 start.py --port {port % 65535 + 1}",
        ) from error


def _port(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,5}", text) or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError("en port er et tal fra 1 til 65535")
    return int(text)


def _size(text: str) -> str:
    if text in ("small", "full") or (re.fullmatch(r"[0-9]{1,7}", text) and int(text) > 0):
        return text
    raise argparse.ArgumentTypeError("skriv small, full eller et antal borgere")
