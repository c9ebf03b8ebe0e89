"""The `borgerfokus` command: one subcommand for each module in `cli/commands`.

A command module has a docstring (its first line, or HELP, is the help), `add_arguments(parser)` and
`run(arguments) -> int`. It may say `NEEDS_DJANGO = False`, `NEEDS_DATABASE = False` or `AS_OWNER = True`.
"""

import argparse
import os
import pkgutil
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from importlib import import_module
from types import ModuleType

from borgerfokus.cli import commands, installation
from borgerfokus.cli.trouble import Trouble, disk_full, is_disk_full, report


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    modules = find(only=given[0] if given else None)
    asked = _parser(modules).parse_args(given)
    try:
        return run(modules[asked.command], asked)
    except Trouble as trouble:
        return report(trouble)
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if is_disk_full(error):
            return report(disk_full(installation.home()))
        raise


def find(*, only: str | None = None) -> dict[str, ModuleType]:
    """The command modules by name. With the name of a command as `only`, no other is imported."""
    # A module cannot be called import: import_ is the command `import`.
    names = {found.name.rstrip("_"): found.name for found in pkgutil.iter_modules(commands.__path__)}
    wanted = {only: names[only]} if only in names else names
    return {name: import_module(f"{commands.__name__}.{module}") for name, module in sorted(wanted.items())}


def run(module: ModuleType, asked: argparse.Namespace) -> int:
    """Reach the database and set up Django, as far as the command needs them, then run it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", installation.SETTINGS_MODULE)
    with ExitStack() as stack:
        if getattr(module, "NEEDS_DATABASE", True) and "BORGERFOKUS_DATABASE_URL" not in os.environ:
            from borgerfokus.cli import connections

            os.environ.update(stack.enter_context(connections.database()).environment())
        if getattr(module, "AS_OWNER", False):
            os.environ["BORGERFOKUS_AS_OWNER"] = "1"
        if getattr(module, "NEEDS_DJANGO", True):
            import django

            django.setup()
        code: int = module.run(asked)
        return code


def _parser(modules: dict[str, ModuleType]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="borgerfokus", description="Borgerfokus: drift og vedligehold.")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="KOMMANDO")
    for name, module in modules.items():
        summary = getattr(module, "HELP", (module.__doc__ or "").strip().partition("\n")[0])
        command = subparsers.add_parser(name, help=summary, description=summary)
        module.add_arguments(command)
    return parser
