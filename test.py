"""Run every check: `python3 test.py`. The quick ones only: `python3 test.py --fast`."""

import os
import sys

if sys.version_info < (3, 11) or os.name != "posix":
    here = f"Python {sys.version_info[0]}.{sys.version_info[1]}, {sys.platform}"
    sys.exit(
        f"Prøverne kræver Python 3.11 eller nyere på Linux eller macOS; dette er {here}.\n"
        f"The tests need Python 3.11 or newer on Linux or macOS; this is {here}."
    )

from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "src"))

from borgerfokus.cli.environment import Environment
from borgerfokus.cli.trouble import Trouble, disk_full, is_disk_full, report


def main() -> int:
    """Make the environment for tests, then become the runner inside it."""
    environment = Environment(ROOT, ROOT / ".venv-test", ROOT / "requirements-dev.lock")
    try:
        environment.ensure(saying="Henter pakker til .venv-test ...")
    except Trouble as trouble:
        return report(trouble)
    except OSError as error:
        if not is_disk_full(error):
            raise
        return report(disk_full(ROOT))
    command = [str(environment.python), "-m", "borgerfokus.cli.checks", *sys.argv[1:]]
    return os.execv(environment.python, command)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
