"""Restore a backup into an empty installation: all of it, or nothing; and erase again what was erased since."""

import argparse
import sys
from pathlib import Path

HELP = "Indlæs en sikkerhedskopi i en tom installation: det hele eller intet"
NEEDS_DJANGO = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help="mappen med sikkerhedskopien")
    parser.add_argument("--check", action="store_true", help="kontrollér kun kopien, og indlæs intet")


def run(arguments: argparse.Namespace) -> int:
    from borgerfokus.cli import backups, connections

    if arguments.check:
        backups.check(arguments.folder)
        sys.stdout.write("Sikkerhedskopien er hel.\n")
        return 0
    backups.restore(connections.place_of_backup(), arguments.folder)
    sys.stdout.write("Sikkerhedskopien er indlæst.\n")
    return _erase_again()


def _erase_again() -> int:
    """A backup may be older than an erasure: what the list outside the database names is erased anew at once."""
    import django
    from django.db import DatabaseError

    django.setup()
    from borgerfokus.cli.commands import erased

    try:
        return erased.run(argparse.Namespace(list=False))
    except DatabaseError:
        sys.stderr.write(
            "Kopien er fra en ældre udgave. Kør »borgerfokus migrate« og derefter »borgerfokus erased«, "
            "før nogen logger på: slettede sager er ikke slettet igen endnu.\n"
        )
        return 1
