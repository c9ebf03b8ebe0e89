"""Let a program call the API, list those that may, or shut one out."""

import argparse
import sys

HELP = "API: giv et program adgang, vis adgangene, eller luk en"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=["list", "make", "end"], help="vis, opret eller luk")
    parser.add_argument("name", nargs="?", default="", help="programmets navn (make) eller client_id (end)")
    parser.add_argument("--unit", action="append", default=[], metavar="NØGLE", help="enhed, hvis sager det ser")
    parser.add_argument("--verb", action="append", default=[], metavar="api.…", help="hvad det må (standard: alt)")


def run(arguments: argparse.Namespace) -> int:
    from borgerfokus.cli.trouble import Trouble
    from borgerfokus.foundation.login import service as login

    if arguments.action == "list":
        for one in login.all_clients():
            sys.stdout.write(f"{one.client_id}  {'åben' if one.active else 'lukket'}  {one.name}\n")
        return 0
    if not arguments.name:
        raise Trouble("Skriv også et navn eller et client_id.", "Give a name or a client_id as well.")
    return _make(arguments) if arguments.action == "make" else _end(arguments.name)


def _make(arguments: argparse.Namespace) -> int:
    from django.utils.timezone import now

    from borgerfokus.cli.trouble import Trouble
    from borgerfokus.foundation.access.actor import system
    from borgerfokus.foundation.access.scope import Purpose, acting_as
    from borgerfokus.foundation.login import service as login
    from borgerfokus.foundation.organisation.models import Unit

    units = dict(Unit.objects.filter(key__in=arguments.unit).values_list("key", "id"))
    known = {verb.value: verb for verb in login.API_VERBS}
    wrong = [one for one in arguments.unit if one not in units] + [one for one in arguments.verb if one not in known]
    if wrong:
        raise Trouble(f"Kendes ikke: {', '.join(wrong)}.", f"Not known: {', '.join(wrong)}.")
    verbs = frozenset(known[one] for one in arguments.verb) or login.API_VERBS
    by, at = system("client"), now()
    with acting_as(by, purpose=Purpose.ADMINISTRATION, at=at):
        new = login.NewClient(name=arguments.name, verbs=verbs, units=frozenset(units.values()))
        made = login.make_client(new=new, by=by, at=at)
    sys.stdout.write(f"client_id: {made.client_id}\nclient_secret (vises kun nu): {made.secret}\n")
    return 0


def _end(client_id: str) -> int:
    from django.utils.timezone import now

    from borgerfokus.cli.trouble import Trouble
    from borgerfokus.foundation.access.actor import system
    from borgerfokus.foundation.access.scope import Purpose, acting_as
    from borgerfokus.foundation.login import service as login

    by, at = system("client"), now()
    with acting_as(by, purpose=Purpose.ADMINISTRATION, at=at):
        if not login.end_client(client_id=client_id, by=by, at=at):
            raise Trouble("Der er ingen åben adgang med dette client_id.", "No open client has this client_id.")
    return 0
