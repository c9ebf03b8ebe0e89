"""Load the demo municipality, or list the people to log in as."""

import argparse
import sys

from borgerfokus.cli.trouble import Trouble

HELP = "Demokommunen: indlæs Fjordby Kommune, eller vis, hvem du kan logge ind som"
AS_OWNER = True

SIZES = {"small": (800, 150), "full": (14_000, 4_040)}
"""Citizens and cases; other numbers of citizens have as many cases for each as the full one."""
SMALLEST = 100


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--size",
        default=SIZES["full"],
        type=_size,
        metavar="small|full|ANTAL",
        help="antal borgere (standard: full, 14.000)",
    )
    parser.add_argument("--people", action="store_true", help="vis kun, hvem du kan logge ind som")
    parser.add_argument(
        "--await-tables",
        action="store_true",
        help="lav rækkerne straks, og gem dem, når der kommer en linje på stdin: tabellerne laves imens",
    )
    parser.add_argument("--seed", type=int, default=1, help="et andet tal giver en anden kommune (standard: 1)")


def run(arguments: argparse.Namespace) -> int:
    from django.utils.timezone import now

    from borgerfokus.cli.demo import loading, people

    if arguments.people:
        people.show()
    else:
        citizens, cases = arguments.size
        await_tables = _await_a_line if arguments.await_tables else None
        loading.load(citizens=citizens, cases=cases, seed=arguments.seed, now=now(), await_tables=await_tables)
    return 0


def _await_a_line() -> None:
    """Raises Trouble when whoever makes the tables has ended without saying that they are there."""
    if not sys.stdin.readline():
        raise Trouble(
            "Demokommunen er ikke gemt, for databasen blev ikke klar.",
            "The demo is not stored, because the database did not become ready.",
        )


def _size(text: str) -> tuple[int, int]:
    if text in SIZES:
        return SIZES[text]
    if text.isdigit() and int(text) >= SMALLEST:
        citizens, cases = SIZES["full"]
        return int(text), round(int(text) * cases / citizens)
    raise argparse.ArgumentTypeError(f"skriv small, full eller et antal borgere fra {SMALLEST}")
