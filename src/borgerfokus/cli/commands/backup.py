"""Write a backup: database, file store and exported heads, with checksums. The keys are kept apart."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

HELP = "Sikkerhedskopi: database, filer og kontrolsummer i en ny mappe (nøglerne gemmes for sig)"
NEEDS_DJANGO = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, nargs="?", help="ny mappe (standard: var/backups/<tidspunkt>)")


def run(arguments: argparse.Namespace) -> int:
    from borgerfokus.cli import backups, connections

    now = datetime.now(UTC)
    place = connections.place_of_backup()
    target = arguments.folder or place.home / "backups" / now.strftime("%Y-%m-%dT%H%M%SZ")
    written = backups.write(place, target, at=now)
    sys.stdout.write(
        f"Sikkerhedskopi: {written}\n"
        f"Nøglerne i {place.home / 'keys'} er ikke med. Gem dem for sig; uden dem kan kopien ikke indlæses.\n"
    )
    return 0
