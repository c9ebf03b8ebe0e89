"""Load the demo municipality, or list the people to log in as."""

import argparse
from datetime import datetime

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
    parser.add_argument("--seed", type=int, default=1, help="et andet tal giver en anden kommune (standard: 1)")


def run(arguments: argparse.Namespace) -> int:
    from django.utils.timezone import now

    from borgerfokus.cli.demo import loading, people

    if arguments.people:
        people.show()
    else:
        citizens, cases = arguments.size
        at = now()
        loading.load(citizens=citizens, cases=cases, seed=arguments.seed, now=at)
        _publish(at)
    return 0


def _publish(at: datetime) -> None:
    """Publish last quarter's figures, as the daily job does."""
    from django.utils.timezone import localdate

    from borgerfokus.apps.casework import service as casework
    from borgerfokus.foundation.access.actor import system
    from borgerfokus.foundation.access.scope import Purpose, acting_as

    with acting_as(system("demo"), purpose=Purpose.OPERATION, at=at):
        casework.publish_promises(at=at, day=localdate(at))


def _size(text: str) -> tuple[int, int]:
    if text in SIZES:
        return SIZES[text]
    if text.isdigit() and int(text) >= SMALLEST:
        citizens, cases = SIZES["full"]
        return int(text), round(int(text) * cases / citizens)
    raise argparse.ArgumentTypeError(f"skriv small, full eller et antal borgere fra {SMALLEST}")
