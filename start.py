"""Start Borgerfokus from a fresh checkout: `python3 start.py`. See `python3 start.py --help`."""

import os
import sys

if sys.version_info < (3, 11) or os.name != "posix":
    here = f"Python {sys.version_info[0]}.{sys.version_info[1]}, {sys.platform}"
    sys.exit(
        f"Borgerfokus kræver Python 3.11 eller nyere på Linux eller macOS; dette er {here}.\n"
        f"Borgerfokus needs Python 3.11 or newer on Linux or macOS; this is {here}."
    )

from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "src"))

from borgerfokus.cli import options, processes, single
from borgerfokus.cli.environment import Environment
from borgerfokus.cli.trouble import Trouble, disk_full, is_disk_full, report


def main() -> int:
    """Make the environment, then become the launcher inside it, under the same process id and lock."""
    asked = options.parse(sys.argv[1:])
    home = Path(os.environ.get("BORGERFOKUS_HOME") or ROOT / "var").resolve()
    environment = Environment(ROOT, ROOT / ".venv", ROOT / "requirements.lock")
    try:
        lock = single.hold(home / "start.lock")
        processes.end_leftovers(home / "log", python=environment.python)
        options.check_port(asked.host, asked.port)
        environment.ensure(saying="Henter pakker til .venv ...")
    except Trouble as trouble:
        return report(trouble)
    except OSError as error:
        if not is_disk_full(error):
            raise
        return report(disk_full(home))
    os.environ.update(BORGERFOKUS_HOME=str(home), BORGERFOKUS_LOCK=str(lock))
    command = [str(environment.python), "-m", "borgerfokus.cli.launch", *sys.argv[1:]]
    return os.execv(environment.python, command)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
