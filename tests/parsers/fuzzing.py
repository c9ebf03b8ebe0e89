"""Tries every parser for a while, each in a process of its own. Prints a line for each (bar B2).

python -m tests.parsers.fuzzing SECONDS-ALTOGETHER [SEED]
"""

import json
import os
import subprocess
import sys
from typing import Any

from tests import database


def tried(parser: str, *, seed: str, seconds: float | None = None) -> dict[str, Any]:
    """What a parser did with the two hundred files, or with spoilt ones for so many seconds."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.parsers.trying", parser, seed, *([] if seconds is None else [str(seconds)])],
        check=False,
        capture_output=True,
        text=True,
        timeout=600 + 2 * (seconds or 0),
        cwd=database.ROOT,
        env={
            **os.environ,
            "PYTHONPATH": f"{database.ROOT / 'src'}{os.pathsep}{database.ROOT}",
            "DJANGO_SETTINGS_MODULE": "borgerfokus.project.settings",
        },
    )
    if not done.stdout.strip():
        return {"parser": parser, "files": 0, "faults": {f"ended with {done.returncode}": done.stderr[-2000:]}}
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def main() -> int:
    """Try them all; 1 where one failed."""
    import tests.early  # noqa: F401 (settings and addresses)
    from tests.parsers.registry import PARSERS

    seed = sys.argv[2] if len(sys.argv) > 2 else "0"
    each, failed = float(sys.argv[1]) / len(PARSERS), 0
    for parser in PARSERS:
        found = tried(parser.name, seed=seed, seconds=each)
        failed += bool(found["faults"])
        print(json.dumps(found), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
