"""Bring the database up to date, as the role that owns it."""

import argparse

HELP = "Opdatér databasen til denne udgave"
AS_OWNER = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="svar kun, om der er noget at opdatere")


def run(arguments: argparse.Namespace) -> int:
    from django.core.management import call_command

    try:
        call_command("migrate", interactive=False, verbosity=0, check_unapplied=arguments.check)
    except SystemExit as outdated:
        return int(outdated.code or 0)
    return 0
