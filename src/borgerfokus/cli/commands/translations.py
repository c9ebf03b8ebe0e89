"""Merge and compile the English texts, and list the Danish ones that lack them."""

import argparse
import sys

from borgerfokus.cli import translations

HELP = "Oversættelser: saml og oversæt teksterne, og vis dem, der mangler"
NEEDS_DJANGO = False
NEEDS_DATABASE = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--missing", action="store_true", help="vis kun, hvad der mangler")


def run(arguments: argparse.Namespace) -> int:
    if not arguments.missing:
        sys.stdout.write(f"{translations.compile_all()}\n")
    missing = translations.missing()
    for text in missing:
        sys.stdout.write(f"{text.where}: {text.msgid}\n")
    return 1 if missing else 0
