"""Measure the API and the pages on many cases, beside the goals."""

import argparse
from pathlib import Path

HELP = "Mål API og sider på 50.000 sager i en database for sig"
NEEDS_DJANGO = False  # it is set up on the benchmark's own database, once that is there

ACTS = ("api_list", "api_detail", "api_create", "work_list", "case_page", "search_name", "search_number")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--cases", type=_count, default=50_000, help="antal sager (standard: %(default)s)")
    parser.add_argument("--seconds", type=_seconds, default=8.0, help="hver måling (standard: %(default)s)")
    parser.add_argument("--clients", type=_clients, default=(1, 4), metavar="1,4", help="klienter (standard: 1,4)")
    parser.add_argument("--workers", type=int, default=2, help="webprocesser (standard: %(default)s)")
    parser.add_argument("--only", action="append", default=[], choices=ACTS, help="kun denne handling; kan gentages")
    parser.add_argument("--keep", action="store_true", help="behold databasen, og brug den igen, hvis den er der")
    parser.add_argument("--json", type=Path, metavar="FIL", help="skriv også resultatet som JSON")


def run(arguments: argparse.Namespace) -> int:
    import os
    import signal
    import sys

    from borgerfokus.cli.bench import running
    from borgerfokus.cli.databases import Addresses

    signal.signal(signal.SIGTERM, signal.default_int_handler)
    asked = running.Asked(
        cases=arguments.cases,
        seconds=arguments.seconds,
        clients=arguments.clients,
        workers=arguments.workers,
        keep=arguments.keep,
        json=arguments.json,
        only=frozenset(arguments.only),
    )
    owner = os.environ.get("BORGERFOKUS_OWNER_DATABASE_URL", "")
    addresses = Addresses(owner, os.environ["BORGERFOKUS_DATABASE_URL"])
    sys.stdout.write(running.run(asked, addresses))
    return 0


def _count(text: str) -> int:
    if text.isdigit() and 100 <= int(text) <= 5_000_000:
        return int(text)
    raise argparse.ArgumentTypeError("skriv et antal fra 100 til 5.000.000")


def _seconds(text: str) -> float:
    try:
        found = float(text)
    except ValueError:
        found = 0.0
    if 0.5 <= found <= 600:
        return found
    raise argparse.ArgumentTypeError("skriv et antal sekunder fra 0,5 til 600")


def _clients(text: str) -> tuple[int, ...]:
    words = text.split(",")
    if all(word.isdigit() and 1 <= int(word) <= 64 for word in words):
        return tuple(int(word) for word in words)
    raise argparse.ArgumentTypeError("skriv antal klienter fra 1 til 64, med komma imellem")
