"""Check the configuration: case types, parameters, units and the installation itself."""

import argparse
import sys

HELP = "Tjek opsætningen: sagstyper, værdier, enheder"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--advice", action="store_true", help="vis også råd, ikke kun det der spærrer")


def run(arguments: argparse.Namespace) -> int:
    from django.utils.timezone import localdate

    from borgerfokus.apps.casework import service as casework
    from borgerfokus.core.casework.casetype import Weight

    findings = casework.check_configuration(on=localdate())
    blocking = [one for one in findings if one.finding.weight is Weight.BLOCKING]
    for one in findings if arguments.advice else blocking:
        sys.stdout.write(f"{one.case_type}: {one.finding.path}: {one.finding.message.da}\n")
    sys.stdout.write(f"{len(blocking)} fund spærrer, {len(findings) - len(blocking)} er råd.\n")
    return 1 if blocking else 0
