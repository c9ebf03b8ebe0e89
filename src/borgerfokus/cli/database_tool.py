"""`python -m borgerfokus.cli.database_tool start --test`: start PostgreSQL and print its addresses.

For development: `eval "$(... start --test --name people)"` gives the shell a database of its own.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from borgerfokus.cli.cluster import Cluster
from borgerfokus.cli.databases import DATABASE, prepare
from borgerfokus.cli.trouble import Trouble, report

ROOT = Path(__file__).resolve().parents[3]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m borgerfokus.cli.database_tool", description=__doc__)
    parser.add_argument("action", choices=["start", "stop", "status"])
    parser.add_argument("--test", action="store_true", help="the cluster for tests")
    parser.add_argument("--name", default="", help="a database of its own: borgerfokus_NAME")
    asked = parser.parse_args(arguments)
    try:
        return _act(Cluster.for_checkout(ROOT, durable=not asked.test), asked.action, asked.name)
    except Trouble as trouble:
        return report(trouble)


def _act(cluster: Cluster, action: str, name: str) -> int:
    if action == "stop":
        cluster.stop()
    elif action == "start":
        cluster.start()
        database = f"{DATABASE}_{name}" if name else DATABASE
        for variable, url in prepare(cluster, database=database).environment().items():
            sys.stdout.write(f"export {variable}='{url}'\n")
    else:
        sys.stdout.write("running\n" if cluster.running() else "stopped\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
