"""Erase again what a restored backup has brought back, by the list that is kept outside the database."""

import argparse
import sys

HELP = "Slet igen, hvad en gendannet sikkerhedskopi har bragt tilbage"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--list", action="store_true", help="vis kun, hvor mange sager listen har")


def run(arguments: argparse.Namespace) -> int:
    from django.conf import settings
    from django.utils.timezone import now

    from borgerfokus.apps.rights import service as rights

    if arguments.list:
        sys.stdout.write(f"{rights.count_listed(settings.ERASED_ROOT)} slettede sager på listen.\n")
        return 0
    again = rights.erase_again(at=now(), folder=settings.ERASED_ROOT)
    sys.stdout.write(f"{again} sager er slettet igen.\n")
    return 0
