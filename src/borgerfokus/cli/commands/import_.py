"""Load classifications, the organisation, offers, citizens and running cases from CSV files, all or nothing."""

import argparse
import os
import sys
from pathlib import Path

from borgerfokus.cli.trouble import Trouble

HELP = "Indlæs klassifikationer, organisation, tilbud, borgere og løbende sager fra CSV-filer"
KINDS = (
    "kle-subjects", "kle-facets", "ffb", "fsiii", "municipalities",
    "organisation", "employees", "engagements", "responsibilities", "offers", "citizens", "relations", "cases",
)  # fmt: skip
ALL = "all"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", nargs="?", choices=(*KINDS, ALL), metavar="HVAD", help=f"{', '.join(KINDS)} eller all")
    parser.add_argument("file", nargs="?", type=Path, metavar="FIL", help="filen, eller mappen ved all")
    parser.add_argument("--dry-run", action="store_true", help="sig, hvad der ville ske, og gem intet")
    parser.add_argument("--edition", default="", help="klassifikationens udgave, for eksempel 2026-01")
    parser.add_argument("--templates", type=Path, metavar="MAPPE", help="skriv skabeloner og vejledning i mappen")


def run(arguments: argparse.Namespace) -> int:
    if arguments.templates:
        return _templates(arguments.templates)
    if arguments.what is None or arguments.file is None:
        raise Trouble(
            "Skriv, hvad der skal indlæses, og hvorfra: borgerfokus import citizens borgere.csv",
            "Say what to load, and from where: borgerfokus import citizens citizens.csv",
        )
    return _load(arguments)


def _load(arguments: argparse.Namespace) -> int:
    from django.utils.timezone import now

    from borgerfokus.cli.imports import report, running
    from borgerfokus.cli.imports.catalogue import EDITIONS

    if arguments.edition and arguments.what not in EDITIONS:
        raise Trouble("Kun klassifikationer har en udgave.", "Only classifications have an edition.")
    is_folder = arguments.what == ALL
    parts = running.parts_of(arguments.file) if is_folder else (running.Part(arguments.what, arguments.file),)
    settings = running.settings_of(at=now(), demo=_is_demo(), edition=arguments.edition)
    outcome = running.run(parts, settings=settings, dry_run=arguments.dry_run)
    for line in report.lines(outcome, dry_run=arguments.dry_run):
        sys.stdout.write(f"{line}\n")
    return 1 if outcome.problem_count else 0


def _is_demo() -> bool:
    """Whether this is a demo: so the settings say, or the demo municipality has been loaded into this database."""
    from django.conf import settings

    from borgerfokus.cli import marks

    owner = os.environ.get("BORGERFOKUS_OWNER_DATABASE_URL", "")
    return settings.DEMO or (bool(owner) and marks.DEMO in marks.read(owner))


def _templates(folder: Path) -> int:
    from borgerfokus.cli.imports import templates

    try:
        written = templates.write(folder)
    except OSError as error:
        raise Trouble(
            f"Skabelonerne kan ikke skrives i {folder}: {error.strerror}.",
            f"The templates cannot be written in {folder}: {error.strerror}.",
        ) from error
    for path in written:
        sys.stdout.write(f"{path}\n")
    return 0
