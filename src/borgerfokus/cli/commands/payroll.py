"""Tell which citizen each employee is, from the payroll's list, so that log control sees look-ups at kin and self."""

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from borgerfokus.core.identity import Cpr

HELP = "fortæl logkontrollen, hvilken borger hver medarbejder er (fil med login;personnummer)"
_LONGEST = 5_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=argparse.FileType("r", encoding="utf-8-sig"), help="filen, eller - for stdin")


def run(arguments: argparse.Namespace) -> int:
    from django.utils.timezone import now

    from borgerfokus.apps.logcontrol import service as logcontrol
    from borgerfokus.foundation.access.actor import system
    from borgerfokus.foundation.access.scope import Purpose, acting_as

    numbers = read(arguments.file.read(_LONGEST + 1))
    by, at = system("payroll"), now()
    with acting_as(by, purpose=Purpose.ADMINISTRATION, at=at):
        kept, unknown = logcontrol.keep_staff(numbers=numbers, by=by, at=at)
    sys.stdout.write(f"{kept} medarbejdere er kendt som borgere; {len(unknown)} er ikke fundet.\n")
    sys.stdout.writelines(f"ikke fundet: {login}\n" for login in unknown)
    return 0


def read(text: str) -> "dict[str, Cpr]":
    """The list of a file: one "login;personal number" on each line. Raises Trouble with the lines that are wrong."""
    from borgerfokus.cli.trouble import Trouble
    from borgerfokus.core.identity import Cpr, InvalidIdentifier

    if len(text) > _LONGEST:
        raise Trouble("Filen er for stor.", "The file is too large.")
    found: dict[str, Cpr] = {}
    wrong: list[str] = []
    for place, line in enumerate(text.splitlines(), start=1):
        login, _sign, number = (part.strip() for part in line.partition(";"))
        if not line.strip():
            continue
        try:
            found[login] = Cpr(number.replace("-", "").replace(" ", ""))
        except InvalidIdentifier:
            wrong.append(str(place))
    if wrong:
        lines = ", ".join(wrong[:20])
        raise Trouble(f"Intet er gemt. Linjer med fejl: {lines}.", f"Nothing is saved. Lines with errors: {lines}.")
    return found
