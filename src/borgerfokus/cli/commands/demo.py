"""Load the demo municipality, or list the people to log in as."""

import argparse

HELP = "Demokommunen: indlæs Fjordby Kommune, eller vis, hvem du kan logge ind som"
AS_OWNER = True

SIZES = {"small": 800, "full": 14_000}
SMALLEST = 100


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--size", default="full", type=_size, metavar="small|full|ANTAL", help="antal borgere (standard: full, 14.000)"
    )
    parser.add_argument("--people", action="store_true", help="vis kun, hvem du kan logge ind som")
    parser.add_argument("--seed", type=int, default=1, help="et andet tal giver en anden kommune (standard: 1)")


def run(arguments: argparse.Namespace) -> int:
    from django.utils.timezone import now

    from borgerfokus.cli.demo import loading, people

    if arguments.people:
        people.show()
    else:
        loading.load(size=arguments.size, seed=arguments.seed, now=now())
    return 0


def _size(text: str) -> int:
    if text in SIZES:
        return SIZES[text]
    if text.isdigit() and int(text) >= SMALLEST:
        return int(text)
    raise argparse.ArgumentTypeError(f"skriv small, full eller et antal borgere fra {SMALLEST}")
