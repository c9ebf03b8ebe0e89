"""Check that the event log still says what it said: every chain, and every head outside the database."""

import argparse
import sys

HELP = "Efterprøv hændelsesloggen: kæder og daglige hoveder"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--most", type=int, default=20, help="hvor mange fejl der skrives ud (20)")


def run(arguments: argparse.Namespace) -> int:
    from django.conf import settings
    from django.utils.timezone import now

    from borgerfokus.apps.casework import service as casework
    from borgerfokus.foundation.access.actor import system
    from borgerfokus.foundation.access.scope import Purpose, acting_as

    with acting_as(system("verify"), purpose=Purpose.OPERATION, at=now()):
        report = casework.verify_log(heads=settings.HEADS_ROOT)
    out = sys.stdout.write
    out(f"{report.cases} sager, {report.events} hændelser, {report.days} daglige hoveder efterprøvet.\n")
    for one in report.faults[: arguments.most]:
        out(f"FEJL sag {one.case_id} hændelse {one.fault.seq}: {one.fault.kind} – {one.fault.detail}\n")
    if report.faults:
        out(f"{len(report.faults)} fejl. Stop ændringer, tag en kopi, og sammenlign med sikkerhedskopien.\n")
        return 1
    out("Ingen fejl.\n")
    return 0
